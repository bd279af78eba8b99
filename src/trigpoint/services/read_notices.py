"""What waits for this person, besides duties: one line each, with where it is settled."""

from collections.abc import Callable
from dataclasses import dataclass

import psycopg

from trigpoint.access.permissions import check, may
from trigpoint.access.person import Person
from trigpoint.access.roles import Action
from trigpoint.services import decide_links, review_emergencies
from trigpoint.services.look import Looking
from trigpoint.services.read_claims import Claimed, Standing, read_own, read_team_s

#: How many claims of each list are named; more are counted.
NAMED = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """`kind` says what waits, `count` how often, `href` where it is settled."""

    kind: str
    count: int
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Notices:
    """`lines`: what waits, for the role.

    `claims`: what the person said was done and how each stands, those that no record
    bears out first; `team`: what others said was done and no record bears out.
    """

    lines: tuple[Notice, ...]
    claims: tuple[Claimed, ...]
    claims_in_all: int
    team: tuple[Claimed, ...]
    team_in_all: int

    def __bool__(self) -> bool:
        return bool(self.lines or self.claims or self.team)


def read_notices(
    connection: psycopg.Connection, *, person: Person, looking: Looking
) -> Notices:
    """Everything that waits for the person; a look, where a child is named in it."""
    check(person, Action.SEE_NOTICES)
    counted: tuple[tuple[str, str, Callable[..., int]], ...] = (
        ("emergency", "/looks/", review_emergencies.count_waiting),
        ("link", "/links/", decide_links.count_open),
        ("row", "/records/", _rows_set_aside),
        ("import", "/records/", _imports_failed),
    )
    lines = tuple(
        Notice(kind=kind, count=count, href=href)
        for kind, href, ask in counted
        if (count := ask(connection, person=person))
    )
    own = sorted(read_own(connection, person=person), key=_unborne_first)
    team = read_team_s(connection, person=person)
    shown = {one.child for one in (*own[:NAMED], *team[:NAMED])}
    if shown:
        looking.at_many(sorted(shown), Action.SEE_NOTICES)
    return Notices(
        lines=lines, claims=tuple(own[:NAMED]), claims_in_all=len(own),
        team=team[:NAMED], team_in_all=len(team),
    )  # fmt: skip


def _unborne_first(one: Claimed) -> bool:
    return one.standing is not Standing.NOT_BORNE_OUT


def _rows_set_aside(connection: psycopg.Connection, *, person: Person) -> int:
    if not may(person, Action.SETTLE_QUARANTINE):
        return 0
    return _count(
        connection,
        "SELECT count(*) FROM storage_quarantinedrow q JOIN storage_receivedfile f ON "
        "f.id = q.received_id JOIN storage_job j ON j.id = f.job_id WHERE q.settled_as = '' "
        "AND j.organisation_id = %s AND j.asked_at = (SELECT max(k.asked_at) FROM "
        "storage_job k WHERE k.organisation_id = j.organisation_id AND EXISTS "
        "(SELECT 1 FROM storage_receivedfile g WHERE g.job_id = k.id))",
        person,
    )


def _imports_failed(connection: psycopg.Connection, *, person: Person) -> int:
    """Of the last week, since the last one that went well."""
    if not may(person, Action.IMPORT):
        return 0
    return _count(
        connection,
        "SELECT count(*) FROM storage_job j WHERE j.organisation_id = %s AND j.state = "
        "'failed' AND j.ended_at > now() - interval '7 days' AND NOT EXISTS (SELECT 1 "
        "FROM storage_job k WHERE k.organisation_id = j.organisation_id AND k.state = "
        "'done' AND k.ended_at > j.ended_at)",
        person,
    )


def _count(connection: psycopg.Connection, query: str, person: Person) -> int:
    row = connection.execute(query, (person.organisation,)).fetchone()
    return row[0] if row else 0
