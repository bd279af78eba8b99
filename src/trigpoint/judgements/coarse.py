"""Which events are another source's coarser record of something known more exactly.

One agency writes the minute and another the day: both are kept, and the exact one speaks. A
coarser record neither fulfils nor excuses a duty. It is coarse where an event of the same kind,
child and another source lies wholly within its span and is shorter.
"""

from collections.abc import Sequence

import numpy as np

from trigpoint.chronology.event import Event


def coarse_events(events: Sequence[Event]) -> frozenset[int]:
    """The `seq` of each coarse one among a child's events of one kind."""
    spans = [(e, e.happened.latest - e.happened.earliest) for e in events]
    return frozenset(
        event.seq
        for event, length in spans
        if length > 0
        and any(
            other.source != event.source
            and shorter < length
            and event.happened.earliest <= other.happened.earliest
            and other.happened.latest <= event.happened.latest
            for other, shorter in spans
        )
    )


def coarse_rows(
    child: np.ndarray,
    kind: np.ndarray,
    source: np.ndarray,
    earliest: np.ndarray,
    latest: np.ndarray,
) -> np.ndarray:
    """The same for many children at once: one flag a row.

    Each array has one number a row (`source` any numbering). Cost grows with the number of
    rows, and with how many lie within one span.
    """
    found = np.zeros(len(child), dtype=bool)
    asked = np.flatnonzero(latest > earliest)
    if not len(asked) or source.min() == source.max():
        return found
    times, rank = np.unique(earliest, return_inverse=True)
    width = len(times) + 1
    group = (child - child.min()).astype(np.int64) * 128 + kind
    key = group * width + rank
    order = np.argsort(key, kind="stable")
    keys = key[order]
    begins = group[asked] * width
    first = np.searchsorted(keys, begins + np.searchsorted(times, earliest[asked]))
    last = np.searchsorted(
        keys, begins + np.searchsorted(times, latest[asked], side="right")
    )
    length = latest - earliest
    while len(asked):
        open_ = first < last
        asked, first, last = asked[open_], first[open_], last[open_]
        other = order[first]
        finer = (
            (source[other] != source[asked])
            & (length[other] < length[asked])
            & (latest[other] <= latest[asked])
        )
        found[asked[finer]] = True
        asked, first, last = asked[~finer], first[~finer] + 1, last[~finer]
    return found
