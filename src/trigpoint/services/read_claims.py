"""What people said was done, held against what the records have shown since.

A claim changes no judgement. It waits until the source that would show the act reaches
past the time at which it was done; then the record bears it out, or it does not.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import psycopg
from psycopg.rows import dict_row

from trigpoint.access.permissions import may
from trigpoint.access.person import Person
from trigpoint.access.roles import Action
from trigpoint.services.read_worklist import (
    NAMED,
    NO_NAME,
    reach_to,
    read_reach,
    within,
)
from trigpoint.standards.catalogue import all_standards


class Standing(StrEnum):
    """How a claim stands; the values are shown by templates."""

    AWAITING = "awaiting"
    BORNE_OUT = "borne-out"
    NOT_BORNE_OUT = "not-borne-out"
    #: The duty is excused, or no longer on record: nothing is asked for any more.
    NO_LONGER = "no-longer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claimed:
    """One claim and what became of it. `reach`: how far such records reach now.

    `file`, `sheet`, `row`: where the act stands that bears it out, if one may see it.
    """

    child: str
    name: str
    standard: str
    who: str
    own: bool
    done_at: int
    note: str
    outcome: str | None
    standing: Standing
    reach: int | None
    file: str | None
    sheet: str | None
    row: str | None


#: The newest claim of each duty that was said within four weeks, here or by a partner.
_SAID = """
FROM (SELECT DISTINCT ON (child, standard, occasion) * FROM storage_claim
    WHERE organisation_id IN (SELECT %(mine)s::uuid UNION ALL
        SELECT partner_id FROM storage_sharing WHERE owner_id = %(mine)s)
      AND at > now() - interval '28 days'
    ORDER BY child, standard, occasion, at DESC, id) c
LEFT JOIN storage_judgementrow j ON j.child = c.child AND j.standard = c.standard
    AND j.occasion = c.occasion AND j.organisation_id IN (SELECT %(mine)s::uuid UNION ALL
        SELECT owner_id FROM storage_sharing WHERE partner_id = %(mine)s)
"""
_CLAIMS = f"""
SELECT c.child, c.standard, c.done_at, c.note, c.reach AS reach_then,
    c.by_id::text = %(me)s AS own, p.shown_as AS who, j.outcome, j.act_latest,
    j.triggered_at, e.source_file AS file, e.source_sheet AS sheet, e.source_row AS row,
    coalesce(nullif(r.name, ''), '{NO_NAME}') AS name
{_SAID}
JOIN storage_account p ON p.id = c.by_id
LEFT JOIN LATERAL (
    SELECT x.source_file, x.source_sheet, x.source_row::text AS source_row
    FROM event_now x WHERE j.act <> '' AND x.organisation_id = j.organisation_id
      AND x.child = j.child AND x.event = j.act
    ORDER BY x.recorded DESC, x.digest LIMIT 1) e ON true
{NAMED}
WHERE {{which}} ORDER BY c.at DESC, c.child, c.standard, c.occasion LIMIT 200
"""
#: The same without names and rows: what the menu needs, on every page.
_COUNTED = f"""
SELECT c.standard, c.done_at, c.reach AS reach_then, j.outcome, j.act_latest,
    j.triggered_at {_SAID}
WHERE j.outcome IN ('missed', 'cannot_tell') AND ({{which}}) LIMIT 200
"""


def standing_of(
    *,
    outcome: str | None,
    acted: bool,
    done_at: int,
    reach_then: int | None,
    reach: int | None,
) -> Standing:
    """How a claim stands. `acted`: the judgement names an act since the duty arose.

    Not borne out only once the records reach past the time said and further than when
    it was said: until then nobody can have written it down.
    """
    if acted or outcome in ("met", "late"):
        return Standing.BORNE_OUT
    if outcome in (None, "excepted"):
        return Standing.NO_LONGER
    moved_on = reach is not None and reach > max(done_at, reach_then or done_at)
    if moved_on and outcome in ("missed", "cannot_tell"):
        return Standing.NOT_BORNE_OUT
    return Standing.AWAITING


def read_own(connection: psycopg.Connection, *, person: Person) -> tuple[Claimed, ...]:
    """What this person said was done within four weeks, newest first."""
    if not may(person, Action.CLAIM):
        return ()
    reached, named = _reached(person)
    return _read(connection, person, f"c.by_id::text = %(me)s AND {reached}", named)


def read_team_s(
    connection: psycopg.Connection, *, person: Person
) -> tuple[Claimed, ...]:
    """What others within reach said was done and no record bears out, for who sees a team."""
    if not may(person, Action.SEE_TEAM):
        return ()
    reached, named = _reached(person)
    which = f"c.by_id::text <> %(me)s AND {reached}"
    found = _read(connection, person, which, named)
    return tuple(one for one in found if one.standing is Standing.NOT_BORNE_OUT)


def count_unborne(connection: psycopg.Connection, *, person: Person) -> int:
    """How many claims, one's own and those of one's team, no record bears out."""
    which, named = _reached(person)
    if not may(person, Action.SEE_TEAM):
        which = f"c.by_id::text = %(me)s AND {which}"
    told = {"me": person.account, "mine": person.organisation, **named}
    with connection.cursor(row_factory=dict_row) as cursor:
        cursor.execute(_COUNTED.format(which=which), told)  # type: ignore[arg-type]
        rows = cursor.fetchall()
    stood = _stood(connection, rows) if rows else []
    return sum(standing is Standing.NOT_BORNE_OUT for standing, _ in stood)


def _reached(person: Person) -> tuple[str, dict[str, Any]]:
    """The condition on a claim that keeps those about what is within the person's reach."""
    which, values = within(person)
    parts = which.split("%s")
    joined = parts[0] + "".join(f"%(v{n})s{part}" for n, part in enumerate(parts[1:]))
    return f"({joined})", {f"v{n}": value for n, value in enumerate(values)}


def _read(
    connection: psycopg.Connection, person: Person, which: str, values: dict[str, Any]
) -> tuple[Claimed, ...]:
    told = {"me": person.account, "mine": person.organisation, **values}
    with connection.cursor(row_factory=dict_row) as cursor:
        cursor.execute(_CLAIMS.format(which=which), told)  # type: ignore[arg-type]
        rows = cursor.fetchall()
    stood = _stood(connection, rows) if rows else []
    return tuple(
        Claimed(**row, standing=standing, reach=to)
        for row, (standing, to) in zip(rows, stood, strict=True)
    )


def _stood(
    connection: psycopg.Connection, rows: Sequence[dict[str, Any]]
) -> list[tuple[Standing, int | None]]:
    """How each claim stands, and how far such records reach; takes the reasons out."""
    reach = read_reach(connection)
    known = {one.slug: one for one in all_standards()}
    found = []
    for row in rows:
        standard = known.get(row["standard"])
        to = reach_to(standard, reach) if standard else None
        acted = (row.pop("act_latest") or -1) >= (row.pop("triggered_at") or 0)
        standing = standing_of(
            outcome=row["outcome"], acted=acted, done_at=row["done_at"],
            reach_then=row.pop("reach_then"), reach=to,
        )  # fmt: skip
        found.append((standing, to))
    return found
