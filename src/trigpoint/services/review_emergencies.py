"""Emergency access: told to those who watch over it, and reviewed by somebody else."""

from typing import Any

import psycopg
from psycopg.rows import dict_row

from trigpoint.access.permissions import check
from trigpoint.access.person import Person
from trigpoint.access.roles import Action
from trigpoint.judgements.deadline import due_instant
from trigpoint.records.record import Refusal
from trigpoint.services.look import Looking
from trigpoint.standards.language import CalendarDays, WorkingDays
from trigpoint.timekeeping.calendar import BeyondCalendar, Calendar

#: Within which somebody else says whether it was justified (design, security D.8).
REVIEWED_WITHIN = WorkingDays(2)
#: The action stands in the text, so that the index of these few entries is used.
WAITING = (
    "FROM storage_accessentry e WHERE e.organisation_id = %s AND e.action = "
    f"'{Action.BREAK_GLASS.value}' "
    "AND NOT EXISTS (SELECT 1 FROM storage_emergencyreview r WHERE r.organisation_id = "
    "e.organisation_id AND r.entry = e.sequence)"
)


def read_waiting(
    connection: psycopg.Connection, *, person: Person
) -> list[dict[str, Any]]:
    """Those that nobody has reviewed, oldest first; `overdue` after two working days."""
    check(person, Action.SEE_LOOKS)
    with connection.cursor(row_factory=dict_row) as cursor:
        cursor.execute(
            "SELECT e.sequence, e.at, e.child, e.reason, e.actor::text AS actor, "
            "coalesce((SELECT p.shown_as FROM storage_account p WHERE p.id = e.actor), '') "
            "AS who, (extract(epoch FROM e.at) * 1000000)::bigint AS instant, "
            f"(extract(epoch FROM now()) * 1000000)::bigint AS now {WAITING} "
            "ORDER BY e.sequence LIMIT 100",
            (person.organisation,),
        )
        rows = cursor.fetchall()
    calendar = Calendar()
    return [
        {
            **row,
            "own": row["actor"] == person.account,
            "overdue": _due(row["instant"], calendar) < row["now"],
        }
        for row in rows
    ]


def _due(at: int, calendar: Calendar) -> int:
    """Where bank holidays are not known yet: two days, which is never too late."""
    try:
        return due_instant(REVIEWED_WITHIN, at, calendar)
    except BeyondCalendar:
        return due_instant(CalendarDays(REVIEWED_WITHIN.count), at, calendar)


def review(
    connection: psycopg.Connection,
    *,
    person: Person,
    looking: Looking,
    entry: str,
    justified: str,
    because: str,
) -> None:
    """Say whether it was justified, and why; never of one's own."""
    check(person, Action.SEE_LOOKS)
    if justified not in ("yes", "no") or len(because.strip()) < 10:
        msg = "Say whether it was justified, and why in at least ten characters."
        raise Refusal(msg)
    row = connection.execute(
        f"SELECT e.actor::text, e.child {WAITING} AND e.sequence = %s",
        (person.organisation, int(entry) if entry.isdecimal() else 0),
    ).fetchone()
    if row is None:
        msg = "That emergency access does not wait for a review: open the page again."
        raise Refusal(msg)
    if row[0] == person.account:
        msg = "This was your own emergency access: somebody else must review it."
        raise Refusal(msg)
    looking.did("emergency-reviewed", child=row[1], about=f"{entry} {justified}")
    made = connection.execute(
        "INSERT INTO storage_emergencyreview (id, organisation_id, by_id, at, entry, "
        "justified, because) VALUES (gen_random_uuid(), %s, %s, now(), %s, %s, %s) "
        "ON CONFLICT DO NOTHING RETURNING 1",
        (person.organisation, person.account, int(entry), justified == "yes",
         because.strip()),
    ).fetchone()  # fmt: skip
    if made is None:
        msg = "Somebody else has just reviewed it: open the page again."
        raise Refusal(msg)
