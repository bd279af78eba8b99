"""A copy of an installation that can be made anew elsewhere, and checked."""

import hashlib
import json
import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from psycopg import conninfo

from trigpoint.records.record import Refusal
from trigpoint.services.log_heads import signed_heads
from trigpoint.services.prepare_database import prepare_database
from trigpoint.services.verify_log import verify_log
from trigpoint.storage import launcher
from trigpoint.vocabulary.version import VERSION

DUMP, FILES, MANIFEST = "database.dump", "received", "manifest.json"
#: Kept apart from any backup: with them a stolen copy would open second factors.
KEYS = ("secret.key", "owner.key", "log-signing.key")


def back_up(*, place: Path, out: Path) -> dict[str, Any]:
    """Write the database, the files as received and the log's heads to a new folder.

    By a role that may read and nothing else, in one snapshot; the site may run meanwhile.
    """
    if out.exists():
        msg = f"{out} is there already: give a new folder, so that nothing is lost."
        raise Refusal(msg)
    server = prepare_database(place=place)
    # Heads first: what is copied after them holds at least what they say.
    heads = signed_heads(place=place)
    out.mkdir(parents=True, mode=0o700)
    _run(
        server,
        ["pg_dump", "--format=custom", "--enable-row-security", "--no-owner",
         "--no-privileges", f"--file={out / DUMP}"],
        server.dsn(_ROLE),
    )  # fmt: skip
    kept = server.place / FILES
    if kept.exists():
        shutil.copytree(kept, out / FILES)
    told = {
        "version": VERSION,
        "postgresql": server.version,
        "sha256": _digest(out / DUMP),
        "files": sum(1 for path in (out / FILES).rglob("*") if path.is_file()),
        "heads": heads,
    }
    (out / MANIFEST).write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    return told


_ROLE = "trigpoint_backup"


def restore(*, source: Path, place: Path) -> list[str]:
    """Make an installation from a backup, in a new place; what was checked, in words.

    Refuses a place that has a database, and a dump that is not as it was written. The log
    must hold at least what the backup's heads say.
    """
    try:
        told = json.loads((source / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError) as problem:
        msg = f"{source} is no backup: it has no readable {MANIFEST} ({problem})."
        raise Refusal(msg) from problem
    if (place / "data").exists():
        msg = f"{place} has a database already: give a new place."
        raise Refusal(msg)
    if _digest(source / DUMP) != told["sha256"]:
        msg = f"{source / DUMP} is not as it was written: use another backup."
        raise Refusal(msg)
    server = launcher.start(place)
    _run(
        server,
        ["pg_restore", "--exit-on-error", "--no-owner", "--no-privileges",
         "--single-transaction", str(source / DUMP)],
        server.owner_dsn(),
    )  # fmt: skip
    prepare_database(place=place)
    if (source / FILES).exists():
        shutil.copytree(source / FILES, server.place / FILES)
    found = verify_log(place=place, held=told["heads"])
    bad = [one for one in found if one.first_bad]
    if bad:
        msg = f"The log of {bad[0].organisation} is not whole: {bad[0].said}."
        raise Refusal(msg)
    return [f"{one.organisation}: {one.entries:,} entries, {one.said}" for one in found]


def _run(server: launcher.Server, command: Sequence[str], dsn: str) -> None:
    """One of PostgreSQL's own programs; the password goes by no command line."""
    parts = conninfo.conninfo_to_dict(dsn)
    secret = parts.pop("password", None)
    program, *more = command
    done = subprocess.run(
        [str(server.binaries / program), f"--dbname={conninfo.make_conninfo('', **parts)}",
         *more],
        env={**os.environ, **({"PGPASSWORD": str(secret)} if secret else {})},
        capture_output=True, text=True,
    )  # fmt: skip
    if done.returncode:
        msg = f"{program} ended with: {done.stderr.strip()[-800:]}"
        raise Refusal(msg)


def _digest(path: Path) -> str:
    with path.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()
