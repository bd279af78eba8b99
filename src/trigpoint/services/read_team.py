"""A team's work: what is late and what is coming, by the officer who has it."""

from dataclasses import dataclass

import psycopg

from trigpoint.access.permissions import check
from trigpoint.access.person import Person
from trigpoint.access.roles import Action, Reach
from trigpoint.services.look import Looking
from trigpoint.services.read_worklist import LEFT_FOR, within
from trigpoint.storage import staff
from trigpoint.storage.staff import Officer


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """What one officer holds; nothing here is a score of a person.

    `officer`: "" where no record names one; `serves`: as the force's own list has them, if
    they stand on it.
    """

    officer: str
    team: str
    serves: Officer | None
    coming: int
    left: int
    unseen: int
    first_due: int | None


def read_team(
    connection: psycopg.Connection, *, person: Person, looking: Looking, now: int
) -> tuple[Holding, ...]:
    """By officer, those with the first thing due first; of one's own team also the free."""
    check(person, Action.SEE_TEAM)
    looking.did(Action.SEE_TEAM.value, about=person.team or person.district)
    held = _held(connection, person, now)
    ours = person.organisation
    teams = set()
    if person.role.reach is Reach.TEAM:
        # Records call a team by its name; the staff list may say more of it.
        own = staff.serving(connection, ours, {person.officer}, (), now)
        teams = {person.team, *(one.team for one in own.values())} - {""}
    serving = staff.serving(
        connection, ours, {row[0] for row in held if row[0]}, teams, now
    )
    found = [
        Holding(officer=row[0], team=row[1], serves=serving.pop(row[0], None),
                coming=row[2], left=row[3], unseen=row[4], first_due=row[5])
        for row in held
    ]  # fmt: skip
    free = [
        Holding(officer=one.officer, team=one.team, serves=one, coming=0, left=0,
                unseen=0, first_due=None)
        for one in serving.values()
    ]  # fmt: skip
    return (*found, *free)


def _held(
    connection: psycopg.Connection, person: Person, now: int
) -> list[tuple[str, str, int, int, int, int | None]]:
    mine, values = within(person)
    return connection.execute(
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
