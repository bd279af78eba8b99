"""What calls for a duty: the occasions of one child, as standards/language.py says."""

from collections.abc import Sequence
from dataclasses import dataclass

from trigpoint.chronology.event import Event
from trigpoint.judgements.conditions import doubt, truth
from trigpoint.judgements.known import Known, field_of, tied
from trigpoint.standards.language import Counted, Each, Nearby, Occasions, State
from trigpoint.vocabulary.agencies import Agency


@dataclass(frozen=True, slots=True)
class Occasion:
    """One trigger, and what is missing that would make it surely an occasion (or None)."""

    trigger: Event
    gap: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """The occasions of one child under one standard, and the `seq` of the echoes."""

    occasions: tuple[Occasion, ...]
    echoes: frozenset[int]


_NOTHING = Found(occasions=(), echoes=frozenset())


def find(known: Known, applies_to: Occasions) -> Found:
    """Every occasion, in order; the version's dates and a window are not looked at."""
    triggers = _triggers(known, applies_to.each, applies_to.record_of)
    if not triggers:
        return _NOTHING  # as of most standards, in most children
    events = [trigger.trigger for trigger in triggers]
    echoes = echoes_among(events, applies_to.record_of)
    own = [trigger for trigger in triggers if trigger.trigger.seq not in echoes]
    if applies_to.once_until is not None:
        ends = known.surely(applies_to.once_until)
        own = [t for place, t in enumerate(own) if _opens(own, place, ends)]
    agency = applies_to.record_of
    if agency is not None:
        own = [
            t if t.trigger.agency == agency else Occasion(t.trigger, f"record:{agency}")
            for t in own
        ]
    return Found(tuple(own), frozenset(echoes))


def _triggers(
    known: Known, clauses: tuple[Each, ...], record_of: Agency | None
) -> list[Occasion]:
    """The triggers of any clause, each once: a clause sure of one wins over a doubt."""
    found: dict[int, Occasion] = {}
    for each in clauses:
        firsts = _firsts(known, each)
        for event in known.of(each.kinds):
            earlier = found.get(event.seq)
            if event.adult or (earlier is not None and earlier.gap is None):
                continue
            met = truth(each.where, event)
            if met is False or (firsts is not None and event.seq not in firsts):
                continue
            if not _rest_holds(known, each, event, record_of):
                continue
            if met:
                found[event.seq] = Occasion(event)
            elif earlier is None:
                found[event.seq] = Occasion(event, doubt(each.where, event))
    return [found[seq] for seq in sorted(found)]


def _firsts(known: Known, each: Each) -> set[int] | None:
    """The `seq` of events that are the first of their field, where that is asked."""
    if each.first_of is None:
        return None
    seen: set[str] = set()
    firsts: set[int] = set()
    for event in known.of(each.kinds):
        value = field_of(event, each.first_of)
        if value == "" or value not in seen:
            firsts.add(event.seq)
        seen.add(value)
    return firsts


def _rest_holds(
    known: Known, each: Each, event: Event, record_of: Agency | None
) -> bool:
    if each.counted and not is_counted(known, each.counted, event, record_of):
        return False
    if each.lasting and not lasts(known, each.lasting, event):
        return False
    return all(is_near(known, item, event) for item in each.only_if) and not any(
        is_near(known, item, event) for item in each.unless
    )


def echoes_among(events: Sequence[Event], record_of: Agency | None) -> set[int]:
    """The `seq` of those events that only repeat what another source tells."""
    if len({event.source for event in events}) < 2:
        return set()
    echoes: set[int] = set()
    for place, event in enumerate(events):
        for other in events[place + 1 :]:
            if other.happened.earliest > event.happened.latest:
                break
            if event.source != other.source:
                later = max(event, other, key=lambda e: _precedence(e, record_of))
                echoes.add(later.seq)
    return echoes


def _precedence(event: Event, record_of: Agency | None) -> tuple[bool, int, int, int]:
    """The exact record is the happening, then the first; the others are its echoes."""
    foreign = record_of is not None and event.agency != record_of
    length = event.happened.latest - event.happened.earliest
    return foreign, length, event.recorded, event.seq


def _opens(triggers: Sequence[Occasion], place: int, ends: Sequence[Event]) -> bool:
    """Whether a trigger opens an occasion, rather than joining the one before it.

    What surely is a trigger joins no doubtful one: a doubt hides no duty.
    """
    trigger, sure = triggers[place].trigger, triggers[place].gap is None
    before = [one for one in triggers[:place] if one.gap is None or not sure]
    if not before:
        return True
    since = before[-1].trigger.happened.earliest
    return any(since <= end.happened.earliest and end.seq < trigger.seq for end in ends)


def is_counted(
    known: Known, counted: Counted, trigger: Event, record_of: Agency | None
) -> bool:
    """Whether enough happened in the window that ends with the anchor."""
    events = known.surely(counted.pattern)
    anchor = trigger
    if counted.anchor is not None:
        tied_ones = (e for e in events if tied(e, trigger, counted.anchor))
        first = next(tied_ones, None)
        if first is None:
            return False
        anchor = first
    # By identity, as the list itself is kept (Known.surely).
    key = id(counted.pattern), record_of
    echoes = known.echoes.get(key)
    if echoes is None:
        echoes = known.echoes[key] = frozenset(echoes_among(events, record_of))
    return _count(events, anchor, counted.within, echoes) >= counted.at_least


def _count(
    events: Sequence[Event], anchor: Event, within: int, echoes: frozenset[int]
) -> int:
    """How many happenings the window holds; an anchor that is an echo stands for its elders."""
    since = anchor.happened.earliest - within
    is_echo = anchor.seq in echoes
    return is_echo + sum(
        1
        for event in events
        if since < event.happened.earliest
        and event.seq <= anchor.seq
        and event.seq not in echoes
        and not (is_echo and _is_elder(event, anchor))
    )


def _is_elder(event: Event, echo: Event) -> bool:
    return event.source != echo.source and event.happened.overlaps(echo.happened)


def lasts(known: Known, state: State, trigger: Event) -> bool:
    """Whether the state holds at the trigger's earliest instant."""
    moment = trigger.happened.earliest

    def belongs(event: Event) -> bool:
        return event.happened.earliest <= moment and (
            event.seq == trigger.seq or tied(event, trigger, state.same)
        )

    begun = [e.happened.earliest for e in known.surely(state.begins) if belongs(e)]
    if not begun:
        return False
    ended = [e.happened.earliest for e in known.surely(state.ends) if belongs(e)]
    return not ended or max(ended) <= max(begun)


def is_near(known: Known, nearby: Nearby, trigger: Event) -> bool:
    """Whether another event of the pattern is within reach of the trigger."""
    moment = trigger.happened.earliest
    return any(
        moment - nearby.before <= event.happened.earliest <= moment + nearby.after
        and event.seq != trigger.seq
        and tied(event, trigger, nearby.same)
        for event in known.surely(nearby.pattern)
    )
