"""The rule: what a difference in the share of cases is called, fixed before it is seen.

Two primary shares, risk and procedural, each at 97.5%, so that one false claim of either
is as rare as 5%. *Improved* where the whole interval lies below 0, *deteriorated* where
above. Otherwise *no clear change*, or *not enough evidence* where the rounds are too small
to show ten points, or what cannot be told could turn the sign, or a guard vetoes.
"""

from dataclasses import dataclass
from enum import StrEnum

from trigpoint.estimates.difference import (
    Z975,
    Difference,
    miettinen_nurminen,
    newcombe,
)
from trigpoint.estimates.exact_rates import (
    chances,
    paired_chances,
    worst_false_improvement,
    worst_false_paired,
)

#: The change that the rounds must be able to show, and how probably.
CHANGE, POWER = 0.10, 0.8
#: Above so many cases the worst error is that of a large round: 1.25% and a little.
_LARGE = 400


class Called(StrEnum):
    """What the review says."""

    IMPROVED = "improved"
    NO_CLEAR_CHANGE = "no_clear_change"
    DETERIORATED = "deteriorated"
    NOT_ENOUGH = "not_enough_evidence"


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """One primary share: (count, cases) before and after, its difference, and a check.

    Of drawn samples also: `rounds`, each round's own interval over its frame; `frames`, how
    many cases each frame holds; `effective`, how many cases of a simple sample each round
    counts for. Of the same cases graded twice: `moved` (left the share, entered it, of so
    many).
    """

    before: tuple[int, int]
    after: tuple[int, int]
    difference: Difference
    check: Difference
    rounds: tuple[tuple[float, float], tuple[float, float]] | None = None
    frames: tuple[int, int] | None = None
    effective: tuple[int, int] | None = None
    moved: tuple[float, float, float] | None = None

    @property
    def called(self) -> Called:
        """What the interval alone says."""
        if not self.difference.excludes_none:
            return Called.NO_CLEAR_CHANGE
        assert self.difference.high is not None
        return Called.IMPROVED if self.difference.high < 0 else Called.DETERIORATED


def share(before: tuple[int, int], after: tuple[int, int]) -> Share:
    """The share with its 97.5% interval."""
    return Share(
        before=before,
        after=after,
        difference=miettinen_nurminen(before, after, z=Z975),
        check=newcombe(before, after, z=Z975),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Errors:
    """How often the interval alone misleads: at the share seen before, and at the worst share.

    Exact for the interval: every outcome is gone through. The guards and the bounds are not
    in it; they only take claims away. `worst_false_improved` is the worst of the shares .01,
    .02, ..., and of rounds of 400 where there are more. `false_improved`: where nothing
    changed. `power`: the chance to show a fall of ten points (of all there is, where there is
    less). `paired`: of the same cases graded twice.
    """

    false_improved: float
    worst_false_improved: float
    false_deteriorated: float
    power: float
    paired: bool = False


def errors_of(before: tuple[int, int], after: tuple[int, int]) -> Errors | None:
    """The rule's error rates and power for rounds of this size."""
    if not before[1] or not after[1]:
        return None
    p = before[0] / before[1]
    lower, higher = chances(p, before[1], p, after[1], z=Z975)
    fall = max(p - CHANGE, 0.0)
    sizes = (min(before[1], _LARGE), min(after[1], _LARGE))
    return Errors(
        false_improved=lower,
        worst_false_improved=worst_false_improvement(*sizes, z=Z975, step=0.01),
        false_deteriorated=higher,
        power=chances(p, before[1], fall, after[1], z=Z975)[0],
    )


def errors_for(one: Share) -> Errors | None:
    """The rule's error rates for a share as it was made: pairs as pairs, samples as drawn."""
    if one.moved is not None:
        return paired_errors(one.moved)
    if one.effective is None or one.difference.value is None:
        return errors_of(one.before, one.after)
    shares = one.difference.before or 0.0, one.difference.after or 0.0
    first, second = (
        (round(part * size), size)
        for part, size in zip(shares, one.effective, strict=True)
    )
    return errors_of(first, second)


def paired_errors(moved: tuple[float, float, float]) -> Errors | None:
    """Of pairs: by how many cases changed sides, which is all that they can tell."""
    fell, rose, whole = moved
    cases = round(whole)
    if cases < 1:
        return None
    # One case of either kind added: that none moved here does not mean that none can.
    both = min((fell + rose + 1) / (whole + 2), 1.0)
    lower, higher = paired_chances(cases, both / 2, both / 2, z=Z975)
    # A fall of ten points needs so many to move, at least.
    more = max(both, CHANGE)
    return Errors(
        false_improved=lower,
        worst_false_improved=worst_false_paired(min(cases, _LARGE), z=Z975),
        false_deteriorated=higher,
        power=paired_chances(cases, (more + CHANGE) / 2, (more - CHANGE) / 2, z=Z975)[
            0
        ],
        paired=True,
    )


def bounds(
    before: tuple[float, float], after: tuple[float, float]
) -> tuple[float, float]:
    """The least and greatest difference, from the least and greatest share of each round."""
    return after[0] - before[1], after[1] - before[0]


def called(
    primary: Share,
    errors: Errors | None,
    within: tuple[float, float],
    vetoed: frozenset[Called],
) -> Called:
    """The verdict, by the rule at the top of this file. `vetoed`: what guards forbid."""
    if errors is None:
        return Called.NOT_ENOUGH
    found = primary.called
    if found is not Called.NO_CLEAR_CHANGE:
        return Called.NOT_ENOUGH if found in vetoed else found
    straddles = within[0] < 0 < within[1]
    if errors.power < POWER or straddles or vetoed:
        return Called.NOT_ENOUGH
    return Called.NO_CLEAR_CHANGE
