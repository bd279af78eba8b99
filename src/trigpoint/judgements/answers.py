"""The numbers that the engine's queries answer, turned into rows of the result."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from trigpoint.judgements.judgement import RESULT_SCHEMA
from trigpoint.judgements.outcome import Outcome
from trigpoint.judgements.partitions import Part
from trigpoint.judgements.plan import Plan
from trigpoint.judgements.sql.codes import FAULTS, OUTCOME_NUMBERS, OUTCOMES, WIDTH

#: What each query answers: places and instants, all whole numbers.
_ANSWERED = pa.schema(
    [
        (name, pa.int64())
        for name in (
            "seq", "due_earliest", "due_latest", "decided", "sure", "possible",
            "already", "excused_by", "excuse", "fault",
        )
    ]
)  # fmt: skip
_EXCEPTED = OUTCOME_NUMBERS[Outcome.EXCEPTED]


def result(part: Part, plan: Plan, answered: Sequence[pa.Table]) -> pa.Table:
    """The rows of one part in `RESULT_SCHEMA`, in its order."""
    names = sorted({query.standard.slug for query in plan.queries})
    numbers = [names.index(query.standard.slug) for query in plan.queries]
    lengths = [len(table) for table in answered]
    which = np.repeat(np.arange(len(answered)), lengths)
    # One engine calls a column that cannot be null so, or one that always is; another not.
    table = pa.concat_tables([one.cast(_ANSWERED) for one in answered])
    seq = _whole(table["seq"])
    rank = _rank(part, seq, np.repeat(numbers, lengths), len(names))
    # Of two versions that are both in force the one that was given first comes first.
    order = np.argsort(rank * len(answered) + which)
    table, which, seq = table.take(pa.array(order)), which[order], seq[order]
    return _rows(part, plan, table, which, seq)


def _rank(part: Part, seq: np.ndarray, slug: np.ndarray, slugs: int) -> np.ndarray:
    """A number for each row that orders rows by (child, standard, seq)."""
    child = part.events["child_no"].to_numpy()
    begins = np.flatnonzero(np.diff(child, prepend=child[0] - 1))
    sizes = np.diff(begins, append=len(child))
    place = np.searchsorted(begins, seq, side="right") - 1
    start, size = begins[place], sizes[place]
    return start * slugs + slug * size + seq - start


def _rows(
    part: Part, plan: Plan, table: pa.Table, which: np.ndarray, seq: np.ndarray
) -> pa.Table:
    decided = _whole(table["decided"])
    outcome, missing = decided // WIDTH, decided % WIDTH
    act = _acts(part, table)
    already = _whole(table["already"]) == 1
    exclusion, words = _exclusions(part, plan, table, which, seq, outcome)
    events = part.events.select(["child", "event", "earliest", "latest"])
    events = events.combine_chunks()
    slugs = [query.standard.slug for query in plan.queries]
    versions = [query.standard.version for query in plan.queries]
    makers = {
        "child": lambda: _at(events["child"], seq),
        "standard": lambda: _named(slugs, which),
        "version": lambda: _named(versions, which, pa.int32()),
        "occasion": lambda: _at(events["event"], seq),
        "triggered_earliest": lambda: _at(events["earliest"], seq),
        "triggered_latest": lambda: _at(events["latest"], seq),
        "due_earliest": lambda: table["due_earliest"],
        "due_latest": lambda: table["due_latest"],
        "outcome": lambda: _named([o.value for o in OUTCOMES], outcome),
        "act": lambda: _text_at(events["event"], np.where(already, -1, act)),
        "act_earliest": lambda: _at(events["earliest"], np.where(already, seq, act)),
        "act_latest": lambda: _act_latest(events, already, seq, act),
        "exclusion": lambda: _text_at(events["event"], exclusion),
        "exception": lambda: _named(*words),
        "missing": lambda: _named(plan.words, missing),
        "fault": lambda: _named(FAULTS, _whole(table["fault"])),
    }
    # Each column is a gather of its own, done outside Python's lock.
    with ThreadPoolExecutor() as workers:
        columns = list(workers.map(lambda make: make(), makers.values()))
    return pa.table(dict(zip(makers, columns, strict=True)), schema=RESULT_SCHEMA)


def _act_latest(
    events: pa.Table, already: np.ndarray, seq: np.ndarray, act: np.ndarray
) -> pa.Array:
    """The end of the act; where the duty was done already, the trigger's first instant."""
    ends = _at(events["latest"], act)
    if not already.any():
        return ends
    return pc.if_else(pa.array(already), _at(events["earliest"], seq), ends)


def _acts(part: Part, table: pa.Table) -> np.ndarray:
    """The place of the act named: the sure one, else the possible one, else -1."""
    sure, possible = _whole(table["sure"]), _whole(table["possible"])
    by_end = part.order[np.maximum(sure, 0) // WIDTH]
    return np.where(sure >= 0, by_end, np.where(possible >= 0, possible // WIDTH, -1))


def _exclusions(
    part: Part,
    plan: Plan,
    table: pa.Table,
    which: np.ndarray,
    seq: np.ndarray,
    outcome: np.ndarray,
) -> tuple[np.ndarray, tuple[Sequence[str], np.ndarray]]:
    """The place of the event that excused, and all words with the number of each row's."""
    by_fact, by_event = _whole(table["excused_by"]), _whole(table["excuse"])
    excepted = outcome == _EXCEPTED
    event = part.order[np.maximum(by_event, 0) // WIDTH]
    place = np.where(by_fact >= 0, seq, event)
    position = np.where(by_fact >= 0, by_fact, by_event % WIDTH)
    widest = max(len(query.standard.excepting) for query in plan.queries) + 1
    words = [""] * (widest * len(plan.queries))
    for number, query in enumerate(plan.queries):
        for at, exception in enumerate(query.standard.excepting):
            words[number * widest + at + 1] = exception.words
    chosen = np.where(excepted, which * widest + position + 1, 0)
    return np.where(excepted, place, -1), (words, chosen)


def _whole(column: pa.ChunkedArray) -> np.ndarray:
    return pc.fill_null(column.cast(pa.int64()), -1).to_numpy()


def _named(
    words: Sequence[object], numbers: np.ndarray, kind: pa.DataType | None = None
) -> pa.Array:
    return pa.array(words, kind or pa.string()).take(pa.array(numbers))


def _at(column: pa.ChunkedArray, places: np.ndarray) -> pa.Array:
    """The column's values at the places, null where the place is -1."""
    (values,) = column.chunks
    absent = places < 0
    return values.take(pa.array(places, mask=absent if absent.any() else None))


def _text_at(column: pa.ChunkedArray, places: np.ndarray) -> pa.Array:
    found = _at(column, places)
    return pc.fill_null(found, "") if found.null_count else found
