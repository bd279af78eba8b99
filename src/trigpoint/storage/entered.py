"""What people entered here: it follows its child, and is judged with what is imported."""

import psycopg
import pyarrow as pa
import pyarrow.compute as pc

from trigpoint.chronology.event import LOG_SCHEMA
from trigpoint.storage import columns

#: What is entered here is a record of its own source.
SOURCE = "trigpoint:entered"

#: Record (source, id) -> the child it was of, as text parts.
Records = list[tuple[str, str, str]]


def records_of(connection: psycopg.Connection, organisation: str) -> Records:
    """The records of children for whom something was entered, before they are joined anew."""
    return connection.execute(
        # The few that were entered are found first: they are not sought for each record.
        "WITH held AS MATERIALIZED (SELECT DISTINCT child FROM event_now "
        "WHERE organisation_id = %s AND source = %s) "
        "SELECT r.source, r.source_id, r.child FROM held JOIN storage_childrecord r "
        "ON r.organisation_id = %s AND r.child = held.child",
        (organisation, SOURCE, organisation),
    ).fetchall()


def alone(connection: psycopg.Connection, organisation: str) -> None:
    """From here on, until the transaction ends, nothing is entered at the organisation.

    An import that judges everybody must see each entry, and an entry must find the
    import's judgements to replace them: one made in between would stand twice, or not.
    """
    connection.execute(
        "SELECT pg_advisory_xact_lock(hashtextextended(%s, 4))", (organisation,)
    )


def not_while_joined(connection: psycopg.Connection, organisation: str) -> None:
    """Wait, before an entry, for the end of an import that is past its reading."""
    connection.execute(
        "SELECT pg_advisory_xact_lock_shared(hashtextextended(%s, 4))", (organisation,)
    )


def move(connection: psycopg.Connection, organisation: str, before: Records) -> None:
    """Where a child is known by another reference now, what was entered goes along.

    It belongs to the child for whom it was entered, as long as there is one of that
    reference; else to the one that it was with until now; else to the one that has those
    records now, the lowest where they were parted: which was meant nobody wrote down.
    """
    if not before:
        return
    sources, numbers, children = zip(*before, strict=True)
    connection.execute(
        _MOVE,
        {"sources": list(sources), "numbers": list(numbers), "children": list(children),
         "ours": organisation, "source": SOURCE},
    )  # fmt: skip


_MOVE = """
WITH held AS MATERIALIZED (
    SELECT digest, replaced, child FROM event_now
    WHERE organisation_id = %(ours)s AND source = %(source)s
), now_of AS MATERIALIZED (
    SELECT o.child AS was, min(r.child) AS child FROM unnest(
        %(sources)s::text[], %(numbers)s::text[], %(children)s::text[])
        AS o(source, source_id, child)
    JOIN storage_childrecord r ON r.source = o.source AND r.source_id = o.source_id
        AND r.organisation_id = %(ours)s GROUP BY o.child
), goal AS (
    SELECT e.digest, e.replaced, e.child AS was,
        coalesce(first.child, still.child, now_of.child) AS child
    FROM held e
    JOIN storage_eventversion v ON v.organisation_id = %(ours)s AND v.digest = e.digest
    LEFT JOIN LATERAL (SELECT r.child FROM storage_childrecord r WHERE
        r.organisation_id = %(ours)s AND r.child = v.child LIMIT 1) first ON true
    LEFT JOIN LATERAL (SELECT r.child FROM storage_childrecord r WHERE
        r.organisation_id = %(ours)s AND r.child = e.child LIMIT 1) still ON true
    LEFT JOIN now_of ON now_of.was = e.child
)
INSERT INTO storage_eventchange (organisation_id, digest, replaced, child)
SELECT %(ours)s, digest, replaced, child FROM goal WHERE child <> was
"""


def with_entered(
    connection: psycopg.Connection, organisation: str, log: pa.Table
) -> pa.Table:
    """The log of an import, with every child for whom something was entered read anew.

    Whole children, because an entry may also correct what was imported.
    """
    children = [
        child
        for (child,) in connection.execute(
            "SELECT DISTINCT child FROM event_now WHERE organisation_id = %s AND source = %s",
            (organisation, SOURCE),
        )
    ]
    if not children:
        return log
    raw = columns.read_children(connection, organisation, children)
    others = log.filter(pc.invert(pc.is_in(log["child"], pa.array(children))))
    return columns.numbered(pa.concat_tables([others, raw])).cast(LOG_SCHEMA)


def newest(connection: psycopg.Connection, organisation: str) -> int:
    """When something was last entered (instant); 0: never."""
    row = connection.execute(
        "SELECT max(recorded) FROM storage_eventversion WHERE organisation_id = %s "
        "AND source = %s",
        (organisation, SOURCE),
    ).fetchone()
    return row[0] or 0 if row else 0
