"""Missing."""

from tests.support.composed import bare, cells, evidence, pictures, run, words
from trigpoint.findings.missing import episodes
from trigpoint.publication.sections.missing import section


def test_the_chart_says_who_holds_the_episodes() -> None:
    """The title counts the children and every episode."""
    chart = pictures(section(evidence()))["episodes-held"]
    assert f"of {len(episodes(run().chronology)):,} missing episodes" in chart.title
    assert "children" in chart.title


def test_each_band_s_grades_add_up() -> None:
    """The last cell of a row is the sum of its grades."""
    for row in cells(pictures(section(evidence()))["grade-by-episode"].table):
        assert sum(int(cell) for cell in row[1:-1]) == int(row[-1])


def test_who_refused_is_said_not_to_be_known() -> None:
    """No source tells a child's refusal from a carer's, and the report says so."""
    said = words(section(evidence()))
    assert "no source says whether the child or a carer refused" in said
    steps = [
        row[0]
        for row in cells(pictures(section(evidence()))["return-interviews"].table)
    ]
    assert steps == [
        "Returns",
        "Interviews offered",
        "Refused",
        "Held",
        "Shared with police",
    ]
    assert "No source held a missing episode." in words(section(bare()))
    assert "No source held return interviews." in words(section(bare()))
