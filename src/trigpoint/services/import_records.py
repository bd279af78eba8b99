"""Read agencies' extracts into the running system: all of it, or nothing."""

import json
import tempfile
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import psycopg
import pyarrow as pa

from trigpoint.chronology import assembly
from trigpoint.records import intake as intakes
from trigpoint.records import mapping as mappings
from trigpoint.records.intake import Intake
from trigpoint.records.record import Refusal
from trigpoint.records.superseded import is_earlier
from trigpoint.services import kept_files
from trigpoint.services.engines import engines
from trigpoint.services.judge_children import judge_all
from trigpoint.services.webhooks import tell
from trigpoint.storage import (
    disagreements,
    entered,
    figures,
    ledger,
    links,
    sizes,
    staff,
)
from trigpoint.storage.launcher import Server
from trigpoint.timekeeping.london import local_date

Progress = Callable[[str], None]
People = dict[tuple[str, str], tuple[str, str, str | None]]


#: What is said once the files are kept: from there on it is too late to stop.
LAST_STEP = "committing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What an import came to."""

    files: int
    rows: int
    quarantined: int
    events_added: int
    changes: int
    judgements: int


def import_records(
    *,
    server: Server,
    organisation: str,
    paths: tuple[Path, ...],
    progress: Progress,
    mapping: Path | None = None,
    asked_by: str | None = None,
    job: str | None = None,
) -> Imported:
    """Read these files with all that are kept, and write what is new; safe to repeat.

    `organisation`: its slug; `job`: one that waits already, else one is made. One
    transaction, and the files are kept just before it ends: a process that dies in the
    middle, or a `progress` that raises, has written nothing.
    """
    kept = server.place / "received" / organisation
    chosen = mappings.load_mapping(mapping) if mapping else None
    for path in paths:
        _check(path)
    with psycopg.connect(server.dsn("trigpoint_app")) as connection:
        ours = _act_for(connection, organisation)
        with tempfile.TemporaryDirectory(dir=server.place, prefix="reading-") as name:
            together = Path(name) / organisation
            kept_files.lay(kept, paths, together)
            progress(f"reading {kept}")
            intake = _arrived(
                intakes.read_folder(together, mapping=chosen, progress=progress)
            )
        if not intake.tables:
            msg = f"Nothing in {', '.join(map(str, paths))} could be read."
            raise Refusal(msg)
        done = _written(
            connection, ours, intake, progress,
            job or _job(connection, ours, asked_by),
            keep=lambda: kept_files.keep(kept, paths, intake.withdrawn),
        )  # fmt: skip
    sizes.learn(server.dsn("trigpoint_app"))
    return done


def _arrived(intake: Intake) -> Intake:
    """Without receipts of rows that a later file of the name says no more: they had one."""
    return replace(
        intake,
        receipts=tuple(r for r in intake.receipts if not is_earlier(r.file)),
        rejections=tuple(r for r in intake.rejections if not is_earlier(r[0])),
        problems=tuple(p for p in intake.problems if not is_earlier(p[0])),
    )


def _written(
    connection: psycopg.Connection,
    ours: str,
    intake: Intake,
    progress: Progress,
    job: str,
    keep: Callable[[], object],
) -> Imported:
    progress("joining records to children")
    with engines() as use:
        made = assembly.assemble(
            tables=intake.tables,
            reach=intake.reach,
            extracts=intake.extracts,
            decisions=links.read_decisions(connection, ours),
            proposer=use.proposer,
        )
    progress(f"writing {len(made.log):,} event versions")
    as_at = max(*made.coverage.reach.values(), entered.newest(connection, ours))
    added = ledger.add_log(connection, ours, made.log, as_at=as_at)
    ledger.set_reach(connection, ours, made.coverage)
    entered.alone(connection, ours)
    before = entered.records_of(connection, ours)
    ledger.set_children(connection, ours, made.children, _people(intake))
    entered.move(connection, ours, before)
    staff.set_staff(connection, ours, intake.tables)
    disagreements.set_conflicts(connection, ours, made.conflicts)
    links.set_proposals(connection, ours, made.proposals, _by_record(made.children))
    progress("writing receipts")
    _receipts(connection, ours, job, intake)
    progress("judging")
    figures.alone(connection, ours)
    log = entered.with_entered(connection, ours, made.log)
    judged = judge_all(connection, ours, log=log, coverage=made.coverage, as_at=as_at)
    progress("keeping the files")
    keep()
    progress(LAST_STEP)
    _done(connection, job, intake)
    return Imported(
        files=len(intake.receipts),
        rows=sum(one.rows_received for one in intake.receipts),
        quarantined=sum(one.rows_quarantined for one in intake.receipts),
        events_added=added.events,
        changes=added.changes,
        judgements=judged,
    )


def _by_record(children: pa.Table) -> dict[tuple[str, str], str]:
    """(source, id) -> child."""
    names = ("source", "source_id", "child")
    rows = zip(*(children[name].to_pylist() for name in names), strict=True)
    return {(source, number): child for source, number, child in rows}


def _done(connection: psycopg.Connection, job: str, intake: Intake) -> None:
    rows, files = (
        sum(one.rows_received for one in intake.receipts),
        len(intake.receipts),
    )
    # What was said on the way is of no use once it is done.
    row = connection.execute(
        "UPDATE storage_job SET state = 'done', said = '', ended_at = now(), rows = %s, "
        "files = %s, files_done = %s WHERE id = %s RETURNING organisation_id::text",
        (rows, files, files, job),
    ).fetchone()
    assert row is not None
    tell(connection, row[0], "import.done", {"job": job, "rows": rows})


def _check(path: Path) -> None:
    if not path.exists():
        msg = f"{path} is not there: give the files or the folder of the extracts."
        raise Refusal(msg)
    if path.name == "truth" or (path / "truth").is_dir():
        msg = f"{path} holds `truth`, which is not for reading: give the extracts."
        raise Refusal(msg)


def _act_for(connection: psycopg.Connection, slug: str) -> str:
    """The id of the organisation, set as the one this transaction acts for.

    One import of an organisation at a time: another waits here.
    """
    row = connection.execute(
        "SELECT id FROM storage_organisation WHERE slug = %s", (slug,)
    ).fetchone()
    if row is None:
        msg = f"No organisation is called {slug!r} here: make it first."
        raise Refusal(msg)
    ours = str(row[0])
    connection.execute("SELECT set_config('trigpoint.organisation', %s, true)", (ours,))
    connection.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 2))", (ours,))
    return ours


def _job(connection: psycopg.Connection, ours: str, asked_by: str | None) -> str:
    row = connection.execute(
        "INSERT INTO storage_job (id, organisation_id, kind, state, said, rows, "
        "asked_by_id, asked_at) VALUES (gen_random_uuid(), %s, 'import', 'running', '', "
        "0, %s, now()) RETURNING id",
        (ours, asked_by),
    ).fetchone()
    assert row is not None
    return str(row[0])


def _receipts(
    connection: psycopg.Connection, ours: str, job: str, intake: Intake
) -> None:
    """A receipt for each file, and each row that needs a person."""
    known: dict[str, str] = {}
    for one in intake.receipts:
        told = asdict(one)
        row = connection.execute(
            "INSERT INTO storage_receivedfile (id, organisation_id, job_id, file, sha256, "
            "format, agency, rows_received, rows_accepted, rows_quarantined, "
            "rows_duplicate, problems) VALUES (gen_random_uuid(), %s, %s, %s, %s, %s, %s, "
            "%s, %s, %s, %s, %s) RETURNING id",
            (ours, job, one.file, one.sha256, one.format, one.agency, one.rows_received,
             one.rows_accepted, one.rows_quarantined, one.rows_duplicate,
             json.dumps(told["problems"], default=str)),
        ).fetchone()  # fmt: skip
        assert row is not None
        known[one.file] = str(row[0])
    with connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO storage_quarantinedrow (id, organisation_id, received_id, sheet, "
            '"row", "column", code, message, value, settled_as, settled_because) VALUES '
            "(gen_random_uuid(), %s, %s, %s, %s, %s, %s, %s, %s, '', '')",
            [
                (
                    ours,
                    known[file],
                    bad.sheet,
                    bad.row,
                    bad.column,
                    bad.code,
                    bad.message,
                    bad.value,
                )
                for file, bad in intake.rejections
            ],  # fmt: skip
        )
    # What a person settled stays settled when the same row comes again, in the same file
    # or in a newer one of its name.
    connection.execute(
        "UPDATE storage_quarantinedrow q SET settled_as = o.settled_as, "
        "settled_because = o.settled_because, settled_by_id = o.settled_by_id, "
        "settled_at = o.settled_at FROM storage_receivedfile f, storage_quarantinedrow o "
        "JOIN storage_receivedfile g ON g.id = o.received_id WHERE f.id = q.received_id "
        "AND f.job_id = %s AND g.job_id <> %s AND g.file = f.file "
        "AND o.settled_as <> '' AND o.sheet = q.sheet AND ((q.value <> '' AND "
        "o.value = q.value) OR (g.sha256 = f.sha256 AND o.row IS NOT DISTINCT FROM q.row)) "
        'AND o."column" = q."column" AND o.code = q.code',
        (job, job),
    )


#: Where a staged table gives a person's names: its key, given name, surname, birth date.
_NAMED = {
    "nominal": ("nominal_id", "given", "surname", "dob"),
    "person": ("person_id", "forename", "surname", "birth_date"),
}


def _people(intake: Intake) -> People:
    """Names and birth dates that the records give, by (source, id)."""
    found: People = {}
    for subject, (key, given, surname, born) in _NAMED.items():
        table = intake.tables.get(subject)
        if table is None:
            continue
        wanted = [name for name in (given, surname, born) if name in table.column_names]
        for row in table.select(["source", key, *wanted]).to_pylist():
            at = row.get(born)
            found[row["source"], str(row[key])] = (
                row.get(given) or "",
                row.get(surname) or "",
                None if at is None else local_date(at).isoformat(),
            )
    return found
