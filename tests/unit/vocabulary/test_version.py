"""One version, wherever it is said."""

import tomllib
from pathlib import Path

from trigpoint.vocabulary.version import VERSION

ROOT = Path(__file__).resolve().parents[3]


def test_the_package_says_the_version_of_its_metadata() -> None:
    """The metadata, the changelog and the package name one version."""
    metadata = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert metadata["project"]["version"] == VERSION
    assert f"## {VERSION}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
