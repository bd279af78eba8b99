"""Cases are left out as wholes, and what is left is numbered again."""

from copy import deepcopy

from tests.support import invented_county
from trigpoint.synthetic import cases


def test_a_case_goes_with_all_its_work() -> None:
    """Of a child whose only case is left out nothing of planning is left."""
    lives = deepcopy(invented_county.simulated().lives)
    gone = {one.referral for one in lives.plans[:3]}
    children = {one.child for one in lives.plans[:3]}
    only = {
        child for child in children
        if sum(one.child == child for one in lives.referrals) == 1
    }  # fmt: skip
    before = len(lives.referrals)
    cases.leave_out(lives, gone)
    assert only
    assert len(lives.referrals) == before - len(gone)
    for listed in (lives.assessments, lives.enquiries, lives.plans, lives.conferences):
        assert not only & {one.child for one in listed}
    assert [one.number for one in lives.referrals] == list(range(len(lives.referrals)))
    for one in (*lives.assessments, *lives.plans, *lives.enquiries):
        assert lives.referrals[one.referral].child == one.child
