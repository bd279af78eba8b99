"""How far the sources reach: up to when a silence means that nothing was done."""

from collections.abc import Mapping
from dataclasses import dataclass

from trigpoint.vocabulary.event_kinds import EventKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """Up to which instant each kind of event would be on record, had it happened.

    `reach[kind]`: the furthest reach among the sources that hold that kind
    (microseconds). A kind that is not in it was never received: no file, or not the
    column. `columns[kind]` names the file and column that would hold it, for people.
    """

    reach: Mapping[EventKind, int]
    columns: Mapping[EventKind, str]

    def silence(self, kind: EventKind, due_latest: int) -> str | None:
        """Why no event of this kind on record by then proves nothing; None if it does."""
        if kind not in self.reach:
            return f"kind:{kind.value}"
        if self.reach[kind] < due_latest:
            return f"reach:{kind.value}"
        return None
