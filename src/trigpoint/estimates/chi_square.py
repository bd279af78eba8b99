"""The chi-square distribution: its upper tail, and its quantiles.

Own code, so that a test of difference needs no large library: the regularised
incomplete gamma function by series and by continued fraction (Abramowitz and Stegun
1964, 6.5.29 and 6.5.31).
"""

import math

_SMALL = 1e-300
_PRECISION = 1e-14
_STEPS = 10_000


def upper_tail(value: float, degrees: int) -> float:
    """The chance of a larger value than this, by chance alone."""
    if degrees < 1:
        msg = f"Chi-square has 1 degree of freedom or more, not {degrees}."
        raise ValueError(msg)
    if value <= 0:
        return 1.0
    shape, x = degrees / 2, value / 2
    if x < shape + 1:
        return 1.0 - _series(shape, x)
    return _fraction(shape, x)


def quantile(share: float, degrees: int) -> float:
    """The value below which this share of chi-square values lies, to 1e-10."""
    if not 0 < share < 1:
        msg = f"A quantile lies strictly between 0 and 1, not at {share}."
        raise ValueError(msg)
    low, high = 0.0, float(degrees) + 10
    while 1 - upper_tail(high, degrees) < share:
        high *= 2
    while high - low > 1e-10 * max(1.0, high):
        middle = (low + high) / 2
        if 1 - upper_tail(middle, degrees) < share:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def _front(shape: float, x: float) -> float:
    return math.exp(-x + shape * math.log(x) - math.lgamma(shape))


def _series(shape: float, x: float) -> float:
    """The lower regularised gamma function, for x below shape + 1."""
    term = total = 1.0 / shape
    for step in range(1, _STEPS):
        term *= x / (shape + step)
        total += term
        if abs(term) < abs(total) * _PRECISION:
            break
    return total * _front(shape, x)


def _fraction(shape: float, x: float) -> float:
    """The upper regularised gamma function, for x from shape + 1 (Lentz's method)."""
    b = x + 1 - shape
    c, d = 1 / _SMALL, 1 / b
    total = d
    for step in range(1, _STEPS):
        a = -step * (step - shape)
        b += 2
        d = a * d + b
        d = 1 / (d if abs(d) > _SMALL else _SMALL)
        c = b + a / c
        c = c if abs(c) > _SMALL else _SMALL
        total *= c * d
        if abs(c * d - 1) < _PRECISION:
            break
    return total * _front(shape, x)
