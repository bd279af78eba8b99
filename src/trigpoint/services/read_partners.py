"""Partners: what each other agency owes, child by child, so that it can be asked for."""

from dataclasses import dataclass

import psycopg

from trigpoint.access.permissions import check
from trigpoint.access.person import Person
from trigpoint.access.roles import Action
from trigpoint.services.look import Looking
from trigpoint.services.read_worklist import LEFT_FOR, PAGE, Due, due_rows

_OWED = (
    "j.organisation_id = %s AND j.duty_holder = %s AND ((j.outcome = 'missed' AND "
    "j.due_latest BETWEEN %s AND %s) OR (j.outcome = 'not_yet_due' AND j.due_latest >= %s))"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Owing:
    """One agency: how many duties are past their time or coming, and the first of them."""

    agency: str
    left: int
    coming: int
    duties: tuple[Due, ...]


def read_partners(
    connection: psycopg.Connection, *, person: Person, looking: Looking, now: int
) -> list[Owing]:
    """Each agency that owes anything, what is longest past its time first."""
    check(person, Action.SEE_PARTNERS)
    counted = connection.execute(
        "SELECT j.duty_holder, count(*) FILTER (WHERE j.outcome = 'missed' AND "
        "j.due_latest BETWEEN %s AND %s), count(*) FILTER (WHERE j.outcome = "
        "'not_yet_due' AND j.due_latest >= %s) FROM storage_judgementrow j WHERE "
        "j.organisation_id = %s AND j.duty_holder <> 'POLICE' AND j.outcome IN "
        "('missed', 'not_yet_due') GROUP BY 1 ORDER BY 1",
        (now - LEFT_FOR, now, now, person.organisation),
    ).fetchall()
    found = []
    for agency, left, coming in counted:
        if left or coming:
            values = (person.organisation, agency, now - LEFT_FOR, now, now)
            duties = due_rows(connection, _OWED, values, "j.due_latest")
            found.append(
                Owing(
                    agency=agency, left=left, coming=coming, duties=tuple(duties[:PAGE])
                )
            )
    shown = sorted({duty.child for one in found for duty in one.duties})
    looking.at_many(shown, Action.SEE_PARTNERS)
    return found
