"""The SQL words of a line: codes, lists and booleans as the log holds them."""

import re
from pathlib import Path

import pytest

from trigpoint.chronology.assembly import LINES
from trigpoint.chronology.derivation import code, codes, ethnicity, yes_or_no
from trigpoint.chronology.workbench import Workbench


def read(expression: str, value: str | None) -> str | None:
    """What an expression makes of one cell."""
    cell = "NULL" if value is None else f"'{value}'"
    with Workbench() as bench:
        query = f"SELECT {expression} AS v FROM (SELECT {cell}::VARCHAR AS x)"
        return bench.rows(query)["v"][0].as_py()


@pytest.mark.parametrize(
    ("cell", "held"),
    [("HIGH", "HIGH"), ("", ""), ("NA", "NA"), ("UNKNOWN", None), ("b) High", None),
     (None, None)],
)  # fmt: skip
def test_a_code_is_in_its_set_or_nothing(cell: str | None, held: str | None) -> None:
    """Empty stays empty, NA stays, the unknown and the unreadable are a gap."""
    assert read(code("x", "missing_risk"), cell) == held


@pytest.mark.parametrize(
    ("cell", "held"), [("true", "true"), ("false", "false"), ("", ""), ("yes?", None)]
)
def test_yes_or_no_is_one_of_two(cell: str, held: str | None) -> None:
    """Anything else was not read."""
    assert read(yes_or_no("x"), cell) == held


@pytest.mark.parametrize(
    ("cell", "whole", "part"),
    [
        (";POLICE;LA;", ";LA;POLICE;", ";LA;POLICE;"),
        (";POLICE;Plod;", None, ";POLICE;"),
        (";Plod;", None, None),
        ("", "", ""),
        (None, None, None),
    ],
)
def test_a_list_holds_what_could_be_read(
    cell: str | None, whole: str | None, part: str | None
) -> None:
    """Whole lists are all or nothing; others lose only the unreadable."""
    assert read(codes("x", "agency", whole=True), cell) == whole
    assert read(codes("x", "agency", whole=False), cell) == part


@pytest.mark.parametrize("cell", ["W1", "REFUSED", "NA", "NS", ""])
def test_ethnicity_keeps_what_was_asked_and_answered(cell: str) -> None:
    """Refused is an answer of its own; unknown is an ethnicity not recorded."""
    assert read(ethnicity("x"), cell) == cell
    assert read(ethnicity("x"), "UNKNOWN") == ""
    assert read(ethnicity("x"), "white-ish") is None


def test_the_reference_page_names_every_line() -> None:
    """docs/reference/from-rows-to-events.md has the lines of the code, and no other."""
    page = Path(__file__).resolve().parents[3] / "docs/reference/from-rows-to-events.md"
    text = page.read_text(encoding="utf-8").split("## Whose event")[0]
    told = set(
        re.findall(r"^\| `([a-z_0-9.]+)` \| ([A-Z_0-9]+) \|", text, re.MULTILINE)
    )
    made = {
        ("nominal.valid_from" if line.table else line.column, line.kind.value)
        for line in LINES
    }
    assert told == made
