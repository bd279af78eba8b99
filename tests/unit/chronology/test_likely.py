"""Likely links: joined where likely enough, proposed where not, never against a decision."""

import json

from tests.support.staged_tables import TAM, staged, until
from trigpoint.chronology.assembly import Assembled, assemble
from trigpoint.chronology.identity import Link, LinkDecision
from trigpoint.linkage.records import proposals

GIRL = {
    **TAM, "given": "Tamsin", "surname": "Fellgate", "sex": "F", "postcode": "ZZ99 3WZ",
}  # fmt: skip
PERSON = {
    "person_id": "P1", "forename": "Tamsin", "surname": "Fellgate", "sex": "F",
    "birth_date": "2003-05-14",
}  # fmt: skip
HOME = {"address_id": "A1", "person_id": "P1", "postcode": "ZZ99 3WZ"}
#: Others, so that a name is rare or common among somebody.
CROWD = [
    {**GIRL, "nominal_id": f"X{n}", "given": given, "surname": surname, "dob": born,
     "postcode": f"ZZ99 {n}AA"}
    for n, (given, surname, born) in enumerate(
        (("Rowan", "Howgill", "2004-02-02"), ("Fenn", "Langby", "2001-11-22"),
         ("Josie", "Thirlbeck", "2008-07-23"), ("Maren", "Kelbeck", "2006-10-21"))
    )
]  # fmt: skip


def made(
    nominal: list, person: list, *decisions: LinkDecision, home: dict | None = HOME
) -> Assembled:
    tables = staged(
        nominal=[*nominal, *CROWD], person=person,
        missing=[{"misper_id": "M1", "nominal_id": "N1", "reported_at": "2016-08-19 23:10"}],
        **({"person_address": [home]} if home else {}),
    )  # fmt: skip
    end = until("2017-12-31")
    return assemble(
        tables=tables, reach={"police": end, "council": end}, decisions=decisions,
        proposer=proposals,
    )  # fmt: skip


def together(assembled: Assembled) -> bool:
    children = {
        row["source_id"]: row["child"] for row in assembled.children.to_pylist()
    }
    return "P1" in children and children["P1"] == children["N1"]


def test_the_same_in_every_field_is_one_child() -> None:
    """Joined, with the probability beside both records and the rule that did it."""
    found = made([GIRL], [PERSON])
    assert together(found)
    (pair,) = found.proposals.to_pylist()
    assert pair["band"] == "linked"
    assert json.loads(pair["fields"])["postcode"] == "the same"
    rows = [
        row for row in found.children.to_pylist() if row["source_id"] in ("N1", "P1")
    ]
    assert {row["decided_by"] for row in rows} == {"likeness"}
    assert all(0.99 <= row["link_probability"] < 1 for row in rows)


def test_twins_are_never_joined_by_likeness() -> None:
    """Another first name on the same birth date at the same address: to a person."""
    found = made([GIRL], [{**PERSON, "forename": "Rosalind"}])
    assert not together(found)
    for pair in found.proposals.to_pylist():
        assert pair["band"] == "to_decide"
        assert "Twins?" in pair["warnings"]


def test_brothers_and_sisters_are_not_even_proposed() -> None:
    """Surname and address alone are no ground."""
    found = made([GIRL], [{**PERSON, "forename": "Piran", "birth_date": "2003-11-02"}])
    assert not together(found)
    assert len(found.proposals) == 0


def test_what_people_decided_stands() -> None:
    """Parted, the likely pair stays apart and is not proposed again; undone, it joins."""
    pair = {
        "one": ("police", "N1"),
        "other": ("council#person", "P1"),
        "decided_by": "DS1",
    }
    parted = LinkDecision(decision=Link.RECORDS_UNLINKED, recorded=1, **pair)
    found = made([GIRL], [PERSON], parted)
    assert not together(found)
    assert len(found.proposals) == 0
    joined = LinkDecision(decision=Link.RECORDS_LINKED, recorded=2, **pair)
    assert together(made([GIRL], [PERSON], parted, joined))


def test_without_a_proposer_only_exact_links_count() -> None:
    """Nothing is joined by likeness unless somebody asks for it."""
    tables = staged(nominal=[GIRL, *CROWD], person=[PERSON], person_address=[HOME])
    found = assemble(tables=tables, reach={})
    assert len(found.proposals) == 0
    assert found.counts["links"] == 0


def test_exact_links_are_not_proposed_again() -> None:
    """A pair that a number joins already needs no likeness."""
    known = {
        "link_id": "L1",
        "person_id": "P1",
        "type": "Police nominal number",
        "value": "N1",
    }
    tables = staged(
        nominal=[GIRL, *CROWD], person=[PERSON], person_address=[HOME],
        linked_identifier=[known],
    )  # fmt: skip
    found = assemble(tables=tables, reach={}, proposer=proposals)
    assert len(found.proposals) == 0
    assert found.counts["links"] == 1


def test_what_two_agencies_hold_apart_is_for_a_person() -> None:
    """The same in every field, but each agency has two, joined one to one by a number."""
    numbers = [
        {"link_id": f"L{n}", "person_id": f"P{n}", "type": "Police nominal number",
         "value": f"N{n}"} for n in (1, 2)
    ]  # fmt: skip
    one, other = ([{**GIRL, "nominal_id": f"N{n}"} for n in (1, 2)],
                  [{**PERSON, "person_id": f"P{n}"} for n in (1, 2)])  # fmt: skip

    def found(linked: list[dict[str, str]]) -> tuple[int, list[str]]:
        tables = staged(nominal=[*one, *CROWD], person=other, linked_identifier=linked)
        made = assemble(tables=tables, reach={}, proposer=proposals)
        ours = [r for r in made.children.to_pylist() if r["source_id"][0] in "NP"]
        said = [r["warnings"] for r in made.proposals.to_pylist()]
        return len({row["child"] for row in ours}), said

    children, warnings = found(numbers)
    assert children == 2
    assert any("Two agencies" in words for words in warnings)
    # No third record that is like both joins them.
    one.append({**GIRL, "nominal_id": "N3"})
    children, warnings = found(numbers)
    assert children == 2
    one.pop()
    # Entered twice by one agency alone is entered twice.
    children, warnings = found(numbers[:1])
    assert children == 1
    assert not any("Two agencies" in words for words in warnings)
