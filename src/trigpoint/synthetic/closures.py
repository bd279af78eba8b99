"""When the council closed each case: after assessment, after help, after a plan."""

from dataclasses import replace

import numpy as np

from trigpoint.synthetic.county import County, wait
from trigpoint.synthetic.lives import Assessment, Plan, Referral


def happen(county: County) -> None:
    """Close the referrals whose work is done by the end of the period."""
    rng = county.streams.of("closures")
    assessed = {one.referral: one for one in county.lives.assessments}
    planned = {one.referral: one for one in county.lives.plans}
    referrals = county.lives.referrals
    for place, one in enumerate(referrals):
        if one.no_further_action:
            continue
        plan = planned.get(one.number)
        closed, reason = _closed(one, assessed.get(one.number), plan, rng)
        if closed is not None and closed < county.lives.end:
            referrals[place] = replace(one, closed=closed, reason=reason)


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
