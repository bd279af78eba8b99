"""Rows for every table of a database, whatever its columns; and what they hash to."""

import hashlib
import json
import uuid
from typing import Any

import psycopg

#: What the framework fills by itself.
LEFT = (
    "django_migrations", "django_content_type", "auth_permission", "auth_group",
    "auth_group_permissions",
)  # fmt: skip
Held = dict[str, list[str]]
_COLUMNS = (
    "SELECT c.table_name, c.column_name, c.data_type, c.character_maximum_length, "
    "c.is_identity FROM information_schema.columns c JOIN pg_class p ON p.relname = "
    "c.table_name AND p.relkind = 'r' WHERE c.table_schema = 'public' "
    "ORDER BY c.table_name, c.ordinal_position"
)
_REFERS = (
    "SELECT c.conrelid::regclass::text, a.attname, c.confrelid::regclass::text, f.attname "
    "FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = "
    "c.conkey[1] JOIN pg_attribute f ON f.attrelid = c.confrelid AND f.attnum = "
    "c.confkey[1] WHERE c.contype = 'f'"
)
#: Where a rule of the table ties columns to one another.
_TIED = {
    "rows_received": 5, "rows_accepted": 4, "rows_quarantined": 1, "rows_duplicate": 0,
    "begins": "2020-01-01", "ends": "2030-01-01",
}  # fmt: skip


def columns_of(connection: psycopg.Connection) -> Held:
    """Each table with its columns, as they are now."""
    found: Held = {}
    for table, column, *_ in connection.execute(_COLUMNS).fetchall():
        if table not in LEFT:
            found.setdefault(table, []).append(column)
    return found


def canonical(connection: psycopg.Connection, held: Held) -> str:
    """One hash of all rows in these columns, in an order that no storage decides."""
    total = hashlib.sha256()
    for table, columns in sorted(held.items()):
        named = ", ".join(f'"{column}"::text' for column in columns)
        row = connection.execute(
            f"SELECT count(*), md5(coalesce(string_agg(r, chr(10) ORDER BY r), '')) FROM "
            f"(SELECT concat_ws(chr(31), {named}) AS r FROM {table}) t"
        ).fetchone()
        total.update(f"{table} {row}\n".encode())
    return total.hexdigest()


def fill(connection: psycopg.Connection, rows: int) -> None:
    """So many rows into every table that has none, those it refers to first."""
    refers: dict[tuple[str, str], tuple[str, str]] = {
        (table, column): (other, key)
        for table, column, other, key in connection.execute(_REFERS).fetchall()
    }
    tables: dict[str, list[tuple[Any, ...]]] = {}
    for table, *column in connection.execute(_COLUMNS).fetchall():
        if table not in LEFT:
            tables.setdefault(table, []).append(tuple(column))
    done: set[str] = set(LEFT)
    while len(done) < len(tables) + len(LEFT):
        ready = [
            table
            for table in tables
            if table not in done
            and all(
                other in done or other == table
                for (of, _), (other, _) in refers.items()
                if of == table
            )
        ]
        assert ready, "tables refer to one another in a ring"
        for table in ready:
            if not connection.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchone():
                _rows(connection, table, tables[table], refers, rows)
            done.add(table)


def _rows(
    connection: psycopg.Connection,
    table: str,
    columns: list[tuple[Any, ...]],
    refers: dict[tuple[str, str], tuple[str, str]],
    rows: int,
) -> None:
    known = {}
    for column, *_ in columns:
        if (table, column) in refers:
            other, key = refers[table, column]
            known[column] = [
                row[0]
                for row in connection.execute(
                    f"SELECT {key} FROM {other} ORDER BY {key}::text LIMIT %s", (rows,)
                )
            ]
    given = [one for one in columns if one[3] != "YES"]
    names = ", ".join(f'"{one[0]}"' for one in given)
    with connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO {table} ({names}) VALUES ({', '.join(['%s'] * len(given))})",
            [
                [_cell(table, one, known.get(one[0]), n) for one in given]
                for n in range(rows)
            ],
        )


def _cell(table: str, column: tuple[Any, ...], known: Any, n: int) -> Any:
    name, kind, longest, _ = column
    if known is not None:
        return known[n % len(known)] if known else None
    if name in _TIED and not (kind == "bigint" and isinstance(_TIED[name], str)):
        return _TIED[name]
    made = {
        "uuid": str(uuid.uuid5(uuid.NAMESPACE_OID, f"{table}/{n}")),
        "boolean": n % 2 == 0, "bigint": n + 1, "integer": n + 1, "smallint": n + 1,
        "double precision": n / 7, "date": "2020-01-01", "bytea": bytes([n % 256]),
        "timestamp with time zone": f"2020-03-{1 + n % 28:02d}T01:30:00+00:00",
        "jsonb": json.dumps({"n": n, "said": "O’Brien"}),
        "inet": "127.0.0.1",
    }  # fmt: skip
    if kind in made:
        return made[kind]
    assert kind in ("text", "character varying"), f"{table}.{name}: {kind}"
    return f"{n} {name} of Zoë"[: longest or 100]
