"""Partners: what each agency and ours owe one another, child by child, so that it can be asked.

For a force the others are agencies; for a partner they are the forces that share with it,
and only what they share is counted.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

import psycopg

from trigpoint.access.permissions import check
from trigpoint.access.person import Person
from trigpoint.access.roles import Action, Reach
from trigpoint.services.look import Looking
from trigpoint.services.read_worklist import BESIDE, LEFT_FOR, PAGE
from trigpoint.standards.owed_to import owed_to
from trigpoint.timekeeping.london import DAY
from trigpoint.vocabulary.agencies import Agency

#: How long an agency is named for having taken part in a discussion.
TOOK_PART = 90 * DAY

_CELLS = "organisation_id, child, standard, occasion, due_latest, outcome, fault, duty_holder"
_OWN = "storage_judgementrow"
#: A partner's own duties, and those of the force towards it.
_SHARED = (
    f"(SELECT {_CELLS} FROM storage_judgementrow WHERE organisation_id = %(owner)s "
    f"UNION ALL SELECT {_CELLS} FROM owed_to_partner(%(since)s) "
    "WHERE organisation_id = %(owner)s)"
)
_WAITS = (
    "j.organisation_id = %(owner)s AND ((j.outcome = 'missed' AND j.due_latest BETWEEN "
    "%(since)s AND %(now)s) OR (j.outcome = 'not_yet_due' AND j.due_latest >= %(now)s))"
)
_BETWEEN = (
    f"{_WAITS} AND (j.duty_holder = %(agency)s OR (j.duty_holder = 'POLICE' "
    "AND j.standard = ANY(%(owed)s)))"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """One duty that waits: not on record, or coming. Instants in microseconds."""

    child: str
    name: str | None
    standard: str
    occasion: str
    due_latest: int
    outcome: str
    fault: str
    duty_holder: str
    acknowledged_by: str | None
    claimed_by: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """The other side. `key` names it in an address; `owner`: whose records are read.

    `they_left`, `they_coming`: its duties that are not on record, and that are coming;
    `we_...`: ours towards it. `took_part`: in discussions of how many children lately.
    """

    key: str
    name: str
    owner: str
    agency: str
    they_left: int = 0
    they_coming: int = 0
    we_left: int = 0
    we_coming: int = 0
    took_part: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Between:
    """One child: what the other owes, and what we do."""

    child: str
    name: str | None
    theirs: tuple[Owed, ...]
    ours: tuple[Owed, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Partners:
    """Every other side, the one chosen, and a page of its children; `more`: pages follow."""

    parties: tuple[Party, ...]
    chosen: Party | None
    children: tuple[Between, ...]
    more: bool


def read_partners(
    connection: psycopg.Connection,
    *,
    person: Person,
    looking: Looking,
    now: int,
    chosen: str = "",
    page: int = 0,
) -> Partners:
    """What is longest past its time comes first; the first other side if none is chosen."""
    check(person, Action.SEE_PARTNERS)
    shared = person.role.reach is Reach.SHARED
    find = _forces if shared else _agencies
    parties = tuple(find(connection, person, now))
    party = next((one for one in parties if one.key == chosen), None)
    party = party or next(iter(parties), None)
    children: list[str] = []
    between: tuple[Between, ...] = ()
    if party is not None:
        source, values = _asked(party, now, shared=shared)
        children = _children(connection, source, values, page)
        between = _between(
            _duties(connection, source, values, children[:PAGE]), mine=_mine(person)
        )
    looking.at_many(sorted(children[:PAGE]), Action.SEE_PARTNERS)
    if party is not None and party.owner != person.organisation:
        looking.many_told_to(party.owner, sorted(children[:PAGE]), Action.SEE_PARTNERS)
    return Partners(
        parties=parties, chosen=party, children=between, more=len(children) > PAGE
    )


def _mine(person: Person) -> str:
    return person.team if person.role.reach is Reach.SHARED else Agency.POLICE.value


def _asked(party: Party, now: int, *, shared: bool) -> tuple[str, dict[str, Any]]:
    """Where the duties stand, and the values that a query of them takes."""
    owed = owed_to().get(Agency(party.agency), ())
    values = {
        "owner": party.owner, "agency": party.agency, "owed": list(owed), "now": now,
        "since": now - LEFT_FOR,
    }  # fmt: skip
    return (_SHARED if shared else _OWN), values


def _agencies(
    connection: psycopg.Connection, person: Person, now: int
) -> Iterable[Party]:
    """The council always; others where they owe, are owed, or took part in a discussion."""
    values = {"owner": person.organisation, "now": now, "since": now - LEFT_FOR}
    counted = connection.execute(
        "SELECT j.duty_holder, j.standard, count(*) FILTER (WHERE j.outcome = 'missed'), "
        "count(*) FILTER (WHERE j.outcome = 'not_yet_due') FROM storage_judgementrow j "
        f"WHERE {_WAITS} GROUP BY 1, 2",
        values,
    ).fetchall()
    took = _took_part(connection, person.organisation, now)
    for agency in Agency:
        if agency is Agency.POLICE:
            continue
        party = _counted(
            Party(key=agency.value, name=agency.label, owner=person.organisation,
                  agency=agency.value, took_part=took.get(agency.value, 0)),
            counted,
        )  # fmt: skip
        waits = party.they_left + party.they_coming + party.we_left + party.we_coming
        if waits or party.took_part or agency is Agency.LA:
            yield party


def _counted(party: Party, rows: list[tuple[Any, ...]]) -> Party:
    """With the counts of (holder, standard, left, coming) that are between the two."""
    owed = set(owed_to().get(Agency(party.agency), ()))
    theirs = [row for row in rows if row[0] == party.agency]
    ours = [row for row in rows if row[0] == Agency.POLICE and row[1] in owed]
    return replace(
        party,
        they_left=sum(row[2] for row in theirs),
        they_coming=sum(row[3] for row in theirs),
        we_left=sum(row[2] for row in ours),
        we_coming=sum(row[3] for row in ours),
    )


def _took_part(
    connection: psycopg.Connection, organisation: str, now: int
) -> dict[str, int]:
    """Of how many children each agency took part in a discussion lately."""
    rows = connection.execute(
        "SELECT a.agency, count(DISTINCT e.child) FROM event_now e, unnest(string_to_array("
        "btrim(e.facts->>'agencies', ';'), ';')) a (agency) WHERE e.organisation_id = %s "
        "AND e.kind = 'STRATEGY_DISCUSSION' AND e.replaced IS NULL "
        "AND e.earliest BETWEEN %s AND %s GROUP BY 1",
        (organisation, now - TOOK_PART, now),
    ).fetchall()
    return dict(rows)


def _forces(
    connection: psycopg.Connection, person: Person, now: int
) -> Iterable[Party]:
    """Each organisation that shares its part with the person's agency."""
    owners = connection.execute(
        "SELECT o.id::text, o.slug, o.name FROM storage_sharing s JOIN "
        "storage_organisation o ON o.id = s.owner_id WHERE s.partner_id = %s "
        "AND s.agency = %s ORDER BY o.name, o.slug",
        (person.organisation, person.team),
    ).fetchall()
    for owner, slug, name in owners:
        party = Party(key=slug, name=name, owner=owner, agency=person.team)
        source, values = _asked(party, now, shared=True)
        rows = connection.execute(
            "SELECT j.duty_holder, j.standard, count(*) FILTER (WHERE j.outcome = "
            "'missed'), count(*) FILTER (WHERE j.outcome = 'not_yet_due') "
            f"FROM {source} j WHERE {_BETWEEN} GROUP BY 1, 2",
            values,
        ).fetchall()
        # Seen from the other side: what the agency holds is ours.
        seen = _counted(party, rows)
        yield replace(
            seen, they_left=seen.we_left, they_coming=seen.we_coming,
            we_left=seen.they_left, we_coming=seen.they_coming,
        )  # fmt: skip


def _children(
    connection: psycopg.Connection, source: str, values: dict[str, Any], page: int
) -> list[str]:
    rows = connection.execute(
        f"SELECT j.child FROM {source} j WHERE {_BETWEEN} GROUP BY j.child "
        "ORDER BY min(j.due_latest), j.child LIMIT %(limit)s OFFSET %(passed)s",
        {**values, "limit": PAGE + 1, "passed": page * PAGE},
    ).fetchall()
    return [row[0] for row in rows]


def _duties(
    connection: psycopg.Connection,
    source: str,
    values: dict[str, Any],
    children: list[str],
) -> list[Owed]:
    """Those of some children, in the order in which the children are."""
    query = (
        "SELECT j.child, r.name, j.standard, j.occasion, j.due_latest, j.outcome, j.fault, "
        "j.duty_holder, a.who AS acknowledged_by, c.who AS claimed_by "
        f"FROM (SELECT {_CELLS} FROM {source} j WHERE {_BETWEEN} "
        f"AND j.child = ANY(%(children)s)) j {BESIDE} "
        "ORDER BY array_position(%(children)s, j.child::text), j.due_latest, j.standard, j.occasion"
    )
    with connection.cursor() as cursor:
        cursor.execute(query, {**values, "children": children})
        names = [column.name for column in cursor.description or ()]
        return [Owed(**dict(zip(names, row, strict=True))) for row in cursor]


def _between(duties: list[Owed], *, mine: str) -> tuple[Between, ...]:
    found: dict[str, list[Owed]] = {}
    for duty in duties:
        found.setdefault(duty.child, []).append(duty)
    return tuple(
        Between(
            child=child,
            name=some[0].name,
            theirs=tuple(one for one in some if one.duty_holder != mine),
            ours=tuple(one for one in some if one.duty_holder == mine),
        )
        for child, some in found.items()
    )
