"""Dots for serious allocations."""

from trigpoint.findings.allocation import KINDS
from trigpoint.publication.charts.serious_allocations import SHADES, describe
from trigpoint.publication.charts.style import RISK
from trigpoint.publication.drawing import svg


def test_every_kind_has_a_shade_and_one_alone_takes_the_accent() -> None:
    """Neither accredited nor supervised is the one that is drawn as risk."""
    assert set(SHADES) == set(KINDS)
    assert [kind for kind, shade in SHADES.items() if shade == RISK] == [KINDS[2]]


def test_each_row_is_a_dot() -> None:
    """Three allocations of a month are three dots, one above another."""
    rows = [{"month": "2016-07", "place": n, "kind": KINDS[0]} for n in (1, 2, 3)]
    drawn = svg(describe(rows, tallest=3, width=340), "t")
    assert drawn.count(SHADES[KINDS[0]]) >= 3
    assert "Jul 2016" in drawn
