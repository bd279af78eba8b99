"""The batch engine: every judgement of a whole force, by DuckDB.

Runs the queries of plan.py over one part of the log at a time. This is the only file
that knows DuckDB. What the words mean is said by single.py; a differential test holds
the two together. Another runner of the same queries may be given (spark.py).
"""

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from typing import Protocol

import duckdb
import numpy as np
import pyarrow as pa

from trigpoint.chronology.coverage import Coverage
from trigpoint.judgements import answers
from trigpoint.judgements.calendar_tables import deadline_table, opening_table
from trigpoint.judgements.judgement import RESULT_SCHEMA
from trigpoint.judgements.partitions import (
    ENGINE_COLUMNS,
    NEEDED,
    Log,
    Part,
    parts,
    prepared,
)
from trigpoint.judgements.plan import Plan, Query, Terms, compile_plan, read_columns
from trigpoint.standards.standard import Standard
from trigpoint.timekeeping.calendar import Calendar
from trigpoint.vocabulary.event_kinds import EventKind

#: Events judged at one time; a child is never split.
PART_SIZE = 800_000

#: Queries of a plan that are answered at one time.
_SIDE_BY_SIDE = 2


class Runner(Protocol):
    """Answers the queries of a plan over its table `known`, in the plan's order.

    `part_size`: about how many events it is best given at one time.
    """

    @property
    def part_size(self) -> int:
        """Events at one time."""

    def __call__(
        self, known: pa.Table, plan: Plan, calendar: Calendar
    ) -> list[pa.Table]:
        """One table for each query, its columns those of sql/reading.py."""


class DuckDB:
    """The runner that every installation has."""

    part_size = PART_SIZE

    def __call__(
        self, known: pa.Table, plan: Plan, calendar: Calendar
    ) -> list[pa.Table]:
        """What DuckDB answers to each query of the plan."""
        # One kind's events are too few for DuckDB to share out, so queries run side by side.
        with duckdb.connect() as connection, ThreadPoolExecutor(_SIDE_BY_SIDE) as pool:
            _load(connection, known, plan, calendar)
            connection.execute("SET preserve_insertion_order = false")

            def answer(query: Query) -> pa.Table:
                with connection.cursor() as cursor:
                    # A relation (`sql`) would be planned twice: as much work as a small
                    # part's rows.
                    return _table(cursor.execute(query.sql).fetchnumpy())

            return list(pool.map(answer, plan.queries))


def judge(
    log: Log,
    *,
    standards: Sequence[Standard],
    coverage: Coverage,
    calendar: Calendar,
    as_at: int,
    window: tuple[int, int] | None = None,
    part_size: int | None = None,
    runner: Runner | None = None,
) -> pa.Table:
    """Every judgement as known at `as_at` (microseconds), in `RESULT_SCHEMA`.

    `log`: a table in `LOG_SCHEMA`, or Parquet files of it, sorted by (child_no, seq).
    `window`: only triggers whose earliest instant lies in [from, to). `part_size`:
    about how many events are held at one time. `runner`: DuckDB unless another is given.
    """
    found = judged_parts(
        log,
        standards=standards,
        coverage=coverage,
        calendar=calendar,
        as_at=as_at,
        window=window,
        part_size=part_size,
        runner=runner,
    )
    return pa.concat_tables([RESULT_SCHEMA.empty_table(), *found])


def judged_parts(
    log: Log,
    *,
    standards: Sequence[Standard],
    coverage: Coverage,
    calendar: Calendar,
    as_at: int,
    window: tuple[int, int] | None = None,
    part_size: int | None = None,
    runner: Runner | None = None,
) -> Iterator[pa.Table]:
    """The same judgements part by part, in order: for a log too large to hold.

    While the engine judges one part, the next is read and the one before is put into
    words; so three parts are held at a time.
    """
    answered_by = runner or DuckDB()
    size = part_size or answered_by.part_size
    wanted = sorted((read_columns(standards) - ENGINE_COLUMNS) | NEEDED)
    terms = Terms(coverage=coverage, as_at=as_at, window=window)
    arriving = (
        _prepared(events, standards, terms) for events in parts(log, wanted, size=size)
    )
    with ThreadPoolExecutor(1) as reader, ThreadPoolExecutor(1) as writer:
        earlier: Future[pa.Table] | None = None
        following = reader.submit(next, arriving, None)
        while (ready := following.result()) is not None:
            following = reader.submit(next, arriving, None)
            part, plan, known = ready
            answered = answered_by(known, plan, calendar)
            del known, ready
            if earlier is not None:
                yield earlier.result()
            earlier = writer.submit(answers.result, part, plan, answered)
        if earlier is not None:
            yield earlier.result()


def _prepared(
    events: pa.Table, standards: Sequence[Standard], terms: Terms
) -> tuple[Part, Plan, pa.Table]:
    """A part, its plan and its table `known`."""
    plan = compile_plan(standards, replace(terms, sources=_sources(events)))
    part, known = prepared(events, plan.columns, plan.kinds, terms.as_at)
    return part, plan, known


def _load(
    connection: duckdb.DuckDBPyConnection,
    known: pa.Table,
    plan: Plan,
    calendar: Calendar,
) -> None:
    tables = {
        "known": known,
        "deadlines": deadline_table(plan.limits, known, calendar),
        "openings": opening_table(plan.limits, calendar),
    }
    for name, table in tables.items():
        connection.register("arriving", table)
        connection.execute(f"CREATE TABLE {name} AS SELECT * FROM arriving")
        connection.unregister("arriving")


def _table(columns: Mapping[str, np.ndarray]) -> pa.Table:
    """Columns of DuckDB's, masked where something is null, as a table."""
    return pa.table(
        {
            name: pa.array(
                np.ma.getdata(column),
                mask=np.ma.getmaskarray(column) if np.ma.isMA(column) else None,
            )
            for name, column in columns.items()
        }
    )


def _sources(events: pa.Table) -> dict[EventKind, frozenset[str]]:
    """Which sources hold each kind."""
    found: dict[EventKind, set[str]] = {}
    names = ["kind", "source"]
    pairs = events.select(names).unify_dictionaries().group_by(names).aggregate([])
    for row in pairs.to_pylist():
        found.setdefault(EventKind(row["kind"]), set()).add(row["source"])
    return {kind: frozenset(sources) for kind, sources in found.items()}
