"""Whether a duty is done, and whether it is written down."""

import numpy as np
import pytest

from trigpoint.synthetic import knobs
from trigpoint.synthetic.practice import Done, Hand


def test_the_chance_is_of_what_stands_on_record() -> None:
    """Done and written is as frequent as the knob says; the rest splits in two."""
    settings = knobs.load("before")
    hand = Hand(settings, np.random.default_rng(1))
    hand.on(17000)
    found = [hand.does("conference.police_report") for _ in range(6000)]
    assert abs(found.count(Done.WRITTEN) / 6000 - 0.50) < 0.03
    assert abs(found.count(Done.UNWRITTEN) / 6000 - 0.50 * 0.35) < 0.02
    assert Done.UNWRITTEN.truly
    assert not Done.NOT.truly


def test_a_better_district_does_more() -> None:
    """The district with the best ways takes part more often than the worst."""
    hand = Hand(knobs.load("before"), np.random.default_rng(1))
    hand.on(17000)
    best, worst = (
        sum(hand.happens("discussion.police_take_part", district) for _ in range(2000))
        for district in (0, 2)
    )
    assert best > worst + 500


def test_a_draw_without_its_day_is_refused() -> None:
    """Where practice changes, it would be of the wrong time."""
    with pytest.raises(RuntimeError, match="on which day"):
        Hand(knobs.load("before"), np.random.default_rng(1)).happens("missing.graded")
