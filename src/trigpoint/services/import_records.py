"""Read agencies' extracts into the running system: all of it, or nothing."""

import json
import os
import shutil
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

import psycopg

from trigpoint.chronology import assembly
from trigpoint.records import intake as intakes
from trigpoint.records import mapping as mappings
from trigpoint.records.intake import Intake
from trigpoint.records.record import Refusal
from trigpoint.services.judge_children import judge_all
from trigpoint.storage import ledger
from trigpoint.storage.launcher import Server
from trigpoint.timekeeping.london import local_date

Progress = Callable[[str], None]
People = dict[tuple[str, str], tuple[str, str, str | None]]


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
) -> Imported:
    """Keep the files, read all that are kept, and write what is new; safe to repeat.

    `organisation`: its slug. One transaction: a process that dies in the middle has
    written nothing, and the next import does the whole.
    """
    kept = server.place / "received" / organisation
    for path in paths:
        _keep(path, kept)
    progress(f"reading {kept}")
    chosen = mappings.load_mapping(mapping) if mapping else None
    intake = intakes.read_folder(kept, mapping=chosen, progress=progress)
    if not intake.tables:
        msg = f"Nothing in {', '.join(map(str, paths))} could be read."
        raise Refusal(msg)
    progress("joining records to children")
    made = assembly.assemble(
        tables=intake.tables, reach=intake.reach, extracts=intake.extracts
    )
    with psycopg.connect(server.dsn("trigpoint_app")) as connection:
        ours = _act_for(connection, organisation)
        job = _job(connection, ours, asked_by)
        progress(f"writing {len(made.log):,} event versions")
        added = ledger.add_log(connection, ours, made.log)
        ledger.set_reach(connection, ours, made.coverage)
        ledger.set_children(connection, ours, made.children, _people(intake))
        _receipts(connection, ours, job, intake)
        progress("judging")
        as_at = max(made.coverage.reach.values())
        judged = judge_all(
            connection, ours, log=made.log, coverage=made.coverage, as_at=as_at
        )
        _done(connection, job, intake)
    return Imported(
        files=len(intake.receipts),
        rows=sum(one.rows_received for one in intake.receipts),
        quarantined=sum(one.rows_quarantined for one in intake.receipts),
        events_added=added.events,
        changes=added.changes,
        judgements=judged,
    )


def _done(connection: psycopg.Connection, job: str, intake: Intake) -> None:
    rows = sum(one.rows_received for one in intake.receipts)
    connection.execute(
        "UPDATE storage_job SET state = 'done', ended_at = now(), rows = %s WHERE id = %s",
        (rows, job),
    )


def _keep(path: Path, kept: Path) -> None:
    """Copy a file or folder of extracts; a name is taken only once its bytes are safe."""
    if not path.exists():
        msg = f"{path} is not there: give the files or the folder of the extracts."
        raise Refusal(msg)
    if path.name == "truth" or (path / "truth").is_dir():
        msg = f"{path} holds `truth`, which is not for reading: give the extracts."
        raise Refusal(msg)
    files = [path] if path.is_file() else [p for p in path.rglob("*") if p.is_file()]
    for file in files:
        inside = Path(file.name) if path.is_file() else file.relative_to(path)
        goal = kept / inside
        goal.parent.mkdir(parents=True, exist_ok=True)
        draft = goal.with_name(f".{goal.name}.part")
        with file.open("rb") as source, draft.open("wb") as target:
            shutil.copyfileobj(source, target)
            target.flush()
            os.fsync(target.fileno())
        draft.rename(goal)


def _act_for(connection: psycopg.Connection, slug: str) -> str:
    """The id of the organisation, set as the one this transaction acts for."""
    row = connection.execute(
        "SELECT id FROM storage_organisation WHERE slug = %s", (slug,)
    ).fetchone()
    if row is None:
        msg = f"No organisation is called {slug!r} here: make it first."
        raise Refusal(msg)
    ours = str(row[0])
    connection.execute("SELECT set_config('trigpoint.organisation', %s, true)", (ours,))
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
