"""How numbers, times and outcomes are said: one way each, everywhere."""

from datetime import datetime

from trigpoint.estimates.estimate import Estimate
from trigpoint.timekeeping.london import LONDON, day_end, local_date, moment
from trigpoint.timekeeping.span import Span
from trigpoint.vocabulary.agencies import Agency

OUTCOMES = {
    "met": "met",
    "late": "late",
    "missed": "missed",
    "not_yet_due": "not yet due",
    "excepted": "excepted",
    "cannot_tell": "cannot tell",
}
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August",
    "September", "October", "November", "December",
)  # fmt: skip


def count(number: int) -> str:
    """1,030."""
    return f"{number:,}"


def percent(share: float) -> str:
    """52%; never 0% of something or 100% of not quite all."""
    whole = round(share * 100)
    if whole == 0 and share > 0:
        return "under 1%"
    if whole == 100 and share < 1:
        return "over 99%"
    return f"{whole}%"


def interval(estimate: Estimate) -> str:
    """47 to 57: the ends of the interval, in per cent."""
    assert estimate.low is not None
    assert estimate.high is not None
    return f"{round(estimate.low * 100)} to {round(estimate.high * 100)}"


def rate(estimate: Estimate) -> str:
    """52% (47 to 57); "none judged" of nothing."""
    if estimate.value is None:
        return "none judged"
    return f"{percent(estimate.value)} ({interval(estimate)})"


def of(estimate: Estimate) -> str:
    """212 of 405."""
    return f"{count(estimate.count)} of {count(estimate.of)}"


def many(number: int, one: str, more: str = "") -> str:
    """1 child, 2 children."""
    return f"{count(number)} {one if number == 1 else more or one + 's'}"


def day(at: int | datetime) -> str:
    """4 July 2016, in London."""
    when = at.astimezone(LONDON) if isinstance(at, datetime) else moment(at)
    return f"{when.day} {_MONTHS[when.month - 1]} {when.year}"


def short_day(at: int | datetime) -> str:
    """4 Jul 2016."""
    when = at.astimezone(LONDON) if isinstance(at, datetime) else moment(at)
    return f"{when.day} {_MONTHS[when.month - 1][:3]} {when.year}"


def minute(at: int | datetime) -> str:
    """4 Jul 2016, 18:40."""
    when = at.astimezone(LONDON) if isinstance(at, datetime) else moment(at)
    return f"{short_day(when)}, {when:%H:%M}"


def short_span(span: Span) -> str:
    """A time as known: to the minute, to the day, or from one day to another."""
    if span.exact:
        return minute(span.earliest)
    first = short_day(span.earliest)
    last = short_day(span.latest)
    if day_end(local_date(span.earliest)) == span.latest:
        return first
    if first == last:
        return f"{minute(span.earliest)} to {minute(span.latest)}"
    return f"{first} to {last}"


def month(name: str) -> str:
    """July 2016, of 2016-07."""
    year, number = name.split("-")
    return f"{_MONTHS[int(number) - 1]} {year}"


def short_month(name: str) -> str:
    """Jul 2016, of 2016-07."""
    year, number = name.split("-")
    return f"{_MONTHS[int(number) - 1][:3]} {year}"


def hours(number: float) -> str:
    """Minutes under an hour, hours under two days, else days."""
    size = abs(number)
    if size < 1:
        return many(round(size * 60), "minute")
    if size < 48:
        return many(round(size), "hour")
    return many(round(size / 24), "day")


def margin(number: float | None) -> str:
    """How late, or how much before it was due; "" where nothing was done."""
    if number is None:
        return ""
    if number == 0:
        return "at the time"
    return f"{hours(number)} {'late' if number < 0 else 'in hand'}"


def agency(code: str) -> str:
    """The agency in words; a code nobody knows stays as it is."""
    return Agency(code).label if code in set(Agency) else code


def district(code: str) -> str:
    """A district; one that is not on record says so."""
    return code or "Not recorded"


def file_name(text: str) -> str:
    """A name for a file or an anchor that any system takes; never empty."""
    kept = "".join(one if one.isalnum() and one.isascii() else "-" for one in text)
    return kept.strip("-").lower() or "not-recorded"


def listed(words: list[str]) -> str:
    """a, b and c."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def link_words(probability: float) -> str:
    """What a judgement says that rests on records joined by likeness alone."""
    sure = min(probability, 0.9999)
    return f"rests on a likely link ({sure:.2%}), which no person has decided"
