"""What differs between installations, from the environment; unknown names are refused."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from psycopg import conninfo

from trigpoint.records.record import Refusal
from trigpoint.storage import launcher
from trigpoint.storage.keys import installation_key
from trigpoint.web import languages
from trigpoint.web.providers import read_providers

WEB = Path(__file__).resolve().parent
#: Where an installation keeps its database and keys.
PLACE = "TRIGPOINT_PLACE"
HOSTS = "TRIGPOINT_HOSTS"
ENCRYPTED = "TRIGPOINT_ENCRYPTED"
#: Connect as the owner: for migrations alone.
MIGRATING = "TRIGPOINT_MIGRATING"
#: Codes of languages beside English, with commas between: "cy".
LANGUAGES = "TRIGPOINT_LANGUAGES"
#: Minutes without a request after which a sign-in ends; an administrator's after a third.
IDLE = "TRIGPOINT_IDLE_MINUTES"
KNOWN = {
    PLACE, HOSTS, ENCRYPTED, MIGRATING, LANGUAGES, IDLE, "TRIGPOINT_PG_BIN",
    "TRIGPOINT_CHROMIUM",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """The settings of this installation."""

    place: Path
    secret_key: str
    hosts: tuple[str, ...]
    encrypted: bool
    idle_minutes: int
    database: dict[str, Any]
    #: (code, its own name), English first; and the folders of their catalogues.
    languages: tuple[tuple[str, str], ...]
    catalogues: tuple[Path, ...]


def read() -> Chosen:
    """The settings; refuses names it does not know, and starts nothing."""
    strange = sorted(
        name
        for name in os.environ
        if name.startswith("TRIGPOINT_") and name not in KNOWN
    )
    if strange:
        msg = (
            f"{', '.join(strange)}: no such setting. Known: {', '.join(sorted(KNOWN))}."
        )
        raise Refusal(msg)
    place = Path(os.environ.get(PLACE, ".trigpoint")).resolve()
    server = launcher.start(place)
    # Wrong at the start rather than at somebody's sign-in.
    read_providers(server.place)
    # The installation's own before those that come with the program.
    catalogues = (server.place / "locale", WEB / "locale")
    hosts = os.environ.get(HOSTS, "localhost,127.0.0.1,[::1]")
    return Chosen(
        place=server.place,
        secret_key=installation_key(server.place),
        hosts=tuple(host.strip() for host in hosts.split(",")),
        encrypted=os.environ.get(ENCRYPTED) == "1",
        idle_minutes=_idle(os.environ.get(IDLE, "15")),
        database=_database(server),
        languages=languages.chosen(os.environ.get(LANGUAGES, ""), catalogues),
        catalogues=catalogues,
    )


def _idle(written: str) -> int:
    if not written.isdecimal() or not 1 <= int(written) <= 60:
        msg = f"{IDLE} is {written!r}: give minutes from 1 to 60."
        raise Refusal(msg)
    return int(written)


def _database(server: launcher.Server) -> dict[str, Any]:
    migrating = os.environ.get(MIGRATING) == "1"
    dsn = server.owner_dsn() if migrating else server.dsn("trigpoint_app")
    parts = conninfo.conninfo_to_dict(dsn)
    named = {"host": "HOST", "port": "PORT", "dbname": "NAME", "user": "USER",
             "password": "PASSWORD"}  # fmt: skip
    return {
        "ENGINE": "django.db.backends.postgresql",
        **{
            ours: str(parts.pop(theirs))
            for theirs, ours in named.items()
            if theirs in parts
        },
        "OPTIONS": parts,
        # A thread keeps its connection, for on a new one all that is asked on every page is
        # planned anew; what a request sets on it ends with the request.
        "CONN_MAX_AGE": 3600,
        "CONN_HEALTH_CHECKS": True,
    }
