"""The records of persons as likeness compares them, and the proposals about them."""

from typing import Any

import pyarrow as pa

from trigpoint.chronology.likely import Proposal
from trigpoint.linkage.likeness import compare
from trigpoint.linkage.names import named, names_nobody
from trigpoint.linkage.proposals import Person, propose

#: What is handed over: a record's number, and what it last said of its person.
SCHEMA = pa.schema(
    [
        ("n", pa.int64()),
        ("given", pa.string()),
        ("surname", pa.string()),
        ("birth", pa.string()),
        ("estimated", pa.bool_()),
        ("sex", pa.string()),
        ("postcode", pa.string()),
    ]
)


def proposals(persons: pa.Table, *, spark: Any = None) -> list[Proposal]:  # noqa: ANN401
    """Every pair that is likely enough to look at, with its band (see `SCHEMA`).

    `spark`: a session to compare them in, else DuckDB does.
    """
    rows = persons.cast(SCHEMA).to_pylist()
    known = {row["n"]: _person(row) for row in rows}
    compared = pa.Table.from_pylist(
        [_compared(row) for row in rows],
        schema=pa.schema([field for field in SCHEMA if field.name != "estimated"]),
    )
    return [
        propose(
            pair.one, pair.other, pair.probability, pair.fields,
            (known[pair.one], known[pair.other]),
        )
        for pair in compare(compared, spark=spark)
    ]  # fmt: skip


def _person(row: dict[str, object]) -> Person:
    return Person(
        estimated=bool(row["estimated"]),
        nameless=any(
            names_nobody(str(row[name] or "")) for name in ("given", "surname")
        ),
        born=row["birth"] is not None,
    )


def _compared(row: dict[str, object]) -> dict[str, object]:
    sex, postcode = str(row["sex"] or ""), str(row["postcode"] or "")
    return {
        "n": row["n"],
        "given": named(str(row["given"] or "")),
        "surname": named(str(row["surname"] or "")),
        "birth": row["birth"],
        "sex": sex if sex in ("M", "F") else None,
        "postcode": postcode.replace(" ", "").upper() or None,
    }
