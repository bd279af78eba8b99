"""Standardising over the mix of cases."""

from dataclasses import replace

import numpy as np
import pytest

from tests.support.rounds import made
from trigpoint.reviews.guards import case_mix, standardised
from trigpoint.reviews.verdict import share


def mixed(easy: tuple[int, int], hard: tuple[int, int]):
    """A round of cases with one occasion and of cases with six: (risk, cases) of each."""
    one = made(easy[0] + hard[0], easy[1] + hard[1])
    risk = np.zeros(one.cases, dtype=bool)
    risk[: easy[0]] = True
    risk[easy[1] : easy[1] + hard[0]] = True
    occasions = np.where(np.arange(one.cases) < easy[1], 1, 6)
    return replace(one, risk=risk, occasions=occasions)


def test_the_same_practice_on_harder_cases_is_no_change() -> None:
    """10% of easy and 50% of hard in both rounds, but twice as many hard ones after."""
    before, after = mixed((30, 300), (50, 100)), mixed((20, 200), (100, 200))
    raw = share(before.count(before.risk), after.count(after.risk))
    assert raw.difference.value == pytest.approx(0.1)
    value, low, high = standardised(before, after)
    assert value == pytest.approx(0, abs=1e-9)
    assert low < 0 < high
    assert case_mix(before, after, raw).fired


def test_alike_rounds_are_not_spoken_of() -> None:
    """The same mix: raw and standardised agree."""
    before, after = mixed((30, 300), (50, 100)), mixed((15, 300), (25, 100))
    raw = share(before.count(before.risk), after.count(after.risk))
    assert not case_mix(before, after, raw).fired
