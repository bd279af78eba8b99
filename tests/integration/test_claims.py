"""What people said was done is held against what the records show, and never forgotten."""

from collections.abc import Iterator

import psycopg
import pytest

from tests.support.site import FORCE, Site, person_of
from trigpoint.records.record import Refusal
from trigpoint.services.act_on_duty import claim_done
from trigpoint.services.look import Looking
from trigpoint.services.read_claims import Standing, count_unborne, standing_of
from trigpoint.services.read_notices import Notices, read_notices
from trigpoint.services.read_worklist import read_reach
from trigpoint.timekeeping.london import DAY, HOUR

CLAIMANT, OTHERS = "head-of-protection", ("duty-inspector", "missing-coordinator")


@pytest.fixture(scope="module", autouse=True)
def nobody_said_anything(site: Site) -> None:
    """What other tests of the same site claimed is taken away, as only an owner can."""
    with psycopg.connect(site.server.owner_dsn()) as connection:
        connection.execute("ALTER TABLE storage_claim DISABLE TRIGGER USER")
        connection.execute("DELETE FROM storage_claim")
        connection.execute("ALTER TABLE storage_claim ENABLE TRIGGER USER")


@pytest.fixture
def undone(site: Site) -> Iterator[psycopg.Connection]:
    """A connection in a transaction that is not kept."""
    with site.acting_for(FORCE) as connection:
        yield connection
        connection.rollback()


def duty_of(connection: psycopg.Connection, outcome: str) -> dict[str, str]:
    row = connection.execute(
        "SELECT child, standard, occasion FROM storage_judgementrow WHERE outcome = %s "
        "AND duty_holder = 'POLICE' AND act = '' ORDER BY child, standard, occasion LIMIT 1",
        (outcome,),
    ).fetchone()
    assert row is not None
    return dict(zip(("child", "standard", "occasion"), row, strict=True))


def claim(
    site: Site, connection: psycopg.Connection, outcome: str, *, before: int = HOUR
) -> dict[str, str]:
    """The head of public protection says that a duty was done so long before now."""
    person = person_of(connection, CLAIMANT)
    now = max(read_reach(connection).values())
    duty = duty_of(connection, outcome)
    claim_done(
        connection, person=person, now=now, done_at=now - before, note="In my book.",
        looking=Looking(dsn=site.server.dsn("trigpoint_logger"), person=person), **duty,
    )  # fmt: skip
    return duty


def told(site: Site, connection: psycopg.Connection, role: str) -> Notices:
    person = person_of(connection, role)
    looking = Looking(dsn=site.server.dsn("trigpoint_logger"), person=person)
    now = max(read_reach(connection).values())
    return read_notices(connection, person=person, looking=looking, now=now)


def records_move_on(connection: psycopg.Connection, by: int = DAY) -> None:
    connection.execute("UPDATE storage_sourcereach SET reach = reach + %s", (by,))


@pytest.mark.parametrize(
    ("outcome", "acted", "reach_then", "reach", "standing"),
    [
        ("missed", False, 90, 90, Standing.AWAITING),
        ("missed", False, 110, 110, Standing.AWAITING),
        ("missed", False, 90, 100, Standing.AWAITING),
        ("missed", False, 90, 101, Standing.NOT_BORNE_OUT),
        ("missed", False, 110, 111, Standing.NOT_BORNE_OUT),
        ("missed", False, None, 101, Standing.NOT_BORNE_OUT),
        ("missed", False, 90, None, Standing.AWAITING),
        ("cannot_tell", False, 90, 101, Standing.NOT_BORNE_OUT),
        ("not_yet_due", False, 90, 101, Standing.AWAITING),
        ("late", True, 90, 90, Standing.BORNE_OUT),
        ("met", True, 90, 101, Standing.BORNE_OUT),
        ("met", False, 90, 101, Standing.BORNE_OUT),
        ("excepted", False, 90, 101, Standing.NO_LONGER),
        (None, False, 90, 101, Standing.NO_LONGER),
    ],
)
def test_how_a_claim_stands(
    outcome: str | None,
    acted: bool,
    reach_then: int | None,
    reach: int | None,
    standing: Standing,
) -> None:
    """Done at 100: by the outcome, and by how far the records reached then and reach now."""
    assert standing is standing_of(
        outcome=outcome, acted=acted, done_at=100, reach_then=reach_then, reach=reach
    )


@pytest.mark.parametrize("outcome", ["missed", "cannot_tell"])
def test_a_claim_that_no_record_bears_out_is_told_to_who_sees_the_team(
    site: Site, undone: psycopg.Connection, outcome: str
) -> None:
    """Not while the records end where they did, whatever job ran; once they reach past it."""
    duty = claim(site, undone, outcome)
    undone.execute(
        "INSERT INTO storage_job (id, organisation_id, kind, state, said, rows, asked_at, "
        "ended_at) SELECT gen_random_uuid(), id, 'import', 'done', '', 0, now() + "
        "interval '1 second', now() + interval '1 second' FROM storage_organisation "
        "WHERE slug = %s",
        (FORCE,),
    )
    (waiting,) = told(site, undone, CLAIMANT).claims
    assert (waiting.standing, waiting.note) == (Standing.AWAITING, "In my book.")
    assert told(site, undone, OTHERS[0]).team == ()
    records_move_on(undone)
    (unborne,) = told(site, undone, CLAIMANT).claims
    assert unborne.standing is Standing.NOT_BORNE_OUT
    found = told(site, undone, OTHERS[0])
    for role, many in ((CLAIMANT, 1), (OTHERS[0], 1), (OTHERS[1], 0)):
        assert count_unborne(undone, person=person_of(undone, role)) == many
    assert [(one.child, one.standard) for one in found.team] == [
        (duty["child"], duty["standard"])
    ]
    assert told(site, undone, OTHERS[1]).team == (), "who sees no team is not told"


def test_to_read_of_a_claim_is_a_look(site: Site, undone: psycopg.Connection) -> None:
    """The child is named, so the log says so first."""
    duty = claim(site, undone, "missed")
    told(site, undone, CLAIMANT)
    with site.acting_for(FORCE) as other:
        row = other.execute(
            "SELECT action, about FROM storage_accessentry WHERE role = %s "
            "ORDER BY sequence DESC LIMIT 1",
            (CLAIMANT,),
        ).fetchone()
    assert row == ("see-notices", duty["child"])


def test_a_duty_that_still_runs_is_not_held_against_anybody(
    site: Site, undone: psycopg.Connection
) -> None:
    """Its time is not over: the record may yet come."""
    claim(site, undone, "not_yet_due")
    records_move_on(undone)
    (one,) = told(site, undone, CLAIMANT).claims
    assert one.standing is Standing.AWAITING
    assert told(site, undone, OTHERS[0]).team == ()


def test_a_claim_that_a_record_bears_out_says_by_which_row(
    site: Site, undone: psycopg.Connection
) -> None:
    """The next judgement names an act since the duty arose: its file and row are shown."""
    duty = claim(site, undone, "missed")
    row = undone.execute(
        "SELECT event, source_file, source_row::text FROM event_now WHERE child = %s "
        "AND source_file <> '' ORDER BY earliest DESC LIMIT 1",
        (duty["child"],),
    ).fetchone()
    assert row is not None
    undone.execute(
        "UPDATE storage_judgementrow SET outcome = 'late', act = %s, act_latest = "
        "triggered_at + 1 WHERE child = %s AND standard = %s AND occasion = %s",
        (row[0], *duty.values()),
    )
    (one,) = told(site, undone, CLAIMANT).claims
    assert one.standing is Standing.BORNE_OUT
    assert (one.file, one.row) == row[1:]


def test_nobody_says_that_it_was_done_in_the_future(
    site: Site, undone: psycopg.Connection
) -> None:
    """Refused in words, with nothing kept."""
    with pytest.raises(Refusal, match="lies ahead"):
        claim(site, undone, "missed", before=-HOUR)
    assert told(site, undone, CLAIMANT).claims == ()
