"""What waits for this person, besides duties: one line each, with where it is settled."""

from collections.abc import Callable
from dataclasses import dataclass

import psycopg

from trigpoint.access.permissions import check, may
from trigpoint.access.person import Person
from trigpoint.access.roles import Action
from trigpoint.services import decide_links, review_emergencies
from trigpoint.services.look import Looking
from trigpoint.services.read_worklist import within

#: How many of one's own unborne claims are named; more are counted.
NAMED = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """`kind` says what waits, `count` how often, `href` where it is settled."""

    kind: str
    count: int
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Unborne:
    """A duty that this person said was done; the records received since do not show it."""

    child: str
    standard: str
    outcome: str
    done_at: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Notices:
    """`lines`: what waits, for the role; `claims`: one's own, and how many in all."""

    lines: tuple[Notice, ...]
    claims: tuple[Unborne, ...]
    claims_in_all: int

    def __bool__(self) -> bool:
        return bool(self.lines or self.claims)


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
    claims = _unborne(connection, person)
    if claims:
        looking.at_many(sorted({one.child for one in claims}), Action.SEE_NOTICES)
    return Notices(lines=lines, claims=claims[:NAMED], claims_in_all=len(claims))


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


def _unborne(connection: psycopg.Connection, person: Person) -> tuple[Unborne, ...]:
    """Newest claim of each duty that is still within reach; only those older than the
    last import that ended well."""
    if not may(person, Action.CLAIM):
        return ()
    mine, values = within(person)
    rows = connection.execute(
        "SELECT j.child, j.standard, j.outcome, max(c.done_at) FROM storage_claim c "
        "JOIN storage_judgementrow j ON j.child = c.child AND j.standard = c.standard "
        "AND j.occasion = c.occasion WHERE c.by_id = %s AND j.outcome IN "
        "('missed', 'late', 'not_yet_due') AND c.at < (SELECT max(k.asked_at) FROM "
        "storage_job k WHERE k.organisation_id = j.organisation_id AND k.state = 'done') "
        f"AND {mine} GROUP BY 1, 2, 3, j.occasion ORDER BY 4 DESC, 1, 2",
        (person.account, *values),
    ).fetchall()
    return tuple(
        Unborne(child=row[0], standard=row[1], outcome=row[2], done_at=row[3])
        for row in rows
    )
