"""Why a judgement came out as it did, clause by clause.

Each clause of the standard is held against what is on record: the trigger, the due
time, every event that might have been the act or an exception (accepted or refused,
and on what ground), and what silence proves. It repeats the reference evaluator's own
reading and decides nothing.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from trigpoint.chronology.coverage import Coverage
from trigpoint.chronology.event import Event
from trigpoint.judgements.candidates import is_the_trigger
from trigpoint.judgements.conditions import doubt, truth
from trigpoint.judgements.gaps import missing_words
from trigpoint.judgements.known import Known, field_of, tied
from trigpoint.judgements.outcome import Outcome
from trigpoint.judgements.single import Reading, Setting, readings
from trigpoint.standards import prose
from trigpoint.standards.language import (
    Act,
    AllOf,
    Condition,
    ExceptWhere,
    Field,
    Holds,
    Never,
    Same,
)
from trigpoint.standards.standard import Standard
from trigpoint.timekeeping.calendar import Calendar
from trigpoint.timekeeping.span import Span

#: A child of hundreds of events has many that have nothing to do with one duty.
SHOWN = 12


class Part(StrEnum):
    """What a clause is about, in the words shown."""

    OCCASION = "called for by"
    EXPECTED = "expected"
    DUE = "due"
    ACT = "found"
    EXCEPTION = "excepted"
    MISSING = "cannot be told"
    FAULT = "a failure of this kind is"


class Found(StrEnum):
    """How a clause came out. `BESIDE`: it only tells, and is not held against anything."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "not known"
    BESIDE = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One clause: what it is about, how it came out, in words, and the event it rests on.

    `due` is set for the clause of the due time alone.
    """

    part: Part
    found: Found
    words: str
    event: Event | None = None
    due: Span | None = None


#: Of two readings of one event, the one that counts more is told.
_WEIGHT = {Found.YES: 0, Found.UNKNOWN: 1, Found.NO: 2}

Why = dict[tuple[str, int, str], tuple[Clause, ...]]


def why_of(
    events: Sequence[Event],
    *,
    standards: Sequence[Standard],
    coverage: Coverage,
    calendar: Calendar,
    as_at: int,
) -> Why:
    """The clauses of every judgement of one child, by (slug, version, occasion)."""
    setting = Setting(known=Known(events, as_at), coverage=coverage, calendar=calendar)
    return {
        (
            standard.slug,
            standard.version,
            reading.occasion.trigger.event,
        ): explained(setting, reading)
        for standard in standards
        for reading in readings(setting, standard)
    }


def explained(setting: Setting, reading: Reading) -> tuple[Clause, ...]:
    """The clauses of one judgement, in the order in which one would read them."""
    standard, trigger = reading.standard, reading.occasion.trigger
    expects = standard.expects
    clauses = [_occasion(reading), *_conditions(reading)]
    told = prose.expectation(standard)
    clauses.append(Clause(part=Part.EXPECTED, found=Found.BESIDE, words=told))
    if reading.due is not None and not isinstance(expects, Holds):
        clauses.append(
            Clause(part=Part.DUE, found=Found.BESIDE, words="", due=reading.due)
        )
    if isinstance(expects, Holds):
        clauses += _each_condition(expects.condition, trigger, Part.ACT)
    elif reading.row.gap is None:
        requires = None if isinstance(expects, Never) else expects.requires
        clauses += _each_condition(requires, trigger, Part.EXPECTED)
        clauses += _acts(setting, reading, expects.acts)
    clauses += _exceptions(setting, reading)
    return (*clauses, *_ending(setting, reading))


def _occasion(reading: Reading) -> Clause:
    gap = reading.occasion.gap
    return Clause(
        part=Part.OCCASION,
        found=Found.UNKNOWN if gap else Found.YES,
        words=prose.occasions(reading.standard),
        event=reading.occasion.trigger,
    )


def _conditions(reading: Reading) -> Iterator[Clause]:
    """The conditions that the trigger's own facts met, part by part."""
    trigger = reading.occasion.trigger
    for each in reading.standard.applies_to.each:
        if trigger.kind in each.kinds and truth(each.where, trigger) is not False:
            yield from _each_condition(each.where, trigger, Part.OCCASION)
            return


def _each_condition(
    condition: Condition | None, event: Event, part: Part
) -> Iterator[Clause]:
    parts = condition.conditions if isinstance(condition, AllOf) else (condition,)
    for one in parts:
        if one is not None:
            yield Clause(
                part=part, found=_found(truth(one, event)), words=prose.condition(one)
            )


def _found(met: bool | None) -> Found:
    if met is None:
        return Found.UNKNOWN
    return Found.YES if met else Found.NO


def _acts(
    setting: Setting, reading: Reading, acts: tuple[Act, ...]
) -> Iterator[Clause]:
    """Every event that might be the act: taken, refused or in doubt, and why."""
    looked = list(_looked_at(setting, reading, acts, Part.ACT))
    if reading.row.already:
        words = "what it asks for already stands at the trigger"
        yield Clause(part=Part.ACT, found=Found.YES, words=words)
    if not looked and not reading.row.already:
        words = "nothing of the kind is on record"
        yield Clause(part=Part.ACT, found=Found.NO, words=words)
    # Those that count come first; of the refused the ones nearest to the trigger.
    at = reading.occasion.trigger.happened.earliest
    looked.sort(
        key=lambda c: (
            c.found is Found.NO,
            abs(c.event.happened.earliest - at) if c.event else 0,
        )
    )
    yield from looked[:SHOWN]
    if len(looked) > SHOWN:
        words = f"{len(looked) - SHOWN} more of the kind, none nearer"
        yield Clause(part=Part.ACT, found=Found.NO, words=words)


def _looked_at(
    setting: Setting, reading: Reading, acts: tuple[Act, ...], part: Part
) -> Iterator[Clause]:
    """Each event of the kinds once: as the alternative under which it counts most."""
    best: dict[int, Clause] = {}
    for act in acts:
        for event in setting.known.of(act.kinds):
            if event.seq == reading.occasion.trigger.seq:
                continue
            found, words = _held_against(setting, reading, act, event)
            held = best.get(event.seq)
            if held is None or _WEIGHT[found] < _WEIGHT[held.found]:
                best[event.seq] = Clause(
                    part=part, found=found, words=words, event=event
                )
    yield from best.values()


def _held_against(
    setting: Setting, reading: Reading, act: Act, event: Event
) -> tuple[Found, str]:
    """How one event stands to what is asked: the first ground of refusal, or of doubt."""
    trigger, due = reading.occasion.trigger, reading.due
    for refused, words in _grounds(reading, act, event):
        if refused:
            return Found.NO, words
    if setting.known.is_coarse(event):
        return Found.NO, "another source records the same more exactly"
    gap = doubt(act.where, event)
    if gap is not None:
        return Found.UNKNOWN, missing_words(gap, reading.standard, setting.coverage)
    if act.other_actor and "" in (event.actor, trigger.actor):
        return Found.UNKNOWN, "who did it is not recorded"
    surely_after = trigger.happened.latest - act.look_back
    if act.strictly_after and event.happened.earliest <= surely_after:
        return Found.UNKNOWN, "whether it came after is not known"
    return Found.YES, _in_time(event, due)


def _in_time(event: Event, due: Span | None) -> str:
    if due is None:
        return "counts"
    if event.happened.latest <= due.earliest:
        return "in time"
    if event.happened.earliest > due.latest:
        return "after it was due"
    return "whether in time is not known"


def _grounds(reading: Reading, act: Act, event: Event) -> Iterator[tuple[bool, str]]:
    """Each ground on which an event is no candidate, with whether it holds."""
    trigger, due = reading.occasion.trigger, reading.due
    since = trigger.happened.earliest - act.look_back
    ended = event.happened.latest
    too_soon = ended < since or (act.strictly_after and ended == since)
    yield too_soon, "it came before"
    untied = not tied(event, trigger, act.same)
    yield untied, _untied(event, trigger, act.same)
    deadline = due.latest if due is not None and act.on_record_by_due else None
    unrecorded = deadline is not None and event.recorded > deadline
    yield unrecorded, "it was not on record by then"
    echo = is_the_trigger(event, trigger, reading.echoes)
    yield echo, "it is another source's record of the same happening"
    if act.where is not None:
        unmet = truth(act.where, event) is False
        yield unmet, f"it is not so that {_unmet(act.where, event)}"
    own = event.actor == trigger.actor != ""
    yield act.other_actor and own, "it was done by the same person"


def _untied(event: Event, trigger: Event, same: Same | None) -> str:
    if same is None:
        return ""
    theirs, ours = field_of(event, same.theirs), field_of(trigger, same.ours)
    if not theirs or not ours:
        return "no number ties it to this"
    what = "record" if same.theirs is Field.REFERENCE else "matter"
    return f"it belongs to another {what} ({theirs}, not {ours})"


def _unmet(condition: Condition, event: Event) -> str:
    """The first part of a condition that fails, in words."""
    parts = condition.conditions if isinstance(condition, AllOf) else (condition,)
    failing = (part for part in parts if truth(part, event) is False)
    return prose.condition(next(failing, condition))


def _exceptions(setting: Setting, reading: Reading) -> Iterator[Clause]:
    trigger = reading.occasion.trigger
    for exception in reading.standard.excepting:
        if isinstance(exception, ExceptWhere):
            met = truth(exception.condition, trigger)
            yield Clause(part=Part.EXCEPTION, found=_found(met), words=exception.words)
        elif reading.row.gap is None:
            yield _excepting_event(setting, reading, exception.act, exception.words)


def _excepting_event(
    setting: Setting, reading: Reading, act: Act, words: str
) -> Clause:
    """The event that excuses; where none does, the first that comes near, and why not."""
    excuse = reading.excuse
    if excuse is not None and excuse.words == words:
        return Clause(
            part=Part.EXCEPTION, found=Found.YES, words=words, event=excuse.event
        )
    looked = list(_looked_at(setting, reading, (act,), Part.EXCEPTION))
    in_doubt = [one for one in looked if one.found is Found.UNKNOWN]
    for one in in_doubt[:1]:
        return Clause(
            part=Part.EXCEPTION,
            found=Found.UNKNOWN,
            words=f"{words}: {one.words}",
            event=one.event,
        )
    return Clause(part=Part.EXCEPTION, found=Found.NO, words=words)


def _ending(setting: Setting, reading: Reading) -> Iterator[Clause]:
    """What is missing, and what a failure means."""
    outcome, missing = reading.decision
    if outcome is Outcome.CANNOT_TELL and missing:
        yield Clause(
            part=Part.MISSING,
            found=Found.UNKNOWN,
            words=missing_words(missing, reading.standard, setting.coverage),
        )
    if reading.fault:
        words = prose.fault(reading.standard)
        yield Clause(part=Part.FAULT, found=Found.BESIDE, words=words)
