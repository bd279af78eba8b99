"""Two sources record one happening, one to the minute and one to the day."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from trigpoint.chronology.event import Event
from trigpoint.judgements.coarse import coarse_events, coarse_rows
from trigpoint.timekeeping.span import Span
from trigpoint.vocabulary.event_kinds import EventKind

KINDS = (EventKind.MISSING_REPORTED, EventKind.MISSING_RETURNED)
ROWS = st.lists(
    st.tuples(
        st.integers(0, 2), st.integers(0, 1), st.integers(0, 2), st.integers(0, 12),
        st.integers(0, 6),
    ),
    max_size=25,
)  # fmt: skip


def event(
    seq: int, child: int, kind: int, source: int, earliest: int, length: int
) -> Event:
    return Event(
        child=f"C{child}", seq=seq, event=f"E{seq}", kind=KINDS[kind],
        happened=Span(earliest, earliest + length), recorded=0, agency="POLICE",
        source=f"s{source}", reference="", about="", facts={},
    )  # fmt: skip


def test_the_exact_record_speaks() -> None:
    """A day around a minute of another source is coarse; of its own source it is not."""
    day, minute = event(0, 0, 0, 1, 0, 10), event(1, 0, 0, 2, 4, 0)
    assert coarse_events([day, minute]) == {0}
    assert coarse_events([day, event(1, 0, 0, 1, 4, 0)]) == frozenset()
    assert coarse_events([day, event(1, 0, 0, 2, 0, 10)]) == frozenset()
    assert coarse_events([day, event(1, 0, 0, 2, 8, 5)]) == frozenset()


@given(ROWS)
def test_many_children_at_once_are_as_one_by_one(rows: list) -> None:
    """The same flags, whatever the order of rows."""
    events = [event(seq, *row) for seq, row in enumerate(rows)]
    expected = set()
    for child in {one.child for one in events}:
        for kind in KINDS:
            expected |= coarse_events(
                [one for one in events if one.child == child and one.kind == kind]
            )
    table = np.array(rows, dtype=np.int64).reshape(-1, 5)
    found = coarse_rows(*table[:, :4].T, table[:, 3] + table[:, 4])
    assert set(np.flatnonzero(found).tolist()) == expected
