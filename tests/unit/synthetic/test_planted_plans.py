"""Scripted children of the council."""

from tests.support import invented_county
from trigpoint.synthetic import wall


def test_a_duty_falls_due_after_the_council_last_sent_its_files() -> None:
    """An unsigned assessment is due between the last extract and the end."""
    lives = invented_county.simulated(400).lives
    due = [
        wall.working_day_after(lives.referrals[one.referral].day, 45)
        for one in lives.assessments
        if one.authorised is None
    ]
    assert any(lives.council_end <= day < lives.end for day in due)


def test_a_plan_is_reviewed_late_and_another_never() -> None:
    """One first review after more than three months; one plan without any."""
    plans = invented_county.simulated(400).lives.plans
    assert any(one.reviews and one.reviews[0] - one.begun > 92 for one in plans)
    assert any(not one.reviews and one.ended is None for one in plans)
