"""The exact rules, each tried on its own terms."""

import pytest

from tests.support.staged_tables import TAM, put_together
from trigpoint.chronology.identifier import RULES

REFERRAL = {"child_id": "0012", "referral_id": "R1", "referral_date": "2016-05-03"}
PERSON = {"person_id": "P7", "legacy_id": "0012", "birth_date": "2003-05-14"}


def linked(type_: str, value: str, **nominal: str) -> int:
    """How many children there are once the council's person names an identifier."""
    made = put_together(
        nominal=[{**TAM, **nominal}],
        referral=[REFERRAL],
        person=[PERSON],
        linked_identifier=[
            {"link_id": "L1", "person_id": "P7", "type": type_, "value": value}
        ],
    )
    return made.counts["children"]


@pytest.mark.parametrize(
    ("type_", "value", "children"),
    [
        ("Police nominal id", "N1", 1),
        ("PNC", "2009/0123456C", 1),
        ("PNC", "2009/0000000X", 2),
        ("Police nominal id", "N99", 2),
        ("Library card", "N1", 2),
        ("Police nominal id", "", 2),
    ],
)
def test_a_linked_identifier_links_by_its_type(
    type_: str, value: str, children: int
) -> None:
    """Police number and PNC number link; another card with the same text does not."""
    assert linked(type_, value, pnc_id="2009/0123456C") == children


def test_rules_have_names_of_their_own() -> None:
    """`decided_by` names the rule, so no two share a name."""
    names = [name for name, _ in RULES]
    assert len(names) == len(set(names))


def test_the_newest_version_of_a_record_says_into_what_it_was_merged() -> None:
    """A merge that was taken back no longer links."""
    rows = [
        {**TAM, "merged_into": "N2"},
        {**TAM, "merged_into": "", "valid_from": "2016-05-01 10:00"},
        {**TAM, "nominal_id": "N2", "merged_into": ""},
    ]
    assert put_together(nominal=rows).counts["children"] == 2
    assert put_together(nominal=[rows[0], rows[2]]).counts["children"] == 1
