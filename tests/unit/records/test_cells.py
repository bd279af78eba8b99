"""Cells that are not dates, in the many ways that people write them."""

import pyarrow as pa
import pytest

from trigpoint.records import cells

RISKS = {"LOW": "Low", "HIGH": "High", "NONE": "None"}


@pytest.mark.parametrize("text", ["true", "1", "Yes", "a) Yes", "Y"])
def test_yes_is_true(text: str) -> None:
    """However it is put, yes is true."""
    assert cells.read(pa.array([text]), "bool", None)[0].to_pylist() == ["true"]


def test_what_is_neither_yes_nor_no_is_kept_and_said() -> None:
    """A status text in a yes/no column stays as written."""
    column, said = cells.read(pa.array(["No", "pending", "pending"]), "bool", None)
    assert column.to_pylist() == ["false", "pending", "pending"]
    assert [(index, code, count) for index, code, _, count in said] == [
        (1, "unknown_code", 2)
    ]


def test_codes_labels_and_lawful_nothings() -> None:
    """A label is its code; NONE is a code where the set has it; a dash is empty."""
    column, said = cells.read(pa.array(["high", "none", "-", "Hgh"]), "code", RISKS)
    assert column.to_pylist() == ["HIGH", "NONE", "", "Hgh"]
    assert said[0][1] == "unknown_code"


def test_a_list_is_wrapped() -> None:
    """List items are codes between semicolons, so that one can be searched for."""
    column, _ = cells.read(pa.array(["low; High", ""]), "list", RISKS)
    assert column.to_pylist() == [";LOW;HIGH;", ""]


def test_no_break_spaces_and_curly_quotes_are_plain() -> None:
    """A name is compared without what a word processor put in it."""
    assert cells.clean(pa.array(["\u00a0O\u2019Neill "])).to_pylist() == ["O'Neill"]


def test_a_number_that_is_none_is_said() -> None:
    """An unreadable number is kept as written."""
    _, said = cells.read(pa.array(["14", "many"]), "int", None)
    assert [code for _, code, _, _ in said] == ["unreadable_number"]
