"""Invented events for tests of what is made of them; times are text, London time."""

from tests.support.staged_tables import until, when
from trigpoint.chronology.event import Event
from trigpoint.timekeeping.span import Span
from trigpoint.vocabulary.event_kinds import EventKind


def an_event(
    kind: str = "MISSING_REPORTED",
    at: str = "2016-08-19 23:10",
    *,
    event: str = "E1",
    recorded: str | int | None = None,
    replaced: str | int | None = None,
    **columns: object,
) -> Event:
    """One event; recorded when it happened, by the police, unless said otherwise."""
    known = {"source": "police", "agency": "POLICE", "child": "C1", "seq": 0, **columns}
    return Event(
        kind=EventKind(kind),
        event=event,
        happened=Span(when(at), until(at)),
        recorded=until(at) if recorded is None else _instant(recorded),
        replaced=None if replaced is None else _instant(replaced),
        **known,  # type: ignore[arg-type]
    )


def _instant(moment: str | int) -> int:
    return moment if isinstance(moment, int) else when(moment)
