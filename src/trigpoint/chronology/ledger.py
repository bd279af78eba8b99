"""The append-only record of one child's events: nothing in it is ever changed.

An entry adds an event, corrects an earlier version of one, or withdraws it. What was
known at a moment is read from the entries recorded by then; an entry recorded later
cannot change that answer, whenever it reached us. Two clocks, therefore: when it
happened and when its agency recorded it. When we received it is only the position.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from trigpoint.chronology.event import Event


class Action(StrEnum):
    """What an entry does."""

    ADD = "add"
    CORRECT = "correct"
    WITHDRAW = "withdraw"


class AppendRefused(Exception):
    """An entry that would change the past, or contradict the ledger; the text says how."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of the ledger, never changed.

    `position`: the order in which we received it, from 0. `recorded`: when the agency
    recorded it (microseconds). `replaces`: the position of the version it corrects or
    withdraws. A withdrawal repeats the event that it takes back.
    """

    position: int
    action: Action
    event: Event
    recorded: int
    replaces: int | None = None


@dataclass(frozen=True, slots=True)
class Ledger:
    """All entries about one child, oldest received first. Appending gives a new one."""

    entries: tuple[Entry, ...] = ()

    def add(self, event: Event) -> "Ledger":
        """The ledger with a new event; refuses an event that is in it already."""
        if self.newest(event.event) is not None:
            msg = (
                f"Cannot add {event.event}: it is in the ledger already. "
                "Correct or withdraw it instead."
            )
            raise AppendRefused(msg)
        return self._append(Action.ADD, event, event.recorded, None)

    def correct(self, position: int, event: Event) -> "Ledger":
        """The ledger in which `event` replaces the version at that position."""
        self._check_replaceable(position, event.recorded)
        old = self.entries[position].event
        if event.child != old.child:
            msg = (
                f"Cannot correct entry {position}: it is about {old.child}, the "
                f"correction about {event.child}. Withdraw it there and add it here."
            )
            raise AppendRefused(msg)
        return self._append(Action.CORRECT, event, event.recorded, position)

    def withdraw(self, position: int, *, recorded: int) -> "Ledger":
        """The ledger in which the version at that position is taken back."""
        self._check_replaceable(position, recorded)
        event = self.entries[position].event
        return self._append(Action.WITHDRAW, event, recorded, position)

    def newest(self, event: str) -> Entry | None:
        """The last entry received that bears this event id; None if there is none."""
        held = [entry for entry in self.entries if entry.event.event == event]
        return held[-1] if held else None

    def as_known(self, *, at: int) -> tuple[Event, ...]:
        """The events on record at that moment, in order of (earliest, event id).

        Each carries in `replaced` the moment at which it was later replaced, if it
        was; the answer for a past moment does not otherwise know the future.
        """
        ends = {
            entry.replaces: entry.recorded
            for entry in self.entries
            if entry.replaces is not None
        }
        known = [
            replace(entry.event, replaced=ends.get(entry.position))
            for entry in self.entries
            if entry.action is not Action.WITHDRAW
            and entry.recorded <= at < ends.get(entry.position, at + 1)
        ]
        return tuple(sorted(known, key=lambda e: (e.happened.earliest, e.event)))

    def _check_replaceable(self, position: int, recorded: int) -> None:
        if not 0 <= position < len(self.entries):
            msg = (
                f"Cannot replace entry {position}: the ledger has entries 0 to "
                f"{len(self.entries) - 1}. Name one of them."
            )
            raise AppendRefused(msg)
        old = self.entries[position]
        if old.action is Action.WITHDRAW:
            msg = f"Cannot replace entry {position}: it is a withdrawal. Add the event anew."
            raise AppendRefused(msg)
        for entry in self.entries:
            if entry.replaces == position:
                msg = (
                    f"Cannot replace entry {position}: entry {entry.position} has "
                    "replaced it. Replace that one, if it stands."
                )
                raise AppendRefused(msg)
        if recorded < old.recorded:
            msg = (
                f"Cannot replace entry {position}: it was recorded at {old.recorded}, "
                f"the new entry at {recorded}, before it. The past is not changed."
            )
            raise AppendRefused(msg)

    def _append(
        self, action: Action, event: Event, recorded: int, replaces: int | None
    ) -> "Ledger":
        entry = Entry(
            position=len(self.entries),
            action=action,
            event=replace(event, replaced=None),
            recorded=recorded,
            replaces=replaces,
        )
        return Ledger((*self.entries, entry))


def ledger_of(events: Iterable[Event]) -> Ledger:
    """The ledger behind one child's rows of a log, in order of record.

    A version's `replaced` becomes a correction where a version of the same thing
    (source, kind, reference) was recorded then, and a withdrawal where none was.
    Versions replaced no later than they were recorded were never known to anybody,
    and are left out.
    """
    versions = sorted(
        (e for e in events if e.replaced is None or e.replaced > e.recorded),
        key=lambda e: (e.recorded, e.seq),
    )
    pending = {
        index: version.replaced
        for index, version in enumerate(versions)
        if version.replaced is not None
    }
    entries: list[Entry] = []
    placed: dict[int, int] = {}
    for index, version in enumerate(versions):
        _withdraw(entries, versions, pending, placed, before=version.recorded)
        old = _corrected(versions, pending, index)
        if old is not None:
            del pending[old]
        action = Action.ADD if old is None else Action.CORRECT
        placed[index] = len(entries)
        entries.append(_entry(entries, action, version, placed.get(old)))
    _withdraw(entries, versions, pending, placed, before=None)
    return Ledger(tuple(entries))


def _corrected(
    versions: list[Event], pending: dict[int, int], index: int
) -> int | None:
    """The version that this one corrects: of the same thing, replaced at this moment."""
    new = versions[index]
    for old, replaced in pending.items():
        held = versions[old]
        if (
            old < index
            and replaced == new.recorded
            and (held.source, held.kind, held.reference)
            == (new.source, new.kind, new.reference)
        ):
            return old
    return None


def _withdraw(
    entries: list[Entry],
    versions: list[Event],
    pending: dict[int, int],
    placed: dict[int, int],
    *,
    before: int | None,
) -> None:
    """Enter every withdrawal that was recorded before that moment (all, if None)."""
    due = sorted(
        (recorded, old)
        for old, recorded in pending.items()
        if old in placed and (before is None or recorded < before)
    )
    for recorded, old in due:
        del pending[old]
        entry = _entry(entries, Action.WITHDRAW, versions[old], placed[old])
        entries.append(replace(entry, recorded=recorded))


def _entry(
    entries: list[Entry], action: Action, event: Event, replaces: int | None
) -> Entry:
    return Entry(
        position=len(entries),
        action=action,
        event=replace(event, replaced=None),
        recorded=event.recorded,
        replaces=replaces,
    )
