"""The chronology as files for people and programs: `chronology.parquet`, `children.parquet`.

The columns are the product's contract. Times carry the London zone; a date without
a time keeps its day precision, as `happened_from` and `happened_to` span it.
"""

from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from trigpoint.chronology.assembly import Assembled
from trigpoint.chronology.workbench import Workbench
from trigpoint.vocabulary.event_kinds import FACTS

ZONED = pa.timestamp("us", tz="Europe/London")

#: The contract of chronology.parquet. `detail` is JSON: the facts held, with
#: `reference`, `about` and `sheet` where there are any.
CHRONOLOGY_SCHEMA = pa.schema(
    [
        ("child", pa.string()),
        ("event", pa.string()),
        ("kind", pa.string()),
        ("happened_from", ZONED),
        ("happened_to", ZONED),
        ("recorded", ZONED),
        ("agency", pa.string()),
        ("actor", pa.string()),
        ("team", pa.string()),
        ("district", pa.string()),
        ("source_file", pa.string()),
        ("source_row", pa.string()),
        ("detail", pa.string()),
    ]
)

_TIMES = {"happened_from": "earliest", "happened_to": "latest", "recorded": "recorded"}


def chronology_table(log: pa.Table, *, as_at: int | None = None) -> pa.Table:
    """The events of a log in the contract's columns, in the log's order.

    Of an event that was corrected, the version known at `as_at`; without it, the
    version that stands. What was withdrawn is left out.
    """
    known = log.filter(_known(as_at))
    columns = {"detail": _detail(known)}
    for name in CHRONOLOGY_SCHEMA.names:
        if name in _TIMES:
            columns[name] = known[_TIMES[name]].cast(pa.timestamp("us", tz="UTC"))
        elif name != "detail":
            columns[name] = known[name]
    return pa.table(columns).select(CHRONOLOGY_SCHEMA.names).cast(CHRONOLOGY_SCHEMA)


def write(made: Assembled, out: Path, *, as_at: int | None = None) -> None:
    """Write `chronology.parquet` and `children.parquet` into the folder `out`."""
    chronology = chronology_table(made.log, as_at=as_at)
    pq.write_table(chronology, out / "chronology.parquet", compression="zstd")
    pq.write_table(made.children, out / "children.parquet", compression="zstd")


def _known(as_at: int | None) -> pc.Expression:
    replaced = pc.field("replaced")
    if as_at is None:
        return replaced.is_null()
    return (pc.field("recorded") <= as_at) & (replaced.is_null() | (replaced > as_at))


def _detail(log: pa.Table) -> pa.ChunkedArray:
    """What the contract's own columns do not hold, as JSON; nulls are left out."""
    named = {"reference": "nullif(reference, '')", "about": "nullif(about, '')"}
    named |= {"sheet": "nullif(source_sheet, '')", "source": "source"}
    named |= {"adult": "nullif(CAST(adult AS VARCHAR), 'false')"}
    named |= {fact: f'"{fact}"' for fact in FACTS}
    # concat_ws leaves nulls out, which is what a fact not received should be.
    parts = ", ".join(
        f"'\"{name}\":' || CAST(to_json({value}) AS VARCHAR)"
        for name, value in named.items()
    )
    with Workbench() as bench:
        bench.put("log", log)
        made = f"'{{' || concat_ws(',', {parts}) || '}}'"
        return bench.rows(f"SELECT seq, {made} AS detail FROM log ORDER BY seq")[
            "detail"
        ]
