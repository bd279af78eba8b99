"""Invented names."""

import numpy as np

from trigpoint.synthetic import names


def test_names_are_drawn_from_parts() -> None:
    """A surname begins with a capital, an address with a number."""
    rng = np.random.default_rng(1)
    assert all(names.surname(rng)[0].isupper() for _ in range(50))
    assert names.address(rng)[0].isdigit()
    assert names.given(rng, True)
    assert names.given(rng, False)


def test_a_misspelt_name_is_never_empty_and_mostly_differs() -> None:
    """A slip of the pen changes most names and loses none."""
    rng = np.random.default_rng(2)
    wrong = [names.misspelt("Ravenrigg", rng) for _ in range(200)]
    assert all(wrong)
    assert sum(one != "Ravenrigg" for one in wrong) > 80
