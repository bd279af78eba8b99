"""The drawing of a control chart."""

import pytest

from trigpoint.publication.charts.control_chart import LINE_OF_TEXT, describe
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


@pytest.mark.parametrize(
    ("low", "centre", "high"),
    [
        (0.4, 0.6, 0.8),
        (0.9, 0.95, 1.0),
        (0.96, 0.97, 1.0),
        (0, 0.02, 0.05),
        (0.5, 0.5, 0.5),
    ],
)
def test_the_words_at_the_right_do_not_run_together(
    low: float, centre: float, high: float
) -> None:
    """Usual range and baseline stand a line apart, and within the chart."""
    rows = [row | {"low": low, "centre": centre, "high": high} for row in ROWS]
    layers = describe(rows, last_baseline="2016-02", width=700)["layer"]
    (words,) = (one["data"]["values"] for one in layers
                if "text" in one["data"]["values"][0])  # fmt: skip
    at = {word["text"]: word["at"] for word in words}
    assert abs(at["usual range"] - at["baseline"]) >= LINE_OF_TEXT - 1e-9
    assert 0 <= at["usual range"] <= 1


@pytest.mark.parametrize(("width", "most"), [(340, 3), (760, 7)])
def test_as_many_months_are_named_as_have_room(width: int, most: int) -> None:
    """Whatever the number of months; each of a few is named."""
    for count in (2, 13, 30, 61):
        rows = [ROWS[0] | {"month": f"{2010 + n // 12}-{n % 12 + 1:02d}"}
                for n in range(count)]  # fmt: skip
        layers = describe(rows, last_baseline="2010-02", width=width)["layer"]
        assert 1 < len(layers[0]["encoding"]["x"]["axis"]["values"]) <= most
