"""A real PostgreSQL server of our own: started, found again, stopped; or another's, reached.

It listens on no network, only on a socket in a folder of its own; whoever connects is
known by the account of their process (`peer`), but for the owner of the tables, who
needs a secret that the application never reads. Started as root, the server itself
runs as an account without rights. Which binaries: `storage/binaries.py`.
"""

import fcntl
import os
import secrets
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from trigpoint.records.record import Refusal
from trigpoint.storage import accounts, binaries, elsewhere

DATABASE = "trigpoint"
OWNER = "trigpoint_owner"
#: Roles that a process of ours may become; the owner is none of them.
ROLES = (
    "trigpoint_app", "trigpoint_logger", "trigpoint_reporter", "trigpoint_backup",
)  # fmt: skip
#: A socket's path may be no longer than this on Linux.
_LONGEST_SOCKET = 90
_SECONDS = 60
# What PostgreSQL writes when processes of a killed server still hold its memory.
_OUTLIVED = "pre-existing shared memory block"


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A running server. `socket`: the folder to connect through; `other`: not our own."""

    place: Path
    socket: Path
    binaries: Path
    version: str
    other: elsewhere.Elsewhere | None = None

    def dsn(self, role: str) -> str:
        """How to connect as one of `ROLES`."""
        if self.other:
            return self.other.dsn_of(role)
        return f"host={self.socket} dbname={DATABASE} user={role}"

    def owner_dsn(self) -> str:
        """How to connect as the owner: reads the secret, so only a migration may ask."""
        if self.other:
            return self.other.dsn_of(OWNER)
        secret = (self.place / "owner.key").read_text(encoding="ascii").strip()
        return f"{self.dsn(OWNER)} password={secret}"


def start(place: Path, *, throwaway: bool = False) -> Server:
    """The server of this folder, made and started if need be.

    `throwaway`: a database for a test, which gives up durability for speed. Two starts
    at once are one after the other. Refuses a folder made by another version. Where the
    folder names a database that somebody else runs, that one is reached, and none started.
    """
    if other := elsewhere.named(place.resolve()):
        return _reached(place.resolve(), other)
    account = accounts.server_account()
    place = accounts.reachable_place(place.resolve(), account)
    with _alone(place):
        where = binaries.reachable(binaries.find(), place, account)
        version = binaries.version(where)
        data = place / "data"
        if not (data / "PG_VERSION").exists():
            _make(data, where, account)
        _same_version(data, version)
        socket = _socket_folder(place, account)
        server = Server(place=place, socket=socket, binaries=where, version=version)
        _clear_dead(server)
        lost = not (socket / ".s.PGSQL.5432").exists()
        if lost and (data / "postmaster.pid").exists():
            # Another server's end took the socket with it: this one cannot be reached.
            accounts.try_as(
                account, [str(where / "pg_ctl"), "-D", str(data), "-m", "fast", "stop"]
            )
        if not _running(server, account):
            _write_access(data, account)
            _start(server, account, throwaway=throwaway)
        return server


def _reached(place: Path, other: elsewhere.Elsewhere) -> Server:
    version = elsewhere.version_of(other, ROLES, OWNER)
    return Server(
        place=place,
        socket=place,
        binaries=binaries.find(),
        version=version,
        other=other,
    )


def stop(server: Server) -> None:
    """Stop it, waiting for writes to be done; nothing happens where it does not run."""
    if server.other:
        return
    account = accounts.server_account()
    if _running(server, account):
        _control(server, account, "stop", "-m", "fast", "-t", str(_SECONDS))


@contextmanager
def _alone(place: Path) -> Iterator[None]:
    """One start at a time: the second waits, and then finds the server running."""
    with (place / "start.lock").open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def _make(data: Path, where: Path, account: accounts.Account) -> None:
    """A new database cluster with its roles; moved into its place only once it is whole."""
    draft = data.with_name(f".data-{os.getpid()}")
    accounts.own_folder(draft, account)
    major = int(binaries.version(where).split(".")[0])
    locale = (
        ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C.UTF-8"]
        if major >= 17
        else ["--locale=C.UTF-8"]
    )
    accounts.run_as(
        account,
        [str(where / "initdb"), "-D", str(draft), "-U", "postgres", "-E", "UTF8"]
        + ["--auth=reject", "--data-checksums", "--no-sync", *locale],
        what="making the database",
    )
    secret = secrets.token_urlsafe(32)
    accounts.run_as(
        account,
        [str(where / "postgres"), "--single", "-D", str(draft), "postgres"],
        what="making the roles",
        entered=_roles_sql(secret),
    )
    key = data.parent / "owner.key"
    key.touch(mode=0o600)
    key.write_text(secret + "\n", encoding="ascii")
    draft.rename(data)


def _roles_sql(secret: str) -> str:
    """One statement a line, as single-user mode reads it."""
    lines = [f"CREATE ROLE {OWNER} LOGIN PASSWORD '{secret}' NOSUPERUSER NOBYPASSRLS;"]
    lines += [f"CREATE ROLE {role} LOGIN NOSUPERUSER NOBYPASSRLS;" for role in ROLES]
    lines += [
        f"CREATE DATABASE {DATABASE} OWNER {OWNER};",
        f"REVOKE ALL ON DATABASE {DATABASE} FROM PUBLIC;",
        f"GRANT CONNECT, TEMPORARY ON DATABASE {DATABASE} TO {', '.join(ROLES)};",
        "GRANT pg_read_all_settings TO trigpoint_app;",
    ]
    return "\n".join(lines) + "\n"


def _write_access(data: Path, account: accounts.Account) -> None:
    """Who may connect: peers by our map, the owner by its secret, nobody else."""
    mine = accounts.own_name()
    entries = [f"trigpoint {mine} {role}" for role in ROLES]
    (data / "pg_ident.conf").write_text("\n".join(entries) + "\n", encoding="utf-8")
    allowed = ",".join(ROLES)
    rules = [
        f"local {DATABASE},/^{DATABASE}_ {allowed} peer map=trigpoint",
        f"local all {OWNER} scram-sha-256",
        "local all all reject",
    ]
    if binaries.major_of(data) < 16:
        # Before version 16 a database could not be named by a pattern.
        rules[0] = f"local all {allowed} peer map=trigpoint"
    (data / "pg_hba.conf").write_text("\n".join(rules) + "\n", encoding="utf-8")
    for name in ("pg_ident.conf", "pg_hba.conf"):
        accounts.give(data / name, account)


def _same_version(data: Path, version: str) -> None:
    held, ours = binaries.major_of(data), int(version.split(".")[0])
    if held != ours:
        msg = (
            f"{data} was made by PostgreSQL {held} and this is {ours}: keep using "
            f"{held} (set TRIGPOINT_PG_BIN), or move the data as docs/how-to/"
            "upgrade-the-database.md says."
        )
        raise Refusal(msg)


def _socket_folder(place: Path, account: accounts.Account) -> Path:
    """A folder that only the server's account and ours can enter."""
    socket = place / "socket"
    if len(str(socket)) > _LONGEST_SOCKET:
        noted = place / "socket.at"
        if not noted.exists():
            folder = Path("/tmp") / f"trigpoint-{secrets.token_hex(6)}"
            noted.write_text(str(folder), encoding="utf-8")
        socket = Path(noted.read_text(encoding="utf-8"))
    accounts.own_folder(socket, account)
    return socket


def _running(server: Server, account: accounts.Account) -> bool:
    """Whether it answers. The pid file of one that was killed is taken away."""
    _clear_dead(server)
    if not (server.place / "data" / "postmaster.pid").exists():
        return False
    command = [str(server.binaries / "pg_isready"), "-q", "-h", str(server.socket)]
    until = time.monotonic() + _SECONDS
    while time.monotonic() < until:
        if accounts.try_as(account, command).returncode == 0:
            return True
        _clear_dead(server)
        if not (server.place / "data" / "postmaster.pid").exists():
            return False
        time.sleep(0.1)
    msg = f"The database in {server.place} is there but does not answer: see its server.log."
    raise Refusal(msg)


def _clear_dead(server: Server) -> None:
    """Take away what a server that surely no longer runs has left lying.

    PostgreSQL does it itself, except where the dead process was never waited for, or,
    after the machine went down, another program was given its number: both look alive
    to a signal, and the server would refuse to start.
    """
    lock = server.socket / ".s.PGSQL.5432.lock"
    for held in (server.place / "data" / "postmaster.pid", lock):
        try:
            pid = int(held.read_text(encoding="ascii").splitlines()[0])
        except (OSError, ValueError, IndexError):
            continue
        if not _is_server(pid):
            held.unlink(missing_ok=True)


def _is_server(pid: int) -> bool:
    """Whether a PostgreSQL runs under this number, and not another program or a dead one."""
    try:
        told = Path(f"/proc/{pid}/stat").read_text(errors="replace")
    except OSError:
        return False
    name, _, rest = told.partition("(")[2].rpartition(")")
    return name == "postgres" and rest.split()[0] not in ("Z", "X")


def _start(server: Server, account: accounts.Account, *, throwaway: bool) -> None:
    settings = {
        "listen_addresses": "",
        "unix_socket_directories": str(server.socket),
        "unix_socket_permissions": "0777",  # The folder is what keeps others out.
        "log_parameter_max_length": "0",
        "log_parameter_max_length_on_error": "0",
        "max_connections": "60",
        "shared_buffers": "256MB",
    }
    if throwaway:
        settings |= {
            "fsync": "off",
            "synchronous_commit": "off",
            "full_page_writes": "off",
        }
    options = " ".join(f"-c {name}='{value}'" for name, value in settings.items())
    log = server.place / "data" / "server.log"
    asked = ("start", "-t", str(_SECONDS), "-o", options, "-l", str(log))
    until = time.monotonic() + _SECONDS
    while (refused := _try_control(server, account, *asked)) is not None:
        # A killed server's own processes may outlive it for a moment: they end by
        # themselves once they see that it is gone, and until then no other may start.
        if _OUTLIVED not in refused or time.monotonic() > until:
            raise Refusal(refused)
        time.sleep(0.2)


def _control(server: Server, account: accounts.Account, *arguments: str) -> None:
    if (refused := _try_control(server, account, *arguments)) is not None:
        raise Refusal(refused)


def _try_control(
    server: Server, account: accounts.Account, *arguments: str
) -> str | None:
    """Nothing if it was done; otherwise why not, with what this call wrote to the log."""
    log = server.place / "data" / "server.log"
    before = log.stat().st_size if log.exists() else 0
    command = [str(server.binaries / "pg_ctl"), "-D", str(server.place / "data"), "-w"]
    done: subprocess.CompletedProcess[str] = accounts.try_as(
        account, [*command, *arguments]
    )
    if not done.returncode:
        return None
    told = log.read_bytes()[before:].decode(errors="replace") if log.exists() else ""
    return (
        f"PostgreSQL would not {arguments[0]}: {done.stdout}{done.stderr}{told[-800:]}"
    )
