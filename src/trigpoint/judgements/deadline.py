"""From a trigger to the moment its duty falls due: each limit and its function."""

from trigpoint.chronology.event import Event
from trigpoint.judgements.conditions import known_text
from trigpoint.standards.language import (
    AtOnce,
    BeforeDay,
    ByFact,
    ByKind,
    CalendarDays,
    Elapsed,
    Months,
    ServiceHours,
    Simple,
    WorkingDays,
)
from trigpoint.timekeeping.calendar import (
    BeyondCalendar,
    Calendar,
    end_of_day_after,
    end_of_month_day,
)
from trigpoint.timekeeping.london import local_date
from trigpoint.timekeeping.span import Span

#: The gap where a due time lies outside the years whose bank holidays are known.
CALENDAR_GAP = "calendar"


def due_instant(limit: Simple, at: int, calendar: Calendar) -> int:
    """When a duty that began at that instant falls due; may refuse (`BeyondCalendar`)."""
    match limit:
        case Elapsed(microseconds):
            return at + microseconds
        case AtOnce():
            return at
        case WorkingDays(count):
            return calendar.end_of_working_day(local_date(at), count)
        case CalendarDays(count):
            return end_of_day_after(local_date(at), count)
        case Months(count):
            return end_of_month_day(local_date(at), count)
        case BeforeDay(count):
            return calendar.before_day(local_date(at), count)
        case ServiceHours(microseconds, opens, closes, working_days_only):
            return calendar.service_hours(
                at,
                microseconds,
                opens=opens,
                closes=closes,
                working_days_only=working_days_only,
            )
    msg = f"{limit!r} is not a limit: use one of standards/language.py."
    raise TypeError(msg)


def due_span(limit: Simple, trigger: Span, calendar: Calendar) -> Span | str:
    """The span in which the duty falls due, or the gap where the calendar ends."""
    try:
        earliest = due_instant(limit, trigger.earliest, calendar)
        if trigger.exact:
            return Span(earliest, earliest)
        return Span(earliest, due_instant(limit, trigger.latest, calendar))
    except BeyondCalendar:
        return CALENDAR_GAP


def chosen_limit(limit: ByFact | ByKind, trigger: Event) -> Simple | str:
    """The limit that a fact or the kind of the trigger chooses, or the gap it leaves."""
    if isinstance(limit, ByKind):
        return next(found for kind, found in limit.limits if kind == trigger.kind)
    value = known_text(trigger.facts.get(limit.fact))
    if value is None:
        return f"limit:{limit.fact}"
    named = [found for name, found in limit.limits if name == value]
    found = named[0] if named else limit.otherwise
    return f"limit:{limit.fact}" if found is None else found
