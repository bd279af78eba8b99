"""The promises of the design in many worlds: `python3 dev.py soak promises --worlds 200`.

Worlds that differ out of sight, histories of several writers, every migration killed at
every statement, a log that fails, a disk that fails. One line each; what was not run is named.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

import numpy as np

from tests.integration.test_other_servers import FOUND
from tests.soak import disk
from tests.support.api import open_application
from tests.support.promises import promise
from tests.support.scenes import make_scene
from tests.support.signed_in import a_child, signed_in
from tests.support.site import Site, make_site
from tests.support.worlds import WITHIN, differing, make_worlds, unlogged
from tests.support.writers import counts, no_serial_order, plans, write_at_once
from trigpoint.storage import binaries, launcher

ROOT = Path(__file__).resolve().parents[2]


def main(arguments: list[str] | None = None) -> int:
    """Exit code 1 where a promise did not hold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--worlds", type=int, default=200)
    parser.add_argument("--histories", type=int, default=200)
    parser.add_argument("--kills", type=int, default=12, help="of each migration")
    parser.add_argument("--flushes", type=int, default=30, help="that fail (EIO)")
    parser.add_argument("--full", type=int, default=5, help="times the disk is full")
    parser.add_argument("--seed", type=int, default=9)
    asked = parser.parse_args(arguments)
    wrong = _migrations(asked.kills) if asked.kills else 0
    with (
        tempfile.TemporaryDirectory() as folder,
        disk.small_disk(Path(folder) / "small") as small,
    ):
        site = make_site((small or Path(folder)) / "site")
        try:
            open_application(site)
            wrong += _worlds(site, asked.worlds, asked.seed) if asked.worlds else 0
            if asked.histories:
                wrong += _histories(site, asked.histories, asked.seed, Path(folder))
            wrong += _disk(site, small, asked.flushes, asked.full)
        finally:
            launcher.stop(launcher.start(site.server.place))
    print(
        "NOT RUN: a disk that forgets what it was told (power cut); a log on another host"
    )
    print(f"promises that did not hold: {wrong}")
    return 1 if wrong else 0


def _browser() -> object:
    from django.test import Client

    return partial(Client, HTTP_HOST="localhost")


def _migrations(kills: int) -> int:
    wrong = 0
    for programs in (None, *FOUND):
        chosen = {binaries.SETTING: str(programs)} if programs else {}
        with tempfile.TemporaryDirectory() as folder:
            done = subprocess.run(
                [sys.executable, "-m", "tests.support.migrating", f"{folder}/place", "500",
                 str(kills), "7"],
                cwd=ROOT, env={**os.environ, **chosen}, capture_output=True, text=True,
                timeout=1800, check=False,
            )  # fmt: skip
        told = (
            json.loads(done.stdout)
            if done.returncode == 0
            else {"differs": [done.stderr]}
        )
        if told["differs"]:
            print(told["differs"])
            wrong += 1
            continue
        promise(18, f"PostgreSQL {told['version']}: {told['kills']} kills of the process, "
                f"{told['server_kills']} of the server, {told['rows']} rows equal")  # fmt: skip
    if not FOUND:
        print("NOT RUN: migrations on the system's own PostgreSQL (none is here)")
    return wrong


def _worlds(site: Site, worlds: int, seed: int) -> int:
    observers, adding = make_worlds(site, _browser())
    dice, made, wrong, began = np.random.default_rng(seed), 0, [], time.monotonic()
    while made < worlds:
        for one in observers:
            within = one.role in WITHIN and bool(dice.integers(2))
            # Looks of others are told in no list; one's own would differ by themselves.
            with unlogged():
                more, differs = differing(one, adding, dice, within=within)
            made, wrong = made + more, wrong + differs
    for text in wrong[:10]:
        print(f"  {text}")
    if not wrong:
        promise(
            7, f"{made} worlds, seed {seed}: 0 differ; {time.monotonic() - began:.0f} s"
        )
    return len(wrong)


def _histories(site: Site, histories: int, seed: int, folder: Path) -> int:
    scene = make_scene(site, "soak-scene", folder / "scene")
    dice, wrong, acts, overtaken = np.random.default_rng(seed), [], 0, 0
    for number in range(histories):
        drawn = plans(dice, int(dice.integers(2, 9)), 4, work=number % 10 == 0)
        before = counts(scene)
        done = write_at_once(scene, drawn)
        wrong += no_serial_order(scene, done, before)
        acts += sum(done.acts.values())
        overtaken += done.overtaken
    for text in wrong[:10]:
        print(f"  {text}")
    if not wrong:
        promise(19, f"{histories} histories of 2 to 8 writers, seed {seed}: {acts} acts, "
                f"{overtaken} overtaken, each some serial order")  # fmt: skip
    return len(wrong)


def _disk(site: Site, small: Path | None, flushes: int, full: int) -> int:
    """On a database that is durable, as an installation's is."""
    launcher.stop(site.server)
    launcher.start(site.server.place)
    child = a_child(site)
    browser = signed_in(_browser(), site, "duty-inspector")

    from django.db import connections

    def looks() -> bool:
        # As between requests of a site: the test client itself looks after no connection.
        connections.close_all()
        answer = browser.get(f"/child/{child}/")  # type: ignore[attr-defined]
        if answer.status_code == 200:
            return True
        assert answer.status_code == 503, answer.status_code
        assert b"tp-event" not in answer.content
        assert b"Traceback" not in answer.content
        return False

    disk.note_entries(site)
    wrong = disk.flushes_fail(site, looks, flushes) if flushes else 0
    if full and small:
        wrong += disk.disk_fills(site, looks, small, full)
    return wrong


if __name__ == "__main__":
    raise SystemExit(main())
