"""Clauses in the words that a reader meets."""

from tests.spec.standards.drawn import EVERYTHING, drawn
from trigpoint.judgements.why import Clause, Found, Part, why_of
from trigpoint.standards.catalogue import by_slug
from trigpoint.timekeeping.calendar import Calendar
from trigpoint.timekeeping.london import DAY


def clauses(slug: str, text: str) -> tuple[Clause, ...]:
    """The clauses of the first judgement of a drawn chronology."""
    events = drawn(text)
    why = why_of(
        events,
        standards=by_slug(slug),
        coverage=EVERYTHING,
        calendar=Calendar(),
        as_at=max(event.recorded for event in events) + 400 * DAY,
    )
    return why[min(why)]


def test_a_candidate_of_another_record_is_refused_with_both_numbers() -> None:
    """The interview of another return does not count, and the clause says whose it is."""
    found = clauses(
        "return-home-interview-72-hours",
        """
        2016-03-01 10:00 | MISSING_RETURNED | M1
        2016-03-02 10:00 | RETURN_INTERVIEW_HELD | M2 | by_whom=LA
        """,
    )
    (refused,) = [c for c in found if c.part is Part.ACT]
    assert refused.found is Found.NO
    assert refused.words == "it belongs to another record (M2, not M1)"


def test_a_candidate_that_fails_a_condition_says_which() -> None:
    """An interview by the police is not the independent one that is asked for."""
    found = clauses(
        "return-home-interview-72-hours",
        """
        2016-03-01 10:00 | MISSING_RETURNED | M1
        2016-03-02 10:00 | RETURN_INTERVIEW_HELD | M1 | by_whom=POLICE
        """,
    )
    (refused,) = [c for c in found if c.part is Part.ACT]
    assert refused.found is Found.NO
    assert (
        "who held it is local authority, commissioned service or other" in refused.words
    )


def test_a_late_act_counts_and_is_told_as_late() -> None:
    """An act after the due time is the act, and its clause says when it came."""
    found = clauses(
        "return-home-interview-72-hours",
        """
        2016-03-01 10:00 | MISSING_RETURNED | M1
        2016-03-09 10:00 | RETURN_INTERVIEW_HELD | M1 | by_whom=LA
        """,
    )
    (taken,) = [c for c in found if c.part is Part.ACT]
    assert (taken.found, taken.words) == (Found.YES, "after it was due")


def test_nothing_on_record_is_said() -> None:
    """Silence is a clause of its own."""
    found = clauses(
        "return-home-interview-72-hours",
        "2016-03-01 10:00 | MISSING_RETURNED | M1",
    )
    (nothing,) = [c for c in found if c.part is Part.ACT]
    assert nothing.words == "nothing of the kind is on record"
