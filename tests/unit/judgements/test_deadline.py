"""When duties fall due, worked by hand: clock changes, leap days, holidays, shops' hours."""

import pytest

from tests.spec.standards.drawn import when
from trigpoint.judgements.deadline import due_span
from trigpoint.standards import language as l
from trigpoint.timekeeping.calendar import Calendar
from trigpoint.timekeeping.london import MICROSECOND
from trigpoint.timekeeping.span import Span

OFFICE = l.ServiceHours(l.hours(2), opens=9 * 60, closes=17 * 60)
ALL_DAYS = l.ServiceHours(l.hours(2), 9 * 60, 17 * 60, working_days_only=False)


def due(limit: l.Simple, trigger: str) -> Span | str:
    return due_span(limit, when(trigger), Calendar())


@pytest.mark.parametrize(
    ("limit", "trigger", "expected"),
    [
        # 24 hours elapsed over the spring change end an hour later by the clock.
        (l.Elapsed(l.hours(24)), "2025-03-29 12:00", "2025-03-30 13:00"),
        (l.Elapsed(l.hours(24)), "2025-10-25 12:00", "2025-10-26 11:00"),
        (l.AtOnce(), "2025-10-25 12:00", "2025-10-25 12:00"),
        # Friday at ten at night counts as Friday; before office hours as the same day.
        (OFFICE, "2016-07-01 22:00", "2016-07-04 11:00"),
        (OFFICE, "2016-07-01 16:30", "2016-07-04 10:30"),
        (OFFICE, "2016-07-01 15:00", "2016-07-01 17:00"),
        (OFFICE, "2016-07-01 07:00", "2016-07-01 11:00"),
        (ALL_DAYS, "2016-07-01 16:30", "2016-07-02 10:30"),
    ],
)
def test_limits_of_hours(limit: l.Simple, trigger: str, expected: str) -> None:
    """Hours are elapsed; a service's hours are those in which it is open."""
    assert due(limit, trigger) == when(expected)


@pytest.mark.parametrize(
    ("limit", "trigger", "day"),
    [
        (l.CalendarDays(0), "2016-07-01 23:59", "2016-07-01"),
        (l.CalendarDays(3), "2025-03-29 12:00", "2025-04-01"),
        (l.Months(1), "2024-01-31 12:00", "2024-02-29"),
        (l.Months(1), "2023-01-31 12:00", "2023-02-28"),
        (l.Months(12), "2024-02-29 12:00", "2025-02-28"),
        (l.BeforeDay(), "2016-07-04 09:00", "2016-07-03"),
        (l.BeforeDay(2), "2016-07-04 09:00", "2016-06-30"),
        # Half past midnight in British summer time is still the day before on UTC.
        (l.WorkingDays(1), "2016-07-05 00:30", "2016-07-06"),
        # Christmas Day and Boxing Day fell on a weekend and were moved.
        (l.WorkingDays(1), "2021-12-24 12:00", "2021-12-29"),
    ],
)
def test_limits_of_days(limit: l.Simple, trigger: str, day: str) -> None:
    """A limit of days ends with the last microsecond of its day, in London."""
    end = when(day).latest
    assert due(limit, trigger) == Span(end, end)
    assert due(l.CalendarDays(0), f"{day} 12:00") == Span(end, end)
    assert end + MICROSECOND == due(l.AtOnce(), f"{day} 23:59").latest + l.minutes(1)


def test_a_trigger_known_as_a_day_has_one_due_time_by_days_and_a_span_by_hours() -> (
    None
):
    """Day precision costs nothing where the limit counts days."""
    assert due(l.WorkingDays(1), "2016-07-01").exact
    assert due(l.Elapsed(l.hours(1)), "2016-07-01") == Span(
        when("2016-07-01 01:00").earliest, when("2016-07-02 01:00").latest - 1
    )


@pytest.mark.parametrize("limit", [l.WorkingDays(10), OFFICE, l.BeforeDay(1)])
def test_beyond_the_calendar_is_a_gap(limit: l.Simple) -> None:
    """A working day of 2029 is not known yet."""
    after = "2029-01-03 18:00"
    assert due(limit, after) == "calendar"
    assert due(l.WorkingDays(10), "2028-12-20 12:00") == "calendar"


def test_months_and_elapsed_hours_need_no_bank_holidays() -> None:
    """Nothing is refused that can be known."""
    assert due(l.Months(1), "2029-01-03 18:00") == Span(
        when("2029-02-03").latest, when("2029-02-03").latest
    )
