"""One thing that happened to, or was done about, a child; and the log that holds many.

`Event` is one row for people and for the reference evaluator; `LOG_SCHEMA` is the
same thing as columns, for the batch engine. `events_of` turns one into the other.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

import pyarrow as pa

from trigpoint.timekeeping.span import Span
from trigpoint.vocabulary.event_kinds import FACTS, EventKind

_TEXT = pa.string()
_INSTANT = pa.int64()

#: The log: one row per event version, sorted by (child_no, seq). Instants are
#: microseconds since 1970 UTC. Text is never null but for facts, rank and skills,
#: where null = not received and "" = received and empty.
LOG_SCHEMA = pa.schema(
    [
        ("child", _TEXT),
        ("child_no", pa.int32()),
        # Order by (child, earliest, event): dense over the whole log, from 0.
        ("seq", pa.int64()),
        ("event", _TEXT),
        ("kind", _TEXT),
        ("earliest", _INSTANT),
        ("latest", _INSTANT),
        # When its agency wrote it down; the later of that and `earliest`. A source
        # without record times: `latest`.
        ("recorded", _INSTANT),
        # When a correction or withdrawal of it was recorded; null while it stands.
        ("replaced", _INSTANT),
        # One agency's system: "police:niche", "council:909". Lower case.
        ("source", _TEXT),
        ("agency", _TEXT),
        ("actor", _TEXT),
        ("actor_rank", _TEXT),
        # `;PIP2;SCAIDP;` valid on the event's day; ";" = known to hold none.
        ("actor_skills", _TEXT),
        ("team", _TEXT),
        ("district", _TEXT),
        ("reference", _TEXT),
        ("about", _TEXT),
        # True where the person was 18 or over on that day (never true if unborn
        # or without a birth date).
        ("adult", pa.bool_()),
        *((fact, _TEXT) for fact in FACTS),
        # The input file's number in receipts order, its sheet, and the row(s) in it.
        ("source_file", _TEXT),
        ("source_sheet", _TEXT),
        ("source_row", _TEXT),
    ]
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One version of one event. Columns as in `LOG_SCHEMA`; `facts` only those held."""

    child: str
    seq: int
    event: str
    kind: EventKind
    happened: Span
    recorded: int
    replaced: int | None = None
    source: str
    agency: str
    actor: str = ""
    actor_rank: str | None = None
    actor_skills: str | None = None
    team: str = ""
    district: str = ""
    reference: str = ""
    about: str = ""
    adult: bool = False
    facts: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    source_file: str = ""
    source_sheet: str = ""
    source_row: str = ""

    def known(self, as_at: int) -> bool:
        """True where it was on record at that moment, and not yet replaced."""
        return self.recorded <= as_at and (
            self.replaced is None or self.replaced > as_at
        )


def events_of(log: pa.Table) -> Iterator[Event]:
    """Each row of a log (or of a part of one) as an event, in the log's order."""
    for row in log.to_pylist():
        yield Event(
            child=row["child"],
            seq=row["seq"],
            event=row["event"],
            kind=EventKind(row["kind"]),
            happened=Span(row["earliest"], row["latest"]),
            recorded=row["recorded"],
            replaced=row["replaced"],
            source=row["source"],
            agency=row["agency"],
            actor=row["actor"],
            actor_rank=row["actor_rank"],
            actor_skills=row["actor_skills"],
            team=row["team"],
            district=row["district"],
            reference=row["reference"],
            about=row["about"],
            adult=row["adult"],
            facts={name: row[name] for name in FACTS if row[name] is not None},
            source_file=row["source_file"],
            source_sheet=row["source_sheet"],
            source_row=row["source_row"],
        )
