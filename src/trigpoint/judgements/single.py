"""The reference evaluator: every duty of one child, judged by plain reading.

Slow and obvious; it is the live path for one child and the oracle of batch.py. What
the words of a standard mean stands in standards/language.py.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from trigpoint.chronology.coverage import Coverage
from trigpoint.chronology.event import Event
from trigpoint.judgements.candidates import Best, Candidate, candidates
from trigpoint.judgements.conditions import doubt, truth
from trigpoint.judgements.deadline import chosen_limit, due_span
from trigpoint.judgements.judgement import Judgement
from trigpoint.judgements.known import Known
from trigpoint.judgements.occasions import Occasion, find, lasts
from trigpoint.judgements.outcome import (
    Decision,
    Outcome,
    Row,
    decide,
    decide_holds,
    decide_never,
)
from trigpoint.standards.language import (
    Act,
    AtEvent,
    AtOnce,
    ByFact,
    ByKind,
    ExceptEvent,
    ExceptWhere,
    FollowedBy,
    Holds,
    Limit,
    Never,
)
from trigpoint.standards.standard import Fault, Standard
from trigpoint.timekeeping.calendar import Calendar
from trigpoint.timekeeping.london import local_date
from trigpoint.timekeeping.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What every duty of a child is judged with; `echoes` are those of one standard."""

    known: Known
    coverage: Coverage
    calendar: Calendar
    echoes: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Excuse:
    """The exception surely found first: its words, and the event that shows it."""

    words: str
    event: Event


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that was found for one occasion, and what was made of it."""

    standard: Standard
    occasion: Occasion
    echoes: frozenset[int]
    due: Span | None
    row: Row
    act: Event | None
    act_span: Span | None
    excuse: Excuse | None
    decision: Decision
    fault: str


def judge_child(
    events: Sequence[Event],
    *,
    standards: Sequence[Standard],
    coverage: Coverage,
    calendar: Calendar,
    as_at: int,
    window: tuple[int, int] | None = None,
) -> list[Judgement]:
    """Every judgement of one child as known at `as_at` (microseconds).

    `window`: only triggers whose earliest instant lies in [from, to). Ordered by
    (standard, triggered_earliest, occasion).
    """
    setting = Setting(known=Known(events, as_at), coverage=coverage, calendar=calendar)
    found = [
        judgement_of(reading)
        for standard in standards
        for reading in readings(setting, standard, window=window)
    ]
    return sorted(found, key=lambda j: (j.standard, j.triggered_earliest, j.occasion))


def readings(
    setting: Setting, standard: Standard, *, window: tuple[int, int] | None = None
) -> Iterator[Reading]:
    """What was found for each occasion of one standard, in order."""
    found = find(setting.known, standard.applies_to)
    if not found.occasions:
        return
    setting = Setting(
        known=setting.known,
        coverage=setting.coverage,
        calendar=setting.calendar,
        echoes=found.echoes,
    )
    for occasion in found.occasions:
        triggered = occasion.trigger.happened.earliest
        if window is not None and not window[0] <= triggered < window[1]:
            continue
        if in_force(standard, triggered):
            yield read(setting, standard, occasion)


def in_force(standard: Standard, at: int) -> bool:
    """Whether this version was in force on the London date of that instant."""
    day = local_date(at)
    ended = standard.in_force_to is not None and day >= standard.in_force_to
    return standard.in_force_from <= day and not ended


def read(setting: Setting, standard: Standard, occasion: Occasion) -> Reading:
    """Look for the due time, the act and what excuses it, and decide."""
    expects = standard.expects
    limit: Limit = AtOnce() if isinstance(expects, Holds) else expects.within
    told = occasion.gap or find_due(setting, limit, occasion.trigger)
    due: Span | None = None
    excuse: Excuse | None = None
    if isinstance(told, str):
        row, best = Row(due_earliest=None, due_latest=None, gap=told), Best()
    else:
        due = told
        best = _best_act(setting, expects, occasion.trigger, due)
        row, excuse = _row(setting, standard, occasion.trigger, due, best)
    decision = _decide(expects, row, setting.known.as_at)
    act, span = _act_named(expects, row, occasion.trigger, best, decision[0])
    return Reading(
        standard=standard,
        occasion=occasion,
        echoes=setting.echoes,
        due=due,
        row=row,
        act=act,
        act_span=span,
        excuse=excuse if decision[0] is Outcome.EXCEPTED else None,
        decision=decision,
        fault=fault_of(setting, standard, occasion.trigger, decision[0], due),
    )


def judgement_of(reading: Reading) -> Judgement:
    """The reading as a row of the result."""
    trigger, due, span = reading.occasion.trigger, reading.due, reading.act_span
    outcome, missing = reading.decision
    return Judgement(
        child=trigger.child,
        standard=reading.standard.slug,
        version=reading.standard.version,
        occasion=trigger.event,
        triggered_earliest=trigger.happened.earliest,
        triggered_latest=trigger.happened.latest,
        due_earliest=due.earliest if due else None,
        due_latest=due.latest if due else None,
        outcome=outcome,
        act=reading.act.event if reading.act else "",
        act_earliest=span.earliest if span else None,
        act_latest=span.latest if span else None,
        exclusion=reading.excuse.event.event if reading.excuse else "",
        exception=reading.excuse.words if reading.excuse else "",
        missing=missing or "",
        fault=reading.fault,
    )


def find_due(setting: Setting, limit: Limit, trigger: Event) -> Span | str:
    """The span in which the duty falls due, or the gap that keeps it from being told."""
    if isinstance(limit, AtEvent):
        best = Best()
        for item in candidates(
            setting.known, limit.act, trigger, echoes=setting.echoes
        ):
            best.take(item)
        return best.sure.happened if best.sure else f"due:{limit.act.kinds[0]}"
    chosen = (
        chosen_limit(limit, trigger) if isinstance(limit, ByFact | ByKind) else limit
    )
    if isinstance(chosen, str):
        return chosen
    return due_span(chosen, trigger.happened, setting.calendar)


def act_candidates(
    setting: Setting, act: Act, trigger: Event, due: Span | None
) -> Iterator[Candidate]:
    """Every event that possibly is this act of the trigger."""
    return candidates(
        setting.known,
        act,
        trigger,
        echoes=setting.echoes,
        due_latest=due.latest if due else None,
    )


def _best_act(
    setting: Setting, expects: FollowedBy | Holds | Never, trigger: Event, due: Span
) -> Best:
    best = Best()
    if not isinstance(expects, Holds):
        for act in expects.acts:
            for candidate in act_candidates(setting, act, trigger, due):
                best.take(candidate)
    return best


def _row(
    setting: Setting, standard: Standard, trigger: Event, due: Span, best: Best
) -> tuple[Row, Excuse | None]:
    expects = standard.expects
    held, held_doubt, reads = _shown(expects, trigger)
    excused, excused_doubt, fact_words = _excused(standard, trigger)
    exceptions, event_excuse = _exceptions(setting, standard, trigger, due)
    already = _already(setting, expects, trigger)
    possible = best.possible.event.happened.earliest if best.possible else None
    sure = best.sure.happened.latest if best.sure else None
    row = Row(
        due_earliest=due.earliest,
        due_latest=due.latest,
        act_sure=trigger.happened.earliest if already else sure,
        act_possible=trigger.happened.earliest if already else possible,
        act_doubt=best.possible.doubt if best.possible else None,
        already=already,
        holds=held,
        holds_doubt=held_doubt,
        reads=reads,
        excused=excused,
        excused_doubt=excused_doubt,
        except_sure=_latest(exceptions.sure),
        except_possible=_earliest(exceptions.certain),
        except_doubted=_earliest(
            exceptions.doubted.event if exceptions.doubted else None
        ),
        except_doubt=exceptions.doubted.doubt if exceptions.doubted else None,
        silence=_silence(setting, _acts(expects), due),
        except_silence=_silence(setting, _excepting_acts(standard), due),
    )
    excuse = Excuse(words=fact_words, event=trigger) if excused else None
    # A fact of the trigger excuses from the trigger on: it comes before any event.
    return row, excuse or event_excuse


def _shown(
    expects: FollowedBy | Holds | Never, trigger: Event
) -> tuple[bool | None, str | None, str | None]:
    """What the trigger itself shows: whether it holds, the doubt, what must be read."""
    match expects:
        case FollowedBy():
            condition = expects.requires
            return truth(condition, trigger), doubt(condition, trigger), None
        case Never():
            return True, None, None
    held = truth(expects.condition, trigger)
    reads = expects.person_reads
    if held is not False or reads is None:
        return held, doubt(expects.condition, trigger), None
    needed = truth(reads.where, trigger)
    if needed is None:
        return False, None, doubt(reads.where, trigger)
    return False, None, f"note:{reads.what}" if needed else None


def _already(
    setting: Setting, expects: FollowedBy | Holds | Never, trigger: Event
) -> bool:
    return (
        isinstance(expects, FollowedBy)
        and expects.already is not None
        and lasts(setting.known, expects.already, trigger)
    )


def _excused(standard: Standard, trigger: Event) -> tuple[bool | None, str | None, str]:
    """Whether a fact of the trigger excuses the duty, the first doubt, and the words."""
    unknown = None
    for exception in standard.excepting:
        if isinstance(exception, ExceptWhere):
            met = truth(exception.condition, trigger)
            if met:
                return True, None, exception.words
            if met is None:
                unknown = unknown or doubt(exception.condition, trigger)
    return (None, unknown, "") if unknown else (False, None, "")


def _exceptions(
    setting: Setting, standard: Standard, trigger: Event, due: Span
) -> tuple[Best, Excuse | None]:
    """The events that excuse the duty, and the exception of the first sure one."""
    best = Best()
    words = ""
    for exception in standard.excepting:
        if not isinstance(exception, ExceptEvent):
            continue
        for candidate in act_candidates(setting, exception.act, trigger, due):
            before = best.sure
            best.take(candidate)
            if best.sure is not before:
                words = exception.words
    return best, Excuse(words=words, event=best.sure) if best.sure else None


def _acts(expects: FollowedBy | Holds | Never) -> tuple[Act, ...]:
    return () if isinstance(expects, Holds) else expects.acts


def _excepting_acts(standard: Standard) -> tuple[Act, ...]:
    return tuple(e.act for e in standard.excepting if isinstance(e, ExceptEvent))


def _silence(setting: Setting, acts: tuple[Act, ...], due: Span) -> str | None:
    """Why none of these acts on record proves nothing; None where it does."""
    for act in acts:
        for kind in act.kinds:
            reason = setting.coverage.silence(kind, due.latest)
            if reason is not None:
                return reason
    return None


def _earliest(event: Event | None) -> int | None:
    return event.happened.earliest if event else None


def _latest(event: Event | None) -> int | None:
    return event.happened.latest if event else None


def _decide(expects: FollowedBy | Holds | Never, row: Row, as_at: int) -> Decision:
    match expects:
        case FollowedBy():
            return decide(row, as_at)
        case Never():
            return decide_never(row, as_at)
    return decide_holds(row, as_at)


def _act_named(
    expects: FollowedBy | Holds | Never,
    row: Row,
    trigger: Event,
    best: Best,
    outcome: Outcome,
) -> tuple[Event | None, Span | None]:
    """The act that the judgement names, and when; a `Holds` that is met names the trigger."""
    if isinstance(expects, Holds):
        met = outcome is Outcome.MET
        return (trigger, trigger.happened) if met else (None, None)
    if row.already:
        return None, Span(trigger.happened.earliest, trigger.happened.earliest)
    named = best.sure or (best.possible.event if best.possible else None)
    return named, named.happened if named else None


def fault_of(
    setting: Setting,
    standard: Standard,
    trigger: Event,
    outcome: Outcome,
    due: Span | None,
) -> str:
    """What a failure is: risk or procedural; "" where nothing failed."""
    if outcome not in (Outcome.LATE, Outcome.MISSED):
        return ""
    condition = standard.becomes_risk
    if standard.fault is Fault.RISK or condition is None:
        return standard.fault.value
    becomes = (
        not condition.untold
        and (not condition.outcomes or outcome.value in condition.outcomes)
        and truth(condition.where, trigger) is True
        and not any(
            next(act_candidates(setting, act, trigger, due), None)
            for act in condition.nobody
        )
    )
    return Fault.RISK.value if becomes else Fault.PROCEDURAL.value
