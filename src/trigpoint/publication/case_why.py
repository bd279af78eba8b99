"""Why each duty of a child came out as it did, clause by clause, for the child's page."""

from collections.abc import Iterable, Mapping
from typing import Any

import pyarrow as pa

from trigpoint.chronology.event import Event, events_of
from trigpoint.judgements.why import Clause, Found, why_of
from trigpoint.publication.material import RunMaterial
from trigpoint.publication.wording import short_span
from trigpoint.timekeeping.calendar import Calendar

Row = dict[str, Any]
Told = Mapping[tuple[str, int, str], list[Row]]


def why_rows(material: RunMaterial, log: Iterable[Row]) -> Told:
    """Rows for the page by (slug, version, occasion); none where the log was not given."""
    if material.log is None or material.coverage is None:
        return {}
    rows = pa.Table.from_pylist(list(log), schema=material.log.schema)
    why = why_of(
        list(events_of(rows)),
        standards=material.standards,
        coverage=material.coverage,
        calendar=Calendar(),
        as_at=material.as_at,
    )
    return {key: [row_of(clause) for clause in clauses] for key, clauses in why.items()}


def row_of(clause: Clause) -> Row:
    """One clause: what it is about, how it came out, in words, with its event."""
    event = clause.event
    words = clause.words
    if clause.due is not None:
        words = short_span(clause.due)
    elif event is not None and clause.found is not Found.BESIDE:
        told = f"{event.kind.label}, {short_span(event.happened)}"
        words = f"{words}: {told}" if words else told
    return {
        "part": clause.part.value,
        "found": clause.found.value,
        "words": words,
        "event": event.event if event else "",
        "place": _place(event) if event else "",
    }


def _place(event: Event) -> str:
    """The row on which the event stands, as it was handed over."""
    parts = (event.source_file, event.source_sheet)
    row = f"row {event.source_row}" if event.source_row else ""
    return ", ".join(part for part in (*parts, row) if part)
