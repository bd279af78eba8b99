"""Children missing again and again: how often in ninety days, from and to where, what is owed."""

from dataclasses import dataclass
from typing import Any

import psycopg

from trigpoint.access.permissions import check
from trigpoint.access.person import Person
from trigpoint.access.roles import Action
from trigpoint.records.place_words import UNLOCATED, located_sql
from trigpoint.services.look import Looking
from trigpoint.services.read_missing import (
    BEFORE,
    FLAGS,
    INTERVIEWS_NOT_HELD,
    NAMED,
    UNREAD_INTERVIEWS,
)

#: A child is on the list from the second report within `BEFORE`.
LEAST = 2

_AGAIN = f"""
WITH episode AS MATERIALIZED (
    SELECT DISTINCT ON (m.child, m.reference) m.child, m.reference, m.earliest,
        m.district, b.earliest AS back, b.facts->>'place' AS place
    FROM event_now m
    LEFT JOIN LATERAL (
        SELECT e.earliest, e.facts FROM event_now e
        WHERE e.organisation_id = m.organisation_id AND e.child = m.child
          AND e.kind = 'MISSING_RETURNED' AND e.reference = m.reference
          AND e.replaced IS NULL ORDER BY e.earliest, e.event LIMIT 1) b ON true
    WHERE m.organisation_id = %(organisation)s AND m.kind = 'MISSING_REPORTED'
      AND m.agency = 'POLICE' AND m.replaced IS NULL AND NOT m.adult
      AND m.earliest > %(before)s AND m.earliest <= %(now)s
    ORDER BY m.child, m.reference, m.earliest, m.event
), again AS MATERIALIZED (
    SELECT child, count(*) AS episodes, max(earliest) AS last_reported,
        (array_agg(district ORDER BY earliest DESC, reference))[1] AS district,
        sum(back - earliest) AS away,
        array_agg(DISTINCT place ORDER BY place) FILTER (WHERE place <> '') AS places
    FROM episode GROUP BY child HAVING count(*) >= %(least)s
), found AS MATERIALIZED (
    -- Only who was at one place within four hours: so of one stretch, or of two beside.
    SELECT child, lower(btrim(place)) AS place, back, back / 14400000000 AS stretch
    FROM episode WHERE {located_sql("place")}
), together AS MATERIALIZED (
    SELECT DISTINCT mine.child, o.child AS other
    FROM (SELECT f.*, f.stretch + beside AS near
        FROM found f, generate_series(-1, 1) beside) mine
    JOIN found o ON o.place = mine.place AND o.stretch = mine.near
      AND o.child <> mine.child AND abs(o.back - mine.back) <= 14400000000
    WHERE mine.child IN (SELECT child FROM again)
)
SELECT a.*, r.name, r.born, ({INTERVIEWS_NOT_HELD.format(child="a.child")}) AS not_held,
    ({UNREAD_INTERVIEWS.format(child="a.child")}) AS unread,
    s.last_discussion, p.on_plan, ({FLAGS.format(child="a.child")}) AS flags, c.company,
    o.kind AS plan_kind, o.earliest AS plan_at, o.actor AS plan_actor,
    o.team AS plan_team, o.agency AS plan_agency
FROM again a
{NAMED.format(child="a.child")}
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
    SELECT e.kind, e.earliest, e.actor, e.team, e.agency FROM event_now e
    WHERE e.organisation_id = %(organisation)s AND e.child = a.child
      AND e.kind IN ('PROTECTION_PLAN_BEGUN', 'STRATEGY_DISCUSSION', 'PLAN_ACTION_AGREED')
      AND e.replaced IS NULL AND e.earliest <= %(now)s
      AND NOT (e.kind = 'PROTECTION_PLAN_BEGUN' AND NOT p.on_plan)
    ORDER BY e.earliest DESC, e.event LIMIT 1) o ON true
LEFT JOIN LATERAL (
    SELECT array_agg(ARRAY[t.other, coalesce(r.name, '')]::text[]
        ORDER BY r.name, t.other) AS company
    FROM together t {NAMED.format(child="t.other")}
    WHERE t.child = a.child) c ON true
ORDER BY a.episodes DESC, a.last_reported DESC, a.child
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Again:
    """One child. Instants and `away` in microseconds.

    `company`: (child, name) of others found at the same located place within four hours.
    `unread`: interviews held that nobody shows as shared with police; `not_held`: those
    that were due and are not on record. `plan_...`: the newest plan that stands,
    discussion or action agreed, and who led it by what is on record.
    """

    child: str
    episodes: int
    last_reported: int
    district: str
    away: int | None
    places: list[str] | None
    name: str | None
    born: Any
    not_held: int
    unread: int
    last_discussion: int | None
    on_plan: bool | None
    flags: str | None
    company: list[list[str]] | None
    plan_kind: str | None
    plan_at: int | None
    plan_actor: str | None
    plan_team: str | None
    plan_agency: str | None


def read_missing_again(
    connection: psycopg.Connection, *, person: Person, looking: Looking, now: int
) -> tuple[Again, ...]:
    """Who has been reported most often comes first."""
    check(person, Action.SEE_MISSING)
    values = {
        "organisation": person.organisation,
        "now": now,
        "before": now - BEFORE,
        "least": LEAST,
        "unlocated": UNLOCATED,
    }
    with connection.cursor() as cursor:
        cursor.execute(_AGAIN, values)
        names = [column.name for column in cursor.description or ()]
        rows = [Again(**dict(zip(names, row, strict=True))) for row in cursor]
    shown = {row.child for row in rows}
    shown |= {child for row in rows for child, _ in row.company or ()}
    looking.at_many(sorted(shown), Action.SEE_MISSING)
    return tuple(rows)
