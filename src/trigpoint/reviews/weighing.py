"""Shares of a drawn audit, weighed by how each case was drawn, and their difference.

Each round's own share carries the finite population correction: it is about the cases of its
frame. The difference carries none, because the claim is about practice. It is the ordinary
score interval on effective numbers of cases (as Rao and Scott 1981 would count them).
"""

from dataclasses import dataclass, replace

import numpy as np

from trigpoint.estimates.difference import (
    Z975,
    Difference,
    miettinen_nurminen,
    newcombe,
)
from trigpoint.estimates.paired import newcombe_paired, tango
from trigpoint.estimates.survey import Sample, SurveyEstimate, beta_interval, mean
from trigpoint.reviews.audits import Audit
from trigpoint.reviews.verdict import Share, share

METHOD = " on effective numbers of a drawn sample"


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """A round's share over its frame, with its 95% interval (fpc), and what it counts for.

    `frame`: cases in all; `effective`: cases of a simple sample that tell as much of practice.
    """

    value: float
    low: float
    high: float
    frame: int
    effective: float


def weigh(audit: Audit, grade: str) -> Weighed:
    """The share of the frame's cases with that grade; unweighted where nobody drew."""
    marks = audit.marks(grade)
    drawn = len(marks)
    sample = audit.sample() if audit.chance else _simple(drawn)
    found = mean(sample, marks, finite=bool(audit.chance))
    low, high = _ends(sample, found, drawn)
    return Weighed(
        value=found.value, low=low, high=high,
        frame=int(sample.sizes.sum()), effective=_effective(sample, marks),
    )  # fmt: skip


def _simple(drawn: int) -> Sample:
    return Sample(stratum=np.zeros(drawn, int), sizes=np.array([drawn]))


def _ends(sample: Sample, found: SurveyEstimate, drawn: int) -> tuple[float, float]:
    if drawn == sample.sizes.sum() and found.error == 0:
        return found.value, found.value
    return beta_interval(found, max(drawn - len(sample.sizes), 1), drawn)


def _effective(sample: Sample, values: np.ndarray) -> float:
    """How many cases of a simple sample would tell as much; never more than were read."""
    found = mean(sample, values, finite=False)
    if found.error == 0:
        return float(len(values))
    centred = float((sample.weights * (values - found.value) ** 2).sum())
    spread = centred / float(sample.sizes.sum())
    return min(spread / found.error**2, float(len(values)))


def weighed_share(before: Audit, after: Audit, grade: str) -> Share:
    """The share with its difference, of two samples drawn apart."""
    one, other = weigh(before, grade), weigh(after, grade)
    first = (one.value * one.effective, one.effective)
    second = (other.value * other.effective, other.effective)
    return Share(
        before=before.count(grade),
        after=after.count(grade),
        difference=_named(miettinen_nurminen(first, second, z=Z975)),
        check=_named(newcombe(first, second, z=Z975)),
        rounds=((one.low, one.high), (other.low, other.high)),
        frames=(one.frame, other.frame),
        effective=(round(one.effective), round(other.effective)),
    )


def paired_share(before: Audit, after: Audit, grade: str) -> Share:
    """The share with its difference, of the same cases graded twice."""
    drawn = before if before.chance or not after.chance else after
    sample = drawn.sample() if drawn.chance else _simple(len(drawn.grades))
    first, second = (
        np.array([float(one.grades[case] == grade) for case in drawn.grades])
        for one in (before, after)
    )
    effective = _effective(sample, second - first)

    def part(marks: np.ndarray) -> float:
        whole = float(sample.sizes.sum())
        return float((sample.weights * marks).sum()) / whole * effective

    rose, fell = part(second * (1 - first)), part(first * (1 - second))
    both = part(first * second)
    rest = max(effective - both - rose - fell, 0.0)
    found = tango((both, rose, fell, rest), z=Z975)
    known = replace(
        share(before.count(grade), after.count(grade)),
        difference=found,
        check=newcombe_paired((both, rose, fell, rest), z=Z975),
        moved=(fell, rose, effective),
    )
    if not drawn.chance:
        return known
    one, other = weigh(before, grade), weigh(after, grade)
    return replace(
        known,
        difference=_named(found),
        rounds=((one.low, one.high), (other.low, other.high)),
        frames=(one.frame, other.frame),
    )


def _named(found: Difference) -> Difference:
    return replace(found, method=found.method + METHOD)
