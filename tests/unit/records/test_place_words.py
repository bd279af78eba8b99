"""A place that a record names by its kind alone is no place where two can have met."""

import pytest

from trigpoint.records.place_words import is_located
from trigpoint.synthetic.places import HOT_SPOTS

KINDS = {"Friend's address", "Returned by herself or himself", "Parent's address"}


def test_what_the_generator_writes_is_told_apart() -> None:
    """Three of its places say only whose they are, or that nobody found the child."""
    assert {place for place in HOT_SPOTS if not is_located(place)} == KINDS


@pytest.mark.parametrize(
    "place",
    [
        "", None, "  ", "HOME ADDRESS", "home", "friends house", "A friend’s address",
        "Mother's address", "Boyfriend's flat", "returned of own accord", "Own accord",
        "Came back alone at 6", "Children's home", "police station", "Unknown", "not known",
        "N/K", "n/a", "Hospital", "Foster placement", "Extended family", "-",
    ],
)  # fmt: skip
def test_a_kind_of_place_is_no_place(place: str | None) -> None:
    """However it is written."""
    assert not is_located(place)


@pytest.mark.parametrize(
    "place",
    [
        "14 Mill Lane", "Station Road hotel", "Bus station, Tarnside", "Beckside House",
        "Friend's address, 3 Quarry Bank", "Home Farm, Langdene", "ZZ99 1AB", "The Crown",
    ],
)  # fmt: skip
def test_a_place_with_a_name_is_one(place: str) -> None:
    """Words of a kind may stand in it."""
    assert is_located(place)
