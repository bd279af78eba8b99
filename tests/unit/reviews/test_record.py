"""How an agency kept its record: fields, lag of entry, entries put back."""

import pyarrow as pa

from trigpoint.reviews.record import NO_RECORD, record_of
from trigpoint.timekeeping.london import DAY


def log(*rows: tuple) -> pa.Table:
    """event, kind, day it happened, days until entered, grade, agency."""
    made = [
        {
            "event": event, "kind": kind, "earliest": day * DAY, "latest": day * DAY,
            "recorded": int((day + lag) * DAY), "grade": grade, "agency": agency,
            "child": "C1",
        }
        for event, kind, day, lag, grade, agency in rows
    ]  # fmt: skip
    return pa.Table.from_pylist(made)


def test_fields_lags_and_entries_put_back() -> None:
    """Other agencies and other times do not count; an event's newest version says what is
    filled in, its first when it was entered."""
    found = record_of(
        log(
            ("E1", "A", 10, 0.5, "HIGH", "POLICE"),
            ("E2", "A", 11, 3, "", "POLICE"),
            ("E2", "A", 9, 12, "LOW", "POLICE"),
            ("E3", "A", 12, 40, None, "POLICE"),
            ("E4", "A", 12, 1, "HIGH", "LA"),
            ("E5", "A", 99, 1, "HIGH", "POLICE"),
        ),
        holder="POLICE",
        window=(5 * DAY, 50 * DAY),
    )
    assert found.fields == {("A", "grade"): (2, 3)}
    assert found.lags == (1, 1, 0, 1)
    assert found.put_back == (1, 3)


def test_nothing_in_the_round() -> None:
    """No events, no record."""
    rows = log(("E1", "A", 10, 1, "HIGH", "POLICE"))
    assert record_of(rows, holder="LA", window=(0, 50 * DAY)) == NO_RECORD
