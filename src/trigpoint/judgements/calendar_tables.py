"""The tables from which the batch engine reads due times, built once by the calendar."""

from datetime import date
from functools import cache

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from trigpoint.judgements.deadline import due_instant
from trigpoint.judgements.sql.deadline import Limits
from trigpoint.standards.language import ServiceHours, Simple
from trigpoint.timekeeping.calendar import BeyondCalendar, Calendar, Opening
from trigpoint.timekeeping.london import DAY, day_end, day_start, local_date

_DEADLINES = pa.schema(
    [
        ("limit_no", pa.int32()),
        ("utc_day", pa.int32()),
        ("begins", pa.int64()),
        ("ends", pa.int64()),
        ("due", pa.int64()),
    ]
)
_OPENINGS = pa.schema(
    [("limit_no", pa.int32())]
    + [(name, pa.int64()) for name in ("opens", "closes", "before", "since")]
)


def deadline_table(limits: Limits, known: pa.Table, calendar: Calendar) -> pa.Table:
    """For each limit by day and each UTC day of the events, the due instants.

    A UTC day holds the parts of two London days in summer; each has its row, from
    `begins` up to `ends`. A due time beyond the calendar is null.
    """
    by_day = limits.by_day()
    rows = [
        (number, utc_day, begins, ends, _due(limit, day, calendar))
        for utc_day in (_utc_days(known) if by_day else ())
        for day, begins, ends in _london_parts(utc_day)
        for limit, number in by_day.items()
    ]
    columns = list(zip(*rows, strict=True)) or [()] * len(_DEADLINES)
    return pa.table(
        [pa.array(c, f.type) for c, f in zip(columns, _DEADLINES, strict=True)],
        schema=_DEADLINES,
    )


def opening_table(limits: Limits, calendar: Calendar) -> pa.Table:
    """For each limit by service hours, when the service is open."""
    rows = [
        (number, one.opens, one.closes, one.before, one.since)
        for limit, number in limits.services().items()
        for one in _openings(limit, calendar)
    ]
    columns = list(zip(*rows, strict=True)) or [()] * len(_OPENINGS)
    return pa.table(
        [pa.array(c, f.type) for c, f in zip(columns, _OPENINGS, strict=True)],
        schema=_OPENINGS,
    )


def _openings(limit: ServiceHours, calendar: Calendar) -> tuple[Opening, ...]:
    return calendar.openings(limit.opens, limit.closes, limit.working_days_only)


def _utc_days(known: pa.Table) -> list[int]:
    """The UTC days on which any event begins or ends, and perhaps others."""
    if not len(known):
        return []
    first = pc.min(known["earliest"]).as_py() // DAY
    last = pc.max(known["latest"]).as_py() // DAY
    if last - first < len(known):
        return list(range(first, last + 1))
    ends = (known[name].to_numpy() // DAY for name in ("earliest", "latest"))
    return np.unique(np.concatenate(list(ends))).tolist()


@cache
def _london_parts(utc_day: int) -> tuple[tuple[date, int, int], ...]:
    """The half-open parts of a UTC day that lie within one London day each."""
    at, stop = utc_day * DAY, (utc_day + 1) * DAY
    found = []
    while at < stop:
        day = local_date(at)
        end = min(stop, day_end(day) + 1)
        found.append((day, at, end))
        at = end
    return tuple(found)


@cache
def _due(limit: Simple, day: date, calendar: Calendar) -> int | None:
    """The due instant of any trigger of that London day, None beyond the calendar."""
    try:
        return due_instant(limit, day_start(day), calendar)
    except BeyondCalendar:
        return None
