"""The share of so many, with its 95% interval.

Wilson, E. B. (1927), Journal of the American Statistical Association 22:209-212:
the score interval, which stays within 0 and 1 and does not collapse at either end.
"""

import numpy as np

from trigpoint.estimates.estimate import Estimate

#: The normal quantile of 0.975.
Z95 = 1.959963984540054
METHOD = "Wilson score, 95%"


def wilson_bounds(
    counts: np.ndarray, trials: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """The low and high ends for many shares at once; NaN where there were no trials."""
    counts = np.asarray(counts, dtype=float)
    trials = np.asarray(trials, dtype=float)
    with np.errstate(divide="ignore", invalid="ignore"):
        share = counts / trials
        square = Z95 * Z95
        middle = (share + square / (2 * trials)) / (1 + square / trials)
        spread = share * (1 - share) / trials + square / (4 * trials * trials)
        half = Z95 * np.sqrt(spread) / (1 + square / trials)
        low = np.where(counts == 0, 0.0, np.clip(middle - half, 0, 1))
        high = np.where(counts == trials, 1.0, np.clip(middle + half, 0, 1))
    nothing = trials == 0
    return np.where(nothing, np.nan, low), np.where(nothing, np.nan, high)


def wilson(count: int, of: int) -> Estimate:
    """The share `count` / `of` with its interval; refuses a count outside 0 to `of`."""
    if not 0 <= count <= of:
        msg = f"A share of {count} in {of} cannot be: count from 0 to the whole."
        raise ValueError(msg)
    if of == 0:
        return Estimate(value=None, low=None, high=None, method=METHOD, count=0, of=0)
    low, high = wilson_bounds(np.array([count]), np.array([of]))
    return Estimate(
        value=count / of,
        low=float(low[0]),
        high=float(high[0]),
        method=METHOD,
        count=count,
        of=of,
    )
