"""From staged tables to the log of every child's events, and what goes with it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import pyarrow as pa

from trigpoint.chronology import (
    accreditation,
    conflicts,
    correction,
    linking,
    placement,
    staged,
)
from trigpoint.chronology.coverage import Coverage
from trigpoint.chronology.derivation import Derivation, select
from trigpoint.chronology.derivation_council import COUNCIL
from trigpoint.chronology.derivation_police import POLICE
from trigpoint.chronology.derivation_powers import POWERS
from trigpoint.chronology.derivation_response import RESPONSE
from trigpoint.chronology.event import LOG_SCHEMA
from trigpoint.chronology.identity import LinkDecision
from trigpoint.chronology.likely import Proposer
from trigpoint.chronology.reach import coverage
from trigpoint.chronology.workbench import Workbench
from trigpoint.records.subjects import SUBJECTS
from trigpoint.records.superseded import EARLIER

#: Every line of the from-rows-to-events table.
LINES: tuple[Derivation, ...] = (
    *POLICE,
    *RESPONSE,
    *POWERS,
    *COUNCIL,
)

#: children.parquet: each record of each child that has a chronology.
CHILDREN_SCHEMA = pa.schema(
    [
        ("child", pa.string()),
        ("source", pa.string()),
        ("source_id", pa.string()),
        ("link_probability", pa.float64()),
        ("decided_by", pa.string()),
    ]
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Assembled:
    """One log for all children, and what a reader of it must know.

    `log` has `LOG_SCHEMA`, sorted by (child_no, seq); `children` has
    `CHILDREN_SCHEMA`; `proposals` has `likely.SCHEMA`; `conflicts` has
    `conflicts.SCHEMA`. `counts`: records, children, events, versions and what was left
    out, by name.
    """

    log: pa.Table
    children: pa.Table
    coverage: Coverage
    conflicts: pa.Table
    proposals: pa.Table
    notes: tuple[str, ...]
    counts: Mapping[str, int] = field(default_factory=dict)


def assemble(
    *,
    tables: Mapping[str, pa.Table],
    reach: Mapping[str, int],
    extracts: Mapping[str, int] | None = None,
    decisions: Sequence[LinkDecision] = (),
    proposer: Proposer | None = None,
    threads: int = 2,
) -> Assembled:
    """Make the log from staged tables (records/subjects.py says what they hold).

    `reach`: how far each source is complete (instant). `extracts`: how far each file
    says it reaches, by its number; it tells which of two rows is newer where neither
    has a record time. `decisions`: links and partings that a person decided. `proposer`
    says which other records are likely one child; without it only exact links count. The
    result does not depend on the order of rows, nor on a file being given twice.
    """
    came = staged.received(tables)
    with Workbench(threads=threads) as bench:
        correctable = _lay_out(bench, tables, came)
        linked = linking.link(bench, decisions=decisions, proposer=proposer)
        for name, query in placement.PREPARED:
            bench.make(name, query)
        _derive(bench, came, correctable)
        _correct(bench, extracts or {})
        lost = _sum_up(bench)
        _keep_children(bench, came)
        log = _log(bench)
        children = bench.rows(_CHILDREN).cast(CHILDREN_SCHEMA)
        found = conflicts.find(bench)
        counts = {
            "records": linked.records,
            "links": linked.links,
            "children": bench.value("SELECT count(*) FROM child"),
            "versions": len(log),
            "events": log["replaced"].null_count,
            "rows_without_person": lost,
        }
        notes = (*linked.notes, *_notes(bench, came, lost, staged.undated(tables)))
        partial = _partial(bench)
    return Assembled(
        log=log,
        children=children,
        coverage=coverage(lines=LINES, came=came, reach=reach, partial=partial),
        conflicts=found,
        proposals=linked.proposals,
        notes=notes,
        counts=counts,
    )


def _lay_out(
    bench: Workbench, tables: Mapping[str, pa.Table], came: staged.Received
) -> frozenset[str]:
    """Views of every subject; the subjects in which some thing has several rows."""
    spaces = staged.namespaces(came)
    correctable = set()
    for name, subject in SUBJECTS.items():
        if name in tables:
            bench.put(f"s_{name}", tables[name])
        query = staged.repeated_sql(subject, came)
        several = query is not None and bool(bench.value(query))
        if several:
            correctable.add(name)
        bench.view(f"t_{name}", staged.view_sql(subject, came, spaces, several=several))
    return frozenset(correctable)


def _derive(
    bench: Workbench, came: staged.Received, correctable: frozenset[str]
) -> None:
    """Every line that received columns can fill, as one table of happenings."""
    parts = [
        select(
            line,
            # A person record keeps the time it was made, whatever came later.
            correctable=line.subject in correctable and not line.table,
        )
        for line in LINES
        if line.subject in came.columns
    ]
    empty = select(LINES[0], correctable=False) + " AND FALSE"
    bench.make("placed", correction.placed(" UNION ALL ".join(parts or [empty])))


def _correct(bench: Workbench, extracts: Mapping[str, int]) -> None:
    """Versions of every event, in table `derived`; each once in view `distinct_event`."""
    told = pa.table(
        {"source_file": list(extracts), "told": list(extracts.values())},
        schema=pa.schema([("source_file", pa.string()), ("told", pa.int64())]),
    )
    bench.put("told", told)
    bench.make(
        "file_reach",
        "SELECT source_file, coalesce(max(told), max(recorded_at), max(earliest)) "
        f"AS reach, regexp_matches(source_file, '{EARLIER}') AS earlier "
        "FROM placed LEFT JOIN told USING (source_file) GROUP BY source_file",
    )
    bench.make("repeated", correction.REPEATED)
    # Most things have one row. They stay where they are, in `placed`, and only the
    # others are written anew: rows are wide, and copies of them cost the most.
    bench.make("versioned", correction.VERSIONED)
    bench.view("derived", f"{correction.SINGLE} UNION ALL BY NAME FROM versioned")
    bench.make("alike", correction.ALIKE)
    bench.make("alike_version", correction.ALIKE_VERSION)
    bench.make("twice", correction.TWICE)
    bench.make("settled", f"{correction.MERGED} UNION ALL BY NAME {correction.RENAMED}")
    bench.view("distinct_event", f"{correction.ALONE} UNION ALL BY NAME FROM settled")


def _sum_up(bench: Workbench) -> int:
    """How many dated rows name no person that there is."""
    return bench.value(
        "SELECT count(*) FROM placed WHERE earliest IS NOT NULL AND child_no IS NULL"
    )


def _keep_children(bench: Workbench, came: staged.Received) -> None:
    """Only those who were a child on the day of some event, or may have been."""
    bench.make("child", _CHILD)
    bench.view(
        "event",
        "SELECT e.* REPLACE (c.number AS child_no), c.child, "
        "coalesce(e.earliest >= c.adult_from, FALSE) AS adult "
        "FROM distinct_event e JOIN child c ON c.child_no = e.child_no",
    )
    bench.make("asked", accreditation.ASKED)
    bench.make("officer", accreditation.held_sql(came))


#: Each child under the number its records have in `node`, and its name and number
#: in the log.
_CHILD = """
SELECT *, CAST(row_number() OVER (ORDER BY child) - 1 AS INTEGER) AS number FROM (
    SELECT e.child_no, 'C' || left(sha256(k.label), 12) AS child, b.adult_from
    FROM (SELECT child_no, min(earliest) AS earliest FROM derived GROUP BY ALL) e
    JOIN (SELECT child_no, min(replace(ns, '#person', '') || ':' || id) AS label
          FROM node GROUP BY child_no) k ON k.child_no = e.child_no
    LEFT JOIN born b ON b.child_no = e.child_no
    WHERE coalesce(e.earliest < b.adult_from, b.adult_from IS NULL)
)
"""

_COMPUTED = {
    "event": correction.EVENT_NAME,
    "seq": "CAST(0 AS BIGINT)",
    "actor_rank": "o.rank",
    "actor_skills": "o.skills",
}
_CELLS = ", ".join(
    f'{_COMPUTED.get(name, "e." + name)} AS "{name}"' for name in LOG_SCHEMA.names
)
_LOG = (
    f"SELECT {_CELLS} FROM event e LEFT JOIN officer o ON o.actor = e.actor "
    "AND o.earliest = e.earliest AND e.agency = 'POLICE' "
    "ORDER BY e.child_no, e.earliest, e.event, e.recorded, e.replaced NULLS LAST, "
    "e.source_file, e.source_row"
)


def _log(bench: Workbench) -> pa.Table:
    """The events in the log's order, numbered."""
    log = bench.rows(_LOG)
    place = log.column_names.index("seq")
    numbered = log.set_column(place, "seq", pa.array(np.arange(len(log))))
    return numbered.cast(LOG_SCHEMA)


_CHILDREN = (
    "SELECT DISTINCT c.child, s.source, s.id AS source_id, "
    "n.probability AS link_probability, n.decided_by "
    "FROM child c JOIN node n ON n.child_no = c.child_no "
    "JOIN node_source s ON s.ns = n.ns AND s.id = n.id ORDER BY ALL"
)


def _partial(bench: Workbench) -> frozenset[str]:
    """Subjects of which every row says that it holds the latest only (Annex A 7)."""
    only = bench.value(
        "SELECT CAST(coalesce(bool_and(latest_only = 'true'), FALSE) AS INT) "
        "FROM t_plan_review"
    )
    return frozenset({"plan_review"}) if only else frozenset()


def _notes(
    bench: Workbench, came: staged.Received, lost: int, undated: Sequence[str]
) -> tuple[str, ...]:
    """What a reader of the log must know, in words."""
    notes = []
    if undated:
        notes.append(
            "No record times from " + ", ".join(undated) + ": its records count as "
            "recorded when they happened."
        )
    unborn = bench.value("SELECT count(*) FROM child WHERE adult_from IS NULL")
    if unborn:
        notes.append(
            f"{unborn} person(s) without a birth date have a chronology: they may be "
            "children."
        )
    if lost:
        notes.append(f"{lost} dated row(s) name no person and make no event.")
    untyped = bench.value(
        "SELECT count(*) FROM t_conference WHERE conference_date IS NOT NULL "
        "AND coalesce(type, '') NOT IN ('ICPC', 'RCPC', 'TRANSFER_IN')"
    )
    if untyped:
        notes.append(
            f"{untyped} conference(s) have no readable type: neither initial nor review."
        )
    if "nominal" in came.columns and bench.value(
        "SELECT count(*) FROM nominal_version WHERE made IS NULL"
    ):
        notes.append(
            "Some person records say neither when they took effect nor when they were "
            "entered: they link records but are no events."
        )
    return tuple(notes)
