"""Dates as files write them: one decision for a column."""

from datetime import datetime

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from trigpoint.records.dates import read_dates
from trigpoint.timekeeping import london

WRITTEN = {
    "yyyy-mm-dd": "%Y-%m-%dT%H:%M:%S",
    "dd/mm/yyyy": "%d/%m/%Y %H:%M:%S",
    "yyyy/mm/dd": "%Y/%m/%d %H:%M:%S",
    "yyyy-Mon-dd": "%Y-%b-%d %H:%M:%S",
    "dd-Mon-yyyy": "%d-%b-%Y %H:%M:%S",
}


@given(
    st.lists(st.datetimes(datetime(1990, 1, 1), datetime(2030, 1, 1)), min_size=1),
    st.sampled_from(sorted(WRITTEN)),
)
def test_what_was_written_comes_back(moments: list[datetime], pattern: str) -> None:
    """In every pattern a London time is read as its instant."""
    texts = [moment.strftime(WRITTEN[pattern]) for moment in moments]
    read = read_dates(pa.array(texts), pattern=pattern)
    whole = [moment.replace(microsecond=0) for moment in moments]
    assert read.earliest.to_pylist() == [london.local_instant(each) for each in whole]


def test_one_odd_cell_does_not_change_the_column() -> None:
    """Day first, because one cell can only be that; the misfit is named."""
    read = read_dates(pa.array(["01/02/2016", "31/12/2016", "soon"]))
    assert read.pattern == "dd/mm/yyyy"
    assert london.local_date(read.earliest[0].as_py()).month == 2
    assert read.earliest[2].as_py() is None
    assert [(index, code) for index, code, _ in read.problems] == [
        (2, "unreadable_date")
    ]


def test_a_column_that_could_be_either_is_said() -> None:
    """Where day and month could be swapped in every cell, the reader is told."""
    read = read_dates(pa.array(["01/02/2016", "03/04/2016"]))
    assert "month/day" in read.doubt


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("42370", "2016-01-01"),
        ("20160819", "2016-08-19"),
        ("2016-08-19 00:00:00", "2016-08-19"),
        ("2016-08-19T00:00", "2016-08-19"),
    ],
)
def test_a_date_spans_its_day(text: str, day: str) -> None:
    """Serial numbers, bare digits and midnights are whole days."""
    read = read_dates(pa.array([text]))
    start, end = read.earliest[0].as_py(), read.latest[0].as_py()
    assert london.local_date(start).isoformat() == day
    assert end - start == london.DAY - 1


def test_an_offset_is_believed() -> None:
    """A time with an offset is that instant, whatever London's clock says; midnight too."""
    read = read_dates(pa.array(["2016-08-19T00:00:00+01:00"]))
    assert read.earliest[0].as_py() == read.latest[0].as_py()
    read = read_dates(pa.array(["2016-08-19T10:00:00Z"]))
    assert london.moment(read.earliest[0].as_py()).hour == 11


def test_a_pattern_nobody_knows_is_refused() -> None:
    """The refusal names the patterns there are."""
    with pytest.raises(ValueError, match="yyyymmdd"):
        read_dates(pa.array(["1"]), pattern="d.m.y")


def test_the_hour_that_comes_twice_is_kept_as_either_and_said() -> None:
    """Without an offset 01:30 on the night the clock went back is known to two hours."""
    read = read_dates(
        pa.array(["2016-10-30T01:30", "2016-10-30T02:30", "2016-10-30T01:30+00:00"]),
    )
    width = [
        b - a
        for a, b in zip(read.earliest.to_pylist(), read.latest.to_pylist(), strict=True)
    ]
    assert width == [london.HOUR, 0, 0]
    assert [(at, code) for at, code, _ in read.problems] == [(0, "clock_change_hour")]
    assert read.latest[0] == read.earliest[2]
