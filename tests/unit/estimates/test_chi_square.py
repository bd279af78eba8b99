"""The chi-square distribution, against the printed tables."""

import pytest

from trigpoint.estimates.chi_square import quantile, upper_tail

#: Printed tables of the distribution: degrees, value, chance of more.
TABLE = [
    (1, 3.841459, 0.05),
    (1, 6.634897, 0.01),
    (3, 7.814728, 0.05),
    (5, 0.831212, 0.975),
    (10, 18.307038, 0.05),
    (30, 50.892181, 0.01),
    (100, 67.327563, 0.995),
]


@pytest.mark.parametrize(("degrees", "value", "chance"), TABLE)
def test_the_tail_and_the_quantile_are_the_printed_ones(
    degrees: int, value: float, chance: float
) -> None:
    """Both ways of reading the table agree with it."""
    assert upper_tail(value, degrees) == pytest.approx(chance, abs=1e-6)
    assert quantile(1 - chance, degrees) == pytest.approx(value, abs=1e-4)


def test_nothing_is_always_exceeded() -> None:
    """A statistic of 0 says nothing against chance."""
    assert upper_tail(0.0, 4) == 1.0


def test_what_cannot_be_is_refused() -> None:
    """There is no distribution on 0 degrees, and no quantile at 0 or 1."""
    with pytest.raises(ValueError, match="degree"):
        upper_tail(1.0, 0)
    with pytest.raises(ValueError, match="strictly"):
        quantile(1.0, 3)
