"""The database as columns: an organisation's log for the engine, by ADBC and Arrow."""

import json
from collections.abc import Sequence
from urllib.parse import quote, urlencode

import duckdb
import psycopg
import pyarrow as pa
from adbc_driver_postgresql import dbapi
from psycopg import conninfo

from trigpoint.chronology.coverage import Coverage
from trigpoint.chronology.event import LOG_SCHEMA, Event, events_of
from trigpoint.vocabulary.event_kinds import FACTS, EventKind

_READ = (
    "SELECT child, event, kind, earliest, latest, recorded, replaced, source, agency, "
    "actor, actor_rank, actor_skills, team, district, reference, about, adult, "
    "facts::text AS facts, source_file, source_sheet, source_row FROM event_now"
)
_RAW = pa.schema(
    [
        *(LOG_SCHEMA.field(name) for name in LOG_SCHEMA.names
          if name not in (*FACTS, "child_no", "seq")),
        ("facts", pa.string()),
    ]
)  # fmt: skip


def read_log(dsn: str, organisation: str) -> pa.Table:
    """The whole log of an organisation, in `LOG_SCHEMA`. Refuses to read without one."""
    assert organisation, "a log is always one organisation's"
    with dbapi.connect(_address(dsn)) as connection, connection.cursor() as cursor:
        setting = (
            f"SELECT set_config('trigpoint.organisation', '{_id(organisation)}', false)"
        )
        cursor.execute(setting)
        cursor.fetchall()
        cursor.execute(f"{_READ} WHERE organisation_id = '{_id(organisation)}'")
        return as_log(cursor.fetch_arrow_table())


def read_events(
    connection: psycopg.Connection, organisation: str, child: str
) -> list[Event]:
    """The event versions of one child, as the connection's organisation may see them."""
    return list(events_of(read_child_log(connection, organisation, child)))


def read_child_log(
    connection: psycopg.Connection, organisation: str, child: str
) -> pa.Table:
    """The same as a log of one child."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"{_READ} WHERE organisation_id = %s AND child = %s",
            (organisation, child),
        )
        names = [column.name for column in cursor.description or ()]
        rows = [dict(zip(names, row, strict=True)) for row in cursor]
    # The order of `as_log`; for one child an engine would cost more than the work.
    rows.sort(key=lambda row: (row["earliest"], row["event"], row["recorded"]))
    for seq, row in enumerate(rows):
        told = json.loads(row.pop("facts"))
        row |= {name: _text(told.get(name)) for name in FACTS}
        row |= {"child_no": 0, "seq": seq}
    return pa.Table.from_pylist(rows, schema=LOG_SCHEMA)


def _text(value: object) -> str | None:
    return value if value is None or isinstance(value, str) else json.dumps(value)


def read_coverage(connection: psycopg.Connection, organisation: str) -> Coverage:
    """How far each kind reaches."""
    rows = connection.execute(
        'SELECT kind, reach, "column" FROM storage_sourcereach WHERE organisation_id = %s',
        (organisation,),
    ).fetchall()
    return Coverage(
        reach={EventKind(kind): reach for kind, reach, _ in rows},
        columns={EventKind(kind): column for kind, _, column in rows if column},
    )


def read_children(
    connection: psycopg.Connection, organisation: str, children: Sequence[str]
) -> pa.Table:
    """The same of several children, within the connection's own transaction."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"{_READ} WHERE organisation_id = %s AND child = ANY(%s)",
            (organisation, list(children)),
        )
        names = [column.name for column in cursor.description or ()]
        rows = [dict(zip(names, row, strict=True)) for row in cursor]
    return as_log(pa.Table.from_pylist(rows, schema=_RAW))


def as_log(raw: pa.Table) -> pa.Table:
    """Rows of the database as a log: facts in columns, numbered as the engine wants."""
    facts = ", ".join(
        f"json_extract_string(facts, '$.{name}') AS \"{name}\"" for name in FACTS
    )
    return numbered(raw, f"* EXCLUDE (facts), {facts}")


def numbered(rows: pa.Table, cells: str = "* EXCLUDE (child_no, seq)") -> pa.Table:
    """Rows in the log's order and numbered as the engine wants, in `LOG_SCHEMA`."""
    with duckdb.connect() as connection:
        connection.register("raw", rows)
        table = connection.sql(
            f"SELECT {cells}, "
            "(dense_rank() OVER (ORDER BY child) - 1)::INTEGER AS child_no, "
            "(row_number() OVER (ORDER BY child, earliest, event, recorded) - 1)::BIGINT "
            "AS seq FROM raw ORDER BY child, earliest, event, recorded"
        ).to_arrow_table()
    return table.select(LOG_SCHEMA.names).cast(LOG_SCHEMA)


def _id(organisation: str) -> str:
    """An id is made of these letters alone, so that it can stand in a query."""
    assert set(organisation) <= set("0123456789abcdef-"), "not an id"
    return organisation


def _address(dsn: str) -> str:
    """The same place as an address, which is what ADBC takes."""
    parts = conninfo.conninfo_to_dict(dsn)
    name = quote(str(parts.pop("dbname")), safe="")
    return f"postgresql:///{name}?{urlencode(parts, quote_via=quote)}"
