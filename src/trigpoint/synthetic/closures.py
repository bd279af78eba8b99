"""When the council closed each case: after assessment, after help, after a plan."""

from dataclasses import replace

import numpy as np

from trigpoint.synthetic import cases
from trigpoint.synthetic.county import County, wait
from trigpoint.synthetic.lives import Assessment, Lives, Plan, Referral


def happen(county: County) -> None:
    """Close the referrals whose work is done by the end of the period."""
    rng = county.streams.of("closures")
    assessed = {one.referral: one for one in county.lives.assessments}
    planned = {one.referral: one for one in county.lives.plans}
    enquired = {one.referral for one in county.lives.enquiries}
    worked = _last_work(county)
    waiting = _waiting(county)
    referrals = county.lives.referrals
    for place, one in enumerate(referrals):
        if one.no_further_action:
            continue
        plan = planned.get(one.number)
        closed, reason = _closed(one, assessed.get(one.number), plan, rng)
        if one.number in enquired and reason == "RC8":
            # "No need after assessment" is not said of a case that came to an enquiry.
            reason = "RC7"
        if one.number in waiting:
            closed, worked[one.number] = None, _NEVER
        if closed is not None:
            closed = max(closed, worked.get(one.number, closed))
        if closed is not None and closed < county.lives.end:
            referrals[place] = replace(one, closed=closed, reason=reason)
    _one_at_a_time(county, worked, rng)


#: Of second referrals while the first is open: those that are kept, by mistake.
_KEPT_TWICE = 0.04


def _one_at_a_time(
    county: County, worked: dict[int, int], rng: np.random.Generator
) -> None:
    """A case without work left is closed before the next; else the next is no referral.

    What comes in about an open case is a contact. A few councils' clerks open a second
    case all the same: planted, for census rules 8815, 8816 and 8820.
    """
    lives, dropped = county.lives, set()
    busy = _busy_until(lives, worked)
    last: dict[int, Referral] = {}
    for one in sorted(lives.referrals, key=lambda one: (one.day, one.number)):
        before = last.get(one.child)
        if before is not None and (before.closed is None or before.closed >= one.day):
            done = busy.get(before.number, before.day + 1)
            if done < one.day and not before.no_further_action:
                closed = max(done, one.day - int(rng.integers(1, 20)))
                reason = before.reason or "RC7"
                lives.referrals[before.number] = replace(
                    before, closed=closed, reason=reason
                )
            elif rng.random() > _KEPT_TWICE:
                dropped.add(one.number)
                continue
        last[one.child] = one
    cases.leave_out(lives, dropped)


def _busy_until(lives: Lives, worked: dict[int, int]) -> dict[int, int]:
    """The day until which each case has work that is not over."""
    found = dict(worked)
    ends = [(one.referral, one.authorised) for one in lives.assessments]
    ends += [(one.referral, one.ended) for one in lives.plans]
    for number, end in ends:
        found[number] = max(found.get(number, 0), _NEVER if end is None else end)
    return found


_NEVER = 10**9


def _waiting(county: County) -> set[int]:
    """Referrals whose enquiry called for a conference that was never held."""
    held = {
        (one.child, one.enquiry_day)
        for one in county.lives.conferences
        if not one.cancelled
    }
    return {
        one.referral
        for one in county.lives.enquiries
        if one.conference_needed and (one.child, one.day) not in held
    }


def _last_work(county: County) -> dict[int, int]:
    """The day after the last enquiry or conference of each referral."""
    found: dict[int, int] = {}
    for enquiry in county.lives.enquiries:
        found[enquiry.referral] = max(found.get(enquiry.referral, 0), enquiry.day + 1)
    for held in county.lives.conferences:
        if held.referral is not None and not held.cancelled:
            found[held.referral] = max(found.get(held.referral, 0), held.day + 1)
    return found


def _closed(
    one: Referral,
    assessment: Assessment | None,
    plan: Plan | None,
    rng: np.random.Generator,
) -> tuple[int | None, str]:
    early, draw = rng.random() < 0.45, wait(rng, 230, 1.0)
    if assessment is None:
        return one.day + 5 + int(draw / 20), "RC8"
    if assessment.authorised is None:
        return None, ""
    if plan is not None:
        if plan.ended is None:
            return None, ""
        return max(plan.ended, assessment.authorised) + 30 + int(draw / 4), "RC7"
    if early:
        return assessment.authorised + int(draw / 100), "RC8"
    return assessment.authorised + int(draw), "RC7"
