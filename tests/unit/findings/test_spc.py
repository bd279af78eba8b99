"""Control charts against a baseline that does not move."""

import numpy as np
import pytest

from tests.support.shared import shared_table
from trigpoint.findings.spc import control_chart

MONTHS = [f"{2015 + n // 12}-{n % 12 + 1:02d}" for n in range(24)]


def steady(last: float) -> np.ndarray:
    """Twelve months about 60%, then twelve at `last`."""
    return np.array(
        [60, 62, 58, 61, 59, 60, 63, 57, 60, 61, 59, 60, *[last * 100] * 12]
    )


def test_later_months_do_not_move_the_baseline() -> None:
    """A collapse in the second year leaves the first year's centre and limits alone."""
    of = np.full(24, 100)
    calm, fallen = (
        control_chart(MONTHS, steady(0.6), of),
        control_chart(MONTHS, steady(0.2), of),
    )
    assert calm is not None
    assert fallen is not None
    assert calm.centre == fallen.centre == pytest.approx(0.6)
    assert calm.points[20].low == fallen.points[20].low
    assert calm.signals == ()
    assert len(fallen.signals) == 12
    assert all(point.outside for point in fallen.signals)


def test_seven_in_a_row_on_one_side_are_a_shift() -> None:
    """Seven months a little above signal; six do not."""
    of = np.full(24, 100)
    counts = steady(0.6).astype(float)
    counts[13:19] = 66
    six = control_chart(MONTHS, counts, of)
    counts[19] = 66
    seven = control_chart(MONTHS, counts, of)
    assert six is not None
    assert seven is not None
    assert six.signals == ()
    assert [point.month for point in seven.signals] == MONTHS[13:20]


def test_a_short_series_has_no_chart_and_empty_months_are_left_out() -> None:
    """Fifteen months cannot fix a baseline of eight; a month with none judged is no zero."""
    assert control_chart(MONTHS[:15], steady(0.6)[:15], np.full(15, 100)) is None
    of = np.full(24, 100)
    of[5] = 0
    counts = steady(0.6)
    counts[5] = 0
    made = control_chart(MONTHS, counts, of)
    assert made is not None
    assert MONTHS[5] not in [point.month for point in made.points]


@pytest.mark.shared
def test_limits_are_those_published_for_the_health_service_weeks() -> None:
    """NHS accident weeks: Laney's limits of week 1 are .940129644 to .965669779."""
    rows = shared_table("statistics/spc_nhs_accidents.csv")
    counts = np.array([float(row["r"]) for row in rows])
    of = np.array([float(row["n"]) for row in rows])
    made = control_chart([row["i"] for row in rows], counts, of, baseline=len(rows))
    assert made is not None
    assert made.points[0].low == pytest.approx(0.940129644, abs=1e-6)
    assert made.points[0].high == pytest.approx(0.965669779, abs=1e-6)
