"""Imports as jobs: worked off, watched, cancelled, and taken up again after a death."""

import multiprocessing
import os
import signal
from pathlib import Path

import psycopg
import pytest

from tests.support.site import Site, bring_in
from tests.support.small_force import write_small_force
from trigpoint.access.permissions import NotPermitted
from trigpoint.access.person import Person
from trigpoint.access.roles import ROLES
from trigpoint.records.record import Refusal
from trigpoint.services import import_records as importing
from trigpoint.services import run_jobs
from trigpoint.services.look import Looking
from trigpoint.storage import launcher

#: Every step that an import tells of; it is killed at each (`CRASH_POINTS` in the figures).
STEPS = (
    "reading ", "  ", "joining records", "writing ", "writing receipts", "judging",
    "keeping the files", "committing",
)  # fmt: skip
ADMINISTRATOR = "system-administrator"


def new_force(site: Site, slug: str) -> str:
    with psycopg.connect(site.server.dsn("trigpoint_app")) as connection:
        row = connection.execute(
            "INSERT INTO storage_organisation (id, slug, name, kind, invented) VALUES "
            "(gen_random_uuid(), %s, 'Jobs (invented)', 'force', true) RETURNING id::text",
            (slug,),
        ).fetchone()
        assert row is not None
        # Whoever sends files must still be let in when they are read.
        connection.execute(
            "INSERT INTO storage_membership (id, account_id, organisation_id, role, team, "
            "district, officer, begins) SELECT gen_random_uuid(), id, %s, name, '', '', '', "
            "'2016-01-02' FROM storage_account WHERE name = %s",
            (row[0], ADMINISTRATOR),
        )
    return row[0]


def somebody(site: Site, organisation: str, role: str) -> tuple[Person, Looking]:
    with psycopg.connect(site.server.dsn("trigpoint_app")) as connection:
        row = connection.execute(
            "SELECT id::text FROM storage_account WHERE name = %s", (role,)
        ).fetchone()
    assert row is not None
    person = Person(
        account=row[0], shown_as=role, organisation=organisation,
        organisation_name="Jobs", kind="force", role=ROLES[role],
    )  # fmt: skip
    return person, Looking(dsn=site.server.dsn("trigpoint_logger"), person=person)


def ask(
    site: Site, slug: str, ours: str, extracts: Path, role: str = ADMINISTRATOR
) -> str:
    person, looking = somebody(site, ours, role)
    files = [
        (path.name, [path.read_bytes()]) for path in sorted(extracts.rglob("*.csv"))
    ]
    with site.acting_for(slug) as connection:
        return run_jobs.ask_for_import(
            connection, person=person, looking=looking, place=site.server.place,
            files=files,
        )  # fmt: skip


def state(site: Site, slug: str, ours: str) -> list[dict[str, object]]:
    person, _ = somebody(site, ours, "system-administrator")
    with site.acting_for(slug) as connection:
        return run_jobs.read_jobs(connection, person=person)


def events(site: Site, slug: str) -> tuple[int, int]:
    with site.acting_for(slug) as connection:
        row = connection.execute(
            "SELECT count(*), count(DISTINCT digest) FROM storage_eventversion"
        ).fetchone()
    assert row is not None
    return row


def test_a_job_waits_is_worked_off_and_tells_what_it_did(
    site: Site, tmp_path: Path
) -> None:
    """Asked for, done once, its files kept; nothing waits afterwards."""
    ours = new_force(site, "asking-force")
    ask(site, "asking-force", ours, write_small_force(tmp_path))
    assert state(site, "asking-force", ours)[0]["state"] == "waiting"
    assert run_jobs.run_one(site.server) is True
    (job,) = state(site, "asking-force", ours)
    assert (job["state"], job["rows"], job["files_done"]) == ("done", 6, 3)
    assert run_jobs.run_one(site.server) is False
    kept = site.server.place / "received" / "asking-force"
    assert len(list(kept.rglob("*.csv"))) == 3
    assert not list((site.server.place / "arriving").glob("*"))
    whole = events(site, "asking-force")
    ask(site, "asking-force", ours, tmp_path / "extracts")
    assert run_jobs.run_one(site.server) is True
    assert events(site, "asking-force") == whole, "sent again it adds nothing"


def test_a_cancelled_job_has_written_and_kept_nothing(
    site: Site, tmp_path: Path
) -> None:
    """Cancelled before its next step: no event, no file, and it says so."""
    ours = new_force(site, "stopping-force")
    job = ask(site, "stopping-force", ours, write_small_force(tmp_path))
    person, looking = somebody(site, ours, "system-administrator")
    with site.acting_for("stopping-force") as connection:
        run_jobs.cancel(connection, person=person, looking=looking, job=job)
    run_jobs.run_one(site.server)
    (told,) = state(site, "stopping-force", ours)
    assert told["state"] == "cancelled"
    assert events(site, "stopping-force") == (0, 0)
    assert not (site.server.place / "received" / "stopping-force").exists()


def test_once_the_files_are_kept_it_is_too_late_to_cancel(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Cancelled at the last step it is done: files without their events are never kept."""
    ours = new_force(site, "late-force")
    job = ask(site, "late-force", ours, write_small_force(tmp_path))
    person, looking = somebody(site, ours, "system-administrator")
    keep = importing.kept_files.keep

    def kept_and_cancelled(*given: object) -> None:
        keep(*given)  # type: ignore[arg-type]
        with site.acting_for("late-force") as connection:
            run_jobs.cancel(connection, person=person, looking=looking, job=job)

    monkeypatch.setattr(importing.kept_files, "keep", kept_and_cancelled)
    run_jobs.run_one(site.server)
    (told,) = state(site, "late-force", ours)
    assert told["state"] == "done"
    assert events(site, "late-force")[0] > 0


@pytest.fixture(scope="module")
def whole(site: Site, tmp_path_factory: pytest.TempPathFactory) -> tuple[int, int]:
    """What an import that nothing befell writes of the same files."""
    new_force(site, "plain-force")
    folder = write_small_force(tmp_path_factory.mktemp("plain"))
    bring_in(site.server, folder, organisation="plain-force")
    return events(site, "plain-force")


def test_after_an_import_the_database_knows_how_large_its_tables_are(
    site: Site, whole: tuple[int, int]
) -> None:
    """Else it would plan the next question for the few rows that it knew of before."""
    with psycopg.connect(site.server.owner_dsn()) as connection:
        for table in ("storage_eventversion", "storage_childrecord"):
            row = connection.execute(
                f"SELECT reltuples::bigint, (SELECT count(*) FROM {table}) FROM pg_class "
                "WHERE relname = %s", (table,),
            ).fetchone()  # fmt: skip
            assert row is not None
            assert row[0] == row[1] > 0, table


def _dies(place: str, point: str) -> None:
    """Work one job and end, as by kill -9, when it reaches the step."""
    real = importing.import_records

    def dying(*, progress: importing.Progress, **more: object) -> object:
        def watch(said: str) -> None:
            progress(said)
            if said.startswith(point) and (point != "writing " or "event" in said):
                os.kill(os.getpid(), signal.SIGKILL)

        return real(progress=watch, **more)  # type: ignore[arg-type]

    run_jobs.import_records = dying  # type: ignore[assignment]
    run_jobs.run_one(launcher.start(Path(place)))


@pytest.mark.parametrize("point", STEPS)
def test_a_worker_that_dies_at_a_step_loses_and_doubles_nothing(
    site: Site, tmp_path: Path, point: str, whole: tuple[int, int]
) -> None:
    """Killed there, the job is free at once; the next worker does the whole, once."""
    slug = f"dying-force-{STEPS.index(point)}"
    ours = new_force(site, slug)
    ask(site, slug, ours, write_small_force(tmp_path))
    process = multiprocessing.get_context("spawn").Process(
        target=_dies, args=(str(site.server.place), point)
    )
    process.start()
    process.join(60)
    assert process.exitcode == -signal.SIGKILL
    assert events(site, slug) == (0, 0)
    assert state(site, slug, ours)[0]["state"] == "running"
    assert run_jobs.run_one(site.server) is True
    (job,) = state(site, slug, ours)
    assert (job["state"], job["tries"]) == ("done", 2)
    assert events(site, slug) == whole


def test_a_job_that_kills_every_worker_is_left_for_a_person(
    site: Site, tmp_path: Path
) -> None:
    """After five tries it fails, says so, and what was sent is still there."""
    ours = new_force(site, "deadly-force")
    job = ask(site, "deadly-force", ours, write_small_force(tmp_path))
    with site.acting_for("deadly-force") as connection:
        connection.execute(
            "UPDATE storage_job SET tries = %s, state = 'running'", (run_jobs.TRIES,)
        )
    run_jobs.run_one(site.server)
    (told,) = state(site, "deadly-force", ours)
    assert told["state"] == "failed"
    assert (site.server.place / "arriving" / job).is_dir()


@pytest.mark.parametrize(
    "name", ["../../etc/x.csv", "a.exe", ".hidden.csv", "a/b.csv", "x.csv.zip", ""]
)
def test_a_name_that_is_no_extract_s_is_refused(site: Site, name: str) -> None:
    """Before anything is written."""
    ours = site.organisation()
    person, looking = somebody(site, ours, "system-administrator")
    with site.acting_for() as connection, pytest.raises(Refusal, match="plain name"):
        run_jobs.ask_for_import(
            connection, person=person, looking=looking, place=site.server.place,
            files=[(name, [b"x"])],
        )  # fmt: skip


def test_who_may_not_import_may_not(site: Site, tmp_path: Path) -> None:
    """A hub detective settles rows and sends no files."""
    extracts = write_small_force(tmp_path)
    ours = site.organisation()
    with pytest.raises(NotPermitted):
        ask(site, "fellshire-constabulary", ours, extracts, role="hub-detective")
