"""The database of an installation: found again, walled, only ever added to."""

import multiprocessing
import os
import signal
import subprocess
import threading
import time
from pathlib import Path

import psycopg
import pyarrow as pa
import pyarrow.compute as pc
import pytest

from tests.support.site import FORCE, OTHER, Site, bring_in
from trigpoint.chronology import assembly
from trigpoint.records.intake import read_folder
from trigpoint.services.engines import engines
from trigpoint.services.enter_event import SOURCE
from trigpoint.storage import columns, launcher, walls


def _start(place: str, answers: object) -> None:
    answers.put(str(launcher.start(Path(place), throwaway=True).socket))  # type: ignore[attr-defined]


def test_two_starts_at_once_give_one_server(tmp_path: Path) -> None:
    """The second waits for the first, and both are told the same socket."""
    context = multiprocessing.get_context("spawn")
    answers = context.Queue()
    started = [
        context.Process(target=_start, args=(str(tmp_path / "place"), answers))
        for _ in range(2)
    ]
    for process in started:
        process.start()
    told = {answers.get(timeout=60) for _ in started}
    for process in started:
        process.join(30)
    server = launcher.start(tmp_path / "place")
    try:
        assert told == {str(server.socket)}
        with psycopg.connect(server.dsn("trigpoint_app")) as connection:
            (user,) = connection.execute("SELECT current_user").fetchone() or ()
        assert user == "trigpoint_app"
    finally:
        launcher.stop(server)


@pytest.mark.parametrize(
    "number", ["of a dead child", "of nobody", "of another program"]
)
def test_a_server_killed_in_the_middle_comes_back_whole(
    tmp_path: Path, number: str
) -> None:
    """After kill -9 and with a pid file there, what was committed is there.

    Where the machine itself went down, the number in it is nobody's, or by now another
    program's, which is left alone.
    """
    server = launcher.start(tmp_path / "place")
    with psycopg.connect(server.owner_dsn(), autocommit=True) as connection:
        connection.execute("CREATE TABLE kept (n int)")
        connection.execute("INSERT INTO kept SELECT generate_series(1, 1000)")
    pid = int((server.place / "data" / "postmaster.pid").read_text().splitlines()[0])
    os.kill(pid, signal.SIGKILL)
    other = subprocess.Popen(["sleep", "60"])
    numbers = {"of a dead child": pid, "of nobody": 4_194_301}
    held = server.place / "data" / "postmaster.pid"
    rest = held.read_text().partition("\n")[2]
    held.write_text(f"{numbers.get(number, other.pid)}\n{rest}")
    again = launcher.start(tmp_path / "place")
    try:
        assert other.poll() is None
        other.kill()
        other.wait()
        with psycopg.connect(again.owner_dsn()) as connection:
            (count,) = connection.execute("SELECT count(*) FROM kept").fetchone() or ()
        assert count == 1000
    finally:
        launcher.stop(again)


def test_a_start_waits_for_what_a_killed_server_left_running(tmp_path: Path) -> None:
    """A backend that outlives its killed server holds its memory until it too has ended."""
    server = launcher.start(tmp_path / "place")
    left = psycopg.connect(server.owner_dsn())
    left.execute("SELECT 1")
    backend = left.info.backend_pid
    os.kill(backend, signal.SIGSTOP)
    pid = int((server.place / "data" / "postmaster.pid").read_text().splitlines()[0])
    os.kill(pid, signal.SIGKILL)
    later = threading.Timer(2.0, os.kill, (backend, signal.SIGCONT))
    later.start()
    began = time.monotonic()
    try:
        again = launcher.start(tmp_path / "place")
    finally:
        later.join()
    took = time.monotonic() - began
    launcher.stop(again)
    left.close()
    assert took >= 1.5


def test_nobody_else_may_connect(site: Site) -> None:
    """The superuser is refused, the owner needs its secret, and there is no network."""
    for user in ("postgres", launcher.OWNER):
        with pytest.raises(psycopg.OperationalError):
            psycopg.connect(
                f"host={site.server.socket} dbname={launcher.DATABASE} user={user}"
            )
    with psycopg.connect(site.server.dsn("trigpoint_app")) as connection:
        (addresses,) = connection.execute("SHOW listen_addresses").fetchone() or ()
    assert addresses == ""


def test_every_table_has_a_forced_policy_and_every_view_its_reader_s_rights(
    site: Site,
) -> None:
    """Read from the catalogue: no table without its wall, no function that opens one."""
    with psycopg.connect(site.server.owner_dsn()) as connection:
        bare = connection.execute(
            "SELECT c.relname FROM pg_class c JOIN pg_namespace n "
            "ON n.oid = c.relnamespace WHERE n.nspname = 'public' AND c.relkind IN "
            "('r', 'p') AND NOT (c.relrowsecurity AND c.relforcerowsecurity AND EXISTS "
            "(SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid))"
        ).fetchall()
        views = connection.execute(
            "SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = "
            "c.relnamespace WHERE n.nspname = 'public' AND (c.relkind = 'm' OR "
            "(c.relkind = 'v' AND NOT coalesce(c.reloptions @> "
            "'{security_invoker=true}', false)))"
        ).fetchall()
        loose = connection.execute(
            "SELECT p.proname FROM pg_proc p JOIN pg_namespace n ON n.oid = "
            "p.pronamespace WHERE n.nspname = 'public' AND p.prosecdef AND "
            "p.proconfig IS NULL"
        ).fetchall()
        owned = connection.execute(
            "SELECT c.relname FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner "
            "WHERE r.rolname = ANY (%s)",
            (list(launcher.ROLES),),
        ).fetchall()
        strong = connection.execute(
            "SELECT rolname FROM pg_roles WHERE rolname = ANY (%s) AND "
            "(rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb)",
            ([*launcher.ROLES, launcher.OWNER],),
        ).fetchall()
    assert (bare, views, loose, owned, strong) == ([], [], [], [], [])


@pytest.mark.parametrize(
    "table", sorted({*walls.APPENDED, "event_now", "storage_judgementrow"})
)
def test_the_wall_alone_keeps_organisations_apart(site: Site, table: str) -> None:
    """Without an organisation nothing is seen; with one, none of another's rows."""
    with psycopg.connect(site.server.dsn("trigpoint_app")) as connection:
        rows = connection.execute(f"SELECT count(*) FROM {table}").fetchone()
    assert rows == (0,)
    for slug, other in ((FORCE, OTHER), (OTHER, FORCE)):
        with site.acting_for(slug) as connection:
            strange = connection.execute(
                f"SELECT count(*) FROM {table} WHERE organisation_id = %s",
                (site.organisation(other),),
            ).fetchone()
        assert strange == (0,)


def test_a_row_for_another_organisation_is_refused(site: Site) -> None:
    """Acting for one force, nothing can be written for the other."""
    with (
        site.acting_for() as connection,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        connection.execute(
            "INSERT INTO storage_eventchange (organisation_id, digest, child) "
            "VALUES (%s, 'x', '')",
            (site.organisation(OTHER),),
        )


@pytest.mark.parametrize("statement", ["UPDATE storage_eventversion SET child = 'C0'",
                                       "DELETE FROM storage_eventversion",
                                       "TRUNCATE storage_eventversion"])  # fmt: skip
def test_what_is_recorded_is_never_changed(site: Site, statement: str) -> None:
    """Neither the application nor the owner can change an event version."""
    with site.acting_for() as connection, pytest.raises(psycopg.Error):
        connection.execute(statement)
    with (
        psycopg.connect(site.server.owner_dsn()) as connection,
        pytest.raises(psycopg.errors.RestrictViolation),
    ):
        connection.execute(statement)


def test_a_log_comes_back_as_it_went_in(site: Site) -> None:
    """The log read from the database is the log that was assembled from the files."""
    intake = read_folder(site.server.place / "received" / FORCE)
    with engines() as use:
        made = assembly.assemble(
            tables=intake.tables, reach=intake.reach, extracts=intake.extracts,
            proposer=use.proposer,
        ).log  # fmt: skip
    back = columns.read_log(site.server.dsn("trigpoint_app"), site.organisation())
    # What other tests entered by hand on the same site came from no file.
    back = back.filter(pc.not_equal(back["source"], SOURCE))
    same = [name for name in made.column_names if name not in ("child_no", "seq")]
    order = [("child", "ascending"), ("event", "ascending"), ("recorded", "ascending")]
    one, other = made.select(same).sort_by(order), back.select(same).sort_by(order)
    for name in same:
        assert one[name].combine_chunks() == other[name].combine_chunks(), name
    assert isinstance(back, pa.Table)


def test_the_same_import_twice_adds_nothing(site: Site) -> None:
    """No event, no change, no child more; the same judgements."""
    # Whatever else was sent to this site before is there already too.
    first = bring_in(site.server, site.extracts)
    again = bring_in(site.server, site.extracts)
    assert (again.events_added, again.changes) == (0, 0)
    assert again.judgements == first.judgements > 0


def _import(place: str, extracts: str, organisation: str) -> None:
    bring_in(launcher.start(Path(place)), Path(extracts), organisation=organisation)


#: Seconds after which an import is killed: while files are read, joined and written.
MOMENTS = (1.2, 2.0, 2.6, 3.2, 3.8, 4.4)


def test_an_import_killed_at_any_moment_loses_and_doubles_nothing(site: Site) -> None:
    """Killed again and again, then run to its end: the rows of an undisturbed import."""
    slug = "killed-force"
    with psycopg.connect(site.server.dsn("trigpoint_app")) as connection:
        connection.execute(
            "INSERT INTO storage_organisation (id, slug, name, kind, invented) VALUES "
            "(gen_random_uuid(), %s, 'Killed (invented)', 'force', true)",
            (slug,),
        )
    context = multiprocessing.get_context("spawn")
    given = (str(site.server.place), str(site.extracts), slug)
    for moment in MOMENTS:
        process = context.Process(target=_import, args=given)
        process.start()
        process.join(moment)
        if process.is_alive():
            process.kill()
            process.join(10)
    done = bring_in(site.server, site.extracts, organisation=slug)
    with site.acting_for(slug) as connection:
        counted = connection.execute(
            "SELECT count(*), count(DISTINCT digest) FROM storage_eventversion"
        ).fetchone()
        jobs = connection.execute(
            "SELECT count(*) FROM storage_job WHERE state <> 'done'"
        ).fetchone()
    whole = site.imported.events_added
    assert counted == (whole, whole)
    assert done.judgements == site.imported.judgements
    assert jobs == (0,)
