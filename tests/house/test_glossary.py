"""The glossary is true: each name it gives stands in the code."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in (ROOT / "GLOSSARY.md").read_text(encoding="utf-8").splitlines()
    if line.startswith("|") and "`" in line
]
CODE = "\n".join(
    path.read_text(encoding="utf-8")
    for path in sorted((ROOT / "src" / "trigpoint").rglob("*.py"))
)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_a_name_in_the_glossary_stands_in_the_code(row: list[str]) -> None:
    """Every name in the column `in code` is a name in the package."""
    for name in re.findall(r"`([^`]+)`", row[2]):
        assert re.search(rf"\b{re.escape(name)}\b", CODE), name
