"""A team's work: what is late and what is coming, by the officer who has it."""

from dataclasses import dataclass

import psycopg

from trigpoint.access.permissions import check
from trigpoint.access.person import Person
from trigpoint.access.roles import Action
from trigpoint.services.look import Looking
from trigpoint.services.read_worklist import LEFT_FOR, within


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """What one officer holds; nothing here is a score of a person."""

    officer: str
    team: str
    coming: int
    left: int
    unseen: int
    first_due: int | None


def read_team(
    connection: psycopg.Connection, *, person: Person, looking: Looking, now: int
) -> tuple[Holding, ...]:
    """By officer, those with the first thing due first."""
    check(person, Action.SEE_TEAM)
    mine, values = within(person)
    looking.did(Action.SEE_TEAM.value, about=person.team or person.district)
    rows = connection.execute(
        "SELECT j.actor, max(j.team), count(*) FILTER (WHERE j.outcome = 'not_yet_due'), "
        "count(*) FILTER (WHERE j.outcome = 'missed'), "
        "count(*) FILTER (WHERE NOT EXISTS (SELECT 1 FROM storage_acknowledgement k "
        "  WHERE k.organisation_id = j.organisation_id AND k.child = j.child "
        "  AND k.standard = j.standard AND k.occasion = j.occasion)), "
        "min(j.due_latest) FILTER (WHERE j.outcome = 'not_yet_due') "
        "FROM storage_judgementrow j WHERE ((j.outcome = 'not_yet_due' "
        "AND j.due_latest >= %s) OR (j.outcome = 'missed' AND j.due_latest BETWEEN %s "
        f"AND %s)) AND {mine} GROUP BY j.actor ORDER BY 6 NULLS LAST, 1",
        (now, now - LEFT_FOR, now, *values),
    ).fetchall()
    return tuple(
        Holding(officer=row[0] or "nobody named", team=row[1], coming=row[2],
                left=row[3], unseen=row[4], first_due=row[5])
        for row in rows
    )  # fmt: skip
