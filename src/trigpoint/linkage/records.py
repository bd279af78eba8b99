"""The records of persons as likeness compares them, and the proposals about them."""

from typing import Any

import pyarrow as pa

from trigpoint.chronology.likely import Proposal
from trigpoint.linkage.likeness import compare
from trigpoint.linkage.names import named, names_nobody
from trigpoint.linkage.proposals import COSTS, Costs, Person, propose

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


#: Records of so many surnames at one postcode make it a placement, not a family's home.
_FAMILIES = 3


def proposals(
    persons: pa.Table,
    *,
    spark: Any = None,  # noqa: ANN401
    costs: Costs = COSTS,
) -> list[Proposal]:
    """Every pair that is likely enough to look at, with its band (see `SCHEMA`).

    `spark`: a session to compare them in, else DuckDB does. `costs`: what sets the bands.
    """
    rows = persons.cast(SCHEMA).to_pylist()
    shared = _placements(rows)
    known = {row["n"]: _person(row, shared) for row in rows}
    compared = pa.Table.from_pylist(
        [_compared(row) for row in rows],
        schema=pa.schema([field for field in SCHEMA if field.name != "estimated"]),
    )
    return [
        propose(
            pair.one, pair.other, pair.probability, pair.fields,
            (known[pair.one], known[pair.other]), costs,
        )
        for pair in compare(compared, spark=spark)
    ]  # fmt: skip


def _placements(rows: list[dict[str, object]]) -> set[str]:
    """Postcodes at which records of several families lie."""
    families: dict[str, set[str]] = {}
    for row in rows:
        surname, postcode = named(str(row["surname"] or "")), _postcode(row)
        if surname and postcode:
            families.setdefault(postcode, set()).add(surname)
    return {one for one, names in families.items() if len(names) >= _FAMILIES}


def _postcode(row: dict[str, object]) -> str | None:
    return str(row["postcode"] or "").replace(" ", "").upper() or None


def _person(row: dict[str, object], shared: set[str]) -> Person:
    return Person(
        estimated=bool(row["estimated"]),
        nameless=any(
            names_nobody(str(row[name] or "")) for name in ("given", "surname")
        ),
        born=row["birth"] is not None,
        placed=_postcode(row) in shared,
    )


def _compared(row: dict[str, object]) -> dict[str, object]:
    sex = str(row["sex"] or "")
    return {
        "n": row["n"],
        "given": named(str(row["given"] or "")),
        "surname": named(str(row["surname"] or "")),
        "birth": row["birth"],
        "sex": sex if sex in ("M", "F") else None,
        "postcode": _postcode(row),
    }
