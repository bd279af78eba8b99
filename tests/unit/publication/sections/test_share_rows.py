"""Shares as rows of a chart and of its table."""

from tests.support.composed import cells
from trigpoint.estimates.proportion import wilson
from trigpoint.publication.parts import plain
from trigpoint.publication.sections.share_rows import (
    share_cells,
    share_row,
    share_table,
)


def test_chart_and_table_say_the_same() -> None:
    """The row drawn and the row written hold one share, with its interval."""
    share = wilson(3, 9)
    assert share_row("A", share)["label"] == "33% of 9"
    (row,) = cells(share_table("C", "Agency", [("A", share)]))
    assert row == ["A", "3", "33%", "12 to 65", "9"]


def test_a_share_of_nothing_is_none() -> None:
    """No cases make no percentage."""
    assert [plain(cell) for cell in share_cells(wilson(0, 0))] == ["none", "", "0"]
