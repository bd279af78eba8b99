"""The difference of two gradings of the same cases, against Newcombe 1998."""

import pytest

from trigpoint.estimates.paired import newcombe_paired, tango


def test_published_interval() -> None:
    """Table 20, 12, 2, 16: method 10 and method 8."""
    table = (20, 12, 2, 16)
    ten, eight = newcombe_paired(table), newcombe_paired(table, corrected=False)
    assert (ten.low, ten.high) == pytest.approx((0.0562, 0.3292), abs=5e-5)
    assert (eight.low, eight.high) == pytest.approx((0.0618, 0.3242), abs=5e-5)


def test_the_score_interval_holds_the_difference_and_turns() -> None:
    """Swapping the gradings turns it round; cases all agreed on still leave a width."""
    one, other = tango((20, 12, 2, 16)), tango((20, 2, 12, 16))
    assert one.low == pytest.approx(-other.high, abs=1e-9)
    assert one.low < one.value < one.high
    assert tango((0, 0, 0, 5)).low < 0 < tango((0, 0, 0, 5)).high


def test_its_ends_are_where_the_score_test_turns() -> None:
    """Tango's ends solve the score equation, worked independently by the likelihood."""
    both, first, second, neither = 20, 12, 2, 16
    found = tango((both, first, second, neither))
    whole = both + first + second + neither
    for end in (found.low, found.high):
        # The likeliest discordant share under this difference, by a fine search.
        steps = [max(0.0, -end) + n * 1e-6 for n in range(1_000_000)]
        from math import log

        best = max(
            (q for q in steps[1:] if q + end > 0 and 2 * q + end < 1),
            key=lambda q: (
                first * log(q + end)
                + second * log(q)
                + (both + neither) * log(1 - 2 * q - end)
            ),
        )
        spread = whole * (2 * best + end * (1 - end))
        score = (first - second - whole * end) / spread**0.5
        assert abs(score) == pytest.approx(1.95996, abs=1e-3)


def test_no_cases_is_refused() -> None:
    """Nothing graded twice."""
    with pytest.raises(ValueError, match="at least one case"):
        tango((0, 0, 0, 0))
