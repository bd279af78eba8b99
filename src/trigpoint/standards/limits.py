"""Limits that need only the trigger's time: from it to the moment a duty falls due.

Each is worked out in judgements/deadline.py by the calendar of timekeeping/calendar.py.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Elapsed:
    """So many microseconds after the trigger. A span moves as a whole."""

    microseconds: int


@dataclass(frozen=True, slots=True)
class WorkingDays:
    """The end of the n-th working day after the trigger's own London date.

    Day 0 is that date, working day or not. `WorkingDays(0)` is the end of day 0.
    """

    count: int


@dataclass(frozen=True, slots=True)
class CalendarDays:
    """The end of the n-th day after the trigger's London date; 0 is the same day."""

    count: int


@dataclass(frozen=True, slots=True)
class Months:
    """The end of the same day of the month n months on, clamped to its last day."""

    count: int


@dataclass(frozen=True, slots=True)
class BeforeDay:
    """Before the trigger's own day.

    0: the end of the day before it. n: the end of the n-th working day before it.
    """

    working_days: int = 0


@dataclass(frozen=True, slots=True)
class AtOnce:
    """By the trigger's own time."""


@dataclass(frozen=True, slots=True)
class ServiceHours:
    """So many microseconds of a service's own opening hours.

    The service opens `opens` to `closes` (minutes after midnight, London wall clock,
    opens < closes) on working days, or every day. A trigger outside the hours
    starts the clock at the next opening. The microseconds are more than none. Only
    years whose bank holidays are known have opening hours, every day open or not.
    """

    microseconds: int
    opens: int
    closes: int
    working_days_only: bool = True


Simple = (
    Elapsed | WorkingDays | CalendarDays | Months | BeforeDay | AtOnce | ServiceHours
)
