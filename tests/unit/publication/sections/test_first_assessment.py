"""First assessment."""

from tests.support.composed import bare, cells, evidence, pictures, words
from trigpoint.publication.sections.first_assessment import INFORMATION, section


def test_the_curve_s_title_is_the_finding() -> None:
    """The chart is headed by the share whose information came before the decision."""
    chart = pictures(section(evidence()))["hours-to-first-discussion"]
    rate = evidence().counts(INFORMATION).rate
    assert (
        f"{round((rate.value or 0) * 100)}% of {rate.of} first discussions"
        in chart.title
    )
    assert chart.title in chart.alternative
    shares = [int(row[1].rstrip("%")) for row in cells(chart.table)]
    assert shares == sorted(shares)


def test_who_took_part_has_its_own_chart() -> None:
    """Police, council and health each have a row."""
    table = cells(pictures(section(evidence()))["who-took-part"].table)
    assert [row[0] for row in table][:3] == ["Police", "Council", "Health"]


def test_what_no_source_held_is_said_in_its_place() -> None:
    """Without discussions there is neither curve nor chart, but words."""
    said = words(section(bare()))
    assert said.count("No source held") == 3
    assert not pictures(section(bare()))
