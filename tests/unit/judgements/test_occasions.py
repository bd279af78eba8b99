"""What calls for a duty, drawn as on paper: echoes, counts, states, chains."""

import pytest

from tests.spec.standards.drawn import drawn, when
from trigpoint.judgements.known import Known
from trigpoint.judgements.occasions import find
from trigpoint.standards.language import (
    SAME_RECORD,
    Counted,
    Each,
    Field,
    Is,
    Nearby,
    Occasions,
    Pattern,
    State,
    days,
    hours,
)
from trigpoint.vocabulary.agencies import Agency
from trigpoint.vocabulary.event_kinds import EventKind as K

REPORTED = Pattern((K.MISSING_REPORTED,))


def found(text: str, applies_to: Occasions, as_at: str = "2020-01-01") -> list[tuple]:
    """The occasions by event id, with the gap of each."""
    known = Known(drawn(text), when(as_at).latest)
    return [(o.trigger.event, o.gap) for o in find(known, applies_to).occasions]


def each(**terms: object) -> Occasions:
    return Occasions(each=(Each((K.MISSING_REPORTED,), **terms),))


TWO_AGENCIES = """
    2016-08-01       | MISSING_REPORTED | X9 | agency=LA
    2016-08-01 10:00 | MISSING_REPORTED | M1
    2016-08-03       | MISSING_REPORTED | X8 | agency=LA
"""


def test_two_agencies_that_record_one_happening_make_one_occasion() -> None:
    """The record that is exact is the occasion, the other its echo."""
    assert found(TWO_AGENCIES, each()) == [("E001", None), ("E002", None)]


def test_the_exact_record_is_the_occasion_though_it_was_entered_later() -> None:
    """A day that the council wrote at once does not hide the minute police wrote after."""
    text = """
        2016-08-01       | MISSING_REPORTED | X9 | agency=LA
        2016-08-01 10:00 | MISSING_REPORTED | M1 | recorded=2016-08-03 09:00
    """
    assert found(text, each()) == [("E001", None)]


def test_of_two_that_are_as_exact_the_first_on_record_is_the_occasion() -> None:
    """Police wrote the same minute a day later than the council."""
    text = """
        2016-08-01 10:00 | MISSING_REPORTED | X9 | agency=LA recorded=2016-08-03 09:00
        2016-08-01 10:00 | MISSING_REPORTED | M1 | recorded=2016-08-04 09:00
    """
    assert found(text, each()) == [("E000", None)]


def test_a_duty_judged_on_one_agency_s_record_says_where_that_is_missing() -> None:
    """Another agency's record without a counterpart stays, as a gap."""
    applies_to = Occasions(each=each().each, record_of=Agency.POLICE)
    assert found(TWO_AGENCIES, applies_to) == [
        ("E001", None),
        ("E002", "record:POLICE"),
    ]


def test_two_records_of_one_source_are_two_happenings() -> None:
    """A source does not repeat itself."""
    text = """
        2016-08-01 | MISSING_REPORTED | M1
        2016-08-01 | MISSING_REPORTED | M2
    """
    assert found(text, each()) == [("E000", None), ("E001", None)]


@pytest.mark.parametrize(
    ("last", "expected"), [("2016-10-29", ["E002"]), ("2016-10-30", [])]
)
def test_the_window_of_a_count_is_open_at_its_start(last: str, expected: list) -> None:
    """Three reports in 90 days: the first is out when exactly 90 days have passed."""
    text = f"""
        2016-08-01 12:00 | MISSING_REPORTED | M1
        2016-09-01 12:00 | MISSING_REPORTED | M2
        {last} 12:00 | MISSING_REPORTED | M3
    """
    applies_to = each(counted=Counted(REPORTED, at_least=3, within=days(90)))
    assert [event for event, _ in found(text, applies_to)] == expected


def test_an_episode_that_two_agencies_record_counts_once() -> None:
    """The council's record of the same day adds nothing to the count."""
    text = """
        2016-08-01 12:00 | MISSING_REPORTED | M1
        2016-08-01       | MISSING_REPORTED | X1 | agency=LA
        2016-08-09 12:00 | MISSING_REPORTED | M2
    """
    applies_to = each(counted=Counted(REPORTED, at_least=3, within=days(90)))
    assert found(text, applies_to) == []


def test_a_count_may_end_with_the_event_that_the_trigger_belongs_to() -> None:
    """A grade is counted by its own episode's report, and none means not counted."""
    text = """
        2016-08-01 12:00 | MISSING_REPORTED | M1
        2016-08-02 12:00 | MISSING_REPORTED | M2
        2016-08-03 12:00 | MISSING_GRADED | M1
        2016-08-03 12:30 | MISSING_GRADED | M2
        2016-08-03 12:45 | MISSING_GRADED | M9
    """
    counted = Counted(REPORTED, at_least=2, within=days(90), anchor=SAME_RECORD)
    applies_to = Occasions(each=(Each((K.MISSING_GRADED,), counted=counted),))
    assert found(text, applies_to) == [("E003", None)]


def test_while_a_state_lasts() -> None:
    """A beginning at the same instant as an ending outlasts it."""
    text = """
        2016-08-01 12:00 | CARE_BEGUN | 
        2016-08-02 12:00 | MISSING_REPORTED | M1
        2016-08-03 12:00 | CARE_ENDED | 
        2016-08-04 12:00 | MISSING_REPORTED | M2
        2016-08-05 12:00 | CARE_ENDED | 
        2016-08-05 12:00 | CARE_BEGUN | 
        2016-08-05 12:00 | MISSING_REPORTED | M3
    """  # noqa: W291
    care = State(Pattern((K.CARE_BEGUN,)), Pattern((K.CARE_ENDED,)))
    assert [e for e, _ in found(text, each(lasting=care))] == ["E001", "E006"]


def test_occasions_join_until_something_ends_them() -> None:
    """A report joins the occasion before it until a discussion is held."""
    text = """
        2016-08-01 12:00 | MISSING_REPORTED | M1
        2016-08-02 12:00 | MISSING_REPORTED | M2
        2016-08-03 12:00 | STRATEGY_DISCUSSION | D1
        2016-08-04 12:00 | MISSING_REPORTED | M3
        2016-08-05 12:00 | MISSING_REPORTED | M4
    """
    applies_to = Occasions(
        each=each().each, once_until=Pattern((K.STRATEGY_DISCUSSION,))
    )
    assert [e for e, _ in found(text, applies_to)] == ["E000", "E003"]


def test_an_unknown_fact_keeps_the_occasion_as_a_gap() -> None:
    """A false fact drops it; a clause that is sure wins over one in doubt."""
    text = """
        2016-08-01 12:00 | MISSING_REPORTED | M1 | risk=HIGH
        2016-08-02 12:00 | MISSING_REPORTED | M2 | risk=UNKNOWN
        2016-08-03 12:00 | MISSING_REPORTED | M3 | risk=LOW
    """
    doubtful = Each((K.MISSING_REPORTED,), where=Is("risk", ("HIGH",)))
    assert found(text, Occasions(each=(doubtful,))) == [
        ("E000", None),
        ("E001", "fact:risk"),
    ]
    sure = Each((K.MISSING_REPORTED,))
    assert found(text, Occasions(each=(doubtful, sure)))[1] == ("E001", None)


def test_only_the_first_of_each_record() -> None:
    """The first event of a reference; one without a reference always passes."""
    text = """
        2016-08-01 12:00 | MISSING_REPORTED | M1
        2016-08-02 12:00 | MISSING_REPORTED | M1
        2016-08-03 12:00 | MISSING_REPORTED | 
        2016-08-04 12:00 | MISSING_REPORTED | 
    """  # noqa: W291
    names = [e for e, _ in found(text, each(first_of=Field.REFERENCE))]
    assert names == ["E000", "E002", "E003"]


def test_what_is_near() -> None:
    """Within reach on both sides, both bounds included, and never itself."""
    text = """
        2016-08-01 12:00 | MISSING_REPORTED | M1
        2016-08-01 13:00 | MISSING_REPORTED | M2
        2016-08-01 15:00 | MISSING_REPORTED | M3
    """
    near = Nearby(REPORTED, before=hours(1))
    assert [e for e, _ in found(text, each(only_if=(near,)))] == ["E001"]
    assert [e for e, _ in found(text, each(unless=(near,)))] == ["E000", "E002"]


def test_what_was_recorded_later_is_not_seen() -> None:
    """Only what was on record at the moment of judging calls for anything."""
    text = """
        2016-08-01 12:00 | MISSING_REPORTED | M1
        2016-08-02 12:00 | MISSING_REPORTED | M2 | recorded=2016-09-01
    """
    assert found(text, each(), as_at="2016-08-20") == [("E000", None)]


def test_a_doubtful_trigger_hides_no_sure_one() -> None:
    """Where nobody wrote the risk of the first, the second still calls for its duty."""
    text = """
        2016-08-01 12:00 | MISSING_GRADED | M1 | risk=UNKNOWN
        2016-08-02 12:00 | MISSING_GRADED | M2 | risk=HIGH
        2016-08-03 12:00 | MISSING_GRADED | M3 | risk=UNKNOWN
        2016-08-04 12:00 | MISSING_GRADED | M4 | risk=HIGH
    """
    high = Each((K.MISSING_GRADED,), where=Is("risk", ("HIGH",)))
    until = Pattern((K.STRATEGY_DISCUSSION,))
    assert found(text, Occasions(each=(high,), once_until=until)) == [
        ("E000", "fact:risk"),
        ("E001", None),
    ]
