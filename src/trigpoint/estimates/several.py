"""Several tests at once: what each finding is worth when many were looked for.

Holm, S. (1979), Scandinavian Journal of Statistics 6:65-70, for a claim; Benjamini, Y. and
Hochberg, Y. (1995), Journal of the Royal Statistical Society B 57:289-300, for exploring.
"""

from collections.abc import Sequence

import numpy as np


def holm(chances: Sequence[float]) -> list[float]:
    """Each p-value adjusted so that one false claim among all is as rare as said."""
    return _adjusted(chances, falling=True)


def benjamini_hochberg(chances: Sequence[float]) -> list[float]:
    """Each p-value adjusted so that the share of false finds is as small as said."""
    return _adjusted(chances, falling=False)


def _adjusted(chances: Sequence[float], *, falling: bool) -> list[float]:
    found = np.asarray(chances, dtype=float)
    if len(found) == 0:
        return []
    if not ((found >= 0) & (found <= 1)).all():
        msg = "A p-value lies from 0 to 1."
        raise ValueError(msg)
    order = np.argsort(found, kind="stable")
    size = len(found)
    place = np.arange(size)
    if falling:
        stepped = np.maximum.accumulate(found[order] * (size - place))
    else:
        scaled = found[order] * size / (place + 1)
        stepped = np.minimum.accumulate(scaled[::-1])[::-1]
    adjusted = np.empty(size)
    adjusted[order] = np.minimum(stepped, 1.0)
    return adjusted.tolist()
