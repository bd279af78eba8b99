"""Adjusting for several tests."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trigpoint.estimates.several import benjamini_hochberg, holm


def test_worked_by_hand() -> None:
    """.01 x 3, .03 x 2, and the last no smaller; .01 x 3, .03 x 3/2, .04."""
    assert holm([0.01, 0.04, 0.03]) == pytest.approx([0.03, 0.06, 0.06])
    assert benjamini_hochberg([0.01, 0.04, 0.03]) == pytest.approx([0.03, 0.04, 0.04])
    assert holm([]) == benjamini_hochberg([]) == []


@given(st.lists(st.floats(0, 1), min_size=1, max_size=12))
def test_never_smaller_and_exploring_is_never_harder(chances: list[float]) -> None:
    """Raw <= Benjamini-Hochberg <= Holm <= 1."""
    for raw, found, claimed in zip(
        chances, benjamini_hochberg(chances), holm(chances), strict=True
    ):
        assert raw - 1e-12 <= found <= claimed + 1e-12
        assert claimed <= 1


def test_refuses_what_is_no_chance() -> None:
    """1.2 is none."""
    with pytest.raises(ValueError, match="from 0 to 1"):
        holm([1.2])
