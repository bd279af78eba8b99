"""A verdict on every case beside human grades on a sample of them.

The interval to report is the post-stratified one: the human share within each verdict, each
with Wilson's interval and the finite population correction, squared and added. It keeps
its width where human and machine agree on every sampled file, where the textbook
(difference) interval collapses. Prediction-powered inference (Angelopoulos et al. 2023,
Science, doi 10.1126/science.adi6000) is there for comparison.
"""

import math
from dataclasses import dataclass

from trigpoint.estimates.difference import Z95, wilson_ends
from trigpoint.estimates.estimate import Estimate


@dataclass(frozen=True, slots=True, kw_only=True)
class Graded:
    """How many of the graded cases a human called so, by the machine's verdict.

    `flagged` and `unflagged`: (called so by the human, graded); `flagged_in_all` and
    `unflagged_in_all`: how many cases there are with that verdict, graded ones included.
    Where cases were drawn with unequal chances the pairs are effective numbers.
    """

    flagged: tuple[float, float]
    unflagged: tuple[float, float]
    flagged_in_all: int
    unflagged_in_all: int

    @property
    def graded(self) -> float:
        """Cases that a human graded."""
        return self.flagged[1] + self.unflagged[1]

    @property
    def in_all(self) -> int:
        """Cases there are."""
        return self.flagged_in_all + self.unflagged_in_all


def post_stratified(sample: Graded, *, z: float = Z95) -> Estimate:
    """The share over all cases; unknown where a verdict has cases and none was graded."""
    method = "post-stratified by verdict, Wilson with fpc, squared and added"
    strata = [
        (*sample.flagged, sample.flagged_in_all),
        (*sample.unflagged, sample.unflagged_in_all),
    ]
    present = [one for one in strata if one[2]]
    count = sample.flagged[0] + sample.unflagged[0]
    if not present or any(of == 0 for _, of, _ in present):
        return Estimate(
            value=None,
            low=None,
            high=None,
            method=method,
            count=round(count),
            of=round(sample.graded),
        )
    value = down = up = 0.0
    for yes, of, size in present:
        share, weight = yes / of, size / sample.in_all
        low, high = _finite(yes, of, size, z)
        value += weight * share
        down += (weight * (share - low)) ** 2
        up += (weight * (high - share)) ** 2
    return Estimate(
        value=value,
        low=max(value - math.sqrt(down), 0.0),
        high=min(value + math.sqrt(up), 1.0),
        method=method,
        count=round(count),
        of=round(sample.graded),
    )


def _finite(yes: float, of: float, size: int, z: float) -> tuple[float, float]:
    """Wilson's interval where the drawn cases are a part of so many: fewer are unseen."""
    if of >= size:
        return yes / of, yes / of
    return wilson_ends(yes, of, z=z * math.sqrt((size - of) / (size - 1)))


def prediction_powered(sample: Graded, *, tuned: bool) -> tuple[float, float, float]:
    """(value, low, high) with the ungraded cases as a sample of their own, no fpc.

    `tuned` chooses how far to trust the verdict (0 to 1) from the grades; else wholly.
    """
    yes1, of1 = sample.flagged
    yes0, _ = sample.unflagged
    graded, ungraded = sample.graded, sample.in_all - sample.graded
    share = (yes1 + yes0) / graded
    seen = of1 / graded
    flagged_else = (sample.flagged_in_all - of1) / ungraded
    together = yes1 / graded - share * seen
    trust = 1.0
    if tuned:
        everywhere = sample.flagged_in_all / sample.in_all
        spread = everywhere * (1 - everywhere) * sample.in_all / (sample.in_all - 1)
        trust = together / ((1 + graded / ungraded) * spread)
        trust = min(max(trust, 0.0), 1.0)
    value = trust * flagged_else + share - trust * seen
    own = share * (1 - share) - 2 * trust * together + trust**2 * seen * (1 - seen)
    error = math.sqrt(
        trust**2 * flagged_else * (1 - flagged_else) / ungraded + own / graded
    )
    return value, value - Z95 * error, value + Z95 * error
