"""The drawing of a control chart."""

from trigpoint.publication.charts.control_chart import describe
from trigpoint.publication.charts.style import RISK
from trigpoint.publication.drawing import svg

ROWS = [
    {"month": f"2016-{n:02d}", "share": share, "low": 0.4, "high": 0.8, "centre": 0.6,
     "signal": not 0.4 <= share <= 0.8}
    for n, share in enumerate((0.6, 0.62, 0.9), start=1)
]  # fmt: skip


def test_a_signal_takes_the_accent_only_where_it_is_one_of_risk() -> None:
    """More duties met, or fewer failures, are no alarm; more failures of risk are."""
    met = svg(describe(ROWS, last_baseline="2016-02", width=700), "t")
    risk = svg(describe(ROWS, last_baseline="2016-02", width=700, risk=True), "t")
    assert RISK not in met
    assert RISK in risk
    fewer = [row | {"share": min(0.3, row["share"])} for row in ROWS]
    assert RISK not in svg(
        describe(fewer, last_baseline="2016-02", width=700, risk=True), "t"
    )


def test_the_end_of_the_baseline_is_marked() -> None:
    """The reader sees which months fixed the range."""
    drawn = svg(describe(ROWS, last_baseline="2016-02", width=700), "t")
    assert "baseline ends" in drawn
    assert "usual range" in drawn
