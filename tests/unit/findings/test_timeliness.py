"""Cumulative curves and times between."""

import numpy as np
import pyarrow as pa
import pytest

from trigpoint.findings.timeliness import cumulative, hours_between, middle
from trigpoint.timekeeping.london import HOUR

NEVER = float("nan")


def test_those_never_done_hold_the_curve_down() -> None:
    """Two of four done by ten hours is a half, however long one waits."""
    curve = cumulative(np.array([2.0, 10.0, NEVER, NEVER]), of=4)
    assert curve.by(1) == 0.0
    assert curve.by(2) == 0.25
    assert curve.by(1000) == 0.5
    assert (curve.done, curve.of) == (2, 4)


def test_equal_times_step_once_and_early_acts_count_at_once() -> None:
    """Three at five hours make one step; an act before the trigger stands at 0."""
    curve = cumulative(np.array([5.0, 5.0, 5.0, -3.0]), of=4)
    assert curve.hours == (0.0, 5.0)
    assert curve.share == (0.25, 1.0)


def test_a_long_curve_is_drawn_with_few_points() -> None:
    """A thousand times are drawn at no more than 120, and still end where they end."""
    curve = cumulative(np.arange(1000.0), of=1000)
    assert len(curve.hours) <= 120
    assert curve.by(999) == 1.0


def test_nothing_due_has_no_share() -> None:
    """Of no discussions there is no share, and more done than due is refused."""
    assert cumulative(np.array([]), of=0).by(10) is None
    with pytest.raises(ValueError, match="only 1"):
        cumulative(np.array([1.0, 2.0]), of=1)


def test_hours_between_is_nan_where_either_is_unknown() -> None:
    """An act not on record has no hours."""
    zone = pa.timestamp("us", tz="Europe/London")
    start = pa.chunked_array([pa.array([0, 0], zone)])
    end = pa.chunked_array([pa.array([36 * HOUR, None], zone)])
    found = hours_between(start, end)
    assert found[0] == 36.0
    assert np.isnan(found[1])
    assert middle(found) == (36.0, 36.0, 36.0)
    assert middle(found[1:]) is None
