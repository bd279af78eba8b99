"""Facts out of a chronology's `detail`, column by column, without reading it row by row."""

import re

import pyarrow as pa
import pyarrow.compute as pc


def of_kind(chronology: pa.Table, *kinds: str, agency: str = "") -> pa.Table:
    """The events of these kinds, in the chronology's order; of one agency, if named."""
    keep = pc.is_in(chronology["kind"], pa.array(kinds))
    if agency:
        keep = pc.and_(keep, pc.equal(chronology["agency"], agency))
    return chronology.filter(keep)


def fact(events: pa.Table, name: str) -> list[str | None]:
    """Each event's fact as text; None where it was not received."""
    return _extracted(events["detail"], name)


def from_why(judgements: pa.Table, name: str) -> list[str]:
    """A text of each judgement's `why`, such as its trigger's kind; "" where none."""
    return [word or "" for word in _extracted(judgements["why"], name)]


def _extracted(column: pa.ChunkedArray, name: str) -> list[str | None]:
    if not len(column):
        return []
    pattern = rf'"{re.escape(name)}":\s*"(?P<word>(?:[^"\\]|\\.)*)"'
    found = pc.extract_regex(column.combine_chunks(), pattern=pattern)
    return pc.struct_field(found, "word").to_pylist()


def months_of(events: pa.Table) -> list[str]:
    """The London month of each event's earliest moment, as YYYY-MM."""
    local = events["happened_from"].cast(pa.timestamp("us", tz="Europe/London"))
    years, numbers = pc.year(local).to_pylist(), pc.month(local).to_pylist()
    return [f"{y:04d}-{m:02d}" for y, m in zip(years, numbers, strict=True)]
