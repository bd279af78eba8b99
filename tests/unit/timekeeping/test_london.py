"""London's clock: two nights a year, hours vanish and come twice."""

from datetime import UTC, date, datetime, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from trigpoint.timekeeping import london

EPOCH = datetime(1970, 1, 1)
WALLS = st.datetimes(datetime(1960, 1, 1), datetime(2055, 12, 31))


def wall(text: str) -> int:
    return (datetime.fromisoformat(text) - EPOCH) // timedelta(microseconds=1)


@pytest.mark.parametrize(
    ("local", "utc"),
    [
        ("2016-07-01T12:00", "2016-07-01T11:00"),
        ("2016-12-01T12:00", "2016-12-01T12:00"),
        # The hour that comes twice: the first is taken.
        ("2016-10-30T01:30", "2016-10-30T00:30"),
        # The hour that never was: read with the offset before the change.
        ("2016-03-27T01:30", "2016-03-27T01:30"),
        # London kept summer time through the winter of 1968 to 1971.
        ("1969-01-01T12:00", "1969-01-01T11:00"),
    ],
)
def test_wall_clock_times_become_instants(local: str, utc: str) -> None:
    """A London time has one instant, in summer, in winter and on the two nights."""
    expected = london.instant(datetime.fromisoformat(utc).replace(tzinfo=UTC))
    assert london.local_instant(datetime.fromisoformat(local)) == expected
    assert london.local_to_instants(np.array([wall(local)]))[0] == expected


@given(WALLS)
def test_one_and_many_agree(moment: datetime) -> None:
    """The table for many times says what the zone file says for one."""
    ours = london.local_to_instants(np.array([wall(moment.isoformat())]))[0]
    assert ours == london.local_instant(moment)
    assert london.local_days(np.array([ours]))[0] == london.day_number(
        london.local_date(int(ours))
    )


def test_a_day_lasts_23_24_or_25_hours() -> None:
    """Days are counted by London's midnights."""
    lengths = [
        london.day_end(day) - london.day_start(day) + 1
        for day in (date(2016, 3, 27), date(2016, 7, 1), date(2016, 10, 30))
    ]
    assert lengths == [23 * london.HOUR, 24 * london.HOUR, 25 * london.HOUR]


def test_a_time_without_zone_is_refused() -> None:
    """An instant needs a zone; the message names the cure."""
    with pytest.raises(ValueError, match="local_instant"):
        london.instant(datetime(2016, 1, 1))


def test_day_numbers_go_there_and_back() -> None:
    """A date is a count of days since 1970, and comes back from it."""
    assert london.from_day_number(london.day_number(date(2016, 2, 29))) == date(
        2016, 2, 29
    )
