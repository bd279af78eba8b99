"""Who is missing now: each open episode with its grade, its clocks and who has read it."""

from dataclasses import dataclass
from typing import Any

import psycopg

from trigpoint.access.permissions import check, may
from trigpoint.access.person import Person
from trigpoint.access.roles import Action, Reach
from trigpoint.records.place_words import UNLOCATED, located_sql
from trigpoint.services.look import Looking
from trigpoint.storage.agreements import EPISODE_DUTY, OPEN_EPISODE, READ
from trigpoint.timekeeping.london import DAY

#: Open: reported, and no return on record for that episode, within this long.
LOOKED_BACK = 60 * DAY
#: What was before: episodes and return interviews of this long.
BEFORE = 90 * DAY

#: Columns of a missing child's name and birth date, from the fullest record.
NAMED = """LEFT JOIN LATERAL (
    SELECT concat_ws(' ', nullif(given_name, ''), nullif(upper(surname), '')) AS name,
        born FROM storage_childrecord r WHERE r.organisation_id = %(organisation)s
        AND r.child = {child} AND r.surname <> '' ORDER BY source DESC, source_id
    LIMIT 1) r ON true"""
#: Interviews held since a moment, not by police themselves, whose content nothing on
#: record shows as shared with police, and so as read.
UNREAD_INTERVIEWS = """SELECT count(DISTINCT coalesce(nullif(e.reference, ''), e.event))
    FROM event_now e WHERE e.organisation_id = %(organisation)s AND e.child = {child}
      AND e.kind = 'RETURN_INTERVIEW_HELD' AND e.replaced IS NULL
      AND e.earliest BETWEEN %(before)s AND %(now)s
      AND coalesce(e.facts->>'by_whom', '') <> 'POLICE' AND NOT EXISTS (
        SELECT 1 FROM event_now x WHERE x.organisation_id = e.organisation_id
          AND x.child = e.child AND x.kind = 'RETURN_INTERVIEW_SHARED'
          AND x.replaced IS NULL AND x.reference = e.reference)"""
#: Return interviews that were due since a moment and are not on record.
INTERVIEWS_NOT_HELD = """SELECT count(*) FROM storage_judgementrow j
    WHERE j.organisation_id = %(organisation)s AND j.child = {child}
      AND j.standard = 'return-home-interview-72-hours' AND j.outcome = 'missed'
      AND j.triggered_at > %(before)s"""
#: Flags that stand: set, and not removed since.
FLAGS = """SELECT string_agg(DISTINCT e.facts->>'flag', ', ') FROM event_now e
    WHERE e.organisation_id = %(organisation)s AND e.child = {child}
      AND e.kind = 'FLAG_SET' AND e.replaced IS NULL AND NOT EXISTS (
        SELECT 1 FROM event_now x WHERE x.organisation_id = e.organisation_id
          AND x.child = e.child AND x.kind = 'FLAG_REMOVED' AND x.replaced IS NULL
          AND x.facts->>'flag' = e.facts->>'flag' AND x.earliest >= e.earliest)"""

_OPEN_NOW = OPEN_EPISODE.format(of="%(organisation)s", since="%(from)s", now="%(now)s")
_OPEN = f"""
SELECT m.child, m.event, m.earliest AS since, m.district, r.name, r.born, g.risk,
    g.reason, g.actor AS graded_by, g.earliest AS graded_at, l.last_action, l.last_kind,
    k.episodes, ({UNREAD_INTERVIEWS.format(child="m.child")}) AS unread,
    ({INTERVIEWS_NOT_HELD.format(child="m.child")}) AS not_held,
    ({FLAGS.format(child="m.child")}) AS flags,
    h.handed_at, h.handed_by, h.taken_at, h.taken_by, t.council_told, b.places, c.company,
    due.next_due, due.next_standard, due.undone, a.who AS acknowledged_by,
    p.who AS council_reader, p.at AS council_read_at
FROM event_now m
{NAMED.format(child="m.child")}
LEFT JOIN LATERAL (
    SELECT e.facts->>'risk' AS risk, e.facts->>'reason' AS reason, e.actor, e.earliest
    FROM event_now e WHERE e.organisation_id = m.organisation_id AND e.child = m.child
      AND e.kind = 'MISSING_GRADED' AND e.reference = m.reference AND e.replaced IS NULL
    ORDER BY e.earliest DESC, e.event LIMIT 1) g ON true
LEFT JOIN LATERAL (
    SELECT e.earliest AS last_action, e.kind AS last_kind FROM event_now e
    WHERE e.organisation_id = m.organisation_id AND e.child = m.child
      AND e.earliest >= m.earliest AND e.earliest <= %(now)s AND e.event <> m.event
      AND e.agency = 'POLICE' AND e.kind NOT IN ('PERSON_RECORDED', 'MISSING_REPORTED')
    ORDER BY e.earliest DESC, e.event LIMIT 1) l ON true
LEFT JOIN LATERAL (
    SELECT count(DISTINCT e.event) AS episodes FROM event_now e
    WHERE e.organisation_id = m.organisation_id AND e.child = m.child
      AND e.kind = 'MISSING_REPORTED' AND e.earliest <= m.earliest
      AND e.replaced IS NULL AND e.earliest > m.earliest - {BEFORE}) k ON true
LEFT JOIN LATERAL (
    SELECT e.earliest AS handed_at, e.actor AS handed_by, y.earliest AS taken_at,
        y.actor AS taken_by FROM event_now e LEFT JOIN LATERAL (
            SELECT z.earliest, z.actor FROM event_now z
            WHERE z.organisation_id = e.organisation_id AND z.child = e.child
              AND z.kind = 'MISSING_HANDOVER_ACKNOWLEDGED' AND z.replaced IS NULL
              AND z.earliest >= e.earliest
              AND e.reference IN (z.reference, z.about)
            ORDER BY z.earliest, z.event LIMIT 1) y ON true
    WHERE e.organisation_id = m.organisation_id AND e.child = m.child
      AND e.kind = 'MISSING_HANDOVER_GIVEN' AND e.replaced IS NULL
      -- One that is entered here stands for itself: it is of the episode it falls in.
      AND (m.reference = e.about OR (e.about = '' AND e.earliest >= m.earliest))
    ORDER BY e.earliest DESC, e.event LIMIT 1) h ON true
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
    SELECT array_agg(ARRAY[w.child, coalesce(w.name, '')]::text[]
        ORDER BY w.name, w.child) AS company
    FROM (SELECT f.child, r.name FROM (
        SELECT DISTINCT o.child FROM event_now e JOIN event_now o
          ON o.organisation_id = e.organisation_id AND o.kind = 'MISSING_RETURNED'
          AND o.earliest BETWEEN e.earliest - 14400000000 AND e.earliest + 14400000000
          AND o.child <> e.child AND o.replaced IS NULL
          AND lower(btrim(o.facts->>'place')) = lower(btrim(e.facts->>'place'))
        WHERE e.organisation_id = m.organisation_id AND e.child = m.child
          AND e.kind = 'MISSING_RETURNED' AND e.replaced IS NULL
          AND e.earliest <= %(now)s AND {located_sql("e.facts->>'place'")}) f
        {NAMED.format(child="f.child")}) w) c ON true
LEFT JOIN LATERAL (
    SELECT min(j.due_latest) FILTER (WHERE j.outcome = 'not_yet_due') AS next_due,
        (array_agg(j.standard ORDER BY j.due_latest, j.standard)
            FILTER (WHERE j.outcome = 'not_yet_due'))[1] AS next_standard,
        count(*) FILTER (WHERE j.outcome = 'missed') AS undone
    FROM storage_judgementrow j
    WHERE {EPISODE_DUTY} AND j.outcome IN ('not_yet_due', 'missed')) due ON true
LEFT JOIN LATERAL (
    SELECT q.shown_as AS who FROM storage_acknowledgement k
    JOIN storage_account q ON q.id = k.by_id
    WHERE k.child = m.child AND k.standard = '{READ}' AND k.occasion = m.event
      AND k.organisation_id = m.organisation_id ORDER BY k.at, k.id LIMIT 1) a ON true
LEFT JOIN LATERAL (
    SELECT q.shown_as AS who, k.at FROM storage_acknowledgement k
    JOIN storage_account q ON q.id = k.by_id
    WHERE k.child = m.child AND k.standard = '{READ}' AND k.occasion = m.event
      AND k.organisation_id <> m.organisation_id ORDER BY k.at, k.id LIMIT 1) p ON true
WHERE m.organisation_id = %(organisation)s
  AND m.earliest BETWEEN %(from)s AND %(now)s AND {_OPEN_NOW}
ORDER BY (a.who IS NOT NULL), (g.risk IS NOT NULL), m.earliest, m.child, m.event
"""

#: The person's organisation has said of the report `m` that it was read.
_READ = f"""EXISTS (SELECT 1 FROM storage_acknowledgement k WHERE k.child = m.child
    AND k.standard = '{READ}' AND k.occasion = m.event AND k.organisation_id = %s)"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """One child missing now. Instants in microseconds.

    `unread`: return interviews of the last 90 days that were held and that nobody shows
    as shared; `not_held`: those that were due and are not on record. `next_due`, `undone`:
    the duties of this episode. `handed_at` and `taken_at`: its last handover, given and
    accepted; `council_told`: when social care was drawn in. `places`: where the child was
    found before; `company`: (child, name) of those found at the same located place
    within four hours.
    """

    child: str
    event: str
    since: int
    district: str
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
    not_held: int
    flags: str | None
    handed_at: int | None
    handed_by: str | None
    taken_at: int | None
    taken_by: str | None
    council_told: int | None
    places: list[str] | None
    company: list[list[str]] | None
    next_due: int | None
    next_standard: str | None
    undone: int
    acknowledged_by: str | None
    council_reader: str | None
    council_read_at: Any


def read_missing(
    connection: psycopg.Connection, *, person: Person, looking: Looking, now: int
) -> tuple[Missing, ...]:
    """What nobody has read stands above everything, then what is not graded; of equal
    ones the longest missing.
    """
    check(person, Action.SEE_MISSING)
    values = {
        "organisation": person.organisation,
        "now": now,
        "from": now - LOOKED_BACK,
        "before": now - BEFORE,
        "unlocated": UNLOCATED,
    }
    with connection.cursor() as cursor:
        cursor.execute(_OPEN, values)
        names = [column.name for column in cursor.description or ()]
        rows = [Missing(**dict(zip(names, row, strict=True))) for row in cursor]
    shown = {row.child for row in rows}
    shown |= {child for row in rows for child, _ in row.company or ()}
    looking.at_many(sorted(shown), Action.SEE_MISSING)
    return tuple(rows)


def unread(person: Person, now: int) -> tuple[str, tuple[object, ...]]:
    """The query of open reports that nobody of the person's organisation has read.

    "" where it is not for the person; with its values.
    """
    if not may(person, Action.SEE_MISSING):
        return "", ()
    ours, since = person.organisation, now - LOOKED_BACK
    if person.role.reach is Reach.SHARED:
        query = f"SELECT 1 FROM missing_shared(%s, %s, '') m WHERE NOT {_READ}"
        return query, (since, now, ours)
    is_open = OPEN_EPISODE.format(of="%s", since="%s", now="%s")
    query = (
        "SELECT 1 FROM event_now m WHERE m.organisation_id = %s "
        f"AND m.earliest BETWEEN %s AND %s AND {is_open} AND NOT {_READ}"
    )
    return query, (ours, since, now, ours, since, now, ours)
