"""Whether an installation is as safe as it must be: one check after another, in words.

No check tells a value that is secret, and none changes anything.
"""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import psycopg

from trigpoint.services.verify_log import verify_log
from trigpoint.storage import launcher, migrations
from trigpoint.storage.launcher import OWNER, ROLES, Server

#: Files of the place that hold a key or a password, where there are any.
SECRET = (
    "secret.key", "owner.key", "log-signing.key", "demonstration.key", "database.toml",
    "sign-in.toml",
)  # fmt: skip
#: What must be on for a record that was written to be there after the power fails.
DURABLE = ("fsync", "full_page_writes", "synchronous_commit")
#: Less free space than this is too little: bytes, and share of the disk.
FREE, FREE_SHARE = 2 * 2**30, 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One thing that was looked at. `well`: as it must be; `said`: what was seen."""

    name: str
    well: bool
    said: str


def examine_installation(*, place: Path) -> list[Check]:
    """Every check of an installation, in order; the database is started if need be."""
    server = launcher.start(place)
    with psycopg.connect(server.dsn("trigpoint_app"), autocommit=True) as connection:
        found = [ask(connection) for ask in _IN_DATABASE]
    return [
        Check(name="database", well=True, said=f"PostgreSQL {server.version} answers"),
        *found,
        _keys(server),
        _log(place),
        _space(server),
    ]


def _check(name: str, wrong: list[str], well: str) -> Check:
    return Check(name=name, well=not wrong, said="; ".join(wrong) or well)


def _roles(connection: psycopg.Connection) -> Check:
    rows = connection.execute(
        "SELECT rolname FROM pg_roles WHERE rolname = ANY(%s) AND "
        "(rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb) ORDER BY 1",
        ([*ROLES, OWNER],),
    ).fetchall()
    wrong = [f"{row[0]} is above the walls" for row in rows]
    return _check("roles", wrong, "none is superuser or passes the walls")


def _owners(connection: psycopg.Connection) -> Check:
    rows = connection.execute(
        "SELECT tableowner, count(*) FROM pg_tables WHERE schemaname = 'public' AND "
        "tableowner <> %s GROUP BY 1 ORDER BY 1",
        (OWNER,),
    ).fetchall()
    wrong = [f"{name} owns {count} tables" for name, count in rows]
    return _check("owner", wrong, f"every table is {OWNER}'s alone")


def _walls(connection: psycopg.Connection) -> Check:
    rows = connection.execute(
        "SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
        "WHERE n.nspname = 'public' AND ((c.relkind IN ('r', 'p') AND NOT "
        "(c.relrowsecurity AND c.relforcerowsecurity AND EXISTS (SELECT 1 FROM pg_policy "
        "p WHERE p.polrelid = c.oid))) OR (c.relkind = 'v' AND NOT coalesce("
        "'security_invoker=true' = ANY(c.reloptions), false))) ORDER BY 1"
    ).fetchall()
    wrong = [f"{row[0]} has no forced wall" for row in rows]
    return _check(
        "walls", wrong, "every table has forced policies, every view its reader's"
    )


def _durable(connection: psycopg.Connection) -> Check:
    wrong = [
        f"{name} is off"
        for name in DURABLE
        if (
            connection.execute("SELECT current_setting(%s)", (name,)).fetchone()
            or ("",)
        )[0]
        == "off"
    ]
    return _check("durable", wrong, f"{', '.join(DURABLE)} are on")


def _tables(connection: psycopg.Connection) -> Check:
    folder = Path(migrations.__path__[0])
    ours = {path.stem for path in folder.glob("0*.py")}
    rows = connection.execute(
        "SELECT name FROM django_migrations WHERE app = 'storage'"
    ).fetchall()
    held = {row[0] for row in rows}
    wrong = [
        f"{name} is still to be applied: start the site" for name in sorted(ours - held)
    ]
    wrong += [
        f"{name} is of a newer Trigpoint than this" for name in sorted(held - ours)
    ]
    return _check("tables", wrong, "as this version wants them")


def _keys(server: Server) -> Check:
    wrong = [
        f"{name} can be read by others: chmod 600 {server.place / name}"
        for name in SECRET
        if (server.place / name).exists()
        and (server.place / name).stat().st_mode & 0o077
    ]
    return _check("keys", wrong, "readable by their owner alone")


def _log(place: Path) -> Check:
    found = verify_log(place=place)
    wrong = [f"{one.organisation}: {one.said}" for one in found if one.first_bad]
    entries = sum(one.entries for one in found)
    return _check(
        "log", wrong, f"{entries:,} entries of {len(found)} organisations, intact"
    )


def _space(server: Server) -> Check:
    disk = shutil.disk_usage(server.place)
    told = f"{disk.free / 2**30:,.1f} GiB free of {disk.total / 2**30:,.1f}"
    little = disk.free < FREE or disk.free < FREE_SHARE * disk.total
    return _check("space", [f"only {told}"] if little else [], told)


_IN_DATABASE: tuple[Callable[[psycopg.Connection], Check], ...] = (
    _roles, _owners, _walls, _durable, _tables,
)  # fmt: skip
