"""What a silence proves, and what it does not."""

from trigpoint.chronology.coverage import Coverage
from trigpoint.vocabulary.event_kinds import EventKind

COVERAGE = Coverage(reach={EventKind.MISSING_RETURNED: 100}, columns={})


def test_a_silence_within_reach_proves_that_nothing_is_on_record() -> None:
    """Due by the end of the reach, the kind would be there."""
    assert COVERAGE.silence(EventKind.MISSING_RETURNED, 100) is None


def test_after_the_reach_a_silence_proves_nothing() -> None:
    """The source ends before the duty fell due."""
    found = COVERAGE.silence(EventKind.MISSING_RETURNED, 101)
    assert found == "reach:MISSING_RETURNED"


def test_a_kind_that_was_not_received_is_always_a_gap() -> None:
    """No file, or not the column."""
    assert COVERAGE.silence(EventKind.FLAG_SET, 1) == "kind:FLAG_SET"
