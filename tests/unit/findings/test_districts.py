"""The test of difference between districts."""

import numpy as np
import pytest

from trigpoint.findings.districts import difference


def test_a_table_worked_by_hand() -> None:
    """30 of 50 against 20 of 50: chi-square is 4 on 1 degree of freedom."""
    found = difference(np.array([30, 20]), np.array([50, 50]))
    assert found is not None
    assert found.statistic == pytest.approx(4.0)
    assert found.chance == pytest.approx(0.0455, abs=1e-4)
    assert found.differs
    assert not found.rough


def test_alike_districts_have_no_spread_beyond_chance() -> None:
    """Four districts at the same rate: no statistic, and a spread of 0."""
    found = difference(np.array([30, 30, 60, 15]), np.array([50, 50, 100, 25]))
    assert found is not None
    assert found.statistic == pytest.approx(0.0)
    assert found.chance == 1.0
    assert (found.spread, found.spread_low) == (0.0, 0.0)
    assert not found.differs


def test_the_spread_is_found_again_where_it_was_put() -> None:
    """Forty districts drawn with a spread of 10 points give an interval around it."""
    draw = np.random.default_rng(7)
    of = np.full(40, 400)
    met = draw.binomial(of, np.clip(draw.normal(0.6, 0.1, 40), 0, 1))
    found = difference(met, of)
    assert found is not None
    assert found.spread_low < 0.1 < found.spread_high
    assert found.spread == pytest.approx(0.1, abs=0.03)


def test_one_district_cannot_differ_and_small_counts_are_said_to_be_rough() -> None:
    """A test needs two districts; with three cases each it is rough."""
    assert difference(np.array([3, 0]), np.array([5, 0])) is None
    small = difference(np.array([1, 3]), np.array([3, 3]))
    assert small is not None
    assert small.rough
    everyone = difference(np.array([3, 3]), np.array([3, 3]))
    assert everyone is not None
    assert everyone.chance == 1.0
