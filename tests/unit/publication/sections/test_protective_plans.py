"""Protective plans."""

from tests.support.composed import bare, cells, evidence, pictures, words
from trigpoint.publication.sections.protective_plans import section


def test_told_reported_and_attended_stand_apart_by_kind_of_conference() -> None:
    """Three rows for the initial conferences, three for the reviews."""
    chart = pictures(section(evidence()))["conferences"]
    rows = cells(chart.table)
    assert [row[1] for row in rows[:3]] == [
        "Police were told",
        "Police reported",
        "Police attended",
    ]
    assert {row[0] for row in rows} == {"Initial conferences", "Review conferences"}
    assert chart.title.startswith("Police attended")


def test_cancellations_and_late_invitations_stand_apart() -> None:
    """They are excused and not in the rates; where no source held them it is said."""
    said = words(section(evidence()))
    assert "Excused, by kind: not counted in the rates" in said
    assert "the conference was cancelled" in said.lower()
    assert "No police source held a child protection conference." in words(
        section(bare())
    )
