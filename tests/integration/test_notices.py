"""What waits for a person is told once, where it is settled, and goes when it is settled."""

from collections.abc import Iterator
from datetime import timedelta

import psycopg
import pytest

from tests.support.site import FORCE, Site, person_of
from trigpoint.services.look import Looking
from trigpoint.services.read_notices import Notices, read_notices

JOB = (
    "INSERT INTO storage_job (id, organisation_id, kind, state, said, rows, asked_at, "
    "ended_at) SELECT gen_random_uuid(), id, 'import', %s, '', 0, now() + %s, now() + %s "
    "FROM storage_organisation WHERE slug = %s"
)
NOW, LATER, LONG_AGO = (timedelta(seconds=n) for n in (0, 1, -30 * 86_400))


@pytest.fixture
def undone(site: Site) -> Iterator[psycopg.Connection]:
    """A connection in a transaction that is not kept."""
    with site.acting_for(FORCE) as connection:
        yield connection
        connection.rollback()


def told(site: Site, connection: psycopg.Connection, role: str) -> Notices:
    person = person_of(connection, role)
    looking = Looking(dsn=site.server.dsn("trigpoint_logger"), person=person)
    return read_notices(connection, person=person, looking=looking)


def counts(found: Notices) -> dict[str, int]:
    return {one.kind: one.count for one in found.lines}


def test_a_failed_import_is_told_until_one_goes_well(
    site: Site, undone: psycopg.Connection
) -> None:
    """To who imports, not to others; one of long ago is told to nobody."""
    undone.execute(JOB, ("failed", LONG_AGO, LONG_AGO, FORCE))
    assert "import" not in counts(told(site, undone, "system-administrator"))
    undone.execute(JOB, ("failed", NOW, NOW, FORCE))
    assert counts(told(site, undone, "system-administrator"))["import"] == 1
    assert "import" not in counts(told(site, undone, "hub-detective"))
    undone.execute(JOB, ("done", LATER, LATER, FORCE))
    assert "import" not in counts(told(site, undone, "system-administrator"))


def test_rows_set_aside_are_told_until_they_are_settled(
    site: Site, undone: psycopg.Connection
) -> None:
    """An import that has no rows yet does not hide those of the last."""
    role = "system-administrator"
    before = counts(told(site, undone, role))["row"]
    assert before > 0
    assert "row" not in counts(told(site, undone, "response-officer"))
    undone.execute(JOB, ("waiting", NOW, NOW, FORCE))
    assert counts(told(site, undone, role))["row"] == before
    undone.execute(
        "UPDATE storage_quarantinedrow SET settled_as = 'left-out' WHERE settled_as = ''"
    )
    assert "row" not in counts(told(site, undone, role))
