"""Who looked at what: the access log, for those who watch over it."""

from typing import Any

import psycopg

from trigpoint.access.permissions import check
from trigpoint.access.person import Person
from trigpoint.access.roles import Action
from trigpoint.services.look import Looking

PAGE = 100


def read_looks(
    connection: psycopg.Connection,
    *,
    person: Person,
    looking: Looking,
    child: str = "",
    page: int = 0,
) -> tuple[dict[str, Any], ...]:
    """Entries, newest first; of one child, if given. Reading the log is itself logged."""
    check(person, Action.SEE_LOOKS)
    looking.did(Action.SEE_LOOKS.value, about=child or f"page {page}")
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT e.sequence, e.at, e.role, e.action, e.child, e.about, e.reason, "
            "coalesce(p.shown_as, '') AS who FROM storage_accessentry e "
            "LEFT JOIN storage_account p ON p.id = e.actor "
            "WHERE e.organisation_id = %s AND (%s = '' OR e.child = %s) "
            "ORDER BY e.sequence DESC LIMIT %s OFFSET %s",
            (person.organisation, child, child, PAGE, page * PAGE),
        )
        names = [column.name for column in cursor.description or ()]
        return tuple(dict(zip(names, row, strict=True)) for row in cursor)
