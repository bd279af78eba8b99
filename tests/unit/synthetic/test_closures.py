"""When the council closed each case."""

from tests.support import invented_county


def test_a_case_is_open_while_its_plan_or_assessment_is() -> None:
    """Nothing is closed before its assessment was authorised or its plan ended."""
    lives = invented_county.simulated().lives
    for one in (*lives.assessments, *lives.plans):
        referral = lives.referrals[one.referral]
        last = one.authorised if hasattr(one, "authorised") else one.ended
        if last is None:
            assert referral.closed is None
        else:
            assert referral.closed is None or referral.closed >= last


def test_a_closed_case_says_why() -> None:
    """Date and reason of a closure stand together."""
    for one in invented_county.simulated().lives.referrals:
        assert (one.closed is None) == (one.reason == "")
