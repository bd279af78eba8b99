"""The table of duties."""

from tests.support.composed import cells, evidence
from trigpoint.publication.parts import Paragraph
from trigpoint.publication.sections.duties import absent, area_blocks, duty_table, told


def test_a_duty_s_row_holds_its_counts_each_linked_to_its_cases() -> None:
    """Six outcomes and a rate; what is above nought has its list."""
    counts = evidence().counts("cse-flag")
    table = duty_table(evidence(), ["cse-flag"], "C")
    (row,) = cells(table)
    assert row[4:] == [
        str(counts.met), str(counts.late), str(counts.missed), str(counts.not_yet_due),
        str(counts.excepted), str(counts.cannot_tell),
    ]  # fmt: skip
    for cell, text in zip(table.rows[0][4:], row[4:], strict=True):
        assert bool(cell[0].href) == (text != "0")


def test_where_no_duty_was_called_for_the_part_says_so() -> None:
    """An area in which the holder has no duty is words, not an empty table."""
    (block,) = area_blocks(evidence(), area="exploitation", holder="HEALTH")
    assert block == absent("No source held an occasion for any police duty here.")
    assert isinstance(told(evidence(), "cse-flag"), Paragraph)
