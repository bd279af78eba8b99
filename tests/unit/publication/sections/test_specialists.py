"""Specialists."""

from tests.support.composed import bare, cells, evidence, pictures, rows, words
from trigpoint.findings.allocation import ALLOCATION
from trigpoint.publication.sections import specialists
from trigpoint.publication.sections.specialists import section


def test_the_dots_are_the_allocations() -> None:
    """As many allocations are told as were judged or could not be."""
    mine = [row["outcome"] for row in rows() if row["standard"] == ALLOCATION]
    chart = pictures(section(evidence()))["serious-allocations"]
    assert sum(int(row[1]) for row in cells(chart.table)) == len(mine)
    assert f"{mine.count('missed')} of {len(mine)} serious allocations" in chart.title
    assert "Each dot is 1 case" in words(section(evidence()))


def test_many_allocations_share_a_dot(monkeypatch: object) -> None:
    """Where there are too many to draw, the report says what a dot is worth."""
    monkeypatch.setattr(specialists, "DOTS", 10)  # type: ignore[attr-defined]
    said = words(section(evidence()))
    assert "Each dot is 1 case" not in said
    assert "cases, in the month" in said


def test_without_allocations_the_part_says_so() -> None:
    """No investigation on record is said in its place."""
    assert "No source held the allocation" in words(section(bare()))
