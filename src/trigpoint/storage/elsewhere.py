"""A PostgreSQL that somebody else runs: named in a file, never started or stopped by us.

`PLACE/database.toml`, readable by its owner alone, holds `dsn` (without user and password)
and a table `passwords` with one for each role. How the roles are made:
docs/how-to/use-a-database-of-your-own.md.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import psycopg
from psycopg import conninfo

from trigpoint.records.record import Refusal

FILE = "database.toml"
#: The oldest that has what the walls need.
OLDEST = 15
#: A connection to another machine is encrypted, and the other side shows who it is.
_SAFE = "verify-full"
_ROLES = """
SELECT rolname, rolsuper OR rolbypassrls, rolname = (SELECT pg_get_userbyid(datdba)
    FROM pg_database WHERE datname = current_database())
FROM pg_roles WHERE rolname = ANY(%s)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Elsewhere:
    """How to reach it: a DSN without a person, and the password of each role."""

    dsn: str
    passwords: Mapping[str, str]

    def dsn_of(self, role: str) -> str:
        """How to connect as a role; refuses one whose password the file does not hold."""
        if role not in self.passwords:
            msg = f"{FILE} holds no password of {role}: add it to its table passwords."
            raise Refusal(msg)
        return conninfo.make_conninfo(
            self.dsn, user=role, password=self.passwords[role]
        )


def named(place: Path) -> Elsewhere | None:
    """The database that the folder names, if it names one; refuses what is not safe."""
    path = place / FILE
    if not path.exists():
        return None
    if path.stat().st_mode & 0o077:
        msg = f"{path} can be read by others: chmod 600 {path}."
        raise Refusal(msg)
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        msg = f"{path} cannot be read: {problem}."
        raise Refusal(msg) from problem
    strange = sorted(set(told) - {"dsn", "passwords"})
    if strange or not isinstance(told.get("dsn"), str):
        msg = f"{path} holds a dsn and a table passwords, and nothing else{_but(strange)}."
        raise Refusal(msg)
    _check(path, told["dsn"])
    return Elsewhere(dsn=told["dsn"], passwords=dict(told.get("passwords", {})))


def _but(strange: list[str]) -> str:
    return f"; it has {', '.join(strange)}" if strange else ""


def _check(path: Path, dsn: str) -> None:
    try:
        parts = conninfo.conninfo_to_dict(dsn)
    except psycopg.ProgrammingError as problem:
        msg = f"{path}: the dsn cannot be read: {problem}."
        raise Refusal(msg) from problem
    if {"user", "password"} & set(parts):
        msg = (
            f"{path}: leave user and password out of the dsn; the roles have their own."
        )
        raise Refusal(msg)
    host = str(parts.get("host", ""))
    here = host.startswith("/") or host in ("", "localhost", "127.0.0.1", "::1")
    if not here and parts.get("sslmode") != _SAFE:
        msg = f"{path}: {host} is another machine: add sslmode={_SAFE} to the dsn."
        raise Refusal(msg)


def version_of(found: Elsewhere, roles: tuple[str, ...], owner: str) -> str:
    """Its version; refuses one too old, unreachable, or whose roles make the walls none."""
    try:
        with psycopg.connect(found.dsn_of(roles[0]), connect_timeout=10) as connection:
            number = connection.info.server_version
            told = connection.execute(_ROLES, ([*roles, owner],)).fetchall()
    except psycopg.OperationalError as problem:
        msg = f"The database that {FILE} names cannot be reached: {problem}."
        raise Refusal(msg) from problem
    if number < OLDEST * 10_000:
        msg = f"It is PostgreSQL {number // 10_000}; {OLDEST} or newer is needed."
        raise Refusal(msg)
    known = {name: (above, owns) for name, above, owns in told}
    missing = [role for role in (*roles, owner) if role not in known]
    above = [role for role, (over, _) in known.items() if over]
    if missing or above or not known[owner][1]:
        msg = (
            f"Roles missing: {', '.join(missing) or 'none'}; above the walls (superuser or "
            f"bypassrls): {', '.join(above) or 'none'}; the database must belong to {owner}. "
            "Make them as docs/how-to/use-a-database-of-your-own.md says."
        )
        raise Refusal(msg)
    return f"{number // 10_000}.{number % 10_000}"
