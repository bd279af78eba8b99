"""Error and power of the verdict, against figures worked before this code."""

import numpy as np
import pytest

from trigpoint.estimates.difference import Z95, miettinen_nurminen
from trigpoint.estimates.exact_rates import (
    cases_needed,
    chances,
    paired_chances,
    score_at_none,
    worst_false_improvement,
    worst_false_paired,
)
from trigpoint.estimates.paired import tango


@pytest.mark.parametrize(("size", "worst"), [(33, 0.0283), (80, 0.0253), (120, 0.0259)])
def test_false_improvement_is_never_much_over_one_in_forty(
    size: int, worst: float
) -> None:
    """Exact, the worst over all shares, for equal rounds."""
    assert worst_false_improvement(size, size) == pytest.approx(worst, abs=6e-5)


@pytest.mark.parametrize(
    ("size", "halved", "quartered"),
    [(33, 0.421, 0.137), (60, 0.671, 0.202), (80, 0.796, 0.264), (120, 0.929, 0.370)],
)
def test_power(size: int, halved: float, quartered: float) -> None:
    """The chance to find 40% fallen to 20%, and to 30%."""
    assert chances(0.4, size, 0.2, size)[0] == pytest.approx(halved, abs=6e-4)
    assert chances(0.4, size, 0.3, size)[0] == pytest.approx(quartered, abs=1e-3)


def test_the_inspectors_own_rounds() -> None:
    """73 files, then 33: half a chance of showing that 38% halved."""
    found = [round(chances(0.38, 73, share, 33)[0], 2) for share in (0.25, 0.19, 0.10)]
    assert found == [0.25, 0.50, 0.90]


@pytest.mark.parametrize(
    ("share", "other", "size"),
    [
        (0.4, 0.2, 82),
        (0.4, 0.25, 152),
        (0.3, 0.15, 121),
        (0.4, 0.3, 356),
        (0.2, 0.1, 199),
    ],
)
def test_cases_needed(share: float, other: float, size: int) -> None:
    """For power .8, two-sided 5%."""
    assert cases_needed(share, other - share) == size


def test_the_score_says_what_the_interval_says() -> None:
    """Beyond the quantile exactly where the interval excludes no difference."""
    for x1 in range(0, 13, 2):
        for x2 in range(10):
            score = score_at_none(np.array([x1]), 12, np.array([x2]), 9)[0]
            interval = miettinen_nurminen((x1, 12), (x2, 9))
            assert (abs(score) > Z95) == interval.excludes_none


def test_what_cannot_be_planned_is_refused() -> None:
    """A share that would fall below none; a round without cases."""
    with pytest.raises(ValueError, match="planned for"):
        cases_needed(0.1, -0.2)
    with pytest.raises(ValueError, match="a case or more"):
        chances(0.4, 0, 0.2, 10)


def test_pairs_are_gone_through_as_pairs() -> None:
    """By hand: of four cases all leave with chance one half each; five must for a claim."""
    assert paired_chances(4, 0.5, 0.0, z=1.9)[0] == pytest.approx(0.5**4)
    assert paired_chances(3, 0.5, 0.0, z=1.9)[0] == 0
    lower, higher = paired_chances(80, 0.1, 0.1)
    assert lower == pytest.approx(higher)
    assert 0.01 < lower < 0.035
    assert worst_false_paired(60) < 0.04
    with pytest.raises(ValueError, match="sum to 1"):
        paired_chances(10, 0.6, 0.6)


def test_the_verdict_on_pairs_is_tango_s() -> None:
    """Its interval excludes no difference exactly where the score of pairs says so."""
    for fell in range(12):
        for rose in range(12 - fell):
            found = tango((5, rose, fell, 20 - rose - fell))
            score = (fell - rose) / max(fell + rose, 1) ** 0.5
            assert found.excludes_none == (abs(score) > 1.959963984540054)
