"""More looks than work calls for: the person says why, and somebody else is told.

Counted from the access log itself, so that there is no second count to differ.
"""

import psycopg

from trigpoint.access.pace import PACE, stops
from trigpoint.access.permissions import NotPermitted
from trigpoint.access.person import Person
from trigpoint.access.roles import Action
from trigpoint.records.record import Refusal
from trigpoint.services.look import Looking

#: What the log calls it: a reason was given, or one was not asked for.
WENT_ON, NOTED = "went-on", "over-pace"
#: Fewer characters are no reason.
SHORTEST = 10
#: The clock, as the database is asked for it; a test moves it.
CLOCK = "now()"


_LATELY = (
    "FROM storage_accessentry WHERE organisation_id = %s AND actor = %s "
    "AND at > {now} - interval '1 hour'"
)


class TooMany(NotPermitted):
    """The hour's number is used up and no reason was given; the text says what to do."""


def keep_pace(
    connection: psycopg.Connection, *, person: Person, looking: Looking, action: Action
) -> None:
    """Refuse one more than an hour's number, unless a reason was given within the hour.

    Whoever is never stopped goes on, and that is noted once an hour.
    """
    most = PACE[action]
    # Counted no further than it matters: an account that many share has thousands.
    row = connection.execute(
        f"SELECT (SELECT count(*) FROM (SELECT 1 {_LATELY} AND action = %s LIMIT %s) e), "
        f"EXISTS (SELECT 1 {_LATELY} AND action IN (%s, %s))".replace("{now}", CLOCK),
        (person.organisation, person.account, action.value, most,
         person.organisation, person.account, WENT_ON, NOTED),
    ).fetchone()  # fmt: skip
    assert row is not None
    done, told = row
    if done < most or told:
        return
    if not stops(person):
        looking.did(NOTED, about=action.value)
        return
    msg = f"You have opened {most} records within an hour. Say why you need to go on."
    if action is Action.SEARCH:
        msg = (
            f"You have searched {most} times within an hour. Say why you need to go on."
        )
    raise TooMany(msg)


def go_on(looking: Looking, reason: str) -> None:
    """Write the reason down: for the next hour nothing more is asked."""
    if len(reason.strip()) < SHORTEST:
        msg = f"Say in at least {SHORTEST} characters why you need to go on."
        raise Refusal(msg)
    looking.did(WENT_ON, reason=reason.strip())
