"""Wilson's interval, against figures worked elsewhere."""

import numpy as np
import pytest

from trigpoint.estimates.proportion import wilson, wilson_bounds


@pytest.mark.parametrize(
    ("count", "of", "low", "high"),
    [
        # Newcombe 1998, Statistics in Medicine 17:857-872, table I, method 3.
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_the_interval_is_the_published_one(
    count: int, of: int, low: float, high: float
) -> None:
    """Newcombe's four published examples come out to four places."""
    made = wilson(count, of)
    assert made.low == pytest.approx(low, abs=5e-5)
    assert made.high == pytest.approx(high, abs=5e-5)
    assert made.value == count / of
    assert (made.count, made.of) == (count, of)


def test_the_ends_of_none_and_of_all_are_exact() -> None:
    """No rounding leaves the low end of none above 0, or the high end of all below 1."""
    assert wilson(0, 7).low == 0.0
    assert wilson(7, 7).high == 1.0


def test_nothing_of_nothing_has_no_value() -> None:
    """A share of no cases is not 0 and not 1: it is not known."""
    made = wilson(0, 0)
    assert (made.value, made.low, made.high, made.of) == (None, None, None, 0)


def test_many_at_once_are_as_one_by_one() -> None:
    """The array form gives the same ends, and NaN where there were no trials."""
    low, high = wilson_bounds(np.array([3, 0]), np.array([9, 0]))
    assert low[0] == wilson(3, 9).low
    assert high[0] == wilson(3, 9).high
    assert np.isnan(low[1])
    assert np.isnan(high[1])


@pytest.mark.parametrize(("count", "of"), [(3, 2), (-1, 2)])
def test_an_impossible_share_is_refused(count: int, of: int) -> None:
    """More than all, and fewer than none, cannot be."""
    with pytest.raises(ValueError, match="cannot be"):
        wilson(count, of)
