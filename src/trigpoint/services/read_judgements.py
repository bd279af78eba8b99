"""Judgements as a list: of one standard or outcome, or from a time on."""

import psycopg

from trigpoint.access.permissions import check
from trigpoint.access.person import Person
from trigpoint.access.roles import Action
from trigpoint.judgements.outcome import Outcome
from trigpoint.services.look import Looking
from trigpoint.services.read_worklist import PAGE, Due, due_rows, within


def read_judgements(
    connection: psycopg.Connection,
    *,
    person: Person,
    looking: Looking,
    standard: str = "",
    outcome: Outcome | None = None,
    since: int | None = None,
    page: int = 0,
) -> tuple[tuple[Due, ...], bool]:
    """A page of those within the person's reach, newest first; and whether there are more.

    `since`: only duties that arose at that instant or later.
    """
    check(person, Action.SEE_WORK)
    mine, values = within(person)
    asked: list[tuple[str, object]] = []
    if standard:
        asked.append(("j.standard = %s", standard))
    if outcome is not None:
        asked.append(("j.outcome = %s", outcome.value))
    if since is not None:
        asked.append(("j.triggered_at >= %s", since))
    found = due_rows(
        connection,
        " AND ".join((mine, *(which for which, _ in asked))),
        (*values, *(value for _, value in asked)),
        "j.triggered_at DESC",
        page * PAGE,
    )
    shown = found[:PAGE]
    looking.at_many(sorted({one.child for one in shown}), Action.SEE_WORK)
    return tuple(shown), len(found) > PAGE
