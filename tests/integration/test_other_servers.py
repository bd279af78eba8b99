"""The same installation on other PostgreSQL servers, from version 15 on.

The machine's own, and those whose folders of programs OTHER_POSTGRES names.
"""

import os
import subprocess
from pathlib import Path

import psycopg
import pytest

from tests.support.site import bring_in
from tests.support.small_force import write_small_force
from trigpoint.services import prepare_demonstration
from trigpoint.services.prepare_database import prepare_database
from trigpoint.storage import binaries, launcher

FOUND = [
    *sorted(Path("/usr/lib/postgresql").glob("*/bin")),
    *map(Path, filter(None, os.environ.get("OTHER_POSTGRES", "").split(os.pathsep))),
]


def major(programs: Path) -> str:
    """Of the server in the folder: 15, 16, ..."""
    said = subprocess.run(
        [programs / "postgres", "--version"], capture_output=True, text=True, check=True
    )
    return said.stdout.split()[2].split(".")[0]


@pytest.mark.skipif(not FOUND, reason="no other PostgreSQL here")
@pytest.mark.parametrize("programs", FOUND, ids=major)
def test_a_force_is_brought_in_and_judged(
    programs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Tables, walls, an import, a second that adds nothing."""
    monkeypatch.setenv(binaries.SETTING, str(programs))
    place = tmp_path / "place"
    server = launcher.start(place, throwaway=True)
    try:
        server = prepare_database(place=place)
        prepare_demonstration.prepare_organisations(server)
        extracts = write_small_force(tmp_path / "force")
        first = bring_in(server, extracts)
        assert first.events_added > 0
        assert first.judgements > 0
        assert bring_in(server, extracts).events_added == 0
        with psycopg.connect(server.dsn("trigpoint_app")) as connection:
            row = connection.execute("SELECT count(*) FROM event_now").fetchone()
            assert row == (0,), "the wall stands"
        assert server.version.split(".")[0] == major(programs)
    finally:
        launcher.stop(server)
