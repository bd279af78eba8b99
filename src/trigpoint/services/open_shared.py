"""A partner agency's part of a child's record, by agreement: its own records and duties."""

from dataclasses import replace
from typing import Any

import psycopg
from psycopg.rows import dict_row

from trigpoint.access.person import Person
from trigpoint.access.roles import Action
from trigpoint.access.visibility import check_reach
from trigpoint.judgements.judgement import Judgement
from trigpoint.judgements.outcome import Outcome
from trigpoint.services.child_file import (
    ChildFile,
    dealings_of,
    looks_of,
    records_of,
)
from trigpoint.services.look import Looking
from trigpoint.storage import columns


def open_shared(
    connection: psycopg.Connection, *, person: Person, looking: Looking, child: str
) -> ChildFile:
    """What the owner of the record shares, as it stands now; refuses a child out of reach.

    The duties are those that were judged over the whole record: judged over this part
    alone they would come out wrong. The look is on both organisations' logs.
    """
    owner, name = _owner(connection, person, child)
    events = columns.read_events(connection, owner, child) if owner else []
    dealings = dealings_of(events)
    # The reach of a partner is a duty or a record: whose duty is shared deals with it.
    holders = _holders(connection, owner, child) if owner else frozenset()
    try:
        check_reach(person, replace(dealings, agencies=dealings.agencies | holders))
    except Exception:
        looking.did("refused-look", child=child)
        raise
    looking.at(child, Action.LOOK)
    looking.told_to(owner, child, Action.LOOK)
    standing = [event for event in events if event.replaced is None]
    return ChildFile(
        child=child,
        as_at=max((event.recorded for event in events), default=0),
        records=_records(connection, owner, name, child),
        events=tuple(sorted(standing, key=lambda event: event.seq)),
        judgements=tuple((one, ()) for one in _duties(connection, owner, child)),
        looks=looks_of(connection, person.organisation, child),
        shared_by=name,
    )


def _owner(
    connection: psycopg.Connection, person: Person, child: str
) -> tuple[str, str]:
    """Whose record of the child is shared with the person's organisation; "" if none."""
    row = connection.execute(
        "SELECT o.id::text, o.name FROM storage_sharing s JOIN storage_organisation o "
        "ON o.id = s.owner_id WHERE s.partner_id = %s AND EXISTS (SELECT 1 FROM "
        "storage_eventversion e WHERE e.organisation_id = s.owner_id AND e.child = %s "
        "UNION ALL SELECT 1 FROM storage_eventchange c WHERE c.organisation_id = "
        "s.owner_id AND c.child = %s UNION ALL SELECT 1 FROM storage_judgementrow j "
        "WHERE j.organisation_id = s.owner_id AND j.child = %s) ORDER BY o.slug LIMIT 1",
        (person.organisation, child, child, child),
    ).fetchone()
    return (row[0], row[1]) if row else ("", "")


def _holders(connection: psycopg.Connection, owner: str, child: str) -> frozenset[str]:
    """Whose duties for the child are shared."""
    rows = connection.execute(
        "SELECT DISTINCT duty_holder FROM storage_judgementrow "
        "WHERE organisation_id = %s AND child = %s",
        (owner, child),
    ).fetchall()
    return frozenset(row[0] for row in rows)


def _records(
    connection: psycopg.Connection, owner: str, name: str, child: str
) -> tuple[dict[str, Any], ...]:
    """The partner's own records; where none has a name, the name that the owner shares."""
    found = records_of(connection, owner, child)
    if any(row["surname"] for row in found):
        return found
    row = connection.execute(
        "SELECT given_name, surname, born FROM name_shared(%s, %s)", (owner, child)
    ).fetchone()
    if row is None:
        return found
    shared = {
        "source": name, "source_id": "", "given_name": row[0], "surname": row[1],
        "born": row[2], "link_probability": None, "decided_by": "exact:shared_by_agreement",
    }  # fmt: skip
    return (shared, *found)


def _duties(connection: psycopg.Connection, owner: str, child: str) -> list[Judgement]:
    with connection.cursor(row_factory=dict_row) as cursor:
        cursor.execute(
            "SELECT child, standard, version, occasion, triggered_at AS "
            "triggered_earliest, triggered_at AS triggered_latest, due_earliest, "
            "due_latest, outcome, act, act_latest AS act_earliest, act_latest, "
            "'' AS exclusion, '' AS exception, missing, fault FROM storage_judgementrow "
            "WHERE organisation_id = %s AND child = %s ORDER BY triggered_at, standard, occasion",
            (owner, child),
        )
        return [
            Judgement(**{**row, "outcome": Outcome(row["outcome"])}) for row in cursor
        ]
