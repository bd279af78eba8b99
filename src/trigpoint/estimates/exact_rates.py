"""How often a verdict on a difference is reached: exact, by going through every outcome.

The verdict is that of the Miettinen-Nurminen interval: it excludes no difference exactly
where the score at no difference lies beyond the quantile, which needs no interval.
"""

import math

import numpy as np
from scipy import stats

from trigpoint.estimates.difference import Z95

#: Outcomes rarer than this in all are left out of a sum.
_FAR = 1e-12


def score_at_none(
    before: np.ndarray, n_before: int, after: np.ndarray, n_after: int
) -> np.ndarray:
    """The score of after - before at no difference; 0 where all cases are alike."""
    whole = n_before + n_after
    pooled = (before + after) / whole
    variance = pooled * (1 - pooled) * (1 / n_before + 1 / n_after)
    variance = variance * whole / (whole - 1)
    gap = after / n_after - before / n_before
    with np.errstate(divide="ignore", invalid="ignore"):
        found = gap / np.sqrt(variance)
    return np.where(variance > 0, found, 0.0)


def chances(
    share_before: float,
    n_before: int,
    share_after: float,
    n_after: int,
    *,
    z: float = Z95,
) -> tuple[float, float]:
    """The chance that the share is called lower, and that it is called higher."""
    if n_before < 1 or n_after < 1:
        msg = "Each round needs a case or more."
        raise ValueError(msg)
    first, p_first = _likely(share_before, n_before)
    second, p_second = _likely(share_after, n_after)
    lower = higher = 0.0
    # One row of the table at a time: a round of 100,000 cases has 10^10 outcomes.
    step = max(1, 2_000_000 // len(second))
    for at in range(0, len(first), step):
        rows = first[at : at + step, None]
        score = score_at_none(rows, n_before, second[None, :], n_after)
        weight = p_first[at : at + step, None] * p_second[None, :]
        lower += float(weight[score < -z].sum())
        higher += float(weight[score > z].sum())
    return lower, higher


def _likely(share: float, size: int) -> tuple[np.ndarray, np.ndarray]:
    low = int(stats.binom.ppf(_FAR, size, share))
    high = int(stats.binom.isf(_FAR, size, share))
    counts = np.arange(max(low, 0), min(high, size) + 1)
    return counts, stats.binom.pmf(counts, size, share)


def worst_false_improvement(
    n_before: int, n_after: int, *, z: float = Z95, step: float = 0.005
) -> float:
    """The largest chance of "lower" where nothing changed, over every share."""
    shares = np.arange(step, 1, step)
    return max(chances(p, n_before, p, n_after, z=z)[0] for p in shares)


def paired_chances(
    cases: int, down: float, up: float, *, z: float = Z95
) -> tuple[float, float]:
    """The chance that the share is called lower, and higher, over cases graded twice.

    `down` and `up`: the chance that a case leaves, and enters, what is counted. Tango's
    interval excludes no difference exactly where McNemar's score lies beyond the quantile.
    """
    if cases < 1 or down < 0 or up < 0 or down + up > 1:
        msg = "Pairs need a case or more, and chances that sum to 1 at most."
        raise ValueError(msg)
    moved, p_moved = _likely(down + up, cases)
    lower = higher = 0.0
    for number, weight in zip(moved.tolist(), p_moved.tolist(), strict=True):
        if not number:
            continue
        fell, p_fell = _likely(down / (down + up), number)
        score = (2 * fell - number) / math.sqrt(number)
        lower += weight * float(p_fell[score > z].sum())
        higher += weight * float(p_fell[score < -z].sum())
    return lower, higher


def worst_false_paired(cases: int, *, z: float = Z95, step: float = 0.01) -> float:
    """The largest chance of "lower" where as many cases leave as enter."""
    return max(
        paired_chances(cases, moved / 2, moved / 2, z=z)[0]
        for moved in np.arange(step, 1 + step / 2, step).clip(max=1)
    )


def cases_needed(
    share: float, change: float, *, power: float = 0.8, z: float = Z95
) -> int:
    """Cases in each of two equal rounds so that such a change probably shows.

    The normal approximation of Fleiss, Levin and Paik (2003), chapter 4, without
    continuity correction; `change` is the fall (negative) or rise in the share.
    """
    other = share + change
    if not (0 < share < 1 and 0 <= other <= 1 and change and 0 < power < 1):
        msg = f"From {share} by {change} with power {power} is no change that can be planned for."
        raise ValueError(msg)
    pooled = (share + other) / 2
    spread = z * math.sqrt(2 * pooled * (1 - pooled))
    alone = float(stats.norm.ppf(power)) * math.sqrt(
        share * (1 - share) + other * (1 - other)
    )
    return math.ceil(((spread + alone) / change) ** 2)
