"""A standard in plain English, from its data alone."""

from datetime import timedelta

from trigpoint.records.police_codes import POLICE_CODES, code_words
from trigpoint.standards.language import (
    Act,
    AllOf,
    AnyOf,
    AtEvent,
    AtOnce,
    BeforeDay,
    By,
    ByFact,
    ByKind,
    CalendarDays,
    Condition,
    Each,
    Elapsed,
    ExceptWhere,
    FollowedBy,
    Has,
    Holds,
    Is,
    Limit,
    Months,
    Nearby,
    Never,
    Not,
    Pattern,
    ServiceHours,
    WorkingDays,
    Written,
    WrittenBeyond,
)
from trigpoint.standards.phrases import SAID
from trigpoint.standards.standard import Fault, Standard, Standing
from trigpoint.timekeeping.london import DAY, HOUR, MINUTE
from trigpoint.vocabulary.event_kinds import EventKind
from trigpoint.vocabulary.nouns import FACT_NOUNS, NOUNS

#: What stands behind a standard, as a reader should weigh it.
STANDING = {
    Standing.LAW: "Law",
    Standing.GUIDANCE: "National guidance",
    Standing.LOCAL: "Local: a default that a force can set, not law",
    Standing.OURS: "Trigpoint's own proposal, not official",
}


def as_english(standard: Standard) -> str:
    """The whole standard, one sentence a line."""
    lines = [
        f"{standard.title}.",
        f"Applies to: {occasions(standard)}.",
        f"Expects: {expectation(standard)}.",
    ]
    lines += [f"Excepted: {_exception(item)}." for item in standard.excepting]
    lines += [
        f"Whose duty: {standard.duty_holder.label}.",
        f"A failure is: {fault(standard)}.",
        f"Authority: {authority(standard)}.",
        f"In force: {in_force(standard)}.",
    ]
    return "\n".join([*lines, *(f"Note: {note}" for note in standard.notes)])


def authority(standard: Standard) -> str:
    """The source and its standing, marked where it is to be confirmed."""
    source = standard.source
    parts = [part for part in (source.instrument, source.provision) if part]
    marked = "" if source.confirmed else " [to be confirmed]"
    where = f" ({source.site})" if source.site else ""
    return f"{STANDING[source.standing]}. {', '.join(parts)}{where}{marked}"


def in_force(standard: Standard) -> str:
    """The days to whose occasions this version applies."""
    until = " on"
    if standard.in_force_to is not None:
        last = standard.in_force_to - timedelta(days=1)
        until = f" to {last:%-d %B %Y}"
    return f"from {standard.in_force_from:%-d %B %Y}{until}, version {standard.version}"


def fault(standard: Standard) -> str:
    """Risk or procedural, with the condition that turns one into the other."""
    if standard.fault is Fault.RISK:
        return "a failure to see or to act on risk"
    if standard.becomes_risk is None:
        return "procedural"
    told = " (which no column tells; it stays procedural)"
    known = told if standard.becomes_risk.untold else ""
    return f"procedural, and one of risk if {standard.becomes_risk.words}{known}"


def occasions(standard: Standard) -> str:
    """What calls for the duty."""
    told = "; or ".join(_each(item) for item in standard.applies_to.each)
    if standard.applies_to.once_until:
        ended = _pattern(standard.applies_to.once_until)
        told += f"; once, until there is {_a(ended)}"
    if standard.applies_to.record_of:
        label = standard.applies_to.record_of.label.lower()
        told += f"; judged on the {label} record, and not to be told without one"
    return told


def _each(item: Each) -> str:
    told = f"each {_kinds(item.kinds)}"
    if item.first_of:
        told = f"the first {_kinds(item.kinds)} of its record"
    if item.where:
        told += f" where {condition(item.where)}"
    if item.counted:
        days = _duration(item.counted.within)
        what = _pattern(item.counted.pattern)
        told += (
            f", if it is at least the {_nth(item.counted.at_least)} {what} in {days}"
        )
    if item.lasting:
        told += f", while what began with {_a(_pattern(item.lasting.begins))} lasts"
    told += "".join(f", if there is {_nearby(near)}" for near in item.only_if)
    return told + "".join(f", unless there is {_nearby(near)}" for near in item.unless)


def _nearby(near: Nearby) -> str:
    what = _a(_pattern(near.pattern))
    ways = []
    if near.before:
        ways.append(f"{_within(near.before)} before")
    if near.after:
        ways.append(f"{_within(near.after)} after")
    return f"{what} {' or '.join(ways) or 'at the same time'}"


def _within(size: int) -> str:
    told = _duration(size)
    return f"at {told}" if told == "any time" else f"within {told}"


def expectation(standard: Standard) -> str:
    """What is expected, and by when."""
    expects = standard.expects
    if isinstance(expects, Holds):
        told = condition(expects.condition)
        if isinstance(expects.condition, AnyOf):
            told = told.removeprefix("(").removesuffix(")")
        if expects.person_reads:
            told += f"; otherwise it may need {expects.person_reads.what}"
        return told
    acts = " or ".join(_act(act) for act in expects.acts)
    if isinstance(expects, Never):
        return f"no {acts} {limit(expects.within)}"
    # A limit must not be read as part of the condition before it.
    comma = "," if any(act.where for act in expects.acts) else ""
    return f"{_a(acts)}{comma} {limit(expects.within)}{_besides(expects)}"


def _besides(expects: FollowedBy) -> str:
    told = f"; and {condition(expects.requires)}" if expects.requires else ""
    if expects.already:
        told += f"; or {_a(_pattern(expects.already.begins))} that still stands"
    return told


def _act(act: Act) -> str:
    told = _kinds(act.kinds)
    if act.where:
        told += f" where {condition(act.where)}"
    if act.other_actor:
        told += " by someone else"
    return told + (" on record by then" if act.on_record_by_due else "")


def _exception(item: object) -> str:
    if isinstance(item, ExceptWhere):
        return f"{item.words} ({condition(item.condition)})"
    words, act = item.words, item.act  # type: ignore[attr-defined]
    return f"{words} ({_act(act)}, by the due time and before the act)"


def limit(within: Limit) -> str:
    """The time limit, as one would say it."""
    if isinstance(within, ByFact):
        cases = [f"{code_words(code)}: {limit(each)}" for code, each in within.limits]
        return f"in time for the {_fact(within.fact)} ({'; '.join(cases)})"
    if isinstance(within, ByKind):
        cases = [f"{_kinds((kind,))}: {limit(each)}" for kind, each in within.limits]
        return f"in time ({'; '.join(cases)})"
    if isinstance(within, AtEvent):
        return f"by the time of the {_act(within.act)}"
    return _simple(within)


def _simple(within: Limit) -> str:
    match within:
        case Elapsed(microseconds=size):
            return f"within {_duration(size)}"
        case WorkingDays(count=count):
            return f"within {count} working day{'s' * (count != 1)}"
        case CalendarDays(count=0):
            return "by the end of the same day"
        case CalendarDays(count=count):
            return f"within {count} days"
        case Months(count=count):
            return f"within {count} month{'s' * (count != 1)}"
        case BeforeDay(working_days=0):
            return "before its day"
        case BeforeDay(working_days=count):
            return f"at least {count} working days before its day"
        case AtOnce():
            return "by its own time"
        case ServiceHours(microseconds=size, opens=opens, closes=closes):
            days = "working days" if within.working_days_only else "every day"
            hours = f"{_clock(opens)} to {_clock(closes)}, {days}"
            return f"within {_duration(size)} of the service's own hours ({hours})"
    msg = f"No words for {type(within).__name__}: add them to standards/prose.py."
    raise NotImplementedError(msg)


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def condition(what: Condition) -> str:
    """A condition in words."""
    if what in SAID:
        return SAID[what]
    match what:
        case Is(fact=fact, values=values):
            return f"the {_fact(fact)} is {_listed(values)}"
        case Has(fact=fact, values=values):
            return f"the {_fact(fact)} includes {_listed(values, 'and')}"
        case Written(fact=fact):
            return f"the {_fact(fact)} is written"
        case WrittenBeyond(fact=fact, words=words):
            return f"the {_fact(fact)} is written, and is more than {_listed(words)}"
        case By():
            return _by(what)
        case Not(condition=Is(fact=fact, values=values)):
            return f"the {_fact(fact)} is not {_listed(values)}"
        case Not(condition=inner):
            return f"it is not so that {condition(inner)}"
        case AllOf(conditions=parts):
            return " and ".join(condition(part) for part in parts)
        case AnyOf(conditions=parts):
            return f"({' or '.join(condition(part) for part in parts)})"


def _by(what: By) -> str:
    parts = []
    if what.agencies:
        parts.append(
            f"it is by {_listed(tuple(a.label.lower() for a in what.agencies))}"
        )
    if what.ranks:
        parts.append(f"the officer's rank is {_listed(what.ranks)}")
    if what.accreditations:
        names = POLICE_CODES["skill"]
        held = _listed(tuple(names.get(one, one) for one in what.accreditations), "and")
        parts.append(f"the officer holds {held}, valid that day")
    return " and ".join(parts)


def _listed(codes: tuple[str, ...], word: str = "or") -> str:
    values = tuple(code_words(code) for code in codes)
    if len(values) < 2:
        return values[0] if values else "nothing at all"
    return f"{', '.join(values[:-1])} {word} {values[-1]}"


def _fact(name: str) -> str:
    return FACT_NOUNS.get(name, name.replace("_", " "))


def _pattern(pattern: Pattern) -> str:
    told = _kinds(pattern.kinds)
    return told + (f" where {condition(pattern.where)}" if pattern.where else "")


def _kinds(kinds: tuple[EventKind, ...]) -> str:
    return " or ".join(NOUNS[kind] for kind in kinds)


def _a(words: str) -> str:
    return f"{'an' if words[:1] in 'aeiou' else 'a'} {words}"


def _nth(count: int) -> str:
    return {2: "second", 3: "third"}.get(count, f"{count}th")


def _duration(size: int) -> str:
    if size >= 100 * 365 * DAY:
        return "any time"
    for unit, name in ((DAY, "day"), (HOUR, "hour"), (MINUTE, "minute")):
        if size % unit == 0 and (unit != DAY or size >= 4 * DAY):
            count = size // unit
            return f"{count} {name}{'s' * (count != 1)}"
    return f"{size / HOUR:g} hours"
