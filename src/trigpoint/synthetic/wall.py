"""Wall-clock time of the invented county: whole minutes, London, since 1970.

Agencies write what the clock on the wall says, so the simulation keeps exactly that.
A day is a day number (days since 1970-01-01); a time is `day * 1440 + minute`.
"""

from bisect import bisect_right
from datetime import date
from functools import cache

import numpy as np

from trigpoint.timekeeping import london
from trigpoint.timekeeping.calendar import Calendar

DAY = 1440
HOUR = 60
_FIRST_YEAR, _LAST_YEAR = 2012, 2028


def day_of(time: int) -> int:
    """The day on which a time falls."""
    return time // DAY


def start_of(day: int, hour: float = 0) -> int:
    """That hour of that day."""
    return day * DAY + round(hour * HOUR)


@cache
def iso_day(day: int) -> str:
    """`2016-07-04`."""
    return london.from_day_number(day).isoformat()


def iso(time: int | None) -> str:
    """`2016-07-04T18:40`; nothing where there is no time."""
    if time is None:
        return ""
    day, minute = divmod(time, DAY)
    return f"{iso_day(day)}T{minute // 60:02d}:{minute % 60:02d}"


@cache
def british(day: int) -> str:
    """`04/07/2016`."""
    return london.from_day_number(day).strftime("%d/%m/%Y")


def instants(times: list[int]) -> np.ndarray:
    """UTC microseconds of many wall-clock times."""
    return london.local_to_instants(np.array(times, dtype=np.int64) * london.MINUTE)


@cache
def _working_days() -> tuple[int, ...]:
    calendar = Calendar()
    first = london.day_number(date(_FIRST_YEAR, 1, 1))
    last = london.day_number(date(_LAST_YEAR, 12, 31))
    return tuple(
        day
        for day in range(first, last + 1)
        if calendar.is_working_day(london.from_day_number(day))
    )


def working_day_after(day: int, count: int) -> int:
    """The count-th working day after that day; 0: the day, or the next working one."""
    days = _working_days()
    if count == 0:
        place = bisect_right(days, day - 1)
        return days[place]
    return days[bisect_right(days, day) + count - 1]


def working_day_before(day: int, count: int) -> int:
    """The count-th working day before that day."""
    days = _working_days()
    return days[bisect_right(days, day - 1) - count]


def is_working_day(day: int) -> bool:
    """Whether offices are open."""
    return working_day_after(day, 0) == day


def weekday(day: int) -> int:
    """0 is Monday."""
    # 1970-01-01, day 0, was a Thursday.
    return (day + 3) % 7


def birthday(day: int, years: int) -> int:
    """The day on which somebody born on that day turns so many years old."""
    born = london.from_day_number(day)
    try:
        return london.day_number(born.replace(year=born.year + years))
    except ValueError:
        return london.day_number(date(born.year + years, 3, 1))


def office_time(day: int, rng: np.random.Generator) -> int:
    """A minute of that day between nine and five."""
    return start_of(day, 9) + int(rng.integers(0, 8 * HOUR))


def is_day_only(cell: str) -> bool:
    """Whether of a written time only the day is known: no hour, or midnight for want of one."""
    return 0 < len(cell) <= len("2016-07-04") or cell[10:16] == "T00:00"


def is_in_doubt(time: int) -> bool:
    """Whether a clock change skips that minute, or lets it pass twice."""
    # Clocks change on a Sunday at one.
    if weekday(time // DAY) != 6 or time // HOUR % 24 != 1:
        return False
    return hours_after(time, 0) != time or hours_after(time, 1) == time


def hours_after(time: int, hours: int) -> int:
    """So many elapsed hours later, on the wall clock: a clock change moves it."""
    instant = int(instants([time])[0]) + hours * london.HOUR
    moment = london.moment(instant)
    day = london.day_number(moment.date())
    return start_of(day) + moment.hour * 60 + moment.minute
