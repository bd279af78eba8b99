"""Doubts about who a record is of are remarks, one for each, and refuse nothing."""

from datetime import date

import pyarrow as pa
import pytest

from trigpoint.records.child_identity import identity_problems
from trigpoint.timekeeping import london

BORN = london.day_start(date(2003, 5, 14))
REFERENCE = london.day_end(date(2017, 3, 31))
GOOD = {
    "child_id": "0012", "upn": "L909200312345", "former_upn": "", "upn_unknown": "",
    "birth_date": BORN, "expected_birth_date": None, "sex": "F",
}  # fmt: skip


def codes(*rows: dict[str, object], leave_out: tuple[str, ...] = ()) -> list[str]:
    whole = [{**GOOD, **row, "source_row": n} for n, row in enumerate(rows, start=2)]
    kept = [{k: v for k, v in row.items() if k not in leave_out} for row in whole]
    table = pa.Table.from_pylist(kept)
    return [p.code for p in identity_problems(table, reference=REFERENCE)]


def test_a_sound_record_draws_no_remark() -> None:
    """Leading zeros of an id are kept and are no defect."""
    assert codes({}) == []


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"child_id": "X" * 21}, ["id_long"]),
        ({"child_id": "12-34/5"}, ["id_symbols"]),
        ({"child_id": "1234567.0"}, ["id_number"]),
        ({"child_id": "1.2E+12"}, ["id_number"]),
        ({"upn": "K909200312345"}, ["upn_check"]),
        ({"upn": "L90920031234A"}, []),
        ({"upn": ""}, []),
        ({"upn": "", "upn_unknown": "UN3"}, []),
        ({"upn_unknown": "UN3"}, ["upn_and_reason"]),
        ({"former_upn": "X12"}, ["former_upn_check"]),
        ({"expected_birth_date": BORN}, ["born_and_expected"]),
        ({"birth_date": None}, ["no_birth_date"]),
        ({"birth_date": None, "expected_birth_date": BORN}, ["unborn_sex"]),
        ({"birth_date": None, "expected_birth_date": BORN, "sex": "U"}, []),
        ({"birth_date": london.day_start(date(1965, 3, 27))},
         ["adult_birth_date"]),
        ({"birth_date": london.day_start(date(1995, 3, 27))}, []),
    ],
)  # fmt: skip
def test_each_doubt_has_its_code(changed: dict, expected: list[str]) -> None:
    """CIN 1510-1580, 8525Q and 8750 as remarks of their own."""
    assert codes(changed) == expected


def test_one_id_with_two_sets_of_facts_is_said_of_the_second() -> None:
    """CIN 8510: the same child id twice."""
    assert codes({}, {"sex": "M"}) == ["id_repeated"]


def test_one_upn_of_two_children_is_said_of_the_second() -> None:
    """CIN 1520: no number is a sole key."""
    assert codes({}, {"child_id": "0013"}) == ["upn_shared"]


def test_a_table_without_birth_dates_may_repeat_its_children() -> None:
    """A table of disabilities holds a child once for each."""
    left = ("birth_date", "expected_birth_date", "upn", "former_upn", "upn_unknown")
    assert codes({}, {}, leave_out=left) == []


def test_a_person_table_is_remarked_by_its_own_id() -> None:
    """The person table has no child_id."""
    table = pa.table({"person_id": ["P 7"], "source_row": [2]})
    (problem,) = identity_problems(table)
    assert (problem.row, problem.column, problem.value) == (2, "person_id", "P 7")
