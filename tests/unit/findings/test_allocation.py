"""Serious allocations by skill and supervision."""

import pyarrow as pa

from tests.support.composed import run
from trigpoint.findings.allocation import ALLOCATION, KINDS, SUPERVISION, allocations
from trigpoint.judgements.table import TABLE_SCHEMA


def judged(*lines: tuple[str, str, str]) -> pa.Table:
    whole = run().judgements.slice(0, 1).to_pylist()[0]
    rows = [
        whole
        | {"child": "C1", "standard": slug, "occasion": occasion, "outcome": outcome}
        for slug, occasion, outcome in lines
    ]
    return pa.Table.from_pylist(rows, TABLE_SCHEMA)


def test_supervision_is_that_of_the_same_allocation() -> None:
    """An unaccredited officer is supervised only if a review answered this allocation."""
    found = allocations(
        judged(
            (ALLOCATION, "E1", "met"),
            (ALLOCATION, "E2", "missed"),
            (ALLOCATION, "E3", "missed"),
            (ALLOCATION, "E4", "missed"),
            (ALLOCATION, "E5", "cannot_tell"),
            (SUPERVISION, "E2", "late"),
            (SUPERVISION, "E3", "missed"),
        )
    )
    assert found.totals == dict.fromkeys(KINDS, 1)


def test_an_excused_allocation_is_not_counted() -> None:
    """What was excepted belongs to none of the kinds."""
    assert allocations(judged((ALLOCATION, "E1", "excepted"))).by_month == {}
