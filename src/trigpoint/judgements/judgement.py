"""One standard, one occasion, one child, as known at a moment."""

from dataclasses import dataclass

import pyarrow as pa

from trigpoint.judgements.outcome import Outcome

#: Columns of the batch engine's result, one row per judgement, sorted by
#: (child, standard, triggered_earliest, occasion). Instants in microseconds.
#: `missing` is a code: fact:<name>, record:<AGENCY>, limit:<fact>, due:<KIND>,
#: kind:<KIND>, reach:<KIND>, note:<text>, calendar, order, time, act; else "".
#: `exception` is the words of the exception relied on, else "".
#: `fault` is "risk", "procedural", or "" where the outcome is neither late nor missed.
#: `act` and `exclusion` are event ids, else "". The act named is the sure one of
#: least (latest, seq); where none is sure, the possible one of least (earliest, seq).
RESULT_SCHEMA = pa.schema(
    [
        ("child", pa.string()),
        ("standard", pa.string()),
        ("version", pa.int32()),
        ("occasion", pa.string()),
        ("triggered_earliest", pa.int64()),
        ("triggered_latest", pa.int64()),
        ("due_earliest", pa.int64()),
        ("due_latest", pa.int64()),
        ("outcome", pa.string()),
        ("act", pa.string()),
        ("act_earliest", pa.int64()),
        ("act_latest", pa.int64()),
        ("exclusion", pa.string()),
        ("exception", pa.string()),
        ("missing", pa.string()),
        ("fault", pa.string()),
    ]
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One row of `RESULT_SCHEMA`, as the reference evaluator returns it."""

    child: str
    standard: str
    version: int
    occasion: str
    triggered_earliest: int
    triggered_latest: int
    due_earliest: int | None
    due_latest: int | None
    outcome: Outcome
    act: str
    act_earliest: int | None
    act_latest: int | None
    exclusion: str
    exception: str
    missing: str
    fault: str
