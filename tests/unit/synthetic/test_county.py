"""What every process of the simulation is handed."""

import numpy as np

from tests.support import invented_county
from trigpoint.synthetic import wall
from trigpoint.synthetic.county import evening_time, wait


def test_nobody_has_written_on_after_the_end() -> None:
    """A time after the period is not known yet; one before it is kept."""
    county = invented_county.simulated()
    end = county.lives.end * wall.DAY
    assert county.by(end - 1) == end - 1
    assert county.by(end) is None
    assert county.by(None) is None


def test_waits_have_the_median_asked_for() -> None:
    """Half of all waits are shorter than the median."""
    rng = np.random.default_rng(1)
    waits = [wait(rng, 30, 0.9) for _ in range(4000)]
    assert 27 < np.median(waits) < 33


def test_calls_come_in_the_evening() -> None:
    """More calls fall after six in the evening than before noon."""
    rng = np.random.default_rng(1)
    hours = np.array([evening_time(0, rng) // 60 for _ in range(3000)])
    assert hours.max() == 23
    assert (hours >= 18).mean() > (hours < 12).mean()


def test_an_adult_is_grown_up() -> None:
    """A parent or suspect is over eighteen when the period begins."""
    county = invented_county.simulated()
    assert all(one.born < county.lives.start - 18 * 365 for one in county.lives.adults)
