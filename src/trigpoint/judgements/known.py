"""What is known of one child at a moment: the events on record, indexed by kind."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from trigpoint.chronology.event import Event
from trigpoint.judgements.coarse import coarse_events
from trigpoint.judgements.conditions import truth
from trigpoint.standards.language import Field, Pattern, Same
from trigpoint.vocabulary.agencies import Agency
from trigpoint.vocabulary.event_kinds import EventKind


class Known:
    """The events of one child on record at `as_at` and not replaced, in order of `seq`.

    Lists are kept once looked up, so one object serves every standard judged.
    """

    __slots__ = (
        "_coarse", "_fields", "_kinds", "_lists", "_patterns", "as_at", "echoes", "events",
    )  # fmt: skip

    def __init__(self, events: Iterable[Event], as_at: int) -> None:
        """Keep what was known then."""
        self.as_at = as_at
        self.events = sorted(
            (event for event in events if event.known(as_at)), key=lambda e: e.seq
        )
        self._kinds: dict[EventKind, list[Event]] = {}
        for event in self.events:
            self._kinds.setdefault(event.kind, []).append(event)
        self._lists: dict[tuple[EventKind, ...], Sequence[Event]] = {}
        self._coarse: dict[EventKind, frozenset[int]] = {}
        self._patterns: dict[int, tuple[Pattern, Sequence[Event]]] = {}
        self._fields: dict[
            tuple[tuple[EventKind, ...], Field], dict[str, list[Event]]
        ] = {}
        #: What occasions.py finds of a pattern's echoes, kept for the next trigger.
        self.echoes: dict[tuple[int, Agency | None], frozenset[int]] = {}

    def of(self, kinds: tuple[EventKind, ...]) -> Sequence[Event]:
        """Events of any of the kinds, in order."""
        if len(kinds) == 1:
            return self._kinds.get(kinds[0], ())
        found = self._lists.get(kinds)
        if found is None:
            several = (self._kinds.get(kind, ()) for kind in set(kinds))
            merged = [event for events in several for event in events]
            found = self._lists[kinds] = sorted(merged, key=lambda e: e.seq)
        return found

    def tied_to(
        self, trigger: Event, kinds: tuple[EventKind, ...], same: Same | None
    ) -> Sequence[Event]:
        """Events of any of the kinds that belong with the trigger, in order."""
        if same is None:
            return self.of(kinds)
        found = self._fields.get((kinds, same.theirs))
        if found is None:
            found = self._fields[kinds, same.theirs] = {}
            for event in self.of(kinds):
                found.setdefault(field_of(event, same.theirs), []).append(event)
        value = field_of(trigger, same.ours)
        return found.get(value, ()) if value != "" else ()

    def is_coarse(self, event: Event) -> bool:
        """Whether another source records the same more exactly (see coarse.py)."""
        found = self._coarse.get(event.kind)
        if found is None:
            found = coarse_events(self._kinds.get(event.kind, ()))
            self._coarse[event.kind] = found
        return event.seq in found

    def surely(self, pattern: Pattern) -> Sequence[Event]:
        """Events that surely fit the pattern, in order."""
        # By identity, as hashing a nested pattern costs more than the look-up saves;
        # the pattern is kept beside its list, so its identity is not used again.
        kept = self._patterns.get(id(pattern))
        if kept is None:
            fitting: Sequence[Event] = self.of(pattern.kinds)
            if pattern.where is not None:
                fitting = [e for e in fitting if truth(pattern.where, e) is True]
            kept = self._patterns[id(pattern)] = pattern, fitting
        return kept[1]


def tied(event: Event, trigger: Event, same: Same | None) -> bool:
    """Whether the event belongs with the trigger as `same` says."""
    if same is None:
        return True
    theirs = field_of(event, same.theirs)
    return theirs != "" and theirs == field_of(trigger, same.ours)


def field_of(event: Event, field: Field) -> str:
    """The event's own value of the field."""
    return event.reference if field is Field.REFERENCE else event.about


def first_from(events: Sequence[Event], earliest: int) -> int:
    """The place of the first event whose earliest instant is not before that one."""
    return bisect_left(events, earliest, key=lambda event: event.happened.earliest)
