"""Judge what the system holds: everybody after an import, one child after an entry.

The figures are kept with the judgements, in the same transaction. Who calls `judge_all`
has taken `figures.alone` before reading the log: an entry meanwhile waits.
"""

from collections.abc import Sequence
from dataclasses import asdict

import psycopg
import pyarrow as pa
import pyarrow.compute as pc

from trigpoint.chronology.coverage import Coverage
from trigpoint.chronology.event import LOG_SCHEMA, events_of
from trigpoint.judgements import batch, table
from trigpoint.judgements.gaps import missing_words
from trigpoint.judgements.judgement import RESULT_SCHEMA
from trigpoint.judgements.single import judge_child
from trigpoint.services import keep_figures
from trigpoint.standards.catalogue import all_standards
from trigpoint.standards.standard import Standard
from trigpoint.storage import columns, figures, ledger
from trigpoint.timekeeping.calendar import Calendar

_TAKEN = ("area", "duty_holder", "agency", "team", "district", "actor")


def judge_all(
    connection: psycopg.Connection,
    organisation: str,
    *,
    log: pa.Table,
    coverage: Coverage,
    as_at: int,
) -> int:
    """Judge the whole log and keep the judgements; how many."""
    judged = judged_rows(log, coverage, as_at)
    ledger.set_judgements(connection, organisation, judged)
    keep_figures.keep_all(connection, organisation, as_at=as_at)
    return len(judged)


def judge_one(
    connection: psycopg.Connection, organisation: str, child: str, *, as_at: int
) -> int:
    """Judge one child anew, in the caller's transaction; how many duties."""
    figures.alone(connection, organisation)
    raw = columns.read_child_log(connection, organisation, child)
    coverage = columns.read_coverage(connection, organisation)
    standards = all_standards()
    found = judge_child(
        list(events_of(raw)),
        standards=standards,
        coverage=coverage,
        calendar=Calendar(),
        as_at=as_at,
    )
    # The reference evaluator: for one child it is done before an engine has begun.
    result = pa.Table.from_pylist([asdict(one) for one in found], RESULT_SCHEMA)
    judged = _kept(result, raw, coverage, standards)
    before = figures.of_child(connection, organisation, child)
    ledger.set_judgements(connection, organisation, judged, child=child)
    after = figures.of_child(connection, organisation, child)
    keep_figures.keep_changed(connection, organisation, before, after, as_at=as_at)
    return len(judged)


def judged_rows(log: pa.Table, coverage: Coverage, as_at: int) -> pa.Table:
    """Judgements in the columns of the table that keeps them."""
    standards = all_standards()
    result = batch.judge(
        log if len(log) else LOG_SCHEMA.empty_table(),
        standards=standards,
        coverage=coverage,
        calendar=Calendar(),
        as_at=as_at,
    )
    return _kept(result, log, coverage, standards)


def _kept(
    result: pa.Table, log: pa.Table, coverage: Coverage, standards: Sequence[Standard]
) -> pa.Table:
    """The engine's rows with what people need, in the columns of the table kept."""
    told = table.contract_table(
        result=result,
        log=log,
        standards=standards,
        missing_words=lambda code, one: missing_words(code, one, coverage),
    )
    kept = {
        "child": result["child"],
        "standard": result["standard"],
        "version": result["version"],
        "occasion": result["occasion"],
        "triggered_at": result["triggered_earliest"],
        "due_earliest": result["due_earliest"],
        "due_latest": result["due_latest"],
        "outcome": result["outcome"],
        "fault": result["fault"],
        "act": result["act"],
        "act_latest": result["act_latest"],
        "missing": told["missing"],
        **{name: told[name] for name in _TAKEN},
    }
    return pa.table({name: pc.cast(c, c.type) for name, c in kept.items()})
