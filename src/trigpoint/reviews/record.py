"""How an agency kept its record in a round: which fields it filled, how late, how often
put back. Nothing here says whether children were protected; it says whether the record of it
can be compared."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from trigpoint.timekeeping.london import DAY

#: Entered within so long of what it tells of: a day, a week, four weeks, or later.
LAGS = (DAY, 7 * DAY, 28 * DAY)
LAG_WORDS = ("within a day", "within a week", "within four weeks", "later")
#: Columns of the log that are no field somebody fills in.
_NOT_FIELDS = frozenset(
    {
        "child", "child_no", "seq", "event", "kind", "earliest", "latest", "recorded",
        "replaced", "source", "agency", "about", "adult", "reference", "source_file",
        "source_sheet", "source_row", "actor_rank", "actor_skills",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Counts of events that happened in the round, of one agency.

    `fields`: (kind of event, field) -> (filled in, events). `lags`: events by how long after
    they happened they were entered, in the bands of `LAGS`. `put_back`: (events that a later
    entry moved to an earlier day, events).
    """

    fields: Mapping[tuple[str, str], tuple[int, int]] = field(default_factory=dict)
    lags: tuple[int, ...] = (0,) * (len(LAGS) + 1)
    put_back: tuple[int, int] = (0, 0)


NO_RECORD = Record()


def record_of(log: pa.Table, *, holder: str, window: tuple[int, int]) -> Record:
    """The record of an agency's events in a window, from a run's log of versions."""
    inside = pc.and_(
        pc.equal(log["agency"], holder),
        pc.and_(
            pc.greater_equal(log["earliest"], window[0]),
            pc.less(log["earliest"], window[1]),
        ),
    )
    rows = log.filter(inside).sort_by(
        [("event", "ascending"), ("recorded", "ascending")]
    )
    if not len(rows):
        return NO_RECORD
    event = rows["event"].combine_chunks().dictionary_encode().indices.to_numpy()
    first = np.r_[True, event[1:] != event[:-1]]
    last = np.r_[event[1:] != event[:-1], True]
    happened, entered = (
        rows[name].to_numpy().astype(np.int64) for name in ("latest", "recorded")
    )
    lag = entered[first] - happened[first]
    bands = np.bincount(np.searchsorted(LAGS, lag), minlength=len(LAGS) + 1)
    back = happened[last] < happened[first] - DAY
    return Record(
        fields=_fields(rows.filter(pa.array(last))),
        lags=tuple(bands.tolist()),
        put_back=(int(back.sum()), len(back)),
    )


def _fields(rows: pa.Table) -> dict[tuple[str, str], tuple[int, int]]:
    """(kind, field) -> (filled, of), for fields that the kind has at all."""
    found = {}
    names = [name for name in rows.column_names if name not in _NOT_FIELDS]
    for kind in sorted(pc.unique(rows["kind"]).to_pylist()):
        own = rows.filter(pc.equal(rows["kind"], kind))
        for name in names:
            filled = pc.fill_null(pc.not_equal(own[name].cast(pa.string()), ""), False)
            number = int(pc.sum(filled).as_py() or 0)
            if number:
                found[kind, name] = (number, len(own))
    return found
