"""The drawing of a control chart."""

from trigpoint.publication.charts.control_chart import describe
from trigpoint.publication.charts.style import RISK
from trigpoint.publication.drawing import svg

ROWS = [
    {"month": f"2016-{n:02d}", "share": share, "low": 0.4, "high": 0.8, "centre": 0.6,
     "signal": share > 0.8}
    for n, share in enumerate((0.6, 0.62, 0.9), start=1)
]  # fmt: skip


def test_a_signal_takes_the_accent_only_where_it_is_one_of_risk() -> None:
    """A month above its range is no alarm where more duties were met."""
    met = svg(describe(ROWS, last_baseline="2016-02", width=700), "t")
    risk = svg(describe(ROWS, last_baseline="2016-02", width=700, risk=True), "t")
    assert RISK not in met
    assert RISK in risk


def test_the_end_of_the_baseline_is_marked() -> None:
    """The reader sees which months fixed the range."""
    drawn = svg(describe(ROWS, last_baseline="2016-02", width=700), "t")
    assert "baseline ends" in drawn
    assert "usual range" in drawn
