"""Times as a page says them, in the reader's language."""

from functools import lru_cache

from django.utils.dates import MONTHS_3
from django.utils.translation import get_language, gettext, ngettext

from trigpoint.timekeeping.london import (
    DAY,
    HOUR,
    MINUTE,
    day_end,
    local_date,
    moment,
)
from trigpoint.timekeeping.span import Span


def short_day(at: int) -> str:
    """4 Jul 2016."""
    when = moment(at)
    return f"{when.day} {_month(when.month)} {when.year}"


def minute(at: int) -> str:
    """4 Jul 2016, 18:40."""
    when = moment(at)
    return f"{when.day} {_month(when.month)} {when.year}, {when:%H:%M}"


def short_month(name: str) -> str:
    """Jul 2016, of 2016-07."""
    year, number = name.split("-")
    return f"{_month(int(number))} {year}"


def short_span(span: Span) -> str:
    """A time as known: to the minute, to the day, or from one day to another."""
    if span.exact:
        return minute(span.earliest)
    first, last = short_day(span.earliest), short_day(span.latest)
    if day_end(local_date(span.earliest)) == span.latest:
        return first
    if first == last:
        first, last = minute(span.earliest), minute(span.latest)
    return gettext("%(first)s to %(last)s") % {"first": first, "last": last}


def away(at: int, now: int) -> str:
    """How far an instant lies from now: in 3 hours; 2 days ago."""
    size = max(abs(at - now), MINUTE)
    ahead = at >= now
    if size < HOUR:
        return _minutes(round(size / MINUTE), ahead=ahead)
    if size < 48 * HOUR:
        return _hours(round(size / HOUR), ahead=ahead)
    return _days(round(size / DAY), ahead=ahead)


def _minutes(count: int, *, ahead: bool) -> str:
    told = (
        ngettext("in %(n)s minute", "in %(n)s minutes", count)
        if ahead
        else ngettext("%(n)s minute ago", "%(n)s minutes ago", count)
    )
    return told % {"n": count}


def _hours(count: int, *, ahead: bool) -> str:
    told = (
        ngettext("in %(n)s hour", "in %(n)s hours", count)
        if ahead
        else ngettext("%(n)s hour ago", "%(n)s hours ago", count)
    )
    return told % {"n": count}


def _days(count: int, *, ahead: bool) -> str:
    told = (
        ngettext("in %(n)s day", "in %(n)s days", count)
        if ahead
        else ngettext("%(n)s day ago", "%(n)s days ago", count)
    )
    return told % {"n": f"{count:,}"}


def _month(number: int) -> str:
    return _months(get_language())[number]


@lru_cache(maxsize=16)
def _months(_: str | None) -> dict[int, str]:
    """The short names of the months in the language that holds."""
    return {number: str(name).title() for number, name in MONTHS_3.items()}
