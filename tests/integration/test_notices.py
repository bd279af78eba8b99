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


def claim(connection: psycopg.Connection, outcome: str) -> None:
    """The head of public protection says that one duty of this outcome is done."""
    connection.execute(
        "INSERT INTO storage_claim (id, organisation_id, by_id, at, child, standard, "
        "occasion, done_at, note) SELECT gen_random_uuid(), j.organisation_id, a.id, "
        "now() + %s, j.child, j.standard, j.occasion, j.triggered_at, '' FROM "
        "storage_judgementrow j, storage_account a WHERE j.outcome = %s AND "
        "j.duty_holder = 'POLICE' AND a.name = 'head-of-protection' "
        "ORDER BY j.child, j.standard, j.occasion LIMIT 1",
        (NOW, outcome),
    )


@pytest.mark.parametrize(
    ("outcome", "told_of"), [("missed", 1), ("not_yet_due", 1), ("met", 0)]
)
def test_a_claim_that_no_record_bears_out_is_told_after_the_next_import(
    site: Site, undone: psycopg.Connection, outcome: str, told_of: int
) -> None:
    """Not before there was one; one that the records bear out is not told; it is a look."""
    role = "head-of-protection"
    claim(undone, outcome)
    assert told(site, undone, role).claims_in_all == 0
    undone.execute(JOB, ("done", LATER, LATER, FORCE))
    found = told(site, undone, role)
    assert found.claims_in_all == len(found.claims) == told_of
    assert told(site, undone, "missing-coordinator").claims_in_all == 0
    if told_of:
        with site.acting_for(FORCE) as other:
            row = other.execute(
                "SELECT action, about FROM storage_accessentry WHERE role = %s "
                "ORDER BY sequence DESC LIMIT 1",
                (role,),
            ).fetchone()
        assert row == ("see-notices", found.claims[0].child)
