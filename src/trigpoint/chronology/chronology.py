"""One child's chronology, as people read it: in order, but never in a false order."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from trigpoint.chronology.event import Event, events_of
from trigpoint.timekeeping.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """Events of which nobody can say in what order they happened: their times overlap.

    `happened` spans them all. Inside, events stand by (earliest, event id), which
    names them and claims nothing.
    """

    happened: Span
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SideBySide:
    """One thing as two or more sources tell it, where they do not tell it alike.

    `about`: what differs: "time", or the name of a fact.
    """

    about: tuple[str, ...]
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chronology:
    """The ordered account of what is known of one child; every version of every event."""

    child: str
    versions: tuple[Event, ...]

    def as_known(self, *, at: int) -> "Chronology":
        """The chronology as it was on record at that moment (microseconds)."""
        known = tuple(event for event in self.versions if event.known(at))
        return Chronology(child=self.child, versions=known)

    @property
    def events(self) -> tuple[Event, ...]:
        """The versions that no other has replaced."""
        return tuple(event for event in self.versions if event.replaced is None)

    def moments(self) -> Iterator[Moment]:
        """The events in order of time; those whose times overlap stand together."""
        group: list[Event] = []
        for event in sorted(self.versions, key=_order):
            if group and event.happened.earliest > _end(group):
                yield _moment(group)
                group = []
            group.append(event)
        if group:
            yield _moment(group)

    def side_by_side(self) -> Iterator[SideBySide]:
        """Where sources tell one thing differently: both kept, neither preferred.

        Two events tell one thing if they are of one kind, from two sources, and
        either bear the same reference or may have happened at the same time.
        """
        events = sorted(self.versions, key=_order)
        for index, one in enumerate(events):
            for other in events[index + 1 :]:
                if _one_thing(one, other):
                    differs = _differences(one, other)
                    if differs:
                        yield SideBySide(about=differs, events=(one, other))


def chronology_of(log: pa.Table, child: str) -> Chronology:
    """One child's part of a log; empty for a child that is not in it."""
    rows = log.filter(pc.field("child") == child)
    return Chronology(child=child, versions=tuple(events_of(rows)))


def _order(event: Event) -> tuple[int, str]:
    return event.happened.earliest, event.event


def _end(events: Iterable[Event]) -> int:
    return max(event.happened.latest for event in events)


def _moment(group: list[Event]) -> Moment:
    span = Span(group[0].happened.earliest, _end(group))
    return Moment(happened=span, events=tuple(group))


def _one_thing(one: Event, other: Event) -> bool:
    if one.kind is not other.kind or one.source == other.source:
        return False
    same_number = one.reference != "" and one.reference == other.reference
    return same_number or one.happened.overlaps(other.happened)


def _differences(one: Event, other: Event) -> tuple[str, ...]:
    """What the two tell differently; what only one of them tells is no difference."""
    differs = [] if one.happened.overlaps(other.happened) else ["time"]
    differs += [
        fact
        for fact, value in one.facts.items()
        if value and other.facts.get(fact) and other.facts[fact] != value
    ]
    return tuple(differs)
