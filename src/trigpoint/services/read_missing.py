"""Who is missing now: each open episode with its grade, its clocks and who has read it."""

from dataclasses import dataclass
from typing import Any

import psycopg

from trigpoint.access.permissions import check
from trigpoint.access.person import Person
from trigpoint.access.roles import Action
from trigpoint.services.look import Looking

#: Open: reported, and no return on record for that episode, within this long.
LOOKED_BACK = 60 * 24 * 3_600_000_000

_OPEN = """
SELECT m.child, m.event, m.reference, m.earliest AS since, m.district, m.facts,
    r.name, r.born, g.risk, g.reason, g.actor AS graded_by, g.earliest AS graded_at,
    l.last_action, l.last_kind, k.episodes, i.unread, f.flags,
    h.handed_at, h.handed_by, h.taken_at, h.taken_by, t.council_told, b.places, c.company,
    due.due_latest AS next_due, due.standard AS next_standard, a.who AS acknowledged_by
FROM event_now m
LEFT JOIN LATERAL (
    SELECT concat_ws(' ', nullif(given_name, ''), nullif(upper(surname), '')) AS name,
        born FROM storage_childrecord r WHERE r.organisation_id = m.organisation_id
        AND r.child = m.child AND r.surname <> '' ORDER BY source DESC LIMIT 1) r ON true
LEFT JOIN LATERAL (
    SELECT e.facts->>'risk' AS risk, e.facts->>'reason' AS reason, e.actor, e.earliest
    FROM event_now e WHERE e.organisation_id = m.organisation_id AND e.child = m.child
      AND e.kind = 'MISSING_GRADED' AND e.reference = m.reference AND e.replaced IS NULL
    ORDER BY e.earliest DESC LIMIT 1) g ON true
LEFT JOIN LATERAL (
    SELECT e.earliest AS last_action, e.kind AS last_kind FROM event_now e
    WHERE e.organisation_id = m.organisation_id AND e.child = m.child
      AND e.earliest >= m.earliest AND e.earliest <= %(now)s AND e.event <> m.event
      AND e.agency = 'POLICE' AND e.kind <> 'PERSON_RECORDED'
    ORDER BY e.earliest DESC LIMIT 1) l ON true
LEFT JOIN LATERAL (
    SELECT count(DISTINCT e.event) AS episodes FROM event_now e
    WHERE e.organisation_id = m.organisation_id AND e.child = m.child
      AND e.kind = 'MISSING_REPORTED' AND e.earliest <= m.earliest
      AND e.earliest > m.earliest - 90 * 86400000000) k ON true
LEFT JOIN LATERAL (
    SELECT count(*) AS unread FROM storage_judgementrow j
    WHERE j.organisation_id = m.organisation_id AND j.child = m.child
      AND j.standard = 'return-home-interview-72-hours'
      AND j.outcome IN ('missed', 'late')) i ON true
LEFT JOIN LATERAL (
    SELECT string_agg(DISTINCT e.facts->>'flag', ', ') AS flags FROM event_now e
    WHERE e.organisation_id = m.organisation_id AND e.child = m.child
      AND e.kind = 'FLAG_SET' AND e.replaced IS NULL AND NOT EXISTS (
        SELECT 1 FROM event_now x WHERE x.organisation_id = e.organisation_id
          AND x.child = e.child AND x.kind = 'FLAG_REMOVED' AND x.replaced IS NULL
          AND x.facts->>'flag' = e.facts->>'flag' AND x.earliest >= e.earliest)) f ON true
LEFT JOIN LATERAL (
    SELECT e.earliest AS handed_at, e.actor AS handed_by, y.earliest AS taken_at,
        y.actor AS taken_by FROM event_now e LEFT JOIN LATERAL (
            SELECT z.earliest, z.actor FROM event_now z
            WHERE z.organisation_id = e.organisation_id AND z.child = e.child
              AND z.kind = 'MISSING_HANDOVER_ACKNOWLEDGED' AND z.replaced IS NULL
              AND z.earliest >= e.earliest
              AND e.reference IN (z.reference, z.about)
            ORDER BY z.earliest LIMIT 1) y ON true
    WHERE e.organisation_id = m.organisation_id AND e.child = m.child
      AND e.kind = 'MISSING_HANDOVER_GIVEN' AND e.replaced IS NULL
      -- One that is entered here stands for itself: it is of the episode it falls in.
      AND (m.reference = e.about OR (e.about = '' AND e.earliest >= m.earliest))
    ORDER BY e.earliest DESC LIMIT 1) h ON true
LEFT JOIN LATERAL (
    SELECT min(e.earliest) AS council_told FROM event_now e
    WHERE e.organisation_id = m.organisation_id AND e.child = m.child
      AND e.kind = 'PARTNERS_CONSULTED' AND e.reference = m.reference
      AND e.replaced IS NULL) t ON true
LEFT JOIN LATERAL (
    SELECT array_agg(DISTINCT e.facts->>'place') AS places FROM event_now e
    WHERE e.organisation_id = m.organisation_id AND e.child = m.child
      AND e.kind = 'MISSING_RETURNED' AND e.replaced IS NULL
      AND e.earliest <= %(now)s AND coalesce(e.facts->>'place', '') <> '') b ON true
LEFT JOIN LATERAL (
    SELECT array_agg(DISTINCT o.child) AS company FROM event_now e JOIN event_now o
      ON o.organisation_id = e.organisation_id AND o.kind = 'MISSING_RETURNED'
      AND o.earliest BETWEEN e.earliest - 14400000000 AND e.earliest + 14400000000
      AND o.child <> e.child AND o.replaced IS NULL
      AND o.facts->>'place' = e.facts->>'place'
    WHERE e.organisation_id = m.organisation_id AND e.child = m.child
      AND e.kind = 'MISSING_RETURNED' AND e.replaced IS NULL
      AND e.earliest <= %(now)s AND coalesce(e.facts->>'place', '') <> '') c ON true
LEFT JOIN LATERAL (
    SELECT j.due_latest, j.standard FROM storage_judgementrow j
    WHERE j.organisation_id = m.organisation_id AND j.child = m.child
      AND j.outcome = 'not_yet_due' ORDER BY j.due_latest LIMIT 1) due ON true
LEFT JOIN LATERAL (
    SELECT p.shown_as AS who FROM storage_acknowledgement k
    JOIN storage_account p ON p.id = k.by_id
    WHERE k.organisation_id = m.organisation_id AND k.child = m.child
      AND k.occasion = m.event ORDER BY k.at LIMIT 1) a ON true
WHERE m.organisation_id = %(organisation)s AND m.kind = 'MISSING_REPORTED'
  AND m.replaced IS NULL AND m.earliest BETWEEN %(from)s AND %(now)s
  AND NOT m.adult
  AND NOT EXISTS (SELECT 1 FROM event_now e
    WHERE e.organisation_id = m.organisation_id AND e.child = m.child
      AND e.kind = 'MISSING_RETURNED' AND e.reference = m.reference
      AND e.earliest <= %(now)s AND e.replaced IS NULL)
ORDER BY (a.who IS NOT NULL), m.earliest
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """One child missing now. Instants in microseconds; `unread`: return interviews not held.

    `handed_at` and `taken_at`: the last handover of this episode, given and accepted;
    `council_told`: when social care was drawn in; `places`: where the child was found
    before; `company`: children found there within four hours of them.
    """

    child: str
    event: str
    reference: str
    since: int
    district: str
    facts: dict[str, Any]
    name: str | None
    born: Any
    risk: str | None
    reason: str | None
    graded_by: str | None
    graded_at: int | None
    last_action: int | None
    last_kind: str | None
    episodes: int
    unread: int
    flags: str | None
    handed_at: int | None
    handed_by: str | None
    taken_at: int | None
    taken_by: str | None
    council_told: int | None
    places: list[str] | None
    company: list[str] | None
    next_due: int | None
    next_standard: str | None
    acknowledged_by: str | None


def read_missing(
    connection: psycopg.Connection, *, person: Person, looking: Looking, now: int
) -> tuple[Missing, ...]:
    """What nobody has read stands above everything; then the longest missing."""
    check(person, Action.SEE_MISSING)
    values = {
        "organisation": person.organisation,
        "now": now,
        "from": now - LOOKED_BACK,
    }
    with connection.cursor() as cursor:
        cursor.execute(_OPEN, values)
        names = [column.name for column in cursor.description or ()]
        rows = [Missing(**dict(zip(names, row, strict=True))) for row in cursor]
    shown = {row.child for row in rows} | {c for row in rows for c in row.company or ()}
    looking.at_many(sorted(shown), Action.SEE_MISSING)
    return tuple(rows)
