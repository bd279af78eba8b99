"""Who took part in discussions, and what police brought to conferences."""

from tests.support.drawn_events import drawn
from trigpoint.findings.participation import conferences, discussions
from trigpoint.vocabulary.agencies import Agency


def test_only_discussions_that_say_who_came_are_counted() -> None:
    """Police in one of two that say; the third does not say and is not counted."""
    found = discussions(
        drawn(
            ("C1", 1, "STRATEGY_DISCUSSION", {"agencies": ";POLICE;LA;"}),
            ("C2", 2, "STRATEGY_DISCUSSION", {"agencies": ";LA;HEALTH;"}),
            ("C3", 3, "STRATEGY_DISCUSSION", {"agencies": ""}),
        )
    )
    shares = {one.agency: (one.share.count, one.share.of) for one in found}
    assert shares == {Agency.POLICE: (1, 2), Agency.LA: (2, 2), Agency.HEALTH: (1, 2)}
    assert discussions(drawn()) == ()


def test_a_report_belongs_to_the_conference_of_its_number() -> None:
    """One conference was told of and reported to; another child's report is not its own."""
    (found,) = conferences(
        drawn(
            ("C1", 1, "CONFERENCE_INVITATION", {"reference": "K1"}),
            ("C1", 2, "CONFERENCE_REPORT", {"reference": "K1"}),
            (
                "C1",
                3,
                "INITIAL_CONFERENCE",
                {"reference": "K1", "police_attended": "true"},
            ),
            ("C2", 3, "INITIAL_CONFERENCE", {"reference": "K2"}),
            ("C3", 2, "CONFERENCE_REPORT", {"reference": "K2"}),
        )
    )
    assert (found.told.count, found.told.of) == (1, 2)
    assert (found.reported.count, found.reported.of) == (1, 2)
    assert (found.attended.count, found.attended.of) == (1, 1)


def test_a_council_s_own_date_is_no_conference_on_police_record() -> None:
    """Where police hold no conference there is nothing to say of what they brought."""
    line = ("C1", 3, "INITIAL_CONFERENCE", {"reference": "K1"})
    assert conferences(drawn(line, agency="LA")) == ()
