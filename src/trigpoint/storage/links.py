"""Links between records: what an import proposes, and what people decided."""

import json
from collections.abc import Mapping
from typing import Any

import psycopg
import pyarrow as pa

from trigpoint.chronology.identity import Link, LinkDecision

#: An import's children: (source, id) -> child.
Children = Mapping[tuple[str, str], str]


def set_proposals(
    connection: psycopg.Connection,
    organisation: str,
    proposals: pa.Table,
    children: Children,
) -> None:
    """The organisation's proposals anew, in `likely.SCHEMA`."""
    connection.execute(
        "DELETE FROM storage_linkproposal WHERE organisation_id = %s", (organisation,)
    )
    with connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO storage_linkproposal (id, organisation_id, one_space, one_id, "
            "other_space, other_id, one_child, other_child, probability, band, shown) "
            "VALUES (gen_random_uuid(), %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)",
            [
                (organisation, row["ns_one"], row["id_one"], row["ns_other"],
                 row["id_other"], _child(children, row, "one"),
                 _child(children, row, "other"), row["probability"], row["band"],
                 json.dumps(_shown(row)))
                for row in proposals.to_pylist()
            ],
        )  # fmt: skip


def _child(children: Children, row: Mapping[str, Any], which: str) -> str:
    """Whose the record is; "" where the agency's system is known by another name there."""
    space = str(row[f"ns_{which}"]).removesuffix("#person")
    return children.get((space, row[f"id_{which}"]), "")


def _shown(row: Mapping[str, Any]) -> dict[str, Any]:
    read = {name: json.loads(row[name]) for name in
            ("fields", "warnings", "said_one", "said_other")}  # fmt: skip
    return {**read, "probability": row["probability"]}


def read_decisions(
    connection: psycopg.Connection, organisation: str
) -> list[LinkDecision]:
    """Every decision, old and new, as the joining of records takes it."""
    rows = connection.execute(
        "SELECT d.one_space, d.one_id, d.other_space, d.other_id, d.same, p.shown_as, "
        "(extract(epoch FROM d.at) * 1000000)::bigint FROM storage_linkdecision d "
        "JOIN storage_account p ON p.id = d.by_id WHERE d.organisation_id = %s ORDER BY d.at, d.id",
        (organisation,),
    ).fetchall()
    return [
        LinkDecision(
            decision=Link.RECORDS_LINKED if same else Link.RECORDS_UNLINKED,
            one=(one_space, one_id),
            other=(other_space, other_id),
            decided_by=who,
            recorded=at,
        )
        for one_space, one_id, other_space, other_id, same, who, at in rows
    ]
