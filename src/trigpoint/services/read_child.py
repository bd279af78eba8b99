"""One child of a run: the chronology, the duties, and why each came out as it did."""

from dataclasses import dataclass
from typing import Any

import pyarrow.compute as pc

from trigpoint.chronology.event import Event, events_of
from trigpoint.judgements.judgement import Judgement
from trigpoint.judgements.single import judge_child
from trigpoint.judgements.why import Clause, Found, why_of
from trigpoint.records.record import Refusal
from trigpoint.services.run_folder import Run
from trigpoint.standards.catalogue import all_standards
from trigpoint.timekeeping import london
from trigpoint.timekeeping.calendar import Calendar
from trigpoint.timekeeping.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildView:
    """What is known of one child at a moment. `records`: (source, id) of each record."""

    child: str
    as_at: int
    invented: bool
    records: tuple[tuple[str, str], ...]
    events: tuple[Event, ...]
    judgements: tuple[Judgement, ...]
    why: tuple[tuple[str, ...], ...]


def read_child(*, run: Run, ref: str, as_at: int | None = None) -> ChildView:
    """The child of a reference (a child id, or `source:id`), as known at a moment."""
    child = _found(run, ref)
    moment = run.as_at if as_at is None else as_at
    rows = run.log.filter(pc.equal(run.log["child"], child))
    events = tuple(events_of(rows))
    standards = all_standards()
    judged = judge_child(
        events,
        standards=standards,
        coverage=run.coverage,
        calendar=Calendar(),
        as_at=moment,
    )
    by_id = {event.event: event for event in events if event.known(moment)}
    why = why_of(
        events,
        standards=standards,
        coverage=run.coverage,
        calendar=Calendar(),
        as_at=moment,
    )
    mine = run.children.filter(pc.equal(run.children["child"], child)).to_pylist()
    return ChildView(
        child=child,
        as_at=moment,
        invented=run.invented,
        records=tuple((row["source"], row["source_id"]) for row in mine),
        events=tuple(sorted(by_id.values(), key=lambda event: event.seq)),
        judgements=tuple(judged),
        why=tuple(
            _lines(why[one.standard, one.version, one.occasion]) for one in judged
        ),
    )


def _found(run: Run, ref: str) -> str:
    """The child id of a reference; refuses one that names nobody, or several."""
    children = run.children
    if ref in set(children["child"].to_pylist()):
        return ref
    source, _, number = ref.rpartition(":")
    fits = pc.equal(children["source_id"], number)
    if source:
        fits = pc.and_(fits, pc.equal(children["source"], source))
    found = sorted(set(children.filter(fits)["child"].to_pylist()))
    if len(found) == 1:
        return found[0]
    if not found:
        msg = f"No child of {run.folder} is known as {ref!r}: give a child id or source:id."
        raise Refusal(msg)
    msg = f"{ref!r} is the id of {len(found)} children: give source:id."
    raise Refusal(msg)


def at_words(span: Span) -> str:
    """A time as known: a day without a clock time is only a day."""
    start = london.moment(span.earliest)
    if span.exact:
        return f"{start:%d %b %Y %H:%M}"
    if span == Span(span.earliest, london.day_end(start.date())):
        return f"{start:%d %b %Y}"
    return f"{start:%d %b %Y} to {london.moment(span.latest):%d %b %Y}"


def _lines(clauses: tuple[Clause, ...]) -> tuple[str, ...]:
    """Clause by clause: what called for it, what was expected, what was looked at."""
    return tuple(_line(clause) for clause in clauses)


def _line(clause: Clause) -> str:
    name = clause.part.value.capitalize()
    if clause.due is not None:
        return f"{name}: {at_words(clause.due)}"
    if clause.found is Found.BESIDE:
        return f"{name}: {clause.words}"
    told = f": {_told(clause.event)}" if clause.event else ""
    return f"{name} [{clause.found.value}]: {clause.words}{told}"


def _told(event: Event) -> str:
    """An event with its time, who recorded it, and the row it stands on."""
    sheet = f", {event.source_sheet}" if event.source_sheet else ""
    place = f"{event.source_file}{sheet}, row {event.source_row}"
    return f"{event.kind.label}, {at_words(event.happened)} ({event.agency}; {place})"


def as_data(view: ChildView) -> dict[str, Any]:
    """The view for machines."""
    return {
        "child": view.child,
        "as_at": london.moment(view.as_at).isoformat(),
        "invented": view.invented,
        "records": [
            {"source": source, "id": number} for source, number in view.records
        ],
        "events": [
            {
                "event": event.event,
                "kind": event.kind.value,
                "happened_from": london.moment(event.happened.earliest).isoformat(),
                "happened_to": london.moment(event.happened.latest).isoformat(),
                "recorded": london.moment(event.recorded).isoformat(),
                "agency": event.agency,
                "facts": dict(event.facts),
                "source_file": event.source_file,
                "source_row": event.source_row,
            }
            for event in view.events
        ],
        "judgements": [
            {
                "standard": one.standard,
                "version": one.version,
                "occasion": one.occasion,
                "outcome": one.outcome.value,
                "fault": one.fault,
                "why": list(lines),
            }
            for one, lines in zip(view.judgements, view.why, strict=True)
        ],
    }
