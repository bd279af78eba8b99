"""A log in parts of whole children, and each part as the plan's table `known`.

A part is judged and forgotten before the next is read, so memory is bounded by the
largest part and not by the log.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from trigpoint.judgements.coarse import coarse_rows
from trigpoint.judgements.sql.codes import KIND_NUMBERS
from trigpoint.vocabulary.event_kinds import EventKind

#: A log in memory, as a file, or as files that follow one another.
Log: TypeAlias = pa.Table | Path | Sequence[Path]

#: Columns of the log that a part needs whatever the standards ask.
NEEDED = frozenset(
    {"child", "child_no", "event", "kind", "earliest", "latest"}
    | {"recorded", "replaced", "adult", "source"}
)

#: Columns of which the result is made.
_NAMED = ["child", "child_no", "event", "earliest", "latest"]

#: Columns of `known` that the engine itself makes.
ENGINE_COLUMNS = frozenset({"seq", "ends", "coarse"})

#: Rows of a piece that is handed to an engine.
_BATCH = 122_880

#: Columns that hold another text, or a number, on nearly every row.
_VARIED = NEEDED - {"kind", "source"}


@dataclass(frozen=True, slots=True)
class Part:
    """Whole children of a log, known or not, in order of (child_no, seq).

    `events` holds only what the result names; `order[i]` is the place in it of the
    event that is i-th by (child, latest, seq).
    """

    events: pa.Table
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
    """Columns read as a few texts and their numbers."""
    return [name for name in columns if name not in _VARIED]


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
) -> tuple[Part, pa.Table]:
    """One part, and its table `known`: on record at `as_at`, of the kinds judged."""
    child = events["child_no"].to_numpy()
    latest = events["latest"].to_numpy()
    order = _order_by_end(child, latest)
    ends = np.empty_like(order)
    ends[order] = np.arange(len(order))
    number = _kind_numbers(events["kind"])
    judged = np.zeros(len(KIND_NUMBERS) + 1, bool)  # the last: no kind we know, -1
    judged[[KIND_NUMBERS[kind] for kind in kinds]] = True
    wanted = judged[number] & (events["recorded"].to_numpy() <= as_at)
    if events["replaced"].null_count < len(events):
        never = np.iinfo(np.int64).max
        wanted &= pc.fill_null(events["replaced"], never).to_numpy() > as_at
    places = np.flatnonzero(wanted)
    # By kind: an engine that asks for a few kinds then passes over the others' blocks.
    places = places[np.argsort(number[places], kind="stable")]
    given = {"child": child, "ends": ends, "kind": number}
    taken = {name: pa.array(values[places]) for name, values in given.items()}
    taken["seq"] = pa.array(places)
    taken["coarse"] = pa.array(_coarse(events, taken, places))
    chosen = pa.array(places)
    for name in sorted(columns - taken.keys()):
        taken[name] = events[name].take(chosen)
    return Part(events.select(_NAMED), order), _in_batches(pa.table(taken))


def _coarse(
    events: pa.Table, taken: dict[str, pa.Array], places: np.ndarray
) -> np.ndarray:
    """Which of the events at these places another source records more exactly."""
    source = events["source"].take(pa.array(places)).combine_chunks()
    if not pa.types.is_dictionary(source.type):
        source = source.dictionary_encode()
    return coarse_rows(
        taken["child"].to_numpy(),
        taken["kind"].to_numpy(),
        source.indices.to_numpy(zero_copy_only=False),
        events["earliest"].to_numpy()[places],
        events["latest"].to_numpy()[places],
    )


def _in_batches(table: pa.Table) -> pa.Table:
    """The same rows in pieces that an engine may read side by side."""
    return pa.Table.from_batches(table.to_batches(max_chunksize=_BATCH), table.schema)


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
    block = np.concatenate(([0], np.cumsum(step > 0)))
    odd = np.zeros(block[-1] + 1, bool)
    odd[block[1:][falls]] = True
    places = np.flatnonzero(odd[block])
    order[places] = places[np.lexsort((places, latest[places], block[places]))]
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
