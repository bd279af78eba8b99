"""Imports killed again and again: `python3 dev.py soak crashes --kills 20`.

A worker is killed with kill -9 at random moments of one import; then the import is run to its
end. Every event must be there once, as after an import that nobody disturbed.
"""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
import psycopg

from tests.support.site import Site, bring_in, make_site
from trigpoint.storage import launcher

_WORK = """
import sys
from pathlib import Path
from tests.support.site import bring_in
from trigpoint.storage import launcher
bring_in(launcher.start(Path(sys.argv[1])), Path(sys.argv[2]), organisation=sys.argv[3])
"""


def main(arguments: list[str] | None = None) -> int:
    """Exit code 1 where a row was lost or doubled."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=5)
    asked = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        site = make_site(Path(folder), children=3000)
        try:
            return _kill(site, asked.kills, asked.seed)
        finally:
            launcher.stop(site.server)


def _kill(site: Site, kills: int, seed: int) -> int:
    slug = "killed-force"
    with psycopg.connect(site.server.dsn("trigpoint_app")) as connection:
        connection.execute(
            "INSERT INTO storage_organisation (id, slug, name, kind, invented) VALUES "
            "(gen_random_uuid(), %s, 'Killed (invented)', 'force', true)",
            (slug,),
        )
    moments = np.random.default_rng(seed).uniform(0.5, 9.0, kills)
    killed = 0
    for moment in moments:
        process = subprocess.Popen(
            [sys.executable, "-c", _WORK, str(site.server.place), str(site.extracts), slug],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            process.wait(float(moment))
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            killed += 1
    done = bring_in(site.server, site.extracts, organisation=slug)
    with site.acting_for(slug) as connection:
        row = connection.execute(
            "SELECT count(*), count(DISTINCT digest) FROM storage_eventversion"
        ).fetchone()
    assert row is not None
    whole = site.imported.events_added
    lost, doubled = whole - row[1], row[0] - row[1]
    print(
        f"{killed} of {kills} imports were killed, seed {seed}; {whole:,} event versions: "
        f"{lost} lost, {doubled} doubled; judgements "
        f"{'the same' if done.judgements == site.imported.judgements else 'DIFFERENT'}"
    )
    wrong = lost or doubled or done.judgements != site.imported.judgements
    return 1 if wrong or not killed else 0


if __name__ == "__main__":
    raise SystemExit(main())
