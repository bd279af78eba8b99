"""Partners' duties."""

from tests.support.composed import bare, evidence, tables, words
from trigpoint.publication.sections.partners import section


def test_the_council_s_clocks_stand_apart_from_the_police_duty_beside_them() -> None:
    """The council's table holds only its duties; the police table is headed so."""
    council, police = tables(section(evidence()))
    assert council.caption.startswith("Council")
    slugs = {run.href for row in council.rows for run in row[0]}
    assert "#standard-return-home-interview-72-hours" in slugs
    assert all("conference-police" not in href for href in slugs)
    beside = {run.href for row in police.rows for run in row[0]}
    assert "#standard-conference-police-report" in beside


def test_a_run_without_partners_says_so() -> None:
    """No occasion of a partner is said in its place."""
    assert "No source held an occasion for a partner's duty." in words(section(bare()))
