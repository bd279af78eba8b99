"""Counts of judgements and what of them is released, in the caller's transaction."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

import psycopg

from trigpoint.findings.disclosure import Counted

OUTCOMES = ("met", "late", "missed", "not_yet_due", "excepted", "cannot_tell")
_KEY = "standard, version, duty_holder, month, district"
_MONTH = (
    "to_char(to_timestamp(triggered_at / 1e6) AT TIME ZONE 'Europe/London', 'YYYY-MM')"
)
_GROUPED = f"SELECT standard, version, duty_holder, {_MONTH} AS month, district"
_SUMS = ", ".join(f"sum({one})::int" for one in OUTCOMES)

#: The part of a whole.
_NOTHING = "''::text"

#: (standard, version, duty holder, month, district, outcome) -> how many.
Tally = Counter[tuple[object, ...]]
#: standard, part, then `OUTCOMES`.
Row = tuple[Any, ...]


def alone(connection: psycopg.Connection, organisation: str) -> None:
    """One judging of an organisation at a time: another waits until this is committed."""
    connection.execute(
        "SELECT pg_advisory_xact_lock(hashtextextended(%s, 3))", (organisation,)
    )


def count_all(connection: psycopg.Connection, organisation: str) -> None:
    """All counts anew, from the judgements that are there."""
    connection.execute(
        "DELETE FROM storage_figurecount WHERE organisation_id = %s", (organisation,)
    )
    each = ", ".join(f"count(*) FILTER (WHERE outcome = '{one}')" for one in OUTCOMES)
    connection.execute(
        f"INSERT INTO storage_figurecount (organisation_id, {_KEY}, "
        f"{', '.join(OUTCOMES)}) SELECT %s, g.* FROM ({_GROUPED}, {each} "
        "FROM storage_judgementrow WHERE organisation_id = %s GROUP BY 1, 2, 3, 4, 5) g",
        (organisation, organisation),
    )


def of_child(connection: psycopg.Connection, organisation: str, child: str) -> Tally:
    """What one child's judgements come to in the counts."""
    rows = connection.execute(
        f"{_GROUPED}, outcome, count(*) FROM storage_judgementrow "
        "WHERE organisation_id = %s AND child = %s GROUP BY 1, 2, 3, 4, 5, 6",
        (organisation, child),
    )
    return Counter({row[:6]: row[6] for row in rows})


def shift(
    connection: psycopg.Connection, organisation: str, before: Tally, after: Tally
) -> set[str]:
    """Take one child's part out of the counts and the new one in; the standards changed."""
    changed = {
        key: after[key] - before[key]
        for key in sorted(before.keys() | after.keys())
        if after[key] != before[key]
    }
    for (*key, outcome), more in changed.items():
        assert outcome in OUTCOMES
        connection.execute(
            f"INSERT INTO storage_figurecount (organisation_id, {_KEY}, "
            f"{', '.join(OUTCOMES)}) VALUES (%s, %s, %s, %s, %s, %s, "
            f"{', '.join('%s' if one == outcome else '0' for one in OUTCOMES)}) "
            f"ON CONFLICT (organisation_id, {_KEY}) DO UPDATE SET "
            f"{outcome} = storage_figurecount.{outcome} + excluded.{outcome}",
            (organisation, *key, more),
        )
    return {str(key[0]) for key in changed}


def sums(
    connection: psycopg.Connection,
    organisation: str,
    *,
    by: str = "",
    standards: Sequence[str] | None = None,
) -> list[Row]:
    """Counts by standard and, where asked, by `month` or `district`."""
    assert by in ("", "month", "district")
    return connection.execute(
        f"SELECT standard, {by or _NOTHING} AS part, {_SUMS} "
        "FROM storage_figurecount WHERE organisation_id = %s "
        "AND (%s::text[] IS NULL OR standard = ANY(%s)) GROUP BY 1, 2 "
        f"HAVING {' + '.join(f'sum({one})' for one in OUTCOMES)} > 0 ORDER BY 1, 2",
        (organisation, standards, standards),
    ).fetchall()


def counted(row: Row) -> Counted:
    """A row of `sums` as the rule of what may be told takes it."""
    _, part, met, late, missed, _, _, untold = row
    return Counted(part=part, judged=met + late + missed, met=met, cannot_tell=untold)


def set_released(
    connection: psycopg.Connection,
    organisation: str,
    rows: Iterable[Row],
    standards: Sequence[str] | None,
) -> None:
    """What is released now of these standards (None: of all), instead of what was.

    `rows`: standard, cut, part, judged, met, late, missed, cannot tell, as at.
    """
    connection.execute(
        "DELETE FROM storage_releasedfigure WHERE organisation_id = %s "
        "AND (%s::text[] IS NULL OR standard = ANY(%s))",
        (organisation, standards, standards),
    )
    with connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO storage_releasedfigure (organisation_id, standard, cut, part, "
            "judged, met, late, missed, cannot_tell, as_at) "
            "VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s)",
            [(organisation, *row) for row in rows],
        )
