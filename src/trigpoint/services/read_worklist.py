"""What is due next for the children within a person's reach, and what was left."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import psycopg

from trigpoint.access.permissions import check, may
from trigpoint.access.person import Person
from trigpoint.access.roles import Action, Reach
from trigpoint.services.asking import ask
from trigpoint.services.look import Looking
from trigpoint.standards.language import FollowedBy
from trigpoint.standards.standard import Standard
from trigpoint.timekeeping.london import DAY
from trigpoint.vocabulary.event_kinds import EventKind
from trigpoint.vocabulary.nouns import NOUNS

#: How long something left undone stays on the list of today's work.
LEFT_FOR = 28 * DAY
#: How many duties a page of the API has, and each list of a page of work.
PAGE, ON_A_LIST = 25, 10
#: Who has no name on any record is called so, on every page.
NO_NAME = "no name on record"
#: How many of what has climbed a page shows, and to how many it counts them.
CLIMBED, COUNTED = 10, 100

#: Each duty has its own clock: half of its time. What is past its time climbs at once.
_UNSEEN = """NOT EXISTS (SELECT 1 FROM storage_acknowledgement k
        WHERE k.child = j.child AND k.standard = j.standard AND k.occasion = j.occasion)
"""
_HALF_GONE = """j.outcome = 'not_yet_due' AND j.due_latest >= %s
     AND %s - j.triggered_at >= (j.due_latest - j.triggered_at) / 2"""
_ALL_GONE = "j.outcome = 'missed' AND j.due_latest BETWEEN %s AND %s"
#: Fell due after the records end, or after those of its own source do.
_UNRECORDED = """j.outcome IN ('not_yet_due', 'cannot_tell')
    AND j.due_latest >= %s AND j.due_latest < %s
    AND (j.outcome = 'not_yet_due' OR j.missing LIKE 'reach:%%')
"""
#: What tells one duty from another, so that no two pages share one or leave one out.
_TIES = "j.child, j.standard, j.occasion, j.organisation_id"
_RISK_FIRST = "(j.fault <> 'risk'), j.due_latest DESC"
_FAULTS = ("j.fault = 'risk'", "j.fault <> 'risk'")

_COLUMNS = """
    j.child, j.standard, j.version, j.occasion, j.triggered_at, j.due_earliest,
    j.due_latest, j.outcome, j.fault, j.missing, j.team, j.district, j.actor,
    j.duty_holder, r.name, a.at AS acknowledged_at, a.who AS acknowledged_by,
    c.done_at AS claimed_at, c.who AS claimed_by, c.note AS claimed_note,
    c.reach AS claimed_reach
"""
#: Joined to a duty `j`: the child's name. A partner whose own records have no name is told
#: the one that the owner shares.
NAMED = """
LEFT JOIN LATERAL (SELECT coalesce((
    SELECT concat_ws(' ', nullif(given_name, ''), nullif(upper(surname), ''))
    FROM storage_childrecord r WHERE r.organisation_id = j.organisation_id
      AND r.child = j.child AND r.surname <> '' ORDER BY r.source DESC, r.source_id LIMIT 1), (
    SELECT concat_ws(' ', nullif(given_name, ''), nullif(upper(surname), ''))
    FROM name_shared(j.organisation_id, j.child))) AS name) r ON true
"""
#: Joined to a duty `j`: the child's name, and what was said of the duty.
# Acts are not tied to the duty's organisation: a partner's own stand under the partner's,
# and the database's wall lets through only those about one's own duties.
BESIDE = f"""{NAMED}
LEFT JOIN LATERAL (
    SELECT k.at, p.shown_as AS who FROM storage_acknowledgement k
    JOIN storage_account p ON p.id = k.by_id
    WHERE k.child = j.child AND k.standard = j.standard AND k.occasion = j.occasion
    ORDER BY k.at, k.id LIMIT 1) a ON true
LEFT JOIN LATERAL (
    SELECT k.done_at, k.note, k.reach, p.shown_as AS who FROM storage_claim k
    JOIN storage_account p ON p.id = k.by_id
    WHERE k.child = j.child AND k.standard = j.standard AND k.occasion = j.occasion
    ORDER BY k.at DESC, k.id LIMIT 1) c ON true
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """One duty on the list. Instants in microseconds; `reach`: how far its source goes."""

    child: str
    name: str
    standard: str
    version: int
    occasion: str
    triggered_at: int
    due_earliest: int | None
    due_latest: int | None
    outcome: str
    fault: str
    missing: str
    team: str
    district: str
    actor: str
    duty_holder: str
    acknowledged_at: Any
    acknowledged_by: str | None
    claimed_at: int | None
    claimed_by: str | None
    #: How far the records of such acts reached when it was said.
    claimed_note: str | None = None
    claimed_reach: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Worklist:
    """`left`: due and not done by what is on record; `coming`: due next.

    `unrecorded`: fell due since the records of its source end, so that nobody can say yet.

    `climbed`: for whoever sees a team, what nobody has acknowledged although half of its
    time is gone, or all of it; `climbed_in_all`: how many there are (100: or more).
    """

    left: tuple[Due, ...]
    coming: tuple[Due, ...]
    more: bool
    unrecorded: tuple[Due, ...] = ()
    climbed: tuple[Due, ...] = ()
    climbed_in_all: int = 0


def read_worklist(
    connection: psycopg.Connection,
    *,
    person: Person,
    looking: Looking,
    now: int,
    page: int = 0,
    officer: str = "",
    counted: int | None = None,
) -> Worklist:
    """The person's list, soonest first; the look is on the log before it is returned.

    `officer`: only what this officer has, of what is within the person's reach. `counted`:
    how many duties have climbed, where the caller has counted them already.
    """
    check(person, Action.SEE_WORK)
    rows = partial(_rows, connection, person, officer)
    since = now - LEFT_FOR
    left = rows(
        "j.outcome = 'missed' AND j.due_latest BETWEEN %s AND %s",
        (since, now), "j.due_latest DESC", page,
    )  # fmt: skip
    coming = rows(
        "j.outcome = 'not_yet_due' AND j.due_latest >= %s", (now,), "j.due_latest", page
    )
    unrecorded = rows(_UNRECORDED, (since, now), "j.due_latest DESC", page)
    risen: list[Due] = []
    in_all = 0
    if may(person, Action.SEE_TEAM) and not page:
        risen = _risen(connection, person, officer, now)
        in_all = (
            _count_risen(connection, person, officer, now)
            if counted is None
            else counted
        )
    most = ON_A_LIST
    lists = (left[:most], coming[:most], unrecorded[:most], risen)
    looking.at_many(
        sorted({one.child for some in lists for one in some}), Action.SEE_WORK
    )
    return Worklist(
        left=tuple(left[:most]),
        coming=tuple(coming[:most]),
        unrecorded=tuple(unrecorded[:most]),
        more=any(len(some) > most for some in (left, coming, unrecorded)),
        climbed=tuple(risen),
        climbed_in_all=in_all,
    )


def read_reach(connection: psycopg.Connection) -> dict[EventKind, int]:
    """How far the records of each kind of event reach (instants), of what one may see."""
    rows = connection.execute(
        "SELECT kind, min(reach) FROM storage_sourcereach GROUP BY kind"
    ).fetchall()
    return {EventKind(kind): reach for kind, reach in rows}


def reach_of(
    standard: Standard, reach: dict[EventKind, int]
) -> tuple[tuple[str, int | None], ...]:
    """What the duty is met by, in words, and to when the records of it reach; None: none."""
    if not isinstance(standard.expects, FollowedBy):
        return ()
    kinds = {kind for act in standard.expects.acts for kind in act.kinds}
    return tuple(sorted((NOUNS[kind], reach.get(kind)) for kind in kinds))


def reach_to(standard: Standard, reach: dict[EventKind, int]) -> int | None:
    """To when every source that could show the duty done is complete; None: there is none."""
    if isinstance(standard.expects, FollowedBy):
        kinds = {kind for act in standard.expects.acts for kind in act.kinds}
    else:
        kinds = {kind for each in standard.applies_to.each for kind in each.kinds}
    return min((reach[kind] for kind in kinds if kind in reach), default=None)


def _risen(
    connection: psycopg.Connection, person: Person, officer: str, now: int
) -> list[Due]:
    """The first that have climbed, those of risk before the others, the newest first."""
    each, values = climbed(person, now, CLIMBED, officer=officer, apart=_FAULTS)
    chosen = f"SELECT * FROM ({each}) j ORDER BY {_RISK_FIRST}, {_TIES} LIMIT {CLIMBED}"
    return _named_rows(connection, chosen, values, _RISK_FIRST)


def _count_risen(
    connection: psycopg.Connection, person: Person, officer: str, now: int
) -> int:
    each, values = climbed(person, now, COUNTED, officer=officer)
    query = f"SELECT count(*) FROM (SELECT 1 FROM ({each}) j LIMIT {COUNTED}) x"
    return int(ask(connection, query, values).fetchone()[0])  # type: ignore[index]


def _rows(
    connection: psycopg.Connection,
    person: Person,
    officer: str,
    which: str,
    values: Sequence[object],
    order: str,
    page: int,
) -> list[Due]:
    mine, more = _had_by(person, officer)
    return due_rows(
        connection, f"{which} AND {mine}", (*values, *more), order, page * ON_A_LIST,
        ON_A_LIST,
    )  # fmt: skip


def _had_by(person: Person, officer: str) -> tuple[str, tuple[object, ...]]:
    """What is within the person's reach, and, where one is named, an officer's."""
    mine, values = within(person)
    return (
        (f"{mine} AND j.actor = %s", (*values, officer)) if officer else (mine, values)
    )


def due_rows(
    connection: psycopg.Connection,
    which: str,
    values: Sequence[object],
    order: str,
    passed: int = 0,
    most: int = PAGE,
) -> list[Due]:
    """A page of duties `j` that meet a condition, and one more where there are more.

    Says nothing of who may see them: that is the caller's.
    """
    # The few rows of a page are chosen first; only they are given names and acts.
    chosen = (
        f"SELECT * FROM storage_judgementrow j WHERE {which} "
        f"ORDER BY {order}, {_TIES} LIMIT %s OFFSET %s"
    )
    return _named_rows(connection, chosen, (*values, most + 1, passed), order)


def _named_rows(
    connection: psycopg.Connection, chosen: str, values: Sequence[object], order: str
) -> list[Due]:
    """The chosen duties with their names and acts."""
    query = f"SELECT {_COLUMNS} FROM ({chosen}) j {BESIDE} ORDER BY {order}, {_TIES}"
    cursor = ask(connection, query, values)
    names = [column.name for column in cursor.description or ()]
    return [
        Due(**{**dict(zip(names, row, strict=True)), "name": row[14] or NO_NAME})
        for row in cursor
    ]


def climbed(
    person: Person,
    now: int,
    most: int,
    *,
    officer: str = "",
    apart: Sequence[str] = ("true",),
) -> tuple[str, tuple[object, ...]]:
    """The duties that have climbed to the person, the newest first, at most so many of each
    sort and of each part; of an officer's, where one is named.

    Each by itself and in the order of its index, so that a large force costs no more.
    """
    mine, values = _had_by(person, officer)
    sorts = ((_HALF_GONE, (now, now)), (_ALL_GONE, (now - LEFT_FOR, now)))
    each = [
        (f"(SELECT * FROM storage_judgementrow j WHERE {mine} AND {which} AND {part} AND "
         f"{_UNSEEN} ORDER BY j.due_latest DESC, {_TIES} LIMIT {most})", told)
        for which, told in sorts
        for part in apart
    ]  # fmt: skip
    given = tuple(value for _, told in each for value in (*values, *told))
    return " UNION ALL ".join(query for query, _ in each), given


def within(person: Person) -> tuple[str, tuple[object, ...]]:
    """The condition on a judgement `j` that keeps what is within the person's reach.

    One's own organisation is named although the database's wall names it too: the wall
    also lets shared rows through, and so finds none by an index.
    """
    if person.role.reach is Reach.SHARED:
        return "j.duty_holder = %s", (person.team,)
    mine, values = _of_own(person)
    return f"j.organisation_id = %s AND {mine}", (person.organisation, *values)


def _of_own(person: Person) -> tuple[str, tuple[object, ...]]:
    match person.role.reach:
        case Reach.ALL:
            return "j.duty_holder = 'POLICE'", ()
        case Reach.TEAM:
            return (
                "j.duty_holder = 'POLICE' AND ((%s <> '' AND j.team = %s) OR "
                "(%s <> '' AND j.district = %s) OR (%s <> '' AND j.actor = %s))",
                (person.team, person.team, person.district, person.district,
                 person.officer, person.officer),
            )  # fmt: skip
        case Reach.OWN:
            return "%s <> '' AND j.actor = %s", (person.officer, person.officer)
    return "false", ()
