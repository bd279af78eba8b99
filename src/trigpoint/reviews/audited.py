"""People's grades of some cases beside the verdict on all of them, in both rounds.

The share is post-stratified by verdict (`estimates.verdict_and_sample`): people's share among
the cases called at risk, and among the others, each weighed by how many there are. Cases drawn
with unequal chances weigh by them.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from scipy import stats

from trigpoint.estimates.difference import Z975, Difference
from trigpoint.estimates.estimate import Estimate
from trigpoint.estimates.verdict_and_sample import Graded, post_stratified
from trigpoint.records.record import Refusal
from trigpoint.reviews.audits import Audit
from trigpoint.reviews.cases import Round
from trigpoint.reviews.verdict import CHANGE, POWER, Called

#: The grade that stands beside "a risk not seen or not acted on".
GRADE = "inadequate"
METHOD = "post-stratified by verdict, Wilson with fpc, squared and added"


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """One round: of cases called at risk, and of the others, (graded inadequate, graded).

    `flagged_in_all`, `unflagged_in_all`: cases there are of each. `left_out`: graded files
    that are no case of the round. `share`: over all cases, at 97.5%.
    """

    name: str
    flagged: tuple[int, int]
    unflagged: tuple[int, int]
    flagged_in_all: int
    unflagged_in_all: int
    left_out: int
    share: Estimate


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleChange:
    """The change by people's grades, beside the change in all cases."""

    before: Beside
    after: Beside
    difference: Difference
    called: Called


def audited_change(
    rounds: tuple[Round, Round], audits: tuple[Audit, Audit]
) -> SampleChange:
    """What people's grades of a sample say of each round, and of the change."""
    before, after = (
        _beside(one, audit) for one, audit in zip(rounds, audits, strict=True)
    )
    difference = _difference(before.share, after.share)
    return SampleChange(
        before=before, after=after, difference=difference, called=_called(difference)
    )


def _beside(one: Round, audit: Audit) -> Beside:
    risk = dict(zip(one.children, one.risk.tolist(), strict=True))
    known = [case for case in audit.grades if case in risk]
    if not known:
        first = next(iter(audit.grades), "")
        msg = (
            f"{audit.path}: no graded case is a case of its round (the first is {first!r}). "
            "Give each case the child's reference that the run's lists show (C and twelve "
            "signs)."
        )
        raise Refusal(msg)
    graded = {
        flag: [case for case in known if risk[case] is flag] for flag in (True, False)
    }
    many = int(one.risk.sum())
    share = post_stratified(
        Graded(
            flagged=_counted(audit, graded[True]),
            unflagged=_counted(audit, graded[False]),
            flagged_in_all=many,
            unflagged_in_all=one.cases - many,
        ),
        z=Z975,
    )
    return Beside(
        name=audit.path.name,
        flagged=_plain(audit.grades, graded[True]),
        unflagged=_plain(audit.grades, graded[False]),
        flagged_in_all=many,
        unflagged_in_all=one.cases - many,
        left_out=len(audit.grades) - len(known),
        share=share,
    )


def _plain(grades: Mapping[str, str], cases: list[str]) -> tuple[int, int]:
    return sum(grades[case] == GRADE for case in cases), len(cases)


def _counted(audit: Audit, cases: list[str]) -> tuple[float, float]:
    """(inadequate, graded) as effective numbers: Kish's, where chances differ."""
    weights = [1 / audit.chance.get(case, 1.0) for case in cases]
    whole = sum(weights)
    if not whole:
        return 0.0, 0.0
    effective = whole * whole / sum(weight * weight for weight in weights)
    poor = sum(
        weight
        for weight, case in zip(weights, cases, strict=True)
        if audit.grades[case] == GRADE
    )
    return poor / whole * effective, effective


def _difference(before: Estimate, after: Estimate) -> Difference:
    if before.value is None or after.value is None:
        return Difference(before=before.value, after=after.value, value=None,
                          low=None, high=None, method=METHOD)  # fmt: skip
    assert before.low is not None
    assert before.high is not None
    assert after.low is not None
    assert after.high is not None
    value = after.value - before.value
    down = math.hypot(after.value - after.low, before.high - before.value)
    up = math.hypot(after.high - after.value, before.value - before.low)
    return Difference(before=before.value, after=after.value, value=value,
                      low=value - down, high=value + up, method=METHOD)  # fmt: skip


def _called(found: Difference) -> Called:
    """By the rule: the interval; and whether it is narrow enough to show ten points."""
    if found.value is None or found.low is None or found.high is None:
        return Called.NOT_ENOUGH
    if found.excludes_none:
        return Called.IMPROVED if found.high < 0 else Called.DETERIORATED
    error = (found.high - found.low) / (2 * Z975)
    power = float(stats.norm.cdf(CHANGE / error - Z975)) if error else 1.0
    return Called.NO_CLEAR_CHANGE if power >= POWER else Called.NOT_ENOUGH
