"""Reading a CSV file as text columns, losing nothing and guessing nothing silently."""

import csv
import io
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pa_csv

from trigpoint.records.record import Problem, Refusal


@dataclass(frozen=True, slots=True, kw_only=True)
class Delimited:
    """A CSV file as written. `columns` maps each header to text ("" = empty, never null).

    `rows`: the line on which each record starts, as a person counts (header = 1).
    """

    header: tuple[str, ...]
    columns: dict[str, pa.StringArray]
    rows: np.ndarray
    blank_rows: int
    problems: tuple[Problem, ...]


def read_delimited(path: Path) -> Delimited:
    """Read one CSV file: UTF-8 (BOM allowed), else cp1252, said as a problem.

    Wholly empty rows are dropped and counted. A row that is too short is filled with
    empty cells, one that is too long keeps its surplus in `extra` columns; both are
    problems of that row.
    """
    raw = path.read_bytes()
    if not raw.strip():
        msg = f"{path.name} is empty: ask the agency to send it again."
        raise Refusal(msg)
    text, problems = _decoded(raw)
    header = next(csv.reader(io.StringIO(text, newline="")))
    names = _header_names(header)
    regular = _regular(raw, text, names)
    if regular is not None:
        return _finished(names, regular, None, problems)
    return _walked(text, names, problems)


def _decoded(raw: bytes) -> tuple[str, list[Problem]]:
    try:
        return raw.decode("utf-8-sig"), []
    except UnicodeDecodeError:
        pass
    try:
        text = raw.decode("cp1252")
    except UnicodeDecodeError as error:
        msg = (
            f"The file is neither UTF-8 nor Windows-1252 (byte {error.start + 1}): "
            "save it as UTF-8 and send it again."
        )
        raise Refusal(msg) from None
    said = "The file is not UTF-8; it was read as Windows-1252."
    return text, [Problem(code="encoding", message=said)]


def _header_names(header: list[str]) -> tuple[str, ...]:
    """Header cells, trimmed; a nameless or repeated one gets its position."""
    names: list[str] = []
    for position, cell in enumerate(header, start=1):
        name = cell.replace("\u00a0", " ").strip() or f"column {position}"
        names.append(name if name not in names else f"{name} (column {position})")
    return tuple(names)


def _regular(raw: bytes, text: str, names: tuple[str, ...]) -> pa.Table | None:
    """The quick way, for a file in which every record is one line of the right width."""
    body = text.encode("utf-8")
    quoted = b'"' in raw
    if quoted and not _quotes_closed(body):
        return None
    options = pa_csv.ReadOptions(column_names=list(names), skip_rows=1)
    converting = pa_csv.ConvertOptions(
        column_types=dict.fromkeys(names, pa.string()), strings_can_be_null=False
    )
    parsing = pa_csv.ParseOptions(
        ignore_empty_lines=False, quote_char='"' if quoted else False
    )
    try:
        table = pa_csv.read_csv(
            pa.BufferReader(body),
            options,
            parse_options=parsing,
            convert_options=converting,
        )
    except pa.ArrowInvalid:
        return None
    lines = body.count(b"\n") + (not body.endswith(b"\n"))
    return table if len(table) == lines - 1 and b"\r\r" not in body else None


def _quotes_closed(body: bytes) -> bool:
    """Whether every line holds an even number of quotes, so that no cell spans lines."""
    marks = np.frombuffer(body, dtype=np.uint8)
    ends = np.flatnonzero(marks == ord("\n"))
    quotes = np.flatnonzero(marks == ord('"'))
    return not (np.searchsorted(quotes, ends) % 2).any() and len(quotes) % 2 == 0


def _finished(
    names: tuple[str, ...],
    table: pa.Table,
    rows: np.ndarray | None,
    problems: list[Problem],
) -> Delimited:
    """Drop the wholly empty rows, and count them."""
    numbers = np.arange(2, len(table) + 2) if rows is None else rows
    columns = {name: table[name].combine_chunks() for name in names}
    blank = np.ones(len(table), dtype=bool)
    for column in columns.values():
        if not blank.any():
            break
        empty = pc.equal(pc.utf8_trim_whitespace(column), "")
        blank &= empty.to_numpy(zero_copy_only=False)
    if blank.any():
        kept = pa.array(~blank)
        columns = {name: column.filter(kept) for name, column in columns.items()}
        numbers = numbers[~blank]
    return Delimited(
        header=names,
        columns=columns,
        rows=numbers.astype(np.int64),
        blank_rows=int(blank.sum()),
        problems=tuple(problems),
    )


def _walked(text: str, names: tuple[str, ...], problems: list[Problem]) -> Delimited:
    """The careful way: quotes, line breaks in cells, rows of the wrong width."""
    reader = csv.reader(io.StringIO(text, newline=""))
    next(reader)
    began = reader.line_num + 1
    width = len(names)
    records: list[list[str]] = []
    starts: list[int] = []
    surplus: dict[int, list[str]] = {}
    for record in reader:
        if record:
            if len(record) != width and any(cell.strip() for cell in record):
                problems.append(_ragged(began, len(record), width))
            if len(record) > width:
                surplus[len(records)] = record[width:]
            records.append((record + [""] * width)[:width])
            starts.append(began)
        began = reader.line_num + 1
    if surplus:
        names, records = _widened(names, records, surplus)
    cells = list(zip(*records, strict=True)) if records else [()] * len(names)
    columns = [pa.array(cell, pa.string()) for cell in cells]
    table = pa.Table.from_arrays(columns, names=list(names))
    return _finished(names, table, np.array(starts, dtype=np.int64), problems)


def _ragged(row: int, seen: int, width: int) -> Problem:
    what = "fewer" if seen < width else "more"
    return Problem(
        row=row,
        code="ragged_row",
        message=f"The row has {seen} cells, {what} than the header's {width}; it was kept.",
        value=str(seen),
    )


def _widened(
    names: tuple[str, ...], records: list[list[str]], surplus: dict[int, list[str]]
) -> tuple[tuple[str, ...], list[list[str]]]:
    """Columns for the cells beyond the header, so that nothing is lost."""
    most = max(len(cells) for cells in surplus.values())
    more = tuple(f"beyond the header {n}" for n in range(1, most + 1))
    wide = [
        record + (surplus.get(n, []) + [""] * most)[:most]
        for n, record in enumerate(records)
    ]
    return names + more, wide
