"""Durations are whole microseconds."""

from trigpoint.standards.durations import EVER, days, hours, minutes
from trigpoint.timekeeping.london import DAY, HOUR


def test_units() -> None:
    """Sixty minutes are an hour, and a day is 24 of them, whatever the clocks do."""
    assert minutes(60) == hours(1) == HOUR
    assert days(1) == hours(24) == DAY
    assert hours(0.5) == minutes(30)
    assert days(100 * 365) < EVER
