"""The tables from which the batch engine reads due times, built once by the calendar."""

import numpy as np
import pyarrow as pa

from trigpoint.judgements.deadline import due_instant
from trigpoint.judgements.sql.deadline import Limits
from trigpoint.standards.language import ServiceHours, Simple
from trigpoint.timekeeping.calendar import BeyondCalendar, Calendar, Opening
from trigpoint.timekeeping.london import DAY, day_end, local_date

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
    rows: list[tuple[int, int, int, int, int | None]] = []
    by_day = limits.by_day()
    for day in _utc_days(known) if by_day else ():
        for begins, ends in _london_parts(day):
            for limit, number in by_day.items():
                rows.append((number, day, begins, ends, _due(limit, begins, calendar)))
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
    """The UTC days on which any event begins or ends."""
    ends = [known[name].to_numpy() // DAY for name in ("earliest", "latest")]
    return [int(day) for day in np.unique(np.concatenate([np.unique(e) for e in ends]))]


def _london_parts(day: int) -> list[tuple[int, int]]:
    """The half-open parts of a UTC day that lie within one London day each."""
    at, stop = day * DAY, (day + 1) * DAY
    found = []
    while at < stop:
        end = min(stop, day_end(local_date(at)) + 1)
        found.append((at, end))
        at = end
    return found


def _due(limit: Simple, at: int, calendar: Calendar) -> int | None:
    try:
        return due_instant(limit, at, calendar)
    except BeyondCalendar:
        return None
