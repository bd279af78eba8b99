"""The hidden children of the county."""

import numpy as np
import pytest

from trigpoint.synthetic import knobs, population
from trigpoint.synthetic.streams import Streams


@pytest.fixture(scope="module")
def people() -> population.Population:
    return population.make(4000, knobs.load("before"), Streams(3))


def test_a_family_lives_in_one_place_under_one_name(
    people: population.Population,
) -> None:
    """Brothers and sisters share district, surname and address."""
    for family in people.siblings[:300]:
        assert len({people.surname[i] + people.address[i] for i in family}) == 1
        assert len({int(people.district[i]) for i in family}) == 1
        assert all(people.household(i) == family for i in family)


def test_brothers_and_sisters_have_first_names_of_their_own(
    people: population.Population,
) -> None:
    """Twins too."""
    for family in people.siblings:
        assert len({people.given[i] for i in family}) == len(family)


def test_a_few_families_meet_most_of_the_trouble(people: population.Population) -> None:
    """The tenth of children most in need carries over a third of it."""
    need = np.sort(people.need)[::-1]
    assert need[:400].sum() / need.sum() > 1 / 3


def test_a_pupil_number_has_its_check_letter(people: population.Population) -> None:
    """The letter is the weighted sum of the digits, modulo 23; numbers differ."""
    numbers = [people.pupil_number(child) for child in range(300)]
    for number in numbers:
        total = sum(int(d) * (i + 2) for i, d in enumerate(number[1:]))
        assert number[0] == "ABCDEFGHJKLMNPQRTUVWXYZ"[total % 23]
        assert len(number) == 13
    assert len(set(numbers)) == 300


def test_the_two_agencies_codes_of_ethnicity_agree(
    people: population.Population,
) -> None:
    """W1 of police is WBRI of the council."""
    child = next(i for i in range(100) if people.police_ethnicity(i) == "W1")
    assert people.council_ethnicity(child) == "WBRI"
