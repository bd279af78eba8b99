"""Likeness over real test data of others: precision, recall and F1, printed."""

import pyarrow as pa
import pytest

from tests.support import known_pairs
from tests.support.shared import shared_path
from trigpoint.chronology.likely import Band, Proposal
from trigpoint.linkage.proposals import COSTS, Costs, read_costs
from trigpoint.linkage.records import SCHEMA, proposals


def row(n: int, given: str, surname: str, birth: str | None) -> dict[str, object]:
    return {
        "n": n, "given": given, "surname": surname, "birth": birth, "estimated": False,
        "sex": None, "postcode": None,
    }  # fmt: skip


def test_nobody_and_one() -> None:
    """No record, one record: no pair."""
    empty = SCHEMA.empty_table()
    assert proposals(empty) == []
    assert proposals(pa.Table.from_pylist([row(0, "Tam", "Fell", None)], SCHEMA)) == []


def test_common_names_need_more_than_their_likeness() -> None:
    """The same common name without birth dates is no link."""
    rows = [row(n, "Jack", "Smith", None) for n in range(6)]
    rows += [
        row(n, f"Given{n}", f"Surname{n}", f"2001-01-{n:02d}") for n in range(6, 28)
    ]
    found = proposals(pa.Table.from_pylist(rows, SCHEMA))
    assert all(pair.band is not Band.LINKED for pair in found)


def at(
    postcode: str | None, sex: str | None, n: int, *rest: str | None
) -> dict[str, object]:
    given, surname, birth = rest
    made = row(n, str(given or ""), str(surname or ""), birth)
    return made | {"postcode": postcode, "sex": sex}


def among_others(*rows: dict[str, object], costs: Costs = COSTS) -> list[Proposal]:
    """What is proposed of these records, among sixty of other people."""
    others = [
        at(f"ZZ{n} 9ZZ", "M", 100 + n, f"Other{n}", f"Family{n}", f"19{n + 10}-07-0{n % 9 + 1}")
        for n in range(60)
    ]  # fmt: skip
    found = proposals(pa.Table.from_pylist([*rows, *others], SCHEMA), costs=costs)
    return [one for one in found if one.one < 100 and one.other < 100]


def test_children_who_live_in_one_home_are_not_one_child() -> None:
    """A placement: one postcode, other names, other birth dates; never even proposed."""
    home = [
        at("LD1 1AA", "F", n, name, family, f"2003-0{n + 1}-1{n}")
        for n, (name, family) in enumerate(
            [("Tamsin", "Quizzlewick"), ("Rowan", "Vexmoor"), ("Isla", "Thwaite"),
             ("Tamsyn", "Fellgate"), ("Rowena", "Vexmoore")]
        )
    ]  # fmt: skip
    assert [one for one in among_others(*home) if one.band is Band.LINKED] == []


def test_names_in_each_other_s_field_go_to_a_person() -> None:
    """First name and surname the other way round: found by itself, said, never linked."""
    one = at("LD1 1AA", "F", 0, "Tamsin", "Quizzlewick", "2003-05-14")
    other = at("LD7 7ZZ", "F", 1, "Quizzlewick", "Tamsin", "2003-05-14")
    (pair,) = among_others(one, other)
    assert pair.band is Band.TO_DECIDE
    assert pair.fields["given"] == "the other way round"
    assert "First name and surname stand the other way round." in pair.warnings
    # With another birth date it is another Tamsin.
    far = {**other, "birth": "2009-11-02"}
    assert among_others(one, far) == []


@pytest.mark.parametrize(
    ("given", "surname"),
    [("Tamsin\u00a0", "O\u2019Fell"), ("Tamsin", "OFell"), ("Tarnsin", "O'Fell")],
)
def test_marks_and_spaces_do_not_part_a_child_from_itself(
    given: str, surname: str
) -> None:
    """A no-break space, an apostrophe written otherwise or left out, print read wrong."""
    one = at("LD1 1AA", "F", 0, "Tamsin", "O'Fell", "2003-05-14")
    other = at("LD1 1AA", "F", 1, given, surname, "2003-05-14")
    (pair,) = among_others(one, other)
    assert pair.band is Band.LINKED


def test_a_child_of_a_home_with_two_records_needs_more_than_its_postcode() -> None:
    """The same name, the year of birth a digit apart: linked at a family's own address; in
    a placement a person is asked where the cut is high, and told why."""
    rest = [
        at("LD1 1AA", "F", 10 + n, "Isla", family, f"2002-02-0{n + 1}")
        for n, family in enumerate(("Vexmoor", "Thwaite", "Fellgate"))
    ]
    pair = (
        at("LD1 1AA", "F", 0, "Tamsin", "Quizzlewick", "2003-05-14"),
        at("LD1 1AA", "F", 1, "Tamsin", "Quizzlewick", "2004-05-14"),
    )
    careful = read_costs("300:1:0.5")
    (home,) = (one for one in among_others(*pair, costs=careful) if one.other == 1)
    (placed,) = (
        one for one in among_others(*pair, *rest, costs=careful) if one.other == 1
    )
    assert (home.band, home.warnings) == (Band.LINKED, ())
    assert placed.band is Band.TO_DECIDE
    assert "placement" in placed.warnings[0]


def test_a_changed_surname_is_for_a_person_to_decide() -> None:
    """First name, birth date, sex and postcode are the same; the family's name is another."""
    (found,) = among_others(
        at("LD1 1AA", "F", 0, "Tamsin", "Quizzlewick", "2003-05-14"),
        at("LD1 1AA", "F", 1, "Tamsin", "Vexmoor", "2003-05-14"),
    )
    assert found.band is Band.TO_DECIDE
    assert any("surname differs: changed" in words for words in found.warnings)


def test_twins_sisters_babies_and_the_unborn() -> None:
    """None is linked by likeness."""
    found = among_others(
        at("LD1 1AA", "F", 0, "Tamsin", "Quizzlewick", "2003-05-14"),
        at("LD1 1AA", "F", 1, "Isla", "Quizzlewick", "2003-05-14"),
        at("LD1 1AA", "F", 2, "Rowan", "Quizzlewick", "2005-01-30"),
        at("LD1 1AA", "F", 3, "Baby", "Quizzlewick", "2016-02-02"),
        at("LD1 1AA", None, 4, "Unborn", "Quizzlewick", None),
        at("LD1 1AA", "F", 5, "Unknown", "Quizzlewick", "2016-02-03"),
    )
    assert [one for one in found if one.band is Band.LINKED] == []


@pytest.mark.shared
def test_a_set_with_known_answers(capsys: pytest.CaptureFixture[str]) -> None:
    """A thousand records, five hundred pairs: no false link, most found or proposed."""
    found = known_pairs.scored(shared_path("samples/person_linkage/febrl_dataset1.csv"))
    with capsys.disabled():
        for one in found:
            print(f"\n{one}")
    assert all(one.precision > 0.995 for one in found)
    assert found[-1].recall > 0.84
