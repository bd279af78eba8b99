"""How long things took: cumulative shares by hour, and how late the late ones were."""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc


@dataclass(frozen=True, slots=True, kw_only=True)
class Curve:
    """The share done by each hour after the trigger, of all that fell due.

    `hours` ascending, `share` non-decreasing; `of` counts those never done too.
    """

    hours: tuple[float, ...]
    share: tuple[float, ...]
    done: int
    of: int

    def by(self, hour: float) -> float | None:
        """The share done by that hour; None where nothing fell due."""
        if not self.of:
            return None
        position = int(np.searchsorted(self.hours, hour, side="right"))
        return self.share[position - 1] if position else 0.0


def cumulative(hours: np.ndarray, of: int, points: int = 120) -> Curve:
    """The curve of these times, `of` in all; drawn at no more than so many points.

    NaN are those never done. A time before the trigger counts as done at 0 hours.
    """
    done = np.sort(np.maximum(hours[~np.isnan(hours)], 0.0))
    if len(done) > of:
        msg = f"{len(done)} were done of only {of}: count the never done in `of`."
        raise ValueError(msg)
    if not of or not len(done):
        return Curve(hours=(), share=(), done=0, of=of)
    places = np.unique(np.linspace(0, len(done) - 1, min(points, len(done))).round())
    index = places.astype(int)
    # Of equal times only the last place tells how many were done by then.
    keep = np.append(done[index][1:] != done[index][:-1], True)
    index = index[keep]
    upto = np.searchsorted(done, done[index], side="right")
    return Curve(
        hours=tuple(float(x) for x in done[index]),
        share=tuple(float(x) for x in upto / of),
        done=len(done),
        of=of,
    )


def hours_between(start: pa.ChunkedArray, end: pa.ChunkedArray) -> np.ndarray:
    """Hours from one time to the other; NaN where either is not known."""
    first = start.cast(pa.int64())
    last = end.cast(pa.int64())
    gap = pc.divide(pc.subtract(last, first).cast(pa.float64()), 3.6e9)
    return gap.to_numpy().astype(float)


def middle(values: np.ndarray) -> tuple[float, float, float] | None:
    """The lower quartile, the median and the upper quartile; None of nothing."""
    known = values[~np.isnan(values)]
    if not len(known):
        return None
    low, half, high = np.quantile(known, [0.25, 0.5, 0.75])
    return float(low), float(half), float(high)
