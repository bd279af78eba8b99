"""Do districts differ by more than chance? The test first; never a rank.

Homogeneity by chi-square; the spread between districts by Paule and Mandel (1982,
Journal of Research of the National Bureau of Standards 87:377-385), with the
Q-profile interval of Viechtbauer (2007, Statistics in Medicine 26:37-52).
"""

from dataclasses import dataclass

import numpy as np

from trigpoint.estimates import chi_square

#: Where an expected count is smaller than this the chi-square chance is rough.
SMALL_EXPECTED = 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """The test of difference between `districts`.

    `statistic` on `districts` - 1 degrees of freedom; `chance` of one so large where
    all districts were alike. `spread`: standard deviation between districts of the
    share, beyond chance, 0 to 1, with its 95% interval. `rough` where counts are
    small.
    """

    districts: int
    statistic: float
    chance: float
    spread: float
    spread_low: float
    spread_high: float
    rough: bool

    @property
    def differs(self) -> bool:
        """True where so large a difference is a 1 in 20 chance or less."""
        return self.chance < 0.05


def difference(met: np.ndarray, of: np.ndarray) -> Difference | None:
    """The test over districts with anything judged; None with fewer than two."""
    met = np.asarray(met, dtype=float)[np.asarray(of) > 0]
    of = np.asarray(of, dtype=float)[np.asarray(of) > 0]
    if len(of) < 2:
        return None
    pooled = met.sum() / of.sum()
    if pooled in (0.0, 1.0):
        return Difference(
            districts=len(of), statistic=0.0, chance=1.0, spread=0.0, spread_low=0.0,
            spread_high=0.0, rough=True,
        )  # fmt: skip
    variance = pooled * (1 - pooled) / of
    share = met / of
    statistic = float(np.sum((share - pooled) ** 2 / variance))
    degrees = len(of) - 1
    ends = [chi_square.quantile(at, degrees) for at in (0.975, 0.025)]
    squares = [_between(share, variance, target) for target in (degrees, *ends)]
    spread, low, high = (float(np.sqrt(square)) for square in squares)
    expected = np.minimum(of * pooled, of * (1 - pooled))
    return Difference(
        districts=len(of),
        statistic=statistic,
        chance=chi_square.upper_tail(statistic, degrees),
        spread=spread,
        spread_low=low,
        spread_high=high,
        rough=bool(np.any(expected < SMALL_EXPECTED)),
    )


def _weighted(share: np.ndarray, variance: np.ndarray, between: float) -> float:
    weight = 1 / (variance + between)
    centre = float(np.sum(weight * share) / np.sum(weight))
    return float(np.sum(weight * (share - centre) ** 2))


def _between(share: np.ndarray, variance: np.ndarray, target: float) -> float:
    """The variance between districts at which the weighted squares equal the target.

    0 where even no variance gives less. A share's variance between districts cannot
    exceed a quarter.
    """
    if _weighted(share, variance, 0.0) <= target:
        return 0.0
    low, high = 0.0, 0.25
    for _ in range(80):
        half = (low + high) / 2
        if _weighted(share, variance, half) > target:
            low = half
        else:
            high = half
    return (low + high) / 2
