"""Rows written into an installation's records for one test, in a transaction not kept."""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from psycopg.types.json import Jsonb

from tests.support.site import FORCE, Site, person_of
from trigpoint.access.person import Person
from trigpoint.services.look import Looking
from trigpoint.storage.entered import SOURCE

#: Where the records of the invented county end: 30 Jun 2016, 23:59 in London.
NOW = 1_467_327_540_000_000


@contextmanager
def undone(site: Site, slug: str = FORCE) -> Iterator[psycopg.Connection]:
    """A connection for an organisation whose transaction is rolled back."""
    with site.acting_for(slug) as connection:
        yield connection
        connection.rollback()


def acts_for(site: Site, connection: psycopg.Connection, slug: str) -> None:
    """The same transaction, seen from now on as another organisation sees it."""
    connection.execute(
        "SELECT set_config('trigpoint.organisation', %s, true)",
        (site.organisation(slug),),
    )


def who(
    site: Site, connection: psycopg.Connection, role: str
) -> dict[str, Person | Looking]:
    """Person and looking, as services take them."""
    person = person_of(connection, role)
    looking = Looking(dsn=site.server.dsn("trigpoint_logger"), person=person)
    return {"person": person, "looking": looking}


def a_new_child(
    site: Site, connection: psycopg.Connection, surname: str = "Testbank"
) -> str:
    """A child of the force with a police record and nothing else."""
    child = f"C{uuid.uuid4().hex[:12]}"
    connection.execute(
        "INSERT INTO storage_childrecord (organisation_id, child, source, source_id, "
        "given_name, surname, born, decided_by) VALUES (%s, %s, "
        "'police:test', %s, 'Robin', %s, '2002-02-02', '')",
        (site.organisation(), child, child, surname),
    )
    return child


def happens(
    site: Site,
    connection: psycopg.Connection,
    child: str,
    kind: str,
    at: int,
    *,
    reference: str = "",
    agency: str = "POLICE",
    actor: str = "",
    facts: dict[str, str] | None = None,
) -> str:
    """One event, as entered here: where it is kept, no later import takes it away; its id."""
    event = f"E{uuid.uuid4().hex[:16]}"
    connection.execute(
        "INSERT INTO storage_eventversion (organisation_id, child, event, kind, earliest, "
        "latest, recorded, source, agency, actor, team, district, reference, about, adult, "
        "facts, source_file, source_sheet, source_row, digest) VALUES (%s, %s, %s, %s, %s, "
        "%s, %s, %s, %s, %s, '', 'HC', %s, '', false, %s, '', '', '', %s)",
        (site.organisation(), child, event, kind, at, at, at, SOURCE, agency, actor,
         reference, Jsonb(facts or {}), event),
    )  # fmt: skip
    return event


def is_owed(
    site: Site,
    connection: psycopg.Connection,
    child: str,
    standard: str,
    due: int,
    *,
    outcome: str = "not_yet_due",
    holder: str = "POLICE",
    occasion: str = "",
) -> None:
    """One judged duty."""
    connection.execute(
        "INSERT INTO storage_judgementrow (id, organisation_id, child, standard, version, "
        "area, duty_holder, occasion, triggered_at, due_earliest, due_latest, outcome, "
        "fault, act, missing, agency, team, district, actor) VALUES (gen_random_uuid(), "
        "%s, %s, %s, 1, 'missing', %s, %s, %s, %s, %s, %s, '', '', '', 'POLICE', '', '', '')",
        (site.organisation(), child, standard, holder, occasion or uuid.uuid4().hex[:16],
         min(due, NOW), due, due, outcome),
    )  # fmt: skip
