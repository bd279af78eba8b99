"""A log in parts of whole children, and each part as the plan's table `known`.

A part is judged and forgotten before the next is read, so memory is bounded by the
largest part and not by the log.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from trigpoint.judgements.sql.codes import KIND_NUMBERS
from trigpoint.vocabulary.event_kinds import EventKind

Log = pa.Table | Path | Sequence[Path]

#: Columns that a part needs whatever the standards ask.
NEEDED = (
    "child",
    "child_no",
    "event",
    "kind",
    "earliest",
    "latest",
    "recorded",
    "replaced",
    "adult",
)


@dataclass(frozen=True, slots=True)
class Part:
    """Whole children of a log, known or not, in order of (child_no, seq).

    `order[i]`: the place in `events` of the event that is i-th by (child, latest, seq).
    """

    events: pa.Table
    known: pa.Table
    order: np.ndarray


def parts(log: Log, columns: Sequence[str], *, size: int) -> Iterator[pa.Table]:
    """The log in parts of about so many events, no child split; refuses disorder."""
    pieces = _pieces(log, columns)
    held: list[pa.Table] = []
    count = 0
    for piece in pieces:
        held.append(piece)
        count += len(piece)
        if count < size:
            continue
        table = pa.concat_tables(held)
        while len(table) >= size:
            cut = _boundary(table, size)
            if cut is None:
                break
            yield table.slice(0, cut)
            table = table.slice(cut)
        held, count = [table], len(table)
    rest = pa.concat_tables(held) if held else None
    if rest is not None and len(rest):
        yield rest


def _pieces(log: Log, columns: Sequence[str]) -> Iterator[pa.Table]:
    if isinstance(log, pa.Table):
        yield log.select(columns)
        return
    paths = [log] if isinstance(log, str | Path) else log
    for path in paths:
        file = pq.ParquetFile(path, read_dictionary=_texts(columns))
        for group in range(file.num_row_groups):
            yield file.read_row_group(group, columns=list(columns)).unify_dictionaries()


def _texts(columns: Sequence[str]) -> list[str]:
    plain = {
        "child",
        "child_no",
        "event",
        "earliest",
        "latest",
        "recorded",
        "replaced",
        "adult",
    }
    return [name for name in columns if name not in plain]


def _boundary(table: pa.Table, size: int) -> int | None:
    """Where the child that holds row `size` begins, or else ends; None if the last."""
    child = table["child_no"].to_numpy()
    if size >= len(child):
        return None
    begins = int(np.searchsorted(child, child[size], side="left"))
    if begins:
        return begins
    ends = int(np.searchsorted(child, child[size], side="right"))
    return ends if ends < len(child) else None


def prepared(
    events: pa.Table, columns: frozenset[str], kinds: frozenset[EventKind], as_at: int
) -> Part:
    """One part as the table `known`: on record at `as_at`, of the kinds judged."""
    child = events["child_no"].to_numpy()
    latest = events["latest"].to_numpy()
    order = _order_by_end(child, latest)
    ends = np.empty(len(order), np.int64)
    ends[order] = np.arange(len(order))
    number = _kind_numbers(events["kind"])
    wanted = np.isin(number, [KIND_NUMBERS[kind] for kind in kinds])
    recorded = events["recorded"].to_numpy()
    replaced = pc.fill_null(events["replaced"], np.iinfo(np.int64).max).to_numpy()
    places = np.flatnonzero(wanted & (recorded <= as_at) & (replaced > as_at))
    given = {
        "child": child,
        "seq": np.arange(len(events)),
        "ends": ends,
        "kind": number,
    }
    taken = {name: pa.array(values[places]) for name, values in given.items()}
    for name in sorted(columns - taken.keys()):
        taken[name] = events[name].take(pa.array(places))
    return Part(events, pa.table(taken), order)


def _order_by_end(child: np.ndarray, latest: np.ndarray) -> np.ndarray:
    """Places ordered by (child, latest, place); refuses children out of order."""
    order = np.arange(len(child))
    if len(child) < 2:
        return order
    step = np.diff(child)
    if (step < 0).any():
        msg = "The log is not sorted by child_no and seq: sort it, then judge it."
        raise ValueError(msg)
    falls = (step == 0) & (np.diff(latest) < 0)
    if not falls.any():
        return order
    # Only children with a span that ends before an earlier one does need sorting.
    odd = np.isin(child, np.unique(child[1:][falls]))
    places = np.flatnonzero(odd)
    order[places] = places[np.lexsort((places, latest[places], child[places]))]
    return order


def _kind_numbers(kind: pa.ChunkedArray) -> np.ndarray:
    names = pa.array([kind.value for kind in KIND_NUMBERS], pa.string())
    if not pa.types.is_dictionary(kind.type):
        return (
            pc.fill_null(pc.index_in(kind, value_set=names), -1)
            .to_numpy()
            .astype(np.int8)
        )
    found = []
    for chunk in kind.chunks:
        meaning = pc.fill_null(pc.index_in(chunk.dictionary, value_set=names), -1)
        found.append(meaning.to_numpy(zero_copy_only=False)[chunk.indices.to_numpy()])
    return np.concatenate(found).astype(np.int8) if found else np.empty(0, np.int8)
