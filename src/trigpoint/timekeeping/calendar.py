"""Working days of a nation, and the moment at which a time limit ends.

All calendar arithmetic of the product is here, so that no engine ever adds a month
or a working day itself. Day 0 is the trigger's own London date, working day or not;
a day ends with its last microsecond in London; hours are elapsed.
"""

from bisect import bisect_left, bisect_right
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache

from trigpoint.timekeeping.bank_holidays import BANK_HOLIDAYS, ENGLAND_AND_WALES
from trigpoint.timekeeping.london import (
    day_end,
    day_number,
    day_start,
    from_day_number,
    local_instant,
)

_MINUTES_A_DAY = 24 * 60


class BeyondCalendar(ValueError):
    """Refused: the calendar does not know the working days that were asked about."""


@dataclass(frozen=True, slots=True)
class Opening:
    """One span in which a service is open: `opens` <= t < `closes`, in microseconds.

    `before`: open microseconds of all earlier openings; `since`: when the opening
    before it closed (the service is shut from then until `opens`).
    """

    opens: int
    closes: int
    before: int
    since: int


@dataclass(frozen=True, slots=True)
class Calendar:
    """The working days of one nation: Monday to Friday but for its bank holidays."""

    nation: str = ENGLAND_AND_WALES

    def __post_init__(self) -> None:
        """Refuse a nation without a table of bank holidays."""
        if self.nation not in BANK_HOLIDAYS:
            known = ", ".join(sorted(BANK_HOLIDAYS))
            msg = (
                f"No bank holidays are known for {self.nation!r}: choose from {known}."
            )
            raise ValueError(msg)

    @property
    def first(self) -> date:
        """The first day whose working days are known."""
        return date(BANK_HOLIDAYS[self.nation][0].year, 1, 1)

    @property
    def last(self) -> date:
        """The last day whose working days are known."""
        return date(BANK_HOLIDAYS[self.nation][-1].year, 12, 31)

    def is_working_day(self, day: date) -> bool:
        """Whether it is a working day; refuses a day the calendar does not know."""
        self._check_known(day)
        numbers = _working_days(self.nation)
        number = day_number(day)
        place = bisect_left(numbers, number)
        return place < len(numbers) and numbers[place] == number

    def end_of_working_day(self, day: date, count: int) -> int:
        """The last microsecond of the count-th working day after `day`; 0 is `day`."""
        if count == 0:
            return day_end(day)
        self._check_known(day)
        numbers = _working_days(self.nation)
        return self._end_of(numbers, bisect_right(numbers, day_number(day)) + count - 1)

    def before_day(self, day: date, count: int) -> int:
        """The last microsecond of the count-th working day before `day`; 0: the day before."""
        if count == 0:
            return day_start(day) - 1
        self._check_known(day)
        numbers = _working_days(self.nation)
        return self._end_of(numbers, bisect_left(numbers, day_number(day)) - count)

    def openings(
        self, opens: int, closes: int, working_days_only: bool
    ) -> tuple[Opening, ...]:
        """When a service is open, in all known years; minutes after London midnight."""
        return _openings(self, opens, closes, working_days_only)

    def service_hours(
        self,
        at: int,
        microseconds: int,
        *,
        opens: int,
        closes: int,
        working_days_only: bool,
    ) -> int:
        """When so many open microseconds have passed since `at`.

        Refuses a span of nothing, and times outside the known years.
        """
        if microseconds <= 0:
            msg = f"Service hours of {microseconds} microseconds: give more than none."
            raise ValueError(msg)
        table = self.openings(opens, closes, working_days_only)
        place = bisect_right(table, at, key=lambda opening: opening.closes)
        if place == len(table) or at < table[place].since:
            raise BeyondCalendar(self._refusal())
        begun = table[place]
        passed = begun.before + max(at, begun.opens) - begun.opens
        target = passed + microseconds
        # The last opening that begins before the target was used up holds the end.
        last = bisect_left(table, target, key=lambda opening: opening.before) - 1
        end = table[last].opens + target - table[last].before
        if end > table[last].closes:
            raise BeyondCalendar(self._refusal())
        return end

    def _end_of(self, numbers: tuple[int, ...], place: int) -> int:
        if not 0 <= place < len(numbers):
            raise BeyondCalendar(self._refusal())
        return day_end(from_day_number(numbers[place]))

    def _check_known(self, day: date) -> None:
        if not self.first <= day <= self.last:
            raise BeyondCalendar(self._refusal())

    def _refusal(self) -> str:
        return (
            f"Working days are known from {self.first} to {self.last} only: "
            "add the bank holidays of other years to timekeeping/bank_holidays.py."
        )


def end_of_day_after(day: date, count: int) -> int:
    """The last microsecond of the count-th day after `day`; 0 is `day` itself."""
    return day_end(day + timedelta(days=count))


def end_of_month_day(day: date, months: int) -> int:
    """The end of the same day so many months on, clamped to the month's last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = monthrange(year, month + 1)[1]
    return day_end(date(year, month + 1, min(day.day, last)))


@cache
def _working_days(nation: str) -> tuple[int, ...]:
    """Day numbers of every working day of the known years, in order."""
    holidays = {day_number(day) for day in BANK_HOLIDAYS[nation]}
    calendar = Calendar(nation)
    days = range(day_number(calendar.first), day_number(calendar.last) + 1)
    # 1970-01-01, day 0, was a Thursday.
    return tuple(d for d in days if (d + 3) % 7 < 5 and d not in holidays)


@cache
def _openings(
    calendar: Calendar, opens: int, closes: int, working_days_only: bool
) -> tuple[Opening, ...]:
    if not 0 <= opens < closes <= _MINUTES_A_DAY:
        msg = (
            f"A service open from minute {opens} to {closes}: it must open, then close."
        )
        raise ValueError(msg)
    first, last = day_number(calendar.first), day_number(calendar.last)
    numbers = range(first, last + 1)
    found: list[Opening] = []
    since, before = day_start(calendar.first), 0
    for number in _working_days(calendar.nation) if working_days_only else numbers:
        day = from_day_number(number)
        begins = _wall(day, opens)
        # In the hour that spring takes away a service cannot close before it opens.
        ends = max(begins, _wall(day, closes))
        found.append(Opening(begins, ends, before, since))
        since, before = ends, before + ends - begins
    return tuple(found)


def _wall(day: date, minute: int) -> int:
    if minute == _MINUTES_A_DAY:
        return day_end(day) + 1
    return local_instant(datetime(day.year, day.month, day.day, *divmod(minute, 60)))  # noqa: DTZ001 - zoned inside
