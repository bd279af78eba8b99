"""Bands from what mistakes cost, and guards that no probability outweighs."""

import pytest

from trigpoint.chronology.likely import Band
from trigpoint.linkage.proposals import COSTS, Costs, Person, propose, read_costs
from trigpoint.records.record import Refusal

ALIKE = dict.fromkeys(("given", "surname", "birth", "sex", "postcode"), "the same")
BOTH = (Person(), Person())


@pytest.mark.parametrize(
    ("probability", "band"),
    [(0.9999, Band.LINKED), (COSTS.link_from, Band.LINKED), (0.98, Band.TO_DECIDE),
     (COSTS.read_from, Band.TO_DECIDE), (0.49, Band.NOT_LINKED)],
)  # fmt: skip
def test_bands_follow_the_costs(probability: float, band: Band) -> None:
    """A false link costs a hundred missed ones; reading costs half of one."""
    assert propose(1, 2, probability, ALIKE, BOTH).band is band


@pytest.mark.parametrize(
    ("fields", "people", "said"),
    [
        ({"given": "different"}, BOTH, "Twins?"),
        ({"surname": "different"}, BOTH, "surname differs: changed"),
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


def test_a_placement_s_postcode_is_no_ground_alone() -> None:
    """Sure only by an address that several families share: a person decides. Sure without
    it, or at a family's own address: linked."""
    placed = (Person(placed=True), Person(placed=True))
    made = propose(1, 2, 0.995, ALIKE, placed)
    assert made.band is Band.TO_DECIDE
    assert any("placement" in words for words in made.warnings)
    assert propose(1, 2, 0.99999, ALIKE, placed).band is Band.LINKED
    assert propose(1, 2, 0.995, ALIKE, BOTH).band is Band.LINKED
    apart = {**ALIKE, "postcode": "different"}
    assert propose(1, 2, 0.995, apart, placed).band is Band.LINKED


def test_a_force_may_set_the_costs() -> None:
    """A dearer false link sends more pairs to a person; dear time leaves more."""
    careful = read_costs("1000:1:0.2")
    assert careful == Costs(false_link=1000, missed_link=1, reading=0.2)
    assert str(careful) == "1000:1:0.2"
    assert propose(1, 2, 0.995, ALIKE, BOTH, careful).band is Band.TO_DECIDE
    assert propose(1, 2, 0.3, ALIKE, BOTH, careful).band is Band.TO_DECIDE
    assert (
        propose(1, 2, 0.6, ALIKE, BOTH, read_costs("100:1:0.7")).band is Band.NOT_LINKED
    )


@pytest.mark.parametrize(
    "text", ["", "100:1", "a:b:c", "100:0:1", "-1:1:1", "inf:1:1", "9:1:1"]
)
def test_what_is_no_set_of_costs_is_refused(text: str) -> None:
    """With how to write it."""
    with pytest.raises(Refusal, match=r"100:1:0\.5|smaller third"):
        read_costs(text)
