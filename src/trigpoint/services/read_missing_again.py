"""Children missing again and again: how often in ninety days, from and to where, what is owed."""

from dataclasses import dataclass
from typing import Any

import psycopg

from trigpoint.access.permissions import check
from trigpoint.access.person import Person
from trigpoint.access.roles import Action
from trigpoint.services.look import Looking

#: A child is on the list from the second report within this long, in microseconds.
WINDOW = 90 * 24 * 3_600_000_000
LEAST = 2

_AGAIN = """
WITH episode AS (
    SELECT DISTINCT ON (m.child, m.reference) m.child, m.reference, m.earliest,
        m.district, b.earliest AS back, b.facts->>'place' AS place
    FROM event_now m
    LEFT JOIN LATERAL (
        SELECT e.earliest, e.facts FROM event_now e
        WHERE e.organisation_id = m.organisation_id AND e.child = m.child
          AND e.kind = 'MISSING_RETURNED' AND e.reference = m.reference
          AND e.replaced IS NULL ORDER BY e.earliest LIMIT 1) b ON true
    WHERE m.organisation_id = %(organisation)s AND m.kind = 'MISSING_REPORTED'
      AND m.agency = 'POLICE' AND m.replaced IS NULL AND NOT m.adult
      AND m.earliest > %(from)s AND m.earliest <= %(now)s
    ORDER BY m.child, m.reference, m.earliest
), again AS (
    SELECT child, count(*) AS episodes, max(earliest) AS last_reported,
        (array_agg(district ORDER BY earliest DESC))[1] AS district,
        sum(back - earliest) AS away,
        array_agg(DISTINCT place ORDER BY place) FILTER (WHERE place <> '') AS places
    FROM episode GROUP BY child HAVING count(*) >= %(least)s
)
SELECT a.*, r.name, r.born,
    i.owed AS interviews_owed, s.last_discussion, p.on_plan, f.flags, c.company
FROM again a
LEFT JOIN LATERAL (
    SELECT concat_ws(' ', nullif(given_name, ''), nullif(upper(surname), '')) AS name,
        born FROM storage_childrecord r WHERE r.organisation_id = %(organisation)s
        AND r.child = a.child AND r.surname <> '' ORDER BY source DESC LIMIT 1) r ON true
LEFT JOIN LATERAL (
    SELECT count(*) AS owed FROM storage_judgementrow j
    WHERE j.organisation_id = %(organisation)s AND j.child = a.child
      AND j.standard = 'return-home-interview-72-hours' AND j.outcome = 'missed'
      AND j.triggered_at > %(from)s) i ON true
LEFT JOIN LATERAL (
    SELECT max(e.earliest) AS last_discussion FROM event_now e
    WHERE e.organisation_id = %(organisation)s AND e.child = a.child
      AND e.kind = 'STRATEGY_DISCUSSION' AND e.replaced IS NULL
      AND e.earliest <= %(now)s) s ON true
LEFT JOIN LATERAL (
    SELECT count(*) FILTER (WHERE e.kind = 'PROTECTION_PLAN_BEGUN')
         > count(*) FILTER (WHERE e.kind = 'PROTECTION_PLAN_ENDED') AS on_plan
    FROM event_now e WHERE e.organisation_id = %(organisation)s AND e.child = a.child
      AND e.kind IN ('PROTECTION_PLAN_BEGUN', 'PROTECTION_PLAN_ENDED')
      AND e.replaced IS NULL AND e.earliest <= %(now)s) p ON true
LEFT JOIN LATERAL (
    SELECT string_agg(DISTINCT e.facts->>'flag', ', ') AS flags FROM event_now e
    WHERE e.organisation_id = %(organisation)s AND e.child = a.child
      AND e.kind = 'FLAG_SET' AND e.replaced IS NULL) f ON true
LEFT JOIN LATERAL (
    SELECT count(DISTINCT o.child) AS company FROM episode mine
    JOIN episode o ON o.place = mine.place AND o.place <> '' AND o.child <> a.child
      AND o.back BETWEEN mine.back - 14400000000 AND mine.back + 14400000000
    WHERE mine.child = a.child) c ON true
ORDER BY a.episodes DESC, a.last_reported DESC
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Again:
    """One child. Instants and `away` in microseconds; `company`: other children who were
    found at the same place within four hours.
    """

    child: str
    episodes: int
    last_reported: int
    district: str
    away: int | None
    places: list[str] | None
    name: str | None
    born: Any
    interviews_owed: int
    last_discussion: int | None
    on_plan: bool | None
    flags: str | None
    company: int


def read_missing_again(
    connection: psycopg.Connection, *, person: Person, looking: Looking, now: int
) -> tuple[Again, ...]:
    """Who has been reported most often comes first."""
    check(person, Action.SEE_MISSING)
    values = {
        "organisation": person.organisation,
        "now": now,
        "from": now - WINDOW,
        "least": LEAST,
    }
    with connection.cursor() as cursor:
        cursor.execute(_AGAIN, values)
        names = [column.name for column in cursor.description or ()]
        rows = [Again(**dict(zip(names, row, strict=True))) for row in cursor]
    looking.at_many(sorted(row.child for row in rows), Action.SEE_MISSING)
    return tuple(rows)
