"""Missing now as a council is told of it: the part of each open episode that it needs.

Who the child is, since when, how the risk was graded, when police last acted and what is
due next. Not told: reasons, officers, flags, places, and other children.
"""

from dataclasses import dataclass
from typing import Any

import psycopg

from trigpoint.access.permissions import check
from trigpoint.access.person import Person
from trigpoint.access.roles import Action
from trigpoint.services.look import Looking
from trigpoint.services.read_missing import LOOKED_BACK
from trigpoint.storage.agreements import READ

_SHARED = f"""
SELECT m.organisation_id::text AS owner, o.name AS told_by, m.child, m.event,
    m.reported AS since, m.district, m.name, m.born, m.risk, m.graded_at, m.last_action,
    m.council_told, m.next_due, m.next_standard, m.opens, a.who AS acknowledged_by
FROM missing_shared(%(from)s, %(now)s, '') m
JOIN storage_organisation o ON o.id = m.organisation_id
LEFT JOIN LATERAL (
    SELECT q.shown_as AS who FROM storage_acknowledgement k
    JOIN storage_account q ON q.id = k.by_id
    WHERE k.child = m.child AND k.standard = '{READ}' AND k.occasion = m.event
      AND k.organisation_id = %(organisation)s ORDER BY k.at, k.id LIMIT 1) a ON true
ORDER BY (a.who IS NOT NULL), (m.risk IS NOT NULL), m.reported,
    m.child, m.event, m.organisation_id
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingShared:
    """One child. Instants in microseconds; `owner`, `told_by`: whose record it is.

    `opens`: a part of the child's own record is shared as well.
    """

    owner: str
    told_by: str
    child: str
    event: str
    since: int
    district: str
    name: str | None
    born: Any
    risk: str | None
    graded_at: int | None
    last_action: int | None
    council_told: int | None
    next_due: int | None
    next_standard: str | None
    opens: bool
    acknowledged_by: str | None


def read_missing_shared(
    connection: psycopg.Connection, *, person: Person, looking: Looking, now: int
) -> tuple[MissingShared, ...]:
    """What nobody of the council has read first. The look is on both organisations' logs."""
    check(person, Action.SEE_MISSING)
    values = {
        "organisation": person.organisation, "now": now, "from": now - LOOKED_BACK,
    }  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(_SHARED, values)
        names = [column.name for column in cursor.description or ()]
        rows = [MissingShared(**dict(zip(names, row, strict=True))) for row in cursor]
    looking.at_many(sorted({row.child for row in rows}), Action.SEE_MISSING)
    for owner in sorted({row.owner for row in rows}):
        theirs = sorted({row.child for row in rows if row.owner == owner})
        looking.many_told_to(owner, theirs, Action.SEE_MISSING)
    return tuple(rows)


def shares_missing(connection: psycopg.Connection, person: Person) -> bool:
    """Whether any force shares its missing children with the person's organisation."""
    row = connection.execute(
        "SELECT 1 FROM storage_sharing WHERE partner_id = %s AND agency = 'LA' LIMIT 1",
        (person.organisation,),
    ).fetchone()
    return row is not None
