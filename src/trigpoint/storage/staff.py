"""Who serves in a force: rank, team and accreditations, as its own lists say.

Kept so that people can be chosen for work here; what an officer was on the day of an
imported event stands on the event itself. The rules are those of chronology/accreditation.py.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import psycopg
import pyarrow as pa

from trigpoint.records.police_codes import POLICE_CODES
from trigpoint.timekeeping.london import DAY

#: For how long an accreditation that has run out is still told of.
_LAPSED_FOR = 365 * DAY


@dataclass(frozen=True, slots=True, kw_only=True)
class Officer:
    """Who serves now. `skills`: valid today; `lapsed`: ran out within a year, not renewed."""

    officer: str
    rank: str
    team: str
    skills: tuple[str, ...]
    lapsed: tuple[str, ...]


def set_staff(
    connection: psycopg.Connection, organisation: str, tables: Mapping[str, pa.Table]
) -> None:
    """The organisation's postings and accreditations anew, from the staged lists."""
    for table in ("storage_posting", "storage_heldskill"):
        connection.execute(
            f"DELETE FROM {table} WHERE organisation_id = %s", (organisation,)
        )
    staff, skills = _rows(tables.get("staff")), _rows(tables.get("skill"))
    with connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO storage_posting (organisation_id, officer, rank, team, district, "
            "begins, ends) VALUES (%s, %s, %s, %s, %s, %s, %s)",
            [
                (organisation, row["officer_id"], _known(row.get("rank"), "rank"),
                 row.get("team") or "", row.get("district") or "", row["from"],
                 row.get("to__latest"))
                for row in staff if row.get("from") is not None
            ],
        )  # fmt: skip
        cursor.executemany(
            "INSERT INTO storage_heldskill (organisation_id, officer, skill, gained, "
            "expires, says_end) VALUES (%s, %s, %s, %s, %s, %s)",
            [
                (organisation, row["officer_id"], row["skill"], row["gained"],
                 row.get("expires__latest"), "expires__latest" in row)
                for row in skills
                if row["skill"] in POLICE_CODES["skill"]
                and row.get("gained") is not None
            ],
        )  # fmt: skip


def _rows(table: pa.Table | None) -> list[dict[str, object]]:
    return [] if table is None else table.to_pylist()


def _known(code: object, of: str) -> str:
    return str(code) if code in POLICE_CODES[of] else ""


def knows(connection: psycopg.Connection, organisation: str, officer: str) -> bool:
    """Whether the officer stands on the force's list; any does where there is no list."""
    row = connection.execute(
        "SELECT EXISTS (SELECT 1 FROM storage_posting WHERE organisation_id = %s "
        "AND officer = %s) OR NOT EXISTS (SELECT 1 FROM storage_posting "
        "WHERE organisation_id = %s)",
        (organisation, officer, organisation),
    ).fetchone()
    return row is not None and row[0]


def standing(
    connection: psycopg.Connection, organisation: str, officer: str, at: int
) -> tuple[str | None, str | None]:
    """Rank, and accreditations as `;PIP2;SCAIDP;`, of an officer at a moment; None: not known.

    Who stands on the list without an accreditation holds none (`;`).
    """
    row = connection.execute(
        "SELECT (SELECT rank FROM storage_posting p WHERE p.organisation_id = %(ours)s "
        "  AND p.officer = %(officer)s AND p.begins <= %(at)s AND p.rank <> '' "
        "  AND coalesce(p.ends, %(at)s) >= %(at)s ORDER BY p.begins DESC, rank LIMIT 1), "
        "(SELECT string_agg(DISTINCT skill, ';' ORDER BY skill) FROM storage_heldskill k "
        "  WHERE k.organisation_id = %(ours)s AND k.officer = %(officer)s "
        "  AND k.says_end AND k.gained <= %(at)s AND coalesce(k.expires, %(at)s) >= %(at)s), "
        "EXISTS (SELECT 1 FROM storage_heldskill k WHERE k.organisation_id = %(ours)s), "
        "EXISTS (SELECT 1 FROM storage_posting p WHERE p.organisation_id = %(ours)s "
        "  AND p.officer = %(officer)s) OR EXISTS (SELECT 1 FROM storage_heldskill k "
        "  WHERE k.organisation_id = %(ours)s AND k.officer = %(officer)s), "
        "EXISTS (SELECT 1 FROM storage_heldskill k WHERE k.organisation_id = %(ours)s "
        "  AND k.officer = %(officer)s AND NOT k.says_end)",
        {"ours": organisation, "officer": officer, "at": at},
    ).fetchone()
    assert row is not None
    rank, skills, lists, listed, unsure = row
    if not lists or not listed or unsure:
        return rank, None
    return rank, f";{skills};" if skills else ";"


def serving(
    connection: psycopg.Connection,
    organisation: str,
    officers: Collection[str],
    teams: Collection[str],
    at: int,
) -> dict[str, Officer]:
    """These officers, and all of the teams named, as they serve at a moment."""
    rows = connection.execute(
        "SELECT DISTINCT ON (p.officer) p.officer, p.rank, p.team, h.skills, h.lapsed "
        "FROM storage_posting p LEFT JOIN LATERAL (SELECT "
        "  array_agg(DISTINCT k.skill ORDER BY k.skill) FILTER (WHERE "
        "    coalesce(k.expires, %(at)s) >= %(at)s AND k.says_end) AS skills, "
        "  array_agg(DISTINCT k.skill ORDER BY k.skill) FILTER (WHERE "
        "    k.expires BETWEEN %(at)s - %(year)s AND %(at)s - 1) AS lapsed "
        "  FROM storage_heldskill k WHERE k.organisation_id = p.organisation_id "
        "  AND k.officer = p.officer AND k.gained <= %(at)s) h ON true "
        "WHERE p.organisation_id = %(ours)s AND p.begins <= %(at)s "
        "AND coalesce(p.ends, %(at)s) >= %(at)s "
        "AND (p.officer = ANY(%(officers)s) OR p.team = ANY(%(teams)s)) "
        "ORDER BY p.officer, p.begins DESC, p.team, p.rank",
        {"ours": organisation, "officers": list(officers), "teams": list(teams), "at": at,
         "year": _LAPSED_FOR},
    ).fetchall()  # fmt: skip
    return {
        row[0]: Officer(
            officer=row[0], rank=row[1], team=row[2], skills=tuple(row[3] or ()),
            lapsed=tuple(one for one in row[4] or () if one not in (row[3] or ())),
        )
        for row in rows
    }  # fmt: skip
