"""A clause as a row of the child's page."""

from tests.spec.standards.drawn import drawn
from trigpoint.judgements.why import Clause, Found, Part
from trigpoint.publication.case_why import row_of
from trigpoint.timekeeping.london import DAY
from trigpoint.timekeeping.span import Span


def test_a_due_time_is_told_as_known() -> None:
    """A due time known to the minute is shown to the minute."""
    at = drawn("2016-03-01 10:00 | MISSING_RETURNED | M1")[0].happened
    clause = Clause(part=Part.DUE, found=Found.BESIDE, words="", due=at)
    assert row_of(clause)["words"] == "1 Mar 2016, 10:00"
    wide = Span(at.earliest, at.latest + 3 * DAY)
    clause = Clause(part=Part.DUE, found=Found.BESIDE, words="", due=wide)
    assert row_of(clause)["words"] == "1 Mar 2016 to 4 Mar 2016"


def test_a_candidate_is_told_with_its_event() -> None:
    """The event that a clause rests on is named, and can be followed."""
    event = drawn("2016-03-01 | MISSING_RETURNED | M1")[0]
    row = row_of(
        Clause(part=Part.ACT, found=Found.NO, words="it came before", event=event)
    )
    assert row["event"] == event.event
    assert row["words"].endswith("1 Mar 2016")
    assert row["found"] == "no"
