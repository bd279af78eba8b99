"""Promise 18: migrations are safe, over rows that are there, on each server that is here.

Each migration is killed at its first statement and its last, and run again; what the tables held
before hashes to the same afterwards. A table in use is not waited for for ever.
"""

import json
import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import psycopg
import pytest

from tests.integration.test_other_servers import FOUND
from tests.support.promises import promise
from tests.support.site import Site
from trigpoint.records.record import Refusal
from trigpoint.services import prepare_database as preparing
from trigpoint.storage import binaries

ROOT = Path(__file__).resolve().parents[2]
OURS = sorted((ROOT / "src/trigpoint/storage/migrations").glob("0*.py"))
SERVERS = [None, *FOUND]


@pytest.mark.parametrize("programs", SERVERS, ids=lambda p: p and p.parent.name)
def test_a_migration_killed_anywhere_leaves_what_was_there(
    tmp_path: Path, programs: Path | None
) -> None:
    """The hash of all rows is the same after each kill, and once it has come through."""
    chosen = {binaries.SETTING: str(programs)} if programs else {}
    done = subprocess.run(
        [sys.executable, "-m", "tests.support.migrating", str(tmp_path / "place"), "12", "2", "1"],
        cwd=ROOT, env={**os.environ, **chosen, "PYTHONPATH": f"{ROOT}:{ROOT / 'src'}"},
        capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    told = json.loads(done.stdout)
    assert told["differs"] == []
    assert told["migrations"] == len(OURS) - 1, "each but the first has rows before it"
    assert told["kills"] == 2 * told["migrations"] + 1
    assert told["server_kills"] == 1
    assert not told["missing"], "a model has changed without a migration"
    assert told["walled"]
    promise(
        18,
        f"PostgreSQL {told['version']}: {told['migrations']} migrations over "
        f"{told['rows']} rows of {told['tables']} tables, {told['kills']} kills of the "
        f"process and {told['server_kills']} of the server, hashes equal",
    )


def held(site: Site, until: threading.Event) -> threading.Thread:
    """Somebody works on a table, in a transaction that stays open."""
    begun = threading.Event()

    def work() -> None:
        with psycopg.connect(site.server.owner_dsn()) as connection:
            connection.execute("LOCK TABLE storage_job IN ROW EXCLUSIVE MODE")
            begun.set()
            until.wait(30)

    thread = threading.Thread(target=work)
    thread.start()
    assert begun.wait(10)
    return thread


def test_a_table_in_use_is_refused_in_words_and_keeps_nobody_waiting(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever asks meanwhile is answered within a second or so; nothing was changed."""
    monkeypatch.setattr(preparing, "TRIES", 2)
    monkeypatch.setattr(preparing, "PAUSE", 0.1)
    ended = threading.Event()
    holder = held(site, ended)
    longest, stop = [0.0], threading.Event()

    def ask() -> None:
        with psycopg.connect(site.server.dsn("trigpoint_app")) as connection:
            while not stop.is_set():
                began = time.monotonic()
                connection.execute("SELECT count(*) FROM storage_acknowledgement")
                connection.commit()
                longest[0] = max(longest[0], time.monotonic() - began)

    asking = threading.Thread(target=ask)
    asking.start()
    try:
        with pytest.raises(Refusal, match="in use all the time"):
            preparing.prepare_database(place=site.server.place)
    finally:
        stop.set()
        asking.join()
        ended.set()
        holder.join()
    assert longest[0] < 2
    promise(18, f"a table in use: refused, longest wait of another {longest[0]:.2f} s")


def test_a_table_in_use_for_a_moment_is_tried_again(site: Site) -> None:
    """The holder ends while it is tried; two that prepare at once are one after the other."""
    ended = threading.Event()
    holder = held(site, ended)
    threading.Timer(1.0, ended.set).start()
    wrong: list[Exception] = []

    def prepare() -> None:
        try:
            preparing.prepare_database(place=site.server.place)
        except Exception as problem:  # noqa: BLE001 - told in the test's own thread
            wrong.append(problem)

    both = [threading.Thread(target=prepare) for _ in range(2)]
    for one in both:
        one.start()
    for one in both:
        one.join(60)
    holder.join()
    assert wrong == []
