"""The reference files beside the project, where they are; a fresh clone has none."""

import csv
import os
from pathlib import Path

import pytest

_BESIDE = Path(__file__).resolve().parents[3] / "shared"


def shared_path(name: str) -> Path:
    """A reference file or folder; skips the test where it is not there."""
    folder = Path(os.environ.get("TRIGPOINT_SHARED", _BESIDE))
    path = folder / "reference" / name
    if not path.exists():
        pytest.skip(f"the reference file {name} is not beside this checkout")
    return path


def shared_table(name: str) -> list[dict[str, str]]:
    """The rows of a reference table; skips the test where the file is not there."""
    with shared_path(name).open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))
