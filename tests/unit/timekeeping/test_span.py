"""A time may be known only as a span."""

from datetime import date

import pytest

from trigpoint.timekeeping import span
from trigpoint.timekeeping.london import HOUR


def test_a_date_spans_its_london_day() -> None:
    """A summer day begins at 23:00 UTC of the day before."""
    day = span.on(date(2016, 7, 1))
    assert not day.exact
    assert day.latest - day.earliest == 24 * HOUR - 1


def test_an_exact_time_has_no_width() -> None:
    """An exact time is its own earliest and latest."""
    assert span.at(5).exact


def test_two_times_overlap_if_they_could_be_one() -> None:
    """An exact time overlaps the day on which it lies, and no other."""
    day = span.on(date(2016, 7, 1))
    assert day.overlaps(span.at(day.latest))
    assert not day.overlaps(span.at(day.latest + 1))


def test_a_span_cannot_run_backwards() -> None:
    """A span that ends before it begins is refused."""
    with pytest.raises(ValueError, match="before it begins"):
        span.Span(2, 1)
