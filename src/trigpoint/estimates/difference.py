"""The difference between two shares of separate cases, with its interval.

Miettinen, O. and Nurminen, M. (1985), Statistics in Medicine 4:213-226 (score interval;
without the factor N/(N-1) it is Mee's, 1984); Newcombe, R. G. (1998), Statistics in Medicine
17:873-890, method 10 (two Wilson intervals, squared and added).
"""

import math
from collections.abc import Callable
from dataclasses import dataclass

Z95 = 1.959963984540054
#: Two primary shares at 97.5% each: the normal quantile of 0.9875.
Z975 = 2.241402727604947
_HALVINGS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """`after` - `before`, each a share; None where either round has no cases."""

    before: float | None
    after: float | None
    value: float | None
    low: float | None
    high: float | None
    method: str

    @property
    def excludes_none(self) -> bool:
        """True where the whole interval lies on one side of no difference."""
        if self.low is None or self.high is None:
            return False
        return self.low > 0 or self.high < 0


def miettinen_nurminen(
    before: tuple[float, float],
    after: tuple[float, float],
    *,
    z: float = Z95,
    mee: bool = False,
) -> Difference:
    """The score interval of after - before; each is (how many, of how many).

    Where one share is 0 and the other 1, the end beyond lies at -1 or 1. A round without
    cases gives an unknown difference. Refuses a count outside 0 to the whole.
    """
    method = "Mee score" if mee else "Miettinen-Nurminen score"
    shares = _shares(before, after, method)
    if shares.value is None:
        return shares
    value = shares.value

    def beyond(other: float) -> bool:
        return abs(_score(before, after, other, mee)) > z

    return Difference(
        before=shares.before,
        after=shares.after,
        value=value,
        low=edge(beyond, value, -1.0),
        high=edge(beyond, value, 1.0),
        method=method,
    )


def newcombe(
    before: tuple[float, float], after: tuple[float, float], *, z: float = Z95
) -> Difference:
    """The hybrid score interval (method 10) of after - before: a check on the other."""
    shares = _shares(before, after, "Newcombe hybrid score")
    if shares.value is None:
        return shares
    low1, high1 = wilson_ends(*before, z=z)
    low2, high2 = wilson_ends(*after, z=z)
    assert shares.before is not None
    assert shares.after is not None
    down = math.hypot(shares.after - low2, high1 - shares.before)
    up = math.hypot(high2 - shares.after, shares.before - low1)
    return Difference(
        before=shares.before,
        after=shares.after,
        value=shares.value,
        low=shares.value - down,
        high=shares.value + up,
        method=shares.method,
    )


def wilson_ends(count: float, of: float, *, z: float) -> tuple[float, float]:
    """Wilson's interval of one share at any quantile."""
    share, square = count / of, z * z
    middle = (share + square / (2 * of)) / (1 + square / of)
    spread = share * (1 - share) / of + square / (4 * of * of)
    half = z * math.sqrt(spread) / (1 + square / of)
    low = 0.0 if count == 0 else middle - half
    return low, 1.0 if count == of else middle + half


def _shares(
    before: tuple[float, float], after: tuple[float, float], method: str
) -> Difference:
    for count, of in (before, after):
        if not 0 <= count <= of:
            msg = f"A share of {count} in {of} cannot be: count from 0 to the whole."
            raise ValueError(msg)
    if before[1] == 0 or after[1] == 0:
        return Difference(
            before=None if before[1] == 0 else before[0] / before[1],
            after=None if after[1] == 0 else after[0] / after[1],
            value=None, low=None, high=None, method=method,
        )  # fmt: skip
    first, second = before[0] / before[1], after[0] / after[1]
    return Difference(
        before=first, after=second, value=second - first, low=None, high=None,
        method=method,
    )  # fmt: skip


def edge(beyond: Callable[[float], bool], inside: float, end: float) -> float:
    """Where a test that holds inside begins to fail, towards an end of the scale."""
    if not beyond(end):
        return end
    outside = end
    for _ in range(_HALVINGS):
        middle = (inside + outside) / 2
        if beyond(middle):
            outside = middle
        else:
            inside = middle
    return (inside + outside) / 2


def _score(
    before: tuple[float, float],
    after: tuple[float, float],
    difference: float,
    mee: bool,
) -> float:
    """How many standard errors the shares lie from this difference."""
    (x2, n2), (x1, n1) = before, after
    second = _restricted(x1, n1, x2, n2, difference)
    first = min(max(second + difference, 0.0), 1.0)
    variance = first * (1 - first) / n1 + second * (1 - second) / n2
    if not mee:
        variance *= (n1 + n2) / (n1 + n2 - 1)
    gap = x1 / n1 - x2 / n2 - difference
    if variance <= 0:
        return 0.0 if gap == 0 else math.copysign(math.inf, gap)
    return gap / math.sqrt(variance)


def _restricted(x1: float, n1: float, x2: float, n2: float, difference: float) -> float:
    """The likeliest second share if the first is it plus the difference.

    The root of the likelihood's cubic in closed form; where its three roots fall
    together (one share 0, the other 1) the cosine has no angle and the root is taken.
    """
    whole = n1 + n2
    cubic = (n1 + 2 * n2) * difference - whole - (x1 + x2)
    linear = (n2 * difference - whole - 2 * x2) * difference + x1 + x2
    constant = x2 * difference * (1 - difference)
    centre = cubic / (3 * whole)
    square = centre * centre - linear / (3 * whole)
    turned = centre**3 - cubic * linear / (6 * whole * whole) + constant / (2 * whole)
    low, high = max(0.0, -difference), min(1.0, 1 - difference)
    if square <= 1e-14:
        return min(max(-centre, low), high)
    size = math.copysign(math.sqrt(square), turned)
    angle = (math.pi + math.acos(min(max(turned / size**3, -1.0), 1.0))) / 3
    return min(max(2 * size * math.cos(angle) - centre, low), high)
