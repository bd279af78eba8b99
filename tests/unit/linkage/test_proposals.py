"""Bands from what mistakes cost, and guards that no probability outweighs."""

import pytest

from trigpoint.chronology.likely import Band
from trigpoint.linkage.proposals import LINK_FROM, READ_FROM, Person, propose

ALIKE = dict.fromkeys(("given", "surname", "birth", "sex", "postcode"), "the same")
BOTH = (Person(), Person())


@pytest.mark.parametrize(
    ("probability", "band"),
    [(0.9999, Band.LINKED), (LINK_FROM, Band.LINKED), (0.98, Band.TO_DECIDE),
     (READ_FROM, Band.TO_DECIDE), (0.49, Band.NOT_LINKED)],
)  # fmt: skip
def test_bands_follow_the_costs(probability: float, band: Band) -> None:
    """A false link costs a hundred missed ones; reading costs half of one."""
    assert propose(1, 2, probability, ALIKE, BOTH).band is band


@pytest.mark.parametrize(
    ("fields", "people", "said"),
    [
        ({"given": "different"}, BOTH, "Twins?"),
        ({"sex": "different"}, BOTH, "sex differs"),
        ({"given": "alike", "birth": "one character apart"}, BOTH, "named alike"),
        ({"birth": "two characters apart"}, BOTH, "more than a slip"),
        ({"birth": "not known"}, BOTH, "not known"),
        ({}, (Person(estimated=True), Person()), "estimated"),
        ({}, (Person(), Person(nameless=True)), "no name"),
        ({}, (Person(born=False), Person()), "unborn"),
    ],
)
def test_a_guard_sends_a_sure_pair_to_a_person(
    fields: dict[str, str], people: tuple[Person, Person], said: str
) -> None:
    """However likely: with a warning in words."""
    made = propose(1, 2, 0.99999, {**ALIKE, **fields}, people)
    assert made.band is Band.TO_DECIDE
    assert any(said in words for words in made.warnings)


def test_brothers_and_sisters_are_no_pair() -> None:
    """Another first name and another birth date."""
    fields = {**ALIKE, "given": "different", "birth": "different"}
    assert propose(1, 2, 0.9999, fields, BOTH).band is Band.NOT_LINKED
