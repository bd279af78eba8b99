"""The council's cases as wholes: left out with all their work, and numbered again.

A referral's number is its place in the list, and its assessments, discussions, enquiries,
conferences and plan name it by that: who takes some away sees to the others here.
"""

from collections import defaultdict
from dataclasses import replace

from trigpoint.synthetic import wall
from trigpoint.synthetic.lives import Lives, Plan


def leave_out(lives: Lives, numbers: set[int]) -> None:
    """Take away these referrals and all that was done about them."""
    ended: dict[int, list[Plan]] = defaultdict(list)
    for plan in lives.plans:
        if plan.referral in numbers:
            ended[plan.child].append(plan)
    lives.referrals[:] = [one for one in lives.referrals if one.number not in numbers]
    for listed in (lives.assessments, lives.enquiries, lives.plans, lives.discussions):
        listed[:] = [one for one in listed if one.referral not in numbers]  # type: ignore[attr-defined, index]
    lives.conferences[:] = [
        one
        for one in lives.conferences
        if one.referral not in numbers
        and not (one.kind == "RCPC" and _within(ended[one.child], one.day))
    ]
    lives.flags[:] = [
        one
        for one in lives.flags
        if one.flag != "CP_PLAN"
        or not any(
            wall.start_of(plan.begun) <= one.set_at < wall.start_of(plan.begun + 90)
            for plan in ended[one.child]
        )
    ]
    renumber(lives)


def _within(plans: list[Plan], day: int) -> bool:
    """Whether a day lies within one of these plans."""
    return any(
        one.begun <= day and (one.ended is None or day <= one.ended) for one in plans
    )


def renumber(lives: Lives) -> None:
    """Make referrals' and discussions' numbers their places again, wherever named."""
    cases = {one.number: place for place, one in enumerate(lives.referrals)}
    talks = {one.number: place for place, one in enumerate(lives.discussions)}
    lives.referrals[:] = [
        replace(one, number=cases[one.number]) for one in lives.referrals
    ]
    lives.assessments[:] = [
        replace(one, referral=cases[one.referral]) for one in lives.assessments
    ]
    lives.plans[:] = [replace(one, referral=cases[one.referral]) for one in lives.plans]
    lives.enquiries[:] = [
        replace(
            one, referral=cases[one.referral], discussion=talks.get(one.discussion, -1)
        )
        for one in lives.enquiries
    ]
    lives.conferences[:] = [
        replace(one, referral=_moved(one.referral, cases)) for one in lives.conferences
    ]
    lives.discussions[:] = [
        replace(
            one,
            number=talks[one.number],
            follows=_moved(one.follows, talks),
            referral=_moved(one.referral, cases),
        )
        for one in lives.discussions
    ]


def _moved(number: int | None, places: dict[int, int]) -> int | None:
    """The new number, where what it names is still there."""
    return None if number is None else places.get(number)
