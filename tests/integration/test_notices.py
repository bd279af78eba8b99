"""What waits for a person is told once, where it is settled, and goes when it is settled."""

from collections.abc import Iterator
from datetime import timedelta

import psycopg
import pytest

from tests.support.site import FORCE, Site, person_of
from trigpoint.services.look import Looking
from trigpoint.services.read_notices import (
    Notices,
    count_notices,
    mark_read,
    read_notices,
)
from trigpoint.services.read_worklist import read_reach
from trigpoint.timekeeping.london import DAY, HOUR

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
    now = max(read_reach(connection).values())
    return read_notices(connection, person=person, looking=looking, now=now)


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


def person(connection: psycopg.Connection, role: str) -> str:
    return person_of(connection, role).account


@pytest.mark.parametrize("state", ["done", "failed"])
def test_an_import_that_one_asked_for_is_told_until_it_is_read(
    site: Site, undone: psycopg.Connection, state: str
) -> None:
    """To who asked, once it has ended; not after they opened their notices."""
    role = "hub-detective"
    undone.execute(JOB, (state, NOW, NOW, FORCE))
    before = counts(told(site, undone, role)).get("own-import", 0)
    undone.execute(
        "UPDATE storage_job SET asked_by_id = %s WHERE asked_at = now()",
        (person(undone, role),),
    )
    assert counts(told(site, undone, role))["own-import"] == before + 1
    assert "own-import" not in counts(told(site, undone, "head-of-protection"))
    mark_read(undone, person=person_of(undone, role))
    assert "own-import" not in counts(told(site, undone, role))


def test_what_a_partner_said_is_told_to_who_works_with_partners(
    site: Site, undone: psycopg.Connection
) -> None:
    """The council's acknowledgement of its own duty, until it is read."""
    role = "hub-detective"
    mark_read(undone, person=person_of(undone, role))
    assert "partner" not in counts(told(site, undone, role))
    council = site.organisation("fellshire-council")
    add = (
        "INSERT INTO storage_acknowledgement (id, organisation_id, by_id, at, child, "
        "standard, occasion) SELECT gen_random_uuid(), %s, %s, clock_timestamp(), child, "
        "standard, occasion FROM storage_judgementrow WHERE duty_holder = 'LA' LIMIT 1"
    )
    partner = person(undone, "partner-user")
    # Two organisations in one transaction that is not kept: each writes its own.
    act = "SELECT set_config('trigpoint.organisation', %s, true)"
    undone.execute(act, (council,))
    undone.execute(add, (council, partner))
    undone.execute(act, (site.organisation(FORCE),))
    assert counts(told(site, undone, role))["partner"] == 1
    assert "partner" not in counts(told(site, undone, "response-officer"))


def test_a_handover_is_told_until_somebody_takes_it(
    site: Site, undone: psycopg.Connection
) -> None:
    """To who sees who is missing, for a week."""
    now = max(read_reach(undone).values())
    add = (
        "INSERT INTO storage_eventversion (organisation_id, child, event, kind, earliest, "
        "latest, recorded, source, agency, actor, actor_rank, actor_skills, team, "
        "district, reference, about, adult, facts, source_file, source_sheet, source_row, "
        "digest) VALUES (%s, 'C1', %s, %s, %s, %s, %s, 't', 'POLICE', '', '', '', '', '', "
        "'H1', '', false, '{}', '', '', '', %s)"
    )
    before = counts(told(site, undone, "duty-inspector")).get("handover", 0)

    def happens(event: str, kind: str, at: int) -> int:
        values = (site.organisation(), event, kind, at, at, at, event)
        undone.execute(add, values)
        found = counts(told(site, undone, "duty-inspector"))
        return found.get("handover", 0) - before

    assert happens("E1", "MISSING_HANDOVER_GIVEN", now - 8 * DAY) == 0
    assert happens("E2", "MISSING_HANDOVER_GIVEN", now - 2 * HOUR) == 1
    assert "handover" not in counts(told(site, undone, "investigator"))
    assert happens("E3", "MISSING_HANDOVER_ACKNOWLEDGED", now - HOUR) == 0


def test_what_is_past_its_time_in_the_inbox_is_told_to_the_hub(
    site: Site, undone: psycopg.Connection
) -> None:
    """Counted like the inbox itself, and to nobody else."""
    now = max(read_reach(undone).values())
    before = counts(told(site, undone, "hub-detective")).get("inbox", 0)
    row = undone.execute(
        "UPDATE storage_judgementrow SET outcome = 'missed', due_latest = %s, "
        "triggered_at = %s WHERE id = (SELECT id FROM storage_judgementrow WHERE "
        "standard = 'mash-referral-triaged' AND outcome = 'met' LIMIT 1) RETURNING 1",
        (now - HOUR, now - DAY),
    ).fetchone()
    assert row == (1,)
    assert counts(told(site, undone, "hub-detective"))["inbox"] == before + 1
    assert "inbox" not in counts(told(site, undone, "supervisor"))


def test_the_menu_counts_what_the_page_tells(
    site: Site, undone: psycopg.Connection
) -> None:
    """For each role the same sum, and never more than 99 of a kind and one."""
    now = max(read_reach(undone).values())
    for role in (
        "head-of-protection",
        "hub-detective",
        "duty-inspector",
        "partner-user",
    ):
        found = told(site, undone, role)
        menu = count_notices(undone, person=person_of(undone, role), now=now)
        assert menu == found.count
        assert menu >= sum(counts(found).values())
        assert max(counts(found).values(), default=0) <= 100


def test_who_opens_records_in_an_emergency_often_is_told(
    site: Site, undone: psycopg.Connection
) -> None:
    """The third within a week; long ago does not count; new until the notices are opened."""
    one = person(undone, "response-officer")
    grant = (
        "INSERT INTO storage_emergencygrant (id, organisation_id, by_id, at, child, reason, "
        "ends_at) SELECT gen_random_uuid(), id, %s, now() - %s, 'C1', 'as a test', now() "
        "FROM storage_organisation WHERE slug = %s"
    )
    for ago in (timedelta(days=8), timedelta(hours=30), timedelta(hours=2)):
        undone.execute(grant, (one, ago, FORCE))
    assert "often" not in counts(told(site, undone, "supervisor"))
    undone.execute(grant, (one, timedelta(0), FORCE))
    assert counts(told(site, undone, "supervisor"))["often"] == 1
    assert "often" not in counts(told(site, undone, "response-officer"))
    mark_read(undone, person=person_of(undone, "supervisor"))
    assert "often" not in counts(told(site, undone, "supervisor"))
