"""What waits for this person, besides duties: one line each, with where it is settled.

Everything is counted in one query and to 99 at most: it is asked for on every page.
"""

from collections.abc import Callable
from dataclasses import dataclass

import psycopg

from trigpoint.access.permissions import check, may
from trigpoint.access.person import Person
from trigpoint.access.roles import Action, Reach
from trigpoint.services import decide_links, review_emergencies
from trigpoint.services.asking import ask
from trigpoint.services.keep_pace import NOTED, WENT_ON
from trigpoint.services.look import Looking
from trigpoint.services.read_claims import (
    Claimed,
    Standing,
    count_unborne,
    read_own,
    read_team_s,
)
from trigpoint.services.read_inbox import LOOKED_BACK
from trigpoint.services.read_missing import unread
from trigpoint.services.read_worklist import climbed
from trigpoint.storage.walls import STANDS
from trigpoint.timekeeping.london import DAY

#: How many claims of each list are named; more are counted.
NAMED = 10
#: One more than is told.
MOST = 100
#: As many records opened in an emergency by one person within a week are told.
OFTEN = 3

#: A condition with its values; "" where it is not for the person.
Part = tuple[str, tuple[object, ...]]
_NOT_FOR_THEM: Part = ("", ())


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """`kind` says what waits, `count` how often (100: more than 99), `href` where."""

    kind: str
    count: int
    href: str

    @property
    def told(self) -> str:
        """The count as it is shown."""
        return str(self.count) if self.count < MOST else f"{MOST - 1}+"


@dataclass(frozen=True, slots=True, kw_only=True)
class Notices:
    """`lines`: what waits, for the role.

    `claims`: what the person said was done and how each stands, those that no record
    bears out first; `team`: what others said was done and no record bears out.
    """

    lines: tuple[Notice, ...]
    claims: tuple[Claimed, ...] = ()
    claims_in_all: int = 0
    unborne: int = 0
    team: tuple[Claimed, ...] = ()
    team_in_all: int = 0

    def __bool__(self) -> bool:
        return bool(self.lines or self.claims or self.team)

    @property
    def climbed(self) -> int:
        """How many duties have climbed to the person (100: more than 99)."""
        return sum(line.count for line in self.lines if line.kind == "climbed")

    @property
    def count(self) -> int:
        """How much waits in all, for the menu."""
        return sum(line.count for line in self.lines) + self.unborne + self.team_in_all


def read_notices(
    connection: psycopg.Connection, *, person: Person, looking: Looking, now: int
) -> Notices:
    """Everything that waits for the person; a look, where a child is named in it."""
    lines, claimed = _lines(connection, person, now)
    if not claimed:
        return Notices(lines=lines)
    own = sorted(read_own(connection, person=person), key=_unborne_first)
    team = read_team_s(connection, person=person)
    shown = {one.child for one in (*own[:NAMED], *team[:NAMED])}
    if shown:
        looking.at_many(sorted(shown), Action.SEE_NOTICES)
    return Notices(
        lines=lines, claims=tuple(own[:NAMED]), claims_in_all=len(own),
        unborne=sum(one.standing is Standing.NOT_BORNE_OUT for one in own),
        team=team[:NAMED], team_in_all=len(team),
    )  # fmt: skip


def count_notices(connection: psycopg.Connection, *, person: Person, now: int) -> int:
    """How much waits, for the menu of every page; it names nobody."""
    lines, claimed = _lines(connection, person, now)
    unborne = count_unborne(connection, person=person) if claimed else 0
    return sum(line.count for line in lines) + unborne


def _lines(
    connection: psycopg.Connection, person: Person, now: int
) -> tuple[tuple[Notice, ...], bool]:
    """One line for each kind that waits; and whether anybody here claimed anything."""
    check(person, Action.SEE_NOTICES)
    asked = {
        kind: (href, *part)
        for kind, (href, condition) in _KINDS.items()
        if (part := condition(person, now))[0]
    }
    query = " UNION ALL ".join(
        f"SELECT '{kind}', (SELECT count(*) FROM ({part} LIMIT {MOST}) x)"
        for kind, (_, part, _) in asked.items()
    )
    values = tuple(value for _, _, some in asked.values() for value in some)
    counts = dict(ask(connection, query, values).fetchall())
    lines = tuple(
        Notice(kind=kind, count=counts[kind], href=href)
        for kind, (href, _, _) in asked.items()
        if counts[kind] and kind != "claim"
    )
    return lines, bool(counts["claim"])


def mark_read(connection: psycopg.Connection, *, person: Person) -> None:
    """The person has opened their notices: what only told them something is not new."""
    connection.execute(
        "INSERT INTO storage_noticesread (organisation_id, account_id, at) VALUES "
        "(%s, %s, now()) ON CONFLICT (organisation_id, account_id) DO UPDATE SET "
        "at = now()",
        (person.organisation, person.account),
    )


def _unborne_first(one: Claimed) -> bool:
    return one.standing is not Standing.NOT_BORNE_OUT


def _emergencies(person: Person, _: int) -> Part:
    if not may(person, Action.SEE_LOOKS):
        return _NOT_FOR_THEM
    return f"SELECT 1 {review_emergencies.WAITING}", (person.organisation,)


def _pace(person: Person, _: int) -> Part:
    """Who looked at more than work calls for, in the last week."""
    if not may(person, Action.SEE_LOOKS):
        return _NOT_FOR_THEM
    return (
        "SELECT DISTINCT e.actor FROM storage_accessentry e WHERE e.organisation_id = %s "
        f"AND e.action IN ('{WENT_ON}', '{NOTED}') AND e.at {_NEW}",
        (person.organisation, person.organisation, person.account),
    )


def _often(person: Person, _: int) -> Part:
    """Who opened records in an emergency again and again within a week."""
    if not may(person, Action.SEE_LOOKS):
        return _NOT_FOR_THEM
    return (
        "SELECT g.by_id FROM storage_emergencygrant g WHERE g.organisation_id = %s AND "
        "g.at > now() - interval '7 days' GROUP BY g.by_id "
        f"HAVING count(*) >= {OFTEN} AND max(g.at) {_NEW}",
        (person.organisation, person.organisation, person.account),
    )


def _climbed(person: Person, now: int) -> Part:
    """Duties that nobody has acknowledged, for whoever sees a team."""
    if not may(person, Action.SEE_TEAM):
        return _NOT_FOR_THEM
    both, values = climbed(person, now, MOST)
    return f"SELECT 1 FROM ({both}) j", values


def _inbox(person: Person, now: int) -> Part:
    """Notices in the hub's inbox that are past their time."""
    if not may(person, Action.SEE_INBOX):
        return _NOT_FOR_THEM
    return (
        "SELECT 1 FROM storage_judgementrow j WHERE j.organisation_id = %s AND "
        "j.standard = 'mash-referral-triaged' AND j.outcome IN ('missed', 'not_yet_due') "
        "AND j.due_latest < %s AND j.due_latest > %s AND j.triggered_at > %s",
        (person.organisation, now, now - LOOKED_BACK, now - LOOKED_BACK),
    )


def _handovers(person: Person, now: int) -> Part:
    """A missing child's case given on within a week, that nobody has said they took."""
    if not may(person, Action.SEE_MISSING) or person.role.reach is Reach.SHARED:
        return _NOT_FOR_THEM
    return (
        "SELECT DISTINCT e.event FROM storage_eventversion e WHERE e.organisation_id = %s "
        "AND e.kind = 'MISSING_HANDOVER_GIVEN' AND e.earliest BETWEEN %s AND %s AND "
        "coalesce((SELECT c.replaced FROM storage_eventchange c WHERE c.organisation_id = "
        "e.organisation_id AND c.digest = e.digest AND c.replaced IS NOT NULL ORDER BY "
        f"c.id DESC LIMIT 1), {STANDS}) = {STANDS} AND NOT "
        "EXISTS (SELECT 1 FROM storage_eventversion a WHERE a.organisation_id = "
        "e.organisation_id AND a.child = e.child AND a.kind = "
        "'MISSING_HANDOVER_ACKNOWLEDGED' AND a.earliest >= e.earliest AND e.reference IN "
        "(a.reference, a.about))",
        (person.organisation, now - 7 * DAY, now),
    )


#: What only tells something is new until the person opens their notices, for a week.
_NEW = (
    "> greatest(now() - interval '7 days', coalesce((SELECT r.at FROM "
    "storage_noticesread r WHERE r.organisation_id = %s AND r.account_id = %s), "
    "'-infinity'))"
)


def _partners(person: Person, _: int) -> Part:
    """What partner agencies said of their duties: seen, or done."""
    if not may(person, Action.SEE_PARTNERS):
        return _NOT_FOR_THEM
    theirs = (
        "SELECT 1 FROM {table} k WHERE k.organisation_id IN (SELECT partner_id FROM "
        f"storage_sharing WHERE owner_id = %s) AND k.at {_NEW}"
    )
    values = (person.organisation, person.organisation, person.account)
    both = " UNION ALL ".join(
        theirs.replace("{table}", table)
        for table in ("storage_acknowledgement", "storage_claim")
    )
    return f"SELECT 1 FROM ({both}) k", values * 2


def _links(person: Person, _: int) -> Part:
    return decide_links.waiting(person)


def _rows(person: Person, _: int) -> Part:
    """Rows that the last import set aside and nobody has settled."""
    if not may(person, Action.SETTLE_QUARANTINE):
        return _NOT_FOR_THEM
    return (
        "SELECT 1 FROM storage_quarantinedrow q JOIN storage_receivedfile f ON "
        "f.id = q.received_id WHERE q.settled_as = '' AND f.job_id = (SELECT k.id FROM "
        "storage_job k WHERE k.organisation_id = %s AND EXISTS (SELECT 1 FROM "
        "storage_receivedfile g WHERE g.job_id = k.id) ORDER BY k.asked_at DESC LIMIT 1)",
        (person.organisation,),
    )


def _failed(person: Person, _: int) -> Part:
    """Imports of the last week that failed, since the last one that went well."""
    if not may(person, Action.IMPORT):
        return _NOT_FOR_THEM
    return (
        "SELECT 1 FROM storage_job j WHERE j.organisation_id = %s AND j.state = "
        "'failed' AND j.ended_at > now() - interval '7 days' AND NOT EXISTS (SELECT 1 "
        "FROM storage_job k WHERE k.organisation_id = j.organisation_id AND k.state = "
        "'done' AND k.ended_at > j.ended_at)",
        (person.organisation,),
    )


def _own_imports(person: Person, _: int) -> Part:
    """Imports that the person asked for and that have ended, well or not."""
    if not may(person, Action.SETTLE_QUARANTINE):
        return _NOT_FOR_THEM
    return (
        "SELECT 1 FROM storage_job j WHERE j.organisation_id = %s AND j.asked_by_id = %s "
        f"AND j.state IN ('done', 'failed') AND j.ended_at {_NEW}",
        (person.organisation, person.account, person.organisation, person.account),
    )


def _claims(person: Person, _: int) -> Part:
    """Whether there is any claim at all to hold against the records."""
    return (
        "SELECT 1 FROM storage_claim c WHERE c.organisation_id = %s AND "
        "c.at > now() - interval '28 days'",
        (person.organisation,),
    )


#: What can wait, where it is settled, and what counts it: in the order of the page.
_KINDS: dict[str, tuple[str, Callable[[Person, int], Part]]] = {
    "missing": ("/missing/now/", unread),
    "emergency": ("/looks/", _emergencies),
    "pace": ("/looks/", _pace),
    "often": ("/looks/", _often),
    "handover": ("/missing/now/", _handovers),
    "inbox": ("/inbox/", _inbox),
    "climbed": ("/my-work/", _climbed),
    "partner": ("/partners/", _partners),
    "link": ("/links/", _links),
    "row": ("/records/", _rows),
    "import": ("/records/", _failed),
    "own-import": ("/records/", _own_imports),
    "claim": ("/notices/", _claims),
}
