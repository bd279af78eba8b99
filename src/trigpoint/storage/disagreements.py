"""Where sources contradict one another about a child: kept side by side for its page."""

from dataclasses import dataclass

import psycopg
import pyarrow as pa


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """What two sources say of one thing, and in which file and row each says it."""

    what: str
    source_a: str
    value_a: str
    place_a: str
    source_b: str
    value_b: str
    place_b: str


def set_conflicts(
    connection: psycopg.Connection, organisation: str, found: pa.Table
) -> None:
    """The organisation's contradictions anew, from a table in `conflicts.SCHEMA`."""
    connection.execute(
        "DELETE FROM storage_conflict WHERE organisation_id = %s", (organisation,)
    )
    with connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO storage_conflict (organisation_id, child, what, source_a, value_a, "
            "place_a, source_b, value_b, place_b) VALUES "
            "(%s, %s, %s, %s, %s, %s, %s, %s, %s)",
            [
                (organisation, row["child"], row["what"],
                 row["source_a"] or "", row["value_a"] or "", _place(row, "a"),
                 row["source_b"] or "", row["value_b"] or "", _place(row, "b"))
                for row in found.to_pylist()
            ],
        )  # fmt: skip


def _place(row: dict[str, str | None], which: str) -> str:
    file, number = row[f"file_{which}"], row[f"row_{which}"]
    return f"{file}, row {number}" if file and number else file or ""


def about(
    connection: psycopg.Connection, organisation: str, child: str
) -> tuple[Disagreement, ...]:
    """What sources say differently of one child."""
    rows = connection.execute(
        "SELECT what, source_a, value_a, place_a, source_b, value_b, place_b "
        "FROM storage_conflict WHERE organisation_id = %s AND child = %s "
        "ORDER BY what, source_a, source_b, value_a, value_b",
        (organisation, child),
    ).fetchall()
    return tuple(
        Disagreement(
            what=row[0], source_a=row[1], value_a=row[2], place_a=row[3],
            source_b=row[4], value_b=row[5], place_b=row[6],
        )
        for row in rows
    )  # fmt: skip
