"""The difference between two shares of the same cases, graded twice.

Newcombe, R. G. (1998), Statistics in Medicine 17:2635-2650, methods 8 and 10 (Wilson
intervals with the correlation between the gradings); Tango, T. (1998), Statistics in
Medicine 17:891-908 (score interval).
"""

import math

from trigpoint.estimates.difference import Z95, Difference, edge, wilson_ends

#: Both, first only, second only, neither; weighted cases need not be whole numbers.
Table = tuple[float, float, float, float]


def newcombe_paired(
    table: Table, *, z: float = Z95, corrected: bool = True
) -> Difference:
    """first - second, over cases graded twice; `corrected` is method 10, else method 8."""
    both, first, second, neither = table
    whole = _whole(table)
    one, two = (both + first) / whole, (both + second) / whole
    low1, high1 = wilson_ends(both + first, whole, z=z)
    low2, high2 = wilson_ends(both + second, whole, z=z)
    together = _correlation(table, corrected)
    value = one - two

    def spread(a: float, b: float) -> float:
        return math.sqrt(max(a * a - 2 * together * a * b + b * b, 0.0))

    return Difference(
        before=two, after=one, value=value,
        low=value - spread(one - low1, high2 - two),
        high=value + spread(high1 - one, two - low2),
        method="Newcombe paired, method 10" if corrected else "Newcombe paired, method 8",
    )  # fmt: skip


def tango(table: Table, *, z: float = Z95) -> Difference:
    """The score interval of first - second over cases graded twice."""
    both, first, second, _ = table
    whole = _whole(table)
    value: float = (first - second) / whole

    def beyond(other: float) -> bool:
        return abs(_score(first, second, whole, other)) > z

    return Difference(
        before=(both + second) / whole, after=(both + first) / whole, value=value,
        low=edge(beyond, value, -1.0), high=edge(beyond, value, 1.0),
        method="Tango score",
    )  # fmt: skip


def _whole(table: Table) -> float:
    whole = sum(table)
    if whole == 0 or min(table) < 0:
        msg = "Paired gradings need at least one case and no negative counts."
        raise ValueError(msg)
    return whole


def _correlation(table: Table, corrected: bool) -> float:
    both, first, second, neither = table
    margins = (both + first) * (second + neither) * (both + second) * (first + neither)
    if margins == 0:
        return 0.0
    cross: float = both * neither - first * second
    if corrected and cross > 0:
        cross = max(cross - sum(table) / 2, 0)
    return cross / math.sqrt(margins)


def _score(first: float, second: float, whole: float, difference: float) -> float:
    """Standard errors from this difference, the discordant share at its likeliest."""
    linear = -first - second + (2 * whole - first + second) * difference
    constant = -second * difference * (1 - difference)
    root = math.sqrt(max(linear * linear - 8 * whole * constant, 0.0))
    discordant = (root - linear) / (4 * whole)
    variance = whole * (2 * discordant + difference * (1 - difference))
    gap: float = first - second - whole * difference
    if variance <= 0:
        return 0.0 if gap == 0 else math.copysign(math.inf, gap)
    return gap / math.sqrt(variance)
