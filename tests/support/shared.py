"""The reference files beside the project, where they are; a fresh clone has none.

SHARED_FOLDER says where else they are. It is no setting of the site.
"""

import csv
import os
from pathlib import Path

import pytest

_BESIDE = Path(__file__).resolve().parents[3] / "shared"
_REFERENCE = Path(os.environ.get("SHARED_FOLDER", _BESIDE)) / "reference"


def shared_path(name: str) -> Path:
    """A reference file or folder; skips the test where it is not there."""
    path = _REFERENCE / name
    if not path.exists():
        pytest.skip(f"the reference file {name} is not beside this checkout")
    return path


def shared_table(name: str) -> list[dict[str, str]]:
    """The rows of a reference table; skips the test where the file is not there."""
    with shared_path(name).open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))
