"""What a person does about one duty: acknowledge it, or say it is done."""

import psycopg

from trigpoint.access.permissions import check
from trigpoint.access.person import Person
from trigpoint.access.roles import Action
from trigpoint.services.look import Looking


def acknowledge(
    connection: psycopg.Connection,
    *,
    person: Person,
    looking: Looking,
    child: str,
    standard: str,
    occasion: str,
) -> None:
    """Say that it has been seen: an act of its own, apart from having been told."""
    check(person, Action.ACKNOWLEDGE)
    looking.did(Action.ACKNOWLEDGE.value, child=child, about=f"{standard} {occasion}")
    connection.execute(
        "INSERT INTO storage_acknowledgement (id, organisation_id, by_id, at, child, "
        "standard, occasion) VALUES (gen_random_uuid(), %s, %s, now(), %s, %s, %s)",
        (person.organisation, person.account, child, standard, occasion),
    )


def claim_done(
    connection: psycopg.Connection,
    *,
    person: Person,
    looking: Looking,
    child: str,
    standard: str,
    occasion: str,
    done_at: int,
    note: str = "",
) -> None:
    """Say that it is done, awaiting the record; the judgement does not change by it."""
    check(person, Action.CLAIM)
    looking.did(Action.CLAIM.value, child=child, about=f"{standard} {occasion}")
    connection.execute(
        "INSERT INTO storage_claim (id, organisation_id, by_id, at, child, standard, "
        "occasion, done_at, note) VALUES (gen_random_uuid(), %s, %s, now(), %s, %s, %s, "
        "%s, %s)",
        (person.organisation, person.account, child, standard, occasion, done_at, note),
    )
