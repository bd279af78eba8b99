"""How a difference between two shares, and a verdict on it, is said: one way everywhere."""

from trigpoint.estimates.difference import Difference
from trigpoint.reviews.verdict import Called

VERDICTS = {
    Called.IMPROVED: "Improved",
    Called.NO_CLEAR_CHANGE: "No clear change",
    Called.DETERIORATED: "Deteriorated",
    Called.NOT_ENOUGH: "Not enough evidence",
}


def signed(number: float, digits: int = 0) -> str:
    """+3, −17: with the sign that is no hyphen."""
    return f"{number:+.{digits}f}".replace("-", "\N{MINUS SIGN}")


def points(share: float) -> str:
    """+3 points, -17 points, 0 points."""
    whole = round(share * 100)
    return f"{signed(whole)} points" if whole else "0 points"


def change(difference: Difference) -> str:
    """-17 points (-25 to -9)."""
    if difference.value is None:
        return "unknown"
    assert difference.low is not None
    assert difference.high is not None
    low, high = round(difference.low * 100), round(difference.high * 100)
    return f"{points(difference.value)} ({signed(low)} to {signed(high)})"
