"""The hub's inbox: notices that nobody has triaged, in the order of a points card.

The card orders notices, not children: each point has its factor beside it, none is kept,
and a person decides. The points are ours.
"""

from dataclasses import dataclass
from typing import Any

import psycopg

from trigpoint.access.permissions import check
from trigpoint.access.person import Person
from trigpoint.access.roles import Action
from trigpoint.records.police_codes import POLICE_CODES
from trigpoint.records.record import Refusal
from trigpoint.services.enter_event import Given, enter_event, newest_entry
from trigpoint.services.look import Looking
from trigpoint.services.read_missing import NAMED
from trigpoint.timekeeping.london import DAY
from trigpoint.vocabulary.event_kinds import EventKind

#: A notice that is older than this was triaged elsewhere, or never will be here.
LOOKED_BACK = 60 * 24 * 3_600_000_000
DECISIONS = POLICE_CODES["notice_decision"]

_WAITING = """
SELECT n.child, n.event, n.reference, n.earliest AS sent, n.district, n.actor AS sent_by,
    n.facts->>'risk' AS risk, r.name, r.born, j.due_latest AS due,
    o.type AS about, f.exploited, f.on_plan, m.missing, h.notices
FROM event_now n
LEFT JOIN LATERAL (
    SELECT concat_ws(' ', nullif(given_name, ''), nullif(upper(surname), '')) AS name,
        born FROM storage_childrecord r WHERE r.organisation_id = n.organisation_id
        AND r.child = n.child AND r.surname <> '' ORDER BY source DESC, source_id LIMIT 1) r ON true
LEFT JOIN storage_judgementrow j ON j.organisation_id = n.organisation_id
    AND j.child = n.child AND j.occasion = n.event AND j.standard = 'mash-referral-triaged'
LEFT JOIN LATERAL (
    SELECT e.facts->>'type' AS type FROM event_now e
    WHERE e.organisation_id = n.organisation_id AND e.child = n.child
      AND e.kind = 'OCCURRENCE_REPORTED' AND e.reference = n.about
      AND n.about <> '' ORDER BY e.earliest, e.event LIMIT 1) o ON true
LEFT JOIN LATERAL (
    SELECT bool_or(e.facts->>'flag' IN ('CSE', 'CRIMINAL_EXPLOITATION', 'TRAFFICKING'))
        AS exploited, bool_or(e.facts->>'flag' = 'CP_PLAN') AS on_plan FROM event_now e
    WHERE e.organisation_id = n.organisation_id AND e.child = n.child
      AND e.kind = 'FLAG_SET' AND e.replaced IS NULL) f ON true
LEFT JOIN LATERAL (
    SELECT count(DISTINCT e.event) AS missing FROM event_now e
    WHERE e.organisation_id = n.organisation_id AND e.child = n.child
      AND e.kind = 'MISSING_REPORTED' AND e.replaced IS NULL
      AND e.earliest BETWEEN n.earliest - 90 * 86400000000 AND n.earliest) m ON true
LEFT JOIN LATERAL (
    SELECT count(DISTINCT e.event) AS notices FROM event_now e
    WHERE e.organisation_id = n.organisation_id AND e.child = n.child
      AND e.kind = 'REFERRAL_MADE' AND e.replaced IS NULL AND e.event <> n.event
      AND e.earliest BETWEEN n.earliest - 90 * 86400000000 AND n.earliest) h ON true
WHERE n.organisation_id = %(organisation)s AND n.kind = 'REFERRAL_MADE'
  AND n.replaced IS NULL AND NOT n.adult AND n.earliest BETWEEN %(from)s AND %(now)s
  AND NOT EXISTS (SELECT 1 FROM event_now e
    WHERE e.organisation_id = n.organisation_id AND e.child = n.child
      AND e.kind = 'REFERRAL_TRIAGED' AND e.reference = n.reference
      AND e.replaced IS NULL)
"""
#: What was decided within a week, here or in the force's own systems.
DECIDED_WITHIN = 7 * DAY
_DECIDED = f"""
SELECT t.child, t.event, t.reference, t.earliest AS at, t.actor AS decided_by,
    t.facts->>'decision' AS decision, t.facts->>'reason' AS reason, r.name
FROM event_now t
{NAMED.format(child="t.child")}
WHERE t.organisation_id = %(organisation)s AND t.kind = 'REFERRAL_TRIAGED'
  AND t.replaced IS NULL AND NOT t.adult AND t.earliest BETWEEN %(since)s AND %(now)s
ORDER BY t.earliest DESC, t.child, t.event LIMIT 25
"""
_RISK_POINTS = {"HIGH": 6, "MEDIUM": 3, "LOW": 1}


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """One notice that waits. `card`: (factor, points), every factor there is."""

    child: str
    event: str
    reference: str
    sent: int
    district: str
    sent_by: str
    risk: str | None
    name: str | None
    born: Any
    due: int | None
    about: str | None
    card: tuple[tuple[str, int], ...]

    @property
    def points(self) -> int:
        """What orders the notices."""
        return sum(points for _, points in self.card)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """One notice that was triaged: when (an instant), by whom, what and why, if told."""

    child: str
    event: str
    reference: str
    at: int
    decided_by: str
    decision: str | None
    reason: str | None
    name: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Inbox:
    """`waiting`: most points first, of equal ones what has waited longest.

    `decided`: the newest of the last week, newest first.
    """

    waiting: tuple[Waiting, ...]
    decided: tuple[Decided, ...]


def read_inbox(
    connection: psycopg.Connection, *, person: Person, looking: Looking, now: int
) -> Inbox:
    """What waits and what was decided; a look at every child in either."""
    check(person, Action.SEE_INBOX)
    values = {
        "organisation": person.organisation,
        "now": now,
        "from": now - LOOKED_BACK,
        "since": now - DECIDED_WITHIN,
    }
    with connection.cursor() as cursor:
        cursor.execute(_WAITING, values)
        names = [column.name for column in cursor.description or ()]
        rows = [_waiting(dict(zip(names, row, strict=True)), now) for row in cursor]
        cursor.execute(_DECIDED, values)
        names = [column.name for column in cursor.description or ()]
        done = [Decided(**dict(zip(names, row, strict=True))) for row in cursor]
    looking.at_many(sorted({row.child for row in (*rows, *done)}), Action.SEE_INBOX)
    rows.sort(key=lambda row: (-row.points, row.sent, row.child, row.event))
    return Inbox(waiting=tuple(rows), decided=tuple(done))


def _waiting(row: dict[str, Any], now: int) -> Waiting:
    factors = {
        name: row.pop(name) for name in ("exploited", "on_plan", "missing", "notices")
    }
    late = row["due"] is not None and row["due"] < now
    risk = row["risk"] or ""
    card = (
        (f"risk given: {risk.lower() or 'none written'}", _RISK_POINTS.get(risk, 3)),
        ("flagged as exploited", 4 if factors["exploited"] else 0),
        ("on a child protection plan", 3 if factors["on_plan"] else 0),
        (f"missing in 90 days: {factors['missing']}", 2 * min(factors["missing"], 3)),
        (f"other notices in 90 days: {factors['notices']}", min(factors["notices"], 3)),
        ("waiting past its time", 3 if late else 0),
    )
    return Waiting(**row, card=card)


def decide_notice(
    connection: psycopg.Connection,
    *,
    person: Person,
    looking: Looking,
    child: str,
    reference: str,
    decision: str,
    reason: str,
    now: int,
) -> None:
    """Triage a notice: the decision and its reason become an entry on the child's record.

    Refuses a decision that is not one of `DECISIONS`, and one without a reason.
    """
    check(person, Action.SEE_INBOX)
    if decision not in DECISIONS:
        raise Refusal("Decision: choose one of those listed.")
    if not reason.strip():
        raise Refusal("Reason: write why, in your own words.")
    if not reference:
        raise Refusal("This notice has no number: correct it in its own system first.")
    enter_event(
        connection, person=person, looking=looking, now=now,
        given=Given(
            child=child, kind=EventKind.REFERRAL_TRIAGED, happened=(now, now),
            reference=reference, facts={"decision": decision, "reason": reason.strip()[:500]},
            seen=newest_entry(connection, person.organisation, child),
        ),
    )  # fmt: skip
