"""Conferences, plans and reviews."""

import numpy as np

from tests.support import invented_county
from trigpoint.synthetic import wall


def working_days(first: int, last: int) -> int:
    return sum(wall.is_working_day(day) for day in range(first + 1, last + 1))


def test_fifteen_working_days_are_a_magnet() -> None:
    """Quartiles of 13, 14 and 15 days; about 81 in 100 within fifteen."""
    waits = [
        working_days(one.enquiry_day, one.day)
        for regime in ("before", "after")
        for one in invented_county.simulated(20_000, 1, regime).lives.conferences
        if one.kind == "ICPC" and one.enquiry_day is not None
    ]
    assert np.percentile(waits, [25, 50, 75]).tolist() == [13, 14, 15]
    assert 0.76 < np.mean(np.array(waits) <= 15) < 0.86


def test_a_plan_begins_at_its_conference_and_reviews_follow() -> None:
    """Reviews lie in order between the plan's beginning and its end."""
    for one in invented_county.simulated(20_000).lives.plans:
        days = [one.begun, *one.reviews, *([one.ended] if one.ended else [])]
        assert days == sorted(days)


def test_police_do_nothing_for_a_conference_that_was_cancelled_or_not_told() -> None:
    """No report and no attendance without an invitation."""
    for one in invented_county.simulated(20_000).lives.conferences:
        if one.told is None or one.cancelled:
            assert one.report is None
            assert not one.attended


def test_a_flag_for_a_plan_is_set_after_the_plan_began() -> None:
    """Nobody flags a plan that is not there yet."""
    county = invented_county.simulated(20_000)
    begun = {}
    first = wall.start_of(county.lives.start)
    for plan in county.lives.plans:
        begun.setdefault(plan.child, plan.begun)
    for one in county.lives.flags:
        # Where the plan was over before the period, only the flag that was left on is there.
        if one.flag == "CP_PLAN" and one.child in begun and one.set_at >= first:
            assert one.set_at // wall.DAY >= begun[one.child]
