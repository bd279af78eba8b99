"""A log into the database: versions are added, and what became of them is added beside.

Everything happens in the caller's transaction. The same log a second time adds nothing.
"""

import io
from collections.abc import Mapping
from dataclasses import dataclass

import duckdb
import psycopg
import pyarrow as pa
import pyarrow.csv as pc

from trigpoint.chronology.coverage import Coverage
from trigpoint.storage.entered import SOURCE
from trigpoint.storage.walls import STANDS
from trigpoint.vocabulary.event_kinds import FACTS

#: What makes a version: all of it but whose it is and whether it still stands, which
#: can change later, and where in which file it was read, which is told, not hashed.
_MADE_OF = (
    "event", "kind", "earliest", "latest", "recorded", "source", "agency", "actor",
    "actor_rank", "actor_skills", "team", "district", "reference", "about", "adult",
)  # fmt: skip
_KEPT = (
    "child", *_MADE_OF, "facts", "source_file", "source_sheet", "source_row", "digest",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What an import added."""

    events: int
    changes: int


def add_log(
    connection: psycopg.Connection, organisation: str, log: pa.Table, *, as_at: int
) -> Added:
    """Add the versions that are new, and what is new about those that are there.

    What was imported earlier and is in the log no more stands no more, from `as_at` on; so
    what stands afterwards is the log, beside what was entered here.
    """
    rows = _as_rows(log)
    _lay(connection, "arriving", rows)
    kept = ", ".join(f'"{name}"' for name in _KEPT)
    added = connection.execute(
        f"INSERT INTO storage_eventversion (organisation_id, {kept}) "
        f"SELECT %s, {', '.join(_typed(name) for name in _KEPT)} FROM arriving "
        "ORDER BY child, earliest ON CONFLICT DO NOTHING",
        (organisation,),
    ).rowcount
    connection.execute("ANALYZE storage_eventversion") if added > 10_000 else None
    changed = connection.execute(
        "INSERT INTO storage_eventchange (organisation_id, digest, replaced, child) "
        "SELECT %s, a.digest, CASE WHEN n.replaced IS DISTINCT FROM a.replaced::bigint "
        f"  THEN coalesce(a.replaced::bigint, {STANDS}) END, "
        "  CASE WHEN n.child <> a.child THEN a.child ELSE '' END "
        "FROM arriving a JOIN event_now n ON n.organisation_id = %s "
        "  AND n.digest = a.digest "
        "WHERE n.child <> a.child OR n.replaced IS DISTINCT FROM a.replaced::bigint",
        (organisation, organisation),
    ).rowcount
    changed += connection.execute(
        # The few that are gone are found first: what became of them is asked of them alone.
        "WITH gone AS MATERIALIZED (SELECT v.digest FROM storage_eventversion v "
        "  WHERE v.organisation_id = %s AND v.source <> %s AND NOT EXISTS "
        "  (SELECT 1 FROM arriving a WHERE a.digest = v.digest)) "
        "INSERT INTO storage_eventchange (organisation_id, digest, replaced, child) "
        "SELECT n.organisation_id, n.digest, greatest(n.recorded, %s), '' FROM gone "
        "JOIN event_now n ON n.organisation_id = %s AND n.digest = gone.digest "
        "WHERE n.replaced IS NULL",
        (organisation, SOURCE, as_at, organisation),
    ).rowcount
    connection.execute("DROP TABLE arriving")
    return Added(events=added, changes=changed)


def set_reach(
    connection: psycopg.Connection, organisation: str, coverage: Coverage
) -> None:
    """How far each kind of event reaches now."""
    with connection.cursor() as cursor:
        cursor.executemany(
            'INSERT INTO storage_sourcereach (organisation_id, kind, reach, "column") '
            "VALUES (%s, %s, %s, %s) ON CONFLICT (organisation_id, kind) DO UPDATE "
            'SET reach = excluded.reach, "column" = excluded."column"',
            [
                (organisation, kind.value, at, coverage.columns.get(kind, ""))
                for kind, at in coverage.reach.items()
            ],
        )


def set_children(
    connection: psycopg.Connection,
    organisation: str,
    children: pa.Table,
    people: Mapping[tuple[str, str], tuple[str, str, str | None]],
) -> None:
    """Which records are which child's now, with the names they give."""
    said = [
        people.get((row["source"], row["source_id"]), ("", "", None))
        for row in children.select(["source", "source_id"]).to_pylist()
    ]
    rows = children.select(["child", "source", "source_id", "link_probability"])
    for name, cells in (
        ("given_name", [one[0] for one in said]),
        ("surname", [one[1] for one in said]),
        ("born", [one[2] for one in said]),
    ):
        rows = rows.append_column(name, pa.array(cells, pa.string()))
    by = children["decided_by"].fill_null("")
    _lay(connection, "known", rows.append_column("decided_by", by))
    connection.execute(
        "DELETE FROM storage_childrecord WHERE organisation_id = %s", (organisation,)
    )
    connection.execute(
        "INSERT INTO storage_childrecord (organisation_id, child, source, source_id, "
        "given_name, surname, born, link_probability, decided_by) SELECT %s, child, source, "
        "source_id, coalesce(given_name, ''), coalesce(surname, ''), "
        "nullif(born, '')::date, link_probability::float, coalesce(decided_by, '') "
        "FROM known",
        (organisation,),
    )
    connection.execute("DROP TABLE known")


def _as_rows(log: pa.Table) -> pa.Table:
    """The log with facts as JSON and the digest of each version."""
    facts = ", ".join(f'"{name}" := "{name}"' for name in FACTS)
    # A fact that nothing says is no part of it: new kinds of fact make no version new.
    parts = ", ".join(
        (
            *(f"coalesce(\"{name}\"::VARCHAR, '~')" for name in _MADE_OF),
            *(f"'{name}=' || \"{name}\"" for name in FACTS),
        )
    )
    columns = ", ".join(
        f'"{name}"' for name in _KEPT if name not in ("facts", "digest")
    )
    with duckdb.connect() as connection:
        connection.register("log", log)
        return connection.sql(
            f"SELECT {columns}, replaced, to_json(struct_pack({facts}))::VARCHAR AS facts, "
            f"sha256(concat_ws(chr(31), {parts})) AS digest FROM log"
        ).to_arrow_table()


def _lay(connection: psycopg.Connection, name: str, rows: pa.Table) -> None:
    """Rows into a temporary table of texts: a policy would refuse a COPY into the real one."""
    columns = ", ".join(f'"{column}" text' for column in rows.column_names)
    connection.execute(f"CREATE TEMPORARY TABLE {name} ({columns}) ON COMMIT DROP")
    told = ", ".join(f'"{column}"' for column in rows.column_names)
    with connection.cursor().copy(
        f"COPY {name} ({told}) FROM STDIN (FORMAT csv)"
    ) as copy:
        for batch in rows.to_batches(max_chunksize=50_000):
            buffer = io.BytesIO()
            pc.write_csv(
                pa.Table.from_batches([batch]),
                buffer,
                pc.WriteOptions(include_header=False),
            )
            copy.write(buffer.getvalue())
    connection.execute(f"ANALYZE {name}")


def _typed(name: str) -> str:
    if name in ("earliest", "latest", "recorded"):
        return f"{name}::bigint"
    if name == "adult":
        return "adult::boolean"
    if name == "facts":
        return "jsonb_strip_nulls(facts::jsonb)"
    return f'"{name}"'


def set_judgements(
    connection: psycopg.Connection,
    organisation: str,
    judged: pa.Table,
    *,
    child: str | None = None,
) -> None:
    """Judgements anew: all of the organisation's, or one child's."""
    which = "organisation_id = %s" + (" AND child = %s" if child else "")
    values = (organisation, child) if child else (organisation,)
    connection.execute(f"DELETE FROM storage_judgementrow WHERE {which}", values)
    _lay(connection, "judged", judged)
    numbers = {
        "version": "int", "triggered_at": "bigint", "due_earliest": "bigint",
        "due_latest": "bigint", "act_latest": "bigint",
    }  # fmt: skip
    names = ", ".join(judged.column_names)
    taken = ", ".join(
        f"{name}::{numbers[name]}" if name in numbers else name
        for name in judged.column_names
    )
    connection.execute(
        f"INSERT INTO storage_judgementrow (id, organisation_id, {names}) "
        f"SELECT gen_random_uuid(), %s, {taken} FROM judged",
        (organisation,),
    )
    connection.execute("DROP TABLE judged")
