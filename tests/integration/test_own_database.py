"""An installation on a PostgreSQL that somebody else runs, made as the how-to says."""

import re
import socket
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest

from tests.support.site import bring_in
from tests.support.small_force import write_small_force
from trigpoint.records.record import Refusal
from trigpoint.services import back_up, prepare_demonstration
from trigpoint.services.prepare_database import prepare_database
from trigpoint.storage import accounts, binaries, columns, elsewhere, launcher

HOW_TO = Path(__file__).parents[2] / "docs" / "how-to" / "use-a-database-of-your-own.md"
_PASSWORDS = "\n".join(
    f'trigpoint_{name} = "{name}-secret"'
    for name in ("owner", "app", "logger", "reporter", "backup")
)


@dataclass(frozen=True, slots=True)
class Theirs:
    """A server with a network port on this machine and nothing of ours in it."""

    port: int

    def superuser(self, database: str = "postgres") -> psycopg.Connection:
        return psycopg.connect(
            f"host=127.0.0.1 port={self.port} dbname={database} user=postgres "
            "password=the-superuser",
            autocommit=True,
        )


@pytest.fixture(scope="module")
def theirs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Theirs]:
    account = accounts.server_account()
    place = accounts.reachable_place(tmp_path_factory.mktemp("theirs"), account)
    where = binaries.reachable(binaries.find(), place, account)
    data, word = place / "data", place / "word"
    accounts.own_folder(data, account)
    word.write_text("the-superuser\n")
    accounts.give(word, account)
    accounts.run_as(
        account,
        [str(where / "initdb"), "-D", str(data), "-U", "postgres", "-E", "UTF8",
         "--locale=C.UTF-8", "--auth=scram-sha-256", f"--pwfile={word}", "--no-sync"],
        what="making their database",
    )  # fmt: skip
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = (
        f"-c listen_addresses=127.0.0.1 -c port={port} -c fsync=off "
        f"-c unix_socket_directories={data}"
    )
    control = [str(where / "pg_ctl"), "-D", str(data), "-w"]
    accounts.run_as(
        account, [*control, "start", "-o", options, "-l", str(data / "log")],
        what="starting their database",
    )  # fmt: skip
    yield Theirs(port)
    accounts.run_as(account, [*control, "-m", "fast", "stop"], what="stopping it")


def write_file(place: Path, dsn: str) -> None:
    place.mkdir(exist_ok=True)
    path = place / elsewhere.FILE
    path.write_text(f'dsn = "{dsn}"\n\n[passwords]\n{_PASSWORDS}\n')
    path.chmod(0o600)


def test_the_how_to_makes_an_installation_whose_walls_stand(
    theirs: Theirs, tmp_path: Path
) -> None:
    """Roles as written there, tables, walls, an import, the log by ADBC, and a copy."""
    roles, schema = re.findall(r"```sql\n(.*?)```", HOW_TO.read_text(), flags=re.S)
    place = tmp_path / "place"
    write_file(place, f"host=127.0.0.1 port={theirs.port} dbname=trigpoint")
    with theirs.superuser() as connection:
        for statement in filter(None, map(str.strip, roles.split(";"))):
            connection.execute(statement)
    with theirs.superuser("trigpoint") as connection:
        connection.execute(schema)
    server = prepare_database(place=place)
    assert not (place / "data").exists()
    prepare_demonstration.prepare_organisations(server)
    extracts = write_small_force(tmp_path / "force")
    first = bring_in(server, extracts)
    assert first.events_added > 0
    assert bring_in(server, extracts).events_added == 0
    with psycopg.connect(server.dsn("trigpoint_app")) as connection:
        row = connection.execute("SELECT count(*) FROM event_now").fetchone()
        assert row == (0,), "the wall stands"
        ours = connection.execute(
            "SELECT id::text FROM storage_organisation WHERE slug = %s",
            (prepare_demonstration.FORCE,),
        ).fetchone()
    assert ours is not None
    log = columns.read_log(server.dsn("trigpoint_app"), ours[0])
    assert len(log) == first.events_added
    told = back_up.back_up(place=place, out=tmp_path / "copy")
    assert told["sha256"]
    launcher.stop(server)
    with theirs.superuser() as connection:
        assert connection.execute("SELECT 1").fetchone() == (1,), "theirs to stop"


def test_a_role_above_the_walls_is_refused(theirs: Theirs, tmp_path: Path) -> None:
    """A superuser, or one that passes by the policies, would make the walls none."""
    write_file(tmp_path / "p", f"host=127.0.0.1 port={theirs.port} dbname=trigpoint")
    with theirs.superuser() as connection:
        connection.execute("ALTER ROLE trigpoint_app BYPASSRLS")
        try:
            with pytest.raises(Refusal, match="above the walls.*trigpoint_app"):
                launcher.start(tmp_path / "p")
        finally:
            connection.execute("ALTER ROLE trigpoint_app NOBYPASSRLS")


@pytest.mark.parametrize(
    ("dsn", "words"),
    [
        ("host=database.example dbname=t", "sslmode=verify-full"),
        ("host=database.example dbname=t sslmode=require", "sslmode=verify-full"),
        ("dbname=t user=postgres", "leave user and password out"),
        ("dbname", "cannot be read"),
    ],
)
def test_an_unsafe_or_unreadable_dsn_is_refused(
    dsn: str, words: str, tmp_path: Path
) -> None:
    """Before anything is sent anywhere."""
    write_file(tmp_path, dsn)
    with pytest.raises(Refusal, match=words):
        elsewhere.named(tmp_path)


def test_a_file_that_others_can_read_is_refused(tmp_path: Path) -> None:
    """It holds the keys to every record."""
    write_file(tmp_path, "dbname=t")
    (tmp_path / elsewhere.FILE).chmod(0o644)
    with pytest.raises(Refusal, match="chmod 600"):
        elsewhere.named(tmp_path)


def test_a_word_nobody_knows_is_refused(tmp_path: Path) -> None:
    """A misspelt name would otherwise be silently nothing."""
    write_file(tmp_path, "dbname=t")
    path = tmp_path / elsewhere.FILE
    path.write_text(path.read_text().replace("[passwords]", "[pasword]"))
    with pytest.raises(Refusal, match="it has pasword"):
        elsewhere.named(tmp_path)
