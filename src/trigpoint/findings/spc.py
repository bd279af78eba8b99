"""Statistical process control of monthly shares, against a baseline that stays fixed.

Laney's p' chart (Laney 2002, Quality Engineering 14:531-537): the binomial limits
widened by how much the baseline itself varied from month to month. The baseline is
set once, from the first months, and no later month moves it.
"""

from dataclasses import dataclass

import numpy as np

#: A shift: so many months in a row on one side of the baseline. Versions of this
#: rule differ (six, seven or eight); seven is Trigpoint's own choice.
SHIFT = 7
#: The constant that turns a mean moving range of two into a standard deviation.
_D2 = 1.128
#: With fewer months than this in the baseline no limits are drawn.
LEAST_BASELINE = 8
USUAL_BASELINE = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One month: its share and limits (0 to 1), and which signals it gives."""

    month: str
    count: int
    of: int
    share: float
    low: float
    high: float
    baseline: bool
    outside: bool
    shifted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """`centre`: the baseline's share. `widening`: Laney's sigma z; 1 = binomial."""

    points: tuple[Point, ...]
    centre: float
    widening: float

    @property
    def signals(self) -> tuple[Point, ...]:
        """The months after the baseline that chance alone does not explain."""
        return tuple(
            point
            for point in self.points
            if not point.baseline and (point.outside or point.shifted)
        )


def control_chart(
    months: list[str], counts: np.ndarray, of: np.ndarray, baseline: int | None = None
) -> Chart | None:
    """The chart of these months, in order; None where the baseline would be too short.

    `baseline`: how many of the first months fix it; usually 12, else the first half.
    Months in which nothing was judged are left out.
    """
    kept = np.asarray(of) > 0
    months = [month for month, keep in zip(months, kept, strict=True) if keep]
    counts, of = np.asarray(counts, float)[kept], np.asarray(of, float)[kept]
    size = baseline or min(USUAL_BASELINE, len(months) // 2)
    if size < LEAST_BASELINE or len(months) < size:
        return None
    share = counts / of
    centre = float(counts[:size].sum() / of[:size].sum())
    sigma = np.sqrt(centre * (1 - centre) / of)
    widening = _widening(share[:size], centre, sigma[:size])
    low = np.clip(centre - 3 * sigma * widening, 0, 1)
    high = np.clip(centre + 3 * sigma * widening, 0, 1)
    shifted = _shifts(share, centre)
    points = tuple(
        Point(
            month=months[i],
            count=int(counts[i]),
            of=int(of[i]),
            share=float(share[i]),
            low=float(low[i]),
            high=float(high[i]),
            baseline=i < size,
            outside=bool(share[i] < low[i] or share[i] > high[i]),
            shifted=bool(shifted[i]),
        )
        for i in range(len(months))
    )
    return Chart(points=points, centre=centre, widening=widening)


def _widening(share: np.ndarray, centre: float, sigma: np.ndarray) -> float:
    """Laney's sigma z over the baseline; never under 1, so limits are never narrowed."""
    if centre in (0.0, 1.0):
        return 1.0
    z = (share - centre) / sigma
    return max(1.0, float(np.abs(np.diff(z)).mean()) / _D2)


def _shifts(share: np.ndarray, centre: float) -> np.ndarray:
    """True in every month of a run of `SHIFT` or more on one side of the centre."""
    side = np.sign(share - centre)
    found = np.zeros(len(side), dtype=bool)
    start = 0
    for i in range(1, len(side) + 1):
        if i == len(side) or side[i] != side[start] or side[i] == 0:
            if i - start >= SHIFT and side[start] != 0:
                found[start:i] = True
            start = i
    return found
