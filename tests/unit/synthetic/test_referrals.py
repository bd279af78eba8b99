"""Referrals and assessments of the council."""

import numpy as np

from tests.support import invented_county
from trigpoint.synthetic import wall


def test_about_a_quarter_of_referrals_are_from_police() -> None:
    """22 to 31 in 100 referrals name police as their source."""
    for regime in ("before", "after"):
        found = invented_county.simulated(20_000, 1, regime).lives.referrals
        assert 0.22 < np.mean([one.source == "6" for one in found]) < 0.31


def test_referrals_come_on_working_days() -> None:
    """Nine in ten referrals or more are received when offices are open."""
    found = invented_county.simulated(20_000).lives.referrals
    assert np.mean([wall.is_working_day(one.day) for one in found]) > 0.9


def test_factors_stand_in_the_order_of_the_census_and_21_alone() -> None:
    """No factors means 21, and 21 stands with no other."""
    for one in invented_county.simulated().lives.assessments:
        assert "21" not in one.factors or one.factors == ("21",)
        numbers = [int(factor.rstrip("ABCDEF")) for factor in one.factors]
        assert numbers == sorted(numbers)


def test_an_assessment_follows_its_referral() -> None:
    """It begins on or after the referral and is authorised after it began."""
    lives = invented_county.simulated().lives
    for one in lives.assessments:
        referral = lives.referrals[one.referral]
        assert referral.child == one.child
        assert referral.day <= one.begun
        assert one.authorised is None or one.authorised >= one.begun
