"""Find a child by two things known of them, or by a number. No totals are told."""

from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any

import psycopg

from trigpoint.access.permissions import check
from trigpoint.access.person import Person
from trigpoint.access.roles import Action
from trigpoint.access.visibility import within_reach
from trigpoint.records.record import Refusal
from trigpoint.services.child_file import dealings_of
from trigpoint.services.keep_pace import keep_pace
from trigpoint.services.look import Looking
from trigpoint.storage import columns

MOST = 20
#: What one is sought by, as forms name it.
SOUGHT = ("surname", "born", "number")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """What is known of the child who is sought."""

    surname: str = ""
    born: date | None = None
    number: str = ""


def find_children(
    connection: psycopg.Connection,
    *,
    person: Person,
    looking: Looking,
    sought: Sought,
) -> tuple[dict[str, Any], ...]:
    """Children within reach; refuses a search by a surname alone or a birth date alone."""
    check(person, Action.SEARCH)
    if not sought.number and not (sought.surname and sought.born):
        msg = "Give a surname and a date of birth, or a number: one alone is too wide."
        raise Refusal(msg)
    keep_pace(connection, person=person, looking=looking, action=Action.SEARCH)
    if sought.number:
        which, values = "source_id = %s", [sought.number]
    else:
        which, values = "upper(surname) = upper(%s) AND born = %s", [
            sought.surname, sought.born,
        ]  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT ON (child) child, given_name, surname, born, source, "
            f"source_id FROM storage_childrecord WHERE organisation_id = %s AND {which} "
            "ORDER BY child, (surname = ''), source DESC, source_id",
            (person.organisation, *values),
        )
        names = [column.name for column in cursor.description or ()]
        rows = [dict(zip(names, row, strict=True)) for row in cursor]
    # Cut only now: children out of reach must not take the place of those within it.
    reached = (row for row in rows if _reached(connection, person, row["child"]))
    found = tuple(islice(reached, MOST))
    # The terms of a search can name a child, so the log holds only what was found.
    looking.at_many([row["child"] for row in found], Action.SEARCH)
    return found


def _reached(connection: psycopg.Connection, person: Person, child: str) -> bool:
    events = columns.read_events(connection, person.organisation, child)
    return within_reach(person, dealings_of(events))
