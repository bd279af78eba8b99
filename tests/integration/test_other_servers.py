"""The same installation on the PostgreSQL of the machine, from version 15 on."""

from pathlib import Path

import psycopg
import pytest

from tests.support.site import bring_in
from tests.support.small_force import write_small_force
from trigpoint.services import prepare_demonstration
from trigpoint.services.prepare_database import prepare_database
from trigpoint.storage import binaries, launcher

FOUND = sorted(Path("/usr/lib/postgresql").glob("*/bin"))


@pytest.mark.skipif(not FOUND, reason="no PostgreSQL of the system's own here")
@pytest.mark.parametrize("programs", FOUND, ids=lambda path: path.parent.name)
def test_a_force_is_brought_in_and_judged(
    programs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Tables, walls, an import, a second that adds nothing."""
    monkeypatch.setenv(binaries.SETTING, str(programs))
    place = tmp_path / "place"
    launcher.start(place, throwaway=True)
    server = prepare_database(place=place)
    try:
        prepare_demonstration.prepare_organisations(server)
        extracts = write_small_force(tmp_path / "force")
        first = bring_in(server, extracts)
        assert first.events_added > 0
        assert first.judgements > 0
        assert bring_in(server, extracts).events_added == 0
        with psycopg.connect(server.dsn("trigpoint_app")) as connection:
            row = connection.execute("SELECT count(*) FROM event_now").fetchone()
            assert row == (0,), "the wall stands"
        assert server.version.split(".")[0] == programs.parent.name
    finally:
        launcher.stop(server)
