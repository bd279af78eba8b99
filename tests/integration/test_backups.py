"""A copy of an installation is the installation: made anew, walled, and its log whole."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from tests.support.site import FORCE, Site
from trigpoint.records.record import Refusal
from trigpoint.services.back_up import DUMP, KEYS, MANIFEST, back_up, restore
from trigpoint.storage import access_log, launcher

TRIGPOINT = str(Path(sys.executable).with_name("trigpoint"))
COUNTED = (
    "storage_account", "storage_eventversion", "storage_judgementrow",
    "storage_childrecord", "storage_accessentry", "storage_quarantinedrow",
)  # fmt: skip


@pytest.fixture(scope="module")
def copied(
    site: Site, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Path, launcher.Server]]:
    """A backup of the site, and the installation that was made from it by the commands."""
    look = access_log.Look(
        organisation=site.organisation(), actor=None, role="hub-detective",
        action="look", child="C1",
    )  # fmt: skip
    access_log.append(site.server.dsn("trigpoint_logger"), look)
    folder = tmp_path_factory.mktemp("backup")
    out, place = folder / "copy", folder / "place"
    for words in (
        ("make", str(out), "--place", str(site.server.place)),
        ("restore", str(out), "--place", str(place)),
    ):
        done = subprocess.run(
            [TRIGPOINT, "backup", *words], capture_output=True, text=True, timeout=300
        )
        assert done.returncode == 0, done.stderr
    server = launcher.start(place)
    yield out, server
    launcher.stop(server)


def counts(server: launcher.Server) -> dict[str, int]:
    with psycopg.connect(server.owner_dsn()) as connection:
        return {
            table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # type: ignore[index]
            for table in COUNTED
        }


def test_the_copy_holds_what_the_installation_held(
    site: Site, copied: tuple[Path, launcher.Server]
) -> None:
    """Every row of every kind, each file as received; and no key."""
    out, server = copied
    assert counts(server) == counts(site.server)
    assert counts(server)["storage_judgementrow"] > 1000
    told = json.loads((out / MANIFEST).read_text(encoding="utf-8"))
    assert told["files"] == sum(
        1 for path in (site.server.place / "received").rglob("*") if path.is_file()
    )
    held = {path.name for path in out.rglob("*")}
    assert not held & set(KEYS)


def test_the_walls_stand_around_the_copy(copied: tuple[Path, launcher.Server]) -> None:
    """The application sees one organisation's rows, and its log can only grow."""
    _, server = copied
    with psycopg.connect(server.dsn("trigpoint_app")) as connection:
        seen = "SELECT count(DISTINCT organisation_id) FROM storage_judgementrow"
        assert connection.execute(seen).fetchone() == (0,)
        connection.execute(
            "SELECT set_config('trigpoint.organisation', (SELECT id::text FROM "
            "storage_organisation WHERE slug = %s), true)",
            (FORCE,),
        )
        assert connection.execute(seen).fetchone() == (1,)
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute("DELETE FROM storage_accessentry")


def test_who_makes_copies_writes_nothing(site: Site) -> None:
    """The role reads every row, and may do nothing else."""
    with psycopg.connect(site.server.dsn("trigpoint_backup")) as connection:
        rows = connection.execute(
            "SELECT count(DISTINCT organisation_id) FROM storage_judgementrow"
        ).fetchone()
        assert rows is not None
        assert rows[0] >= 2
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute("UPDATE storage_account SET is_active = false")


def test_a_copy_that_was_altered_is_refused(
    copied: tuple[Path, launcher.Server], tmp_path: Path
) -> None:
    """A byte of the dump, or no manifest; and nothing is overwritten."""
    out, server = copied
    broken = tmp_path / "broken"
    broken.mkdir()
    for name in (DUMP, MANIFEST):
        (broken / name).write_bytes((out / name).read_bytes())
    with (broken / DUMP).open("r+b") as handle:
        handle.seek(5000)
        handle.write(b"?")
    with pytest.raises(Refusal, match="not as it was written"):
        restore(source=broken, place=tmp_path / "new")
    (broken / MANIFEST).unlink()
    with pytest.raises(Refusal, match="is no backup"):
        restore(source=broken, place=tmp_path / "new")
    with pytest.raises(Refusal, match="has a database already"):
        restore(source=out, place=server.place)
    with pytest.raises(Refusal, match="there already"):
        back_up(place=server.place, out=out)
