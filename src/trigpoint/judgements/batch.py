"""The batch engine: every judgement of a whole force, by DuckDB.

Runs the queries of plan.py over one part of the log at a time. This is the only file
that knows DuckDB. What the words mean is said by single.py; a differential test holds
the two together.
"""

from collections.abc import Sequence

import duckdb
import pyarrow as pa

from trigpoint.chronology.coverage import Coverage
from trigpoint.judgements import answers
from trigpoint.judgements.calendar_tables import deadline_table, opening_table
from trigpoint.judgements.judgement import RESULT_SCHEMA
from trigpoint.judgements.partitions import NEEDED, Log, Part, parts, prepared
from trigpoint.judgements.plan import Plan, Terms, compile_plan, read_columns
from trigpoint.standards.standard import Standard
from trigpoint.timekeeping.calendar import Calendar
from trigpoint.vocabulary.event_kinds import EventKind

#: Events judged at one time; a child is never split.
PART_SIZE = 4_000_000


def judge(
    log: Log,
    *,
    standards: Sequence[Standard],
    coverage: Coverage,
    calendar: Calendar,
    as_at: int,
    window: tuple[int, int] | None = None,
    part_size: int = PART_SIZE,
) -> pa.Table:
    """Every judgement as known at `as_at` (microseconds), in `RESULT_SCHEMA`.

    `log`: a table in `LOG_SCHEMA`, or Parquet files of it, sorted by (child_no, seq).
    `window`: only triggers whose earliest instant lies in [from, to). `part_size`:
    about how many events are held at one time.
    """
    own = {"ends", "seq"}
    columns = read_columns(standards)
    wanted = sorted((columns - own) | set(NEEDED))
    found = []
    for events in parts(log, wanted, size=part_size):
        part = prepared(events, columns, frozenset(EventKind), as_at)
        terms = Terms(
            coverage=coverage, as_at=as_at, window=window, sources=_sources(part.known)
        )
        found.append(_judge_part(part, compile_plan(standards, terms), calendar))
    return pa.concat_tables(found) if found else RESULT_SCHEMA.empty_table()


def _judge_part(part: Part, plan: Plan, calendar: Calendar) -> pa.Table:
    with duckdb.connect() as connection:
        connection.execute("SET preserve_insertion_order = false")
        _load(connection, part, plan, calendar)
        answered = [
            connection.sql(query.sql).to_arrow_table() for query in plan.queries
        ]
    return answers.result(part, plan, answered)


def _load(
    connection: duckdb.DuckDBPyConnection, part: Part, plan: Plan, calendar: Calendar
) -> None:
    tables = {
        "known": part.known,
        "deadlines": deadline_table(plan.limits, part.known, calendar),
        "openings": opening_table(plan.limits, calendar),
    }
    for name, table in tables.items():
        connection.register("arriving", table)
        connection.execute(f"CREATE TEMP TABLE {name} AS SELECT * FROM arriving")
        connection.unregister("arriving")


def _sources(known: pa.Table) -> dict[EventKind, frozenset[str]]:
    """Which sources hold each kind."""
    numbers = list(EventKind)
    found: dict[EventKind, set[str]] = {}
    pairs = known.select(["kind", "source"]).group_by(["kind", "source"]).aggregate([])
    for row in pairs.to_pylist():
        found.setdefault(numbers[row["kind"]], set()).add(row["source"])
    return {kind: frozenset(sources) for kind, sources in found.items()}
