"""Differences in words."""

from trigpoint.estimates.difference import miettinen_nurminen
from trigpoint.publication.differences import change, points


def test_signs_are_no_hyphens() -> None:
    """And nothing is 0 points, without one."""
    assert points(-0.17) == "\N{MINUS SIGN}17 points"
    assert points(0.001) == "0 points"
    assert change(miettinen_nurminen((3, 10), (0, 0))) == "unknown"
    assert change(miettinen_nurminen((40, 100), (60, 100))).startswith(
        "+20 points (+6 to"
    )
