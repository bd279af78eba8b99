"""Judgements as the table that leaves the engine: the columns of judgements.parquet."""

import json
from collections.abc import Callable, Mapping, Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from trigpoint.standards.standard import Standard
from trigpoint.timekeeping.london import HOUR

ZONED = pa.timestamp("us", tz="Europe/London")

#: The contract of judgements.parquet: one row per judgement. `margin_hours` is due
#: minus fulfilled (negative = late). `why` is JSON.
TABLE_SCHEMA = pa.schema(
    [
        ("child", pa.string()),
        ("standard", pa.string()),
        ("version", pa.int32()),
        ("area", pa.string()),
        ("duty_holder", pa.string()),
        ("occasion", pa.string()),
        ("triggered_at", ZONED),
        ("due_at", ZONED),
        ("outcome", pa.string()),
        ("fulfilled_at", ZONED),
        ("margin_hours", pa.float64()),
        ("fault", pa.string()),
        ("agency", pa.string()),
        ("team", pa.string()),
        ("district", pa.string()),
        ("actor", pa.string()),
        ("missing", pa.string()),
        ("why", pa.string()),
    ]
)

MissingWords = Callable[[str, Standard], str]


def contract_table(
    *,
    result: pa.Table,
    log: pa.Table,
    standards: Sequence[Standard],
    missing_words: MissingWords,
    likely_links: Mapping[str, float] | None = None,
) -> pa.Table:
    """The batch engine's rows with what people need beside them, in `TABLE_SCHEMA`.

    Agency, actor and team are those of the act, else of the trigger; district is
    that of the trigger's row, else the child's latest known, else "". `likely_links`:
    child -> how likely its least likely link is, where no person has decided it.
    """
    trigger = _positions(result["occasion"], log)
    act = _positions(result["act"], log)
    doer = np.where(act >= 0, act, trigger)
    known = {(item.slug, item.version): item for item in standards}
    words = _missing_words(result, known, missing_words)
    fulfilled = result["act_latest"]
    margin = pc.divide(
        pc.cast(pc.subtract(result["due_latest"], fulfilled), pa.float64()), float(HOUR)
    )
    columns = {
        "child": result["child"],
        "standard": result["standard"],
        "version": result["version"],
        "area": _by_standard(result, known, lambda item: item.area.value),
        "duty_holder": _by_standard(result, known, lambda item: item.duty_holder.value),
        "occasion": result["occasion"],
        "triggered_at": _zoned(result["triggered_earliest"]),
        "due_at": _zoned(result["due_latest"]),
        "outcome": result["outcome"],
        "fulfilled_at": _zoned(fulfilled),
        "margin_hours": margin,
        "fault": result["fault"],
        "agency": _taken(log["agency"], doer),
        "team": _taken(log["team"], doer),
        "district": _districts(log, trigger),
        "actor": _taken(log["actor"], doer),
        "missing": words,
        "why": _why(result, log, trigger, words, likely_links or {}),
    }
    return pa.table(columns).select(TABLE_SCHEMA.names).cast(TABLE_SCHEMA)


def _zoned(instants: pa.ChunkedArray) -> pa.ChunkedArray:
    return instants.cast(pa.timestamp("us", tz="UTC")).cast(ZONED)


def _positions(events: pa.ChunkedArray, log: pa.Table) -> np.ndarray:
    """The log position of each event's latest version; -1 where none is named."""
    ids = log["event"].combine_chunks()
    backwards = ids.take(pa.array(np.arange(len(ids) - 1, -1, -1)))
    found = pc.index_in(events, value_set=backwards)
    positions = found.to_numpy(zero_copy_only=False)
    return np.where(np.isnan(positions), -1, len(ids) - 1 - positions).astype(np.int64)


def _taken(column: pa.ChunkedArray, positions: np.ndarray) -> pa.Array:
    """The column's values at the positions, "" where there is none."""
    indices = pa.array(positions, mask=positions < 0)
    return pc.fill_null(column.combine_chunks().take(indices), "")


def _districts(log: pa.Table, trigger: np.ndarray) -> pa.Array:
    """The trigger's own district, else the latest that the child's log names."""
    own = _taken(log["district"], trigger)
    written = pc.not_equal(log["district"], "")
    places = log.filter(written)
    if not len(places):
        return own
    # The log is in time order within a child, so the last row named is the latest.
    latest = dict(
        zip(places["child_no"].to_pylist(), places["district"].to_pylist(), strict=True)
    )
    numbers = _taken(log["child_no"].cast(pa.string()), trigger).to_pylist()
    spare = pa.array(
        [latest.get(int(n), "") if n else "" for n in numbers], pa.string()
    )
    return pc.if_else(pc.equal(own, ""), spare, own)


def _by_standard(
    result: pa.Table,
    known: dict[tuple[str, int], Standard],
    told: Callable[[Standard], str],
) -> pa.Array:
    """One text per row that depends on its standard and version alone."""
    pairs = _pairs(result)
    answers = {pair: told(known[pair]) for pair in set(pairs)}
    return pa.array([answers[pair] for pair in pairs], pa.string())


def _pairs(result: pa.Table) -> list[tuple[str, int]]:
    slugs = result["standard"].to_pylist()
    return list(zip(slugs, result["version"].to_pylist(), strict=True))


def _missing_words(
    result: pa.Table,
    known: dict[tuple[str, int], Standard],
    missing_words: MissingWords,
) -> pa.Array:
    """What is missing, in words; the codes are few, so each is worded once."""
    cells = list(zip(_pairs(result), result["missing"].to_pylist(), strict=True))
    worded = {
        (pair, code): missing_words(code, known[pair]) if code else ""
        for pair, code in set(cells)
    }
    return pa.array([worded[cell] for cell in cells], pa.string())


def _quoted(values: pa.Array | pa.ChunkedArray) -> pa.Array:
    """Each text as a JSON string; texts repeat, so each is written once."""
    if isinstance(values, pa.ChunkedArray):
        values = values.combine_chunks()
    encoded = pc.fill_null(values, "").dictionary_encode()
    written = pa.array(
        [
            json.dumps(text, ensure_ascii=False)
            for text in encoded.dictionary.to_pylist()
        ],
        pa.string(),
    )
    return written.take(encoded.indices)


def _number(values: pa.ChunkedArray) -> pa.Array:
    return pc.fill_null(values.combine_chunks().cast(pa.string()), "null")


def _why(
    result: pa.Table,
    log: pa.Table,
    trigger: np.ndarray,
    words: pa.Array,
    likely_links: Mapping[str, float],
) -> pa.Array:
    """The judgement's own account, as JSON: what was found and what was not."""
    names = pa.array(list(likely_links), pa.string())
    links = pa.array([f"{p:.6f}" for p in likely_links.values()], pa.string())
    linked = links.take(pc.index_in(result["child"], value_set=names).combine_chunks())
    parts: list[object] = [
        '{"trigger":{"event":', _quoted(result["occasion"]),
        ',"kind":', _quoted(_taken(log["kind"], trigger)),
        ',"earliest":', _number(result["triggered_earliest"]),
        ',"latest":', _number(result["triggered_latest"]),
        '},"due":[', _number(result["due_earliest"]),
        ",", _number(result["due_latest"]),
        '],"act":', _quoted(result["act"]),
        ',"exclusion":', _quoted(result["exclusion"]),
        ',"exception":', _quoted(result["exception"]),
        ',"missing":', _quoted(result["missing"]),
        ',"missing_words":', _quoted(words),
        ',"link":', pc.fill_null(linked, "null"),
        "}", "",
    ]  # fmt: skip
    return pc.binary_join_element_wise(*parts)
