"""How far each kind of event is on record, from what was received."""

from collections.abc import Iterable, Mapping

from trigpoint.chronology.coverage import Coverage
from trigpoint.chronology.derivation import Derivation
from trigpoint.chronology.staged import Received
from trigpoint.records.subjects import SUBJECTS
from trigpoint.vocabulary.agencies import Agency
from trigpoint.vocabulary.event_kinds import EventKind


def coverage(
    *,
    lines: Iterable[Derivation],
    came: Received,
    reach: Mapping[str, int],
    partial: frozenset[str] = frozenset(),
) -> Coverage:
    """The reach of each kind whose columns came, and the columns of every kind.

    `reach`: source to instant. `partial`: subjects that hold only the latest of
    what they are about; their silence proves nothing, so they cover no kind.
    """
    furthest: dict[EventKind, int] = {}
    columns: dict[EventKind, list[str]] = {}
    for line in lines:
        names = columns.setdefault(line.kind, [])
        if _column(line) not in names:
            names.append(_column(line))
        if line.subject in partial or not _came(line, came):
            continue
        ends = [reach[s] for s in _sources(line, came, reach) if s in reach]
        if ends:
            furthest[line.kind] = max(furthest.get(line.kind, ends[0]), *ends)
    return Coverage(
        reach=furthest,
        columns={kind: " or ".join(names) for kind, names in columns.items()},
    )


def _column(line: Derivation) -> str:
    """A person record is made of the whole row; its ethnicity is what is asked."""
    if line.kind is EventKind.PERSON_RECORDED:
        return "nominal.valid_from"
    return line.column


def _came(line: Derivation, came: Received) -> bool:
    if line.kind is EventKind.PERSON_RECORDED:
        made = came.holds("nominal.valid_from") or came.holds("nominal.recorded_at")
        return made and all(came.holds(need) for need in line.needs)
    return came.holds(line.column) and all(came.holds(need) for need in line.needs)


def _sources(
    line: Derivation, came: Received, reach: Mapping[str, int]
) -> frozenset[str]:
    """The sources that hold the kind; of an empty file, all sources of its agency."""
    held = came.sources.get(line.subject, frozenset())
    if held:
        return held
    agency = SUBJECTS[line.subject].agency
    same = frozenset(
        source
        for name, sources in came.sources.items()
        if SUBJECTS[name].agency is agency
        for source in sources
    )
    return same or frozenset(source for source in reach if _of(source, agency))


def _of(source: str, agency: Agency) -> bool:
    return source.startswith("police") == (agency is Agency.POLICE)
