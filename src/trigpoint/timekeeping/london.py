"""Europe/London, the clock of every duty: local dates and times to and from UTC.

Inside the core an instant is an integer: microseconds since 1970 UTC. Shells turn
it into a zoned datetime at the edge.
"""

from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

import numpy as np

LONDON = ZoneInfo("Europe/London")
MICROSECOND = 1
SECOND = 1_000_000
MINUTE = 60 * SECOND
HOUR = 60 * MINUTE
DAY = 24 * HOUR
#: Answers kept: many standards ask for the day of one event.
_KEPT = 16_384
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_EPOCH_DATE = date(1970, 1, 1)


def instant(moment: datetime) -> int:
    """Microseconds since 1970 UTC of a zoned datetime; refuses one without a zone."""
    if moment.tzinfo is None:
        msg = f"{moment.isoformat()} has no time zone: give one, or use local_instant."
        raise ValueError(msg)
    return (moment - _EPOCH) // timedelta(microseconds=1)


def local_instant(moment: datetime) -> int:
    """The instant of a wall-clock time in London; of an hour that happens twice, the first."""
    return instant(moment.replace(tzinfo=LONDON, fold=0))


def moment(at: int) -> datetime:
    """The instant as a datetime in London."""
    return (_EPOCH + timedelta(microseconds=at)).astimezone(LONDON)


@lru_cache(_KEPT)
def day_start(day: date) -> int:
    """The first microsecond of a London day."""
    return local_instant(datetime(day.year, day.month, day.day))  # noqa: DTZ001 - zoned inside


def day_end(day: date) -> int:
    """The last microsecond of a London day."""
    return day_start(day + timedelta(days=1)) - 1


@lru_cache(_KEPT)
def local_date(at: int) -> date:
    """The London date on which an instant falls."""
    return moment(at).date()


def _transitions() -> tuple[np.ndarray, np.ndarray]:
    """UTC instants at which London's offset changes, 1950-2060, and the offset after each."""
    starts = [np.iinfo(np.int64).min]
    offsets = [0]
    step = timedelta(hours=1)
    hour, stop = datetime(1950, 1, 1, tzinfo=UTC), datetime(2061, 1, 1, tzinfo=UTC)
    before = hour.astimezone(LONDON).utcoffset()
    # Whole weeks first: the offset never changed twice within one.
    while hour < stop:
        after = (hour + timedelta(days=7)).astimezone(LONDON).utcoffset()
        if after is not None and after != before:
            change = hour
            while change.astimezone(LONDON).utcoffset() == before:
                change += step
            starts.append(instant(change))
            offsets.append(int(after.total_seconds()) * SECOND)
            before = after
        hour += timedelta(days=7)
    return np.array(starts), np.array(offsets)


_CACHE: list[tuple[np.ndarray, np.ndarray]] = []


def _table() -> tuple[np.ndarray, np.ndarray]:
    if not _CACHE:
        _CACHE.append(_transitions())
    return _CACHE[0]


def local_to_instants(wall: np.ndarray) -> np.ndarray:
    """Instants of many wall-clock times (int64 microseconds since 1970, no zone).

    Of an hour that happens twice the first is taken; a time that never happened
    (the spring hour) is read with the offset before the change, as `zoneinfo` does.
    """
    starts, offsets = _table()
    walls = starts.copy()
    walls[1:] = starts[1:] + np.maximum(offsets[1:], offsets[:-1])
    index = np.searchsorted(walls, wall, side="right") - 1
    return wall - offsets[index]


def repeated(wall: np.ndarray) -> np.ndarray:
    """Which of many wall-clock times happened twice, as the clock went back."""
    starts, offsets = _table()
    back = np.flatnonzero(offsets[1:] < offsets[:-1]) + 1
    begins, ends = starts[back] + offsets[back], starts[back] + offsets[back - 1]
    index = np.searchsorted(begins, wall, side="right") - 1
    return (index >= 0) & (wall < ends[np.maximum(index, 0)])


def local_days(at: np.ndarray) -> np.ndarray:
    """London dates of many instants, as int32 days since 1970."""
    starts, offsets = _table()
    index = np.searchsorted(starts, at, side="right") - 1
    return ((at + offsets[index]) // DAY).astype(np.int32)


def day_number(day: date) -> int:
    """Days since 1970-01-01."""
    return (day - _EPOCH_DATE).days


def from_day_number(number: int) -> date:
    """The date that many days after 1970-01-01."""
    return _EPOCH_DATE + timedelta(days=int(number))
