"""What every chart shares."""

from trigpoint.publication.charts.style import RISK, chart, config, share_axis


def luminance(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [
        p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_labels_and_the_accent_stand_out_from_the_paper() -> None:
    """Every word on a chart has a contrast of 4.5 to 1 or more with white."""
    inks = [config()["axis"]["labelColor"], config()["text"]["color"], RISK]
    assert all(1.05 / (luminance(ink) + 0.05) >= 4.5 for ink in inks)


def test_a_share_is_always_drawn_from_none_to_all() -> None:
    """No axis of shares is cut short."""
    assert share_axis()["scale"]["domain"] == [0, 1]


def test_a_chart_fits_the_width_it_is_given() -> None:
    """Labels are inside the width, not beside it."""
    made = chart({"mark": "bar"}, width=340, height=None)
    assert made["width"] == 340
    assert made["autosize"]["contains"] == "padding"
    assert "height" not in made
