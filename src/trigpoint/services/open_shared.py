"""A partner agency's part of a child's record, by agreement: its own records and duties."""

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
    try:
        check_reach(person, dealings_of(events))
    except Exception:
        looking.did("refused-look", child=child)
        raise
    looking.at(child, Action.LOOK)
    looking.told_to(owner, child, Action.LOOK)
    standing = [event for event in events if event.replaced is None]
    return ChildFile(
        child=child,
        as_at=max((event.recorded for event in events), default=0),
        records=records_of(connection, owner, child),
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
        "s.owner_id AND c.child = %s) ORDER BY o.slug LIMIT 1",
        (person.organisation, child, child),
    ).fetchone()
    return (row[0], row[1]) if row else ("", "")


def _duties(connection: psycopg.Connection, owner: str, child: str) -> list[Judgement]:
    with connection.cursor(row_factory=dict_row) as cursor:
        cursor.execute(
            "SELECT child, standard, version, occasion, triggered_at AS "
            "triggered_earliest, triggered_at AS triggered_latest, due_earliest, "
            "due_latest, outcome, act, act_latest AS act_earliest, act_latest, "
            "'' AS exclusion, '' AS exception, missing, fault FROM storage_judgementrow "
            "WHERE organisation_id = %s AND child = %s ORDER BY triggered_at, standard",
            (owner, child),
        )
        return [
            Judgement(**{**row, "outcome": Outcome(row["outcome"])}) for row in cursor
        ]
