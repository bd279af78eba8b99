"""Working days, months and days' ends, worked by hand and against another calendar."""

from datetime import date, timedelta

import holidays
import pytest

from trigpoint.timekeeping.calendar import BeyondCalendar, Calendar
from trigpoint.timekeeping.london import day_end, local_date

CALENDAR = Calendar()


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        # Good Friday 25 March and Easter Monday 28 March 2016 are no working days.
        (date(2016, 3, 24), 1, date(2016, 3, 29)),
        # A Saturday is day 0 all the same; its first working day is Monday.
        (date(2016, 7, 2), 1, date(2016, 7, 4)),
        # Fifteen working days from Wednesday 6 July 2016.
        (date(2016, 7, 6), 15, date(2016, 7, 27)),
        # The state funeral, Monday 19 September 2022, was proclaimed for one year.
        (date(2022, 9, 16), 1, date(2022, 9, 20)),
        (date(2016, 7, 6), 0, date(2016, 7, 6)),
    ],
)
def test_working_days_worked_by_hand(start: date, count: int, end: date) -> None:
    """Day 0 is the trigger's own date; n working days end with the n-th after it."""
    assert CALENDAR.end_of_working_day(start, count) == day_end(end)


def test_working_days_agree_with_another_calendar() -> None:
    """Every day of 2019 to 2028 is a working day for both calendars or for neither."""
    theirs = holidays.country_holidays("GB", subdiv="ENG", years=range(2019, 2029))
    day = date(2019, 1, 1)
    while day < date(2029, 1, 1):
        expected = day.weekday() < 5 and day not in theirs
        assert CALENDAR.is_working_day(day) == expected, day
        day += timedelta(days=1)


@pytest.mark.parametrize("day", [date(2029, 1, 2), date(2011, 12, 30)])
def test_beyond_the_known_years_is_refused(day: date) -> None:
    """Proclaimed days cannot be foretold, so a later year is refused, as is an earlier."""
    with pytest.raises(BeyondCalendar):
        CALENDAR.is_working_day(day)


@pytest.mark.parametrize("day", [date(2016, 3, 26), date(2016, 10, 29)])
def test_a_working_day_ends_at_london_s_midnight_on_the_two_nights(day: date) -> None:
    """Over a clock change the end of the day is still London's."""
    end = CALENDAR.end_of_working_day(day, 1)
    assert local_date(end) != local_date(end + 1)


def test_a_nation_without_a_table_is_refused() -> None:
    """Scotland's holidays differ, so they are not guessed."""
    with pytest.raises(ValueError, match="scotland"):
        Calendar("scotland")
