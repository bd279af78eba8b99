"""What so many cases could show: the smallest change that a second look would find.

Two equal rounds, two-sided 5%, four chances in five: the normal approximation with
the variance of each share (Fleiss, Levin and Paik 2003, Statistical Methods for Rates
and Proportions, chapter 4, without continuity correction).
"""

import math

_Z = 1.959963984540054 + 0.8416212335729143


def smallest_change(share: float, number: int, *, upward: bool = True) -> float | None:
    """The change in a share, 0 to 1, that rounds of `number` would probably show.

    None where not even a change to the end of the scale would show.
    """
    if number < 1 or not 0 <= share <= 1:
        msg = f"A share of {share} in {number} cases has no power to speak of."
        raise ValueError(msg)
    room = 1 - share if upward else share
    low, high = 0.0, room
    if not _shows(share, high, number, upward):
        return None
    for _ in range(60):
        half = (low + high) / 2
        if _shows(share, half, number, upward):
            high = half
        else:
            low = half
    return high


def _shows(share: float, change: float, number: int, upward: bool) -> bool:
    other = share + change if upward else share - change
    pooled = (share + other) / 2
    spread = math.sqrt(2 * pooled * (1 - pooled))
    alone = math.sqrt(share * (1 - share) + other * (1 - other))
    z95 = 1.959963984540054
    return change * math.sqrt(number) >= z95 * spread + (_Z - z95) * alone
