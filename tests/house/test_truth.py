"""The truth of an invented force is read by the score alone."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[2] / "src" / "trigpoint"
#: Who names the truth's folder or a figure of that name, and what for.
NAMES = {
    "records/intake.py": "refuses it",
    "services/import_records.py": "refuses it",
    "cli/score.py": "is given it",
    "services/score_duties.py": "a figure's name",
    "publication/score_page.py": "the same figure",
}
READER = "trigpoint.services.score_truth"


def modules() -> Iterator[tuple[str, ast.Module]]:
    """Every module but those that invent, by its place."""
    for path in sorted(PACKAGE.rglob("*.py")):
        place = path.relative_to(PACKAGE).as_posix()
        if not place.startswith("synthetic/"):
            yield place, ast.parse(path.read_text(encoding="utf-8"))


def test_nobody_else_names_it() -> None:
    """A name is a short text without prose around it; one that is gone is taken off."""
    found = {
        place
        for place, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and " " not in node.value
        and "truth" in re.split(r"[^a-z]+", node.value.lower())
    }
    assert found == set(NAMES)


def test_only_the_score_has_its_reader() -> None:
    """By import, at the top of a module or within a function."""
    found = {
        place
        for place, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == READER
    }
    assert found
    assert all(place.startswith("services/score_") for place in found)
