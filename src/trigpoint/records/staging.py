"""From raw text columns to the staged table of a subject: typed, marked, nothing lost."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from trigpoint.records import cells
from trigpoint.records.dates import read_dates
from trigpoint.records.importer import Context
from trigpoint.records.record import Problem, Rejection
from trigpoint.records.subjects import SUBJECTS, Column, Subject

Codes = Mapping[str, Mapping[str, str]]
_COMMON = {"recorded_at": "datetime", "recorded_by": "id", "district": "text"}
#: A date before 1900, or one more than a year beyond the file's own date, is no fact.
_EARLIEST = -2_208_988_800_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Staged:
    """A staged table and what was wrong; rows in = rows of `table` + the other two."""

    table: pa.Table
    problems: tuple[Problem, ...]
    rejections: tuple[Rejection, ...]
    duplicates: int


@dataclass(slots=True)
class _Work:
    """What one call of `stage` gathers while it goes through the columns."""

    subject: Subject
    rows: np.ndarray
    sheet: str
    columns: dict[str, pa.Array] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def say(self, index: int, column: str, code: str, message: str, value: str) -> None:
        row = int(self.rows[index])
        self.problems.append(
            Problem(
                sheet=self.sheet,
                row=row,
                column=column,
                code=code,
                message=message,
                value=value,
            )
        )


def stage(
    *,
    subject: str,
    raw: Mapping[str, pa.Array],
    rows: Sequence[int] | np.ndarray,
    context: Context,
    source: str | None,
    sheet: str = "",
    codes: Codes,
    patterns: Mapping[str, str] | None = None,
) -> Staged:
    """Type the raw columns of one subject (see subjects.py) and account for every row.

    `raw` holds text columns by canonical name, only those the file had, and
    `extra.<header>`. `patterns` fixes date patterns by column. A row without its key,
    or with nothing usable in it, is a rejection; an exact repetition a duplicate.
    """
    about = SUBJECTS[subject]
    work = _Work(about, np.asarray(rows, dtype=np.int64), sheet)
    rejected = _rejections(work, raw)
    repeated = _repeated(raw, rejected)
    for column in about.columns:
        if column.name in raw:
            _typed(work, column, raw[column.name], codes, (patterns or {}))
    for name, kind in _COMMON.items():
        if name in raw:
            _typed(work, Column(name, kind), raw[name], codes, (patterns or {}))
    _check_order(work, raw, context)
    table = _table(work, raw, context, source)
    keep = np.ones(len(work.rows), dtype=bool)
    keep[[index for index, _ in rejected]] = False
    keep &= ~repeated
    return Staged(
        table=table.filter(pa.array(keep)),
        problems=tuple(work.problems),
        rejections=tuple(rejection for _, rejection in rejected),
        duplicates=int(repeated.sum()),
    )


def _rejections(
    work: _Work, raw: Mapping[str, pa.Array]
) -> list[tuple[int, Rejection]]:
    """Rows without their key; each kept whole as JSON."""
    found: dict[int, str] = {}
    for name in work.subject.keys:
        column = raw.get(name)
        if column is None:
            # `valid_from` and the like: one version a record where it is not given.
            if name in ("valid_from", "referral_id", "plan_id", "gained", "link_id"):
                continue
            found |= dict.fromkeys(range(len(work.rows)), name)
            continue
        if name in ("valid_from",):
            continue
        empty = pc.equal(pc.utf8_trim_whitespace(column), "")
        for index in np.flatnonzero(empty.to_numpy(zero_copy_only=False)):
            found.setdefault(int(index), name)
    return [
        (index, _rejection(work, raw, index, found[index])) for index in sorted(found)
    ]


def _rejection(
    work: _Work, raw: Mapping[str, pa.Array], index: int, column: str
) -> Rejection:
    whole = {name: values[index].as_py() for name, values in raw.items()}
    return Rejection(
        sheet=work.sheet,
        row=int(work.rows[index]),
        column=column,
        code="key_missing",
        message=f"{column} is empty, and a row of {work.subject.name} is known by it: "
        "fill it in, and send the row again.",
        value=json.dumps(whole, ensure_ascii=False),
    )


def _repeated(
    raw: Mapping[str, pa.Array], rejected: list[tuple[int, Rejection]]
) -> np.ndarray:
    """Which rows say exactly what an earlier row of the file said."""
    size = len(next(iter(raw.values()))) if raw else 0
    if size < 2:
        return np.zeros(size, dtype=bool)
    names = [f"c{n}" for n in range(len(raw))]
    table = pa.Table.from_arrays(list(raw.values()), names=names)
    table = table.append_column("at", pa.array(np.arange(size)))
    firsts = table.group_by(names).aggregate([("at", "min")])["at_min"].to_numpy()
    repeated = np.ones(size, dtype=bool)
    repeated[firsts] = False
    repeated[[index for index, _ in rejected]] = False
    return repeated


def _typed(
    work: _Work,
    column: Column,
    values: pa.Array,
    codes: Codes,
    patterns: Mapping[str, str],
) -> None:
    """Add the staged form of one column."""
    if column.kind in ("date", "datetime"):
        _dated(work, column, values, patterns.get(column.name))
        return
    if column.kind == "id":
        work.columns[column.name] = cells.clean(values)
        return
    staged, said = cells.read(
        values, column.kind, codes.get(column.codes or column.name)
    )
    work.columns[column.name] = staged
    for index, code, message, count in said:
        times = f" ({count} cells)" if count > 1 else ""
        value = values[index].as_py()
        work.say(index, column.name, code, message + times, value)


def _dated(work: _Work, column: Column, values: pa.Array, pattern: str | None) -> None:
    read = read_dates(values, pattern=pattern)
    if read.doubt:
        work.problems.append(
            Problem(
                sheet=work.sheet,
                column=column.name,
                code="ambiguous_dates",
                message=read.doubt,
            )
        )
    for index, code, message in read.problems:
        work.say(index, column.name, code, message, values[index].as_py())
    work.columns[column.name] = read.earliest
    work.columns[f"{column.name}__latest"] = read.latest


#: Pairs of times of which the second cannot come first.
_ORDERED = (
    ("reported_at", "found_at"),
    ("start_date", "authorised_date"),
    ("begun", "ended"),
    ("started", "ended"),
    ("referral_date", "closure_date"),
    ("set_at", "removed_at"),
    ("allocated_at", "reallocated_at"),
)


def _check_order(work: _Work, raw: Mapping[str, pa.Array], context: Context) -> None:
    """Take impossible times out of every reckoning, and say so; the raw value is kept."""
    for column in work.subject.columns:
        if column.kind in ("date", "datetime") and column.name in work.columns:
            _mark_impossible(work, column.name, raw, context)
    for first, second in _ORDERED:
        if first in work.columns and second in work.columns:
            begun = pc.fill_null(work.columns[first], _EARLIEST).to_numpy()
            ended = pc.fill_null(work.columns[f"{second}__latest"], 2**62).to_numpy()
            said = f"is before {first}; it was left out of every reckoning"
            _take_out(work, second, ended < begun, raw, said)


def _mark_impossible(
    work: _Work, name: str, raw: Mapping[str, pa.Array], context: Context
) -> None:
    instants = pc.fill_null(work.columns[name], 0).to_numpy()
    wrong = instants < _EARLIEST
    said = "is before 1900; it was left out of every reckoning"
    _take_out(work, name, wrong, raw, said)
    if context.today_limit is not None and name in ("dob", "birth_date"):
        future = instants > context.today_limit
        said = "is a birth date in the future; it was left out of every reckoning"
        _take_out(work, name, future, raw, said)


def _take_out(
    work: _Work,
    name: str,
    wrong: np.ndarray,
    raw: Mapping[str, pa.Array],
    said: str,
) -> None:
    if not wrong.any():
        return
    for index in np.flatnonzero(wrong):
        value = raw[name][int(index)].as_py()
        work.say(int(index), name, "impossible_date", f"{value} {said}.", value)
    for column in (name, f"{name}__latest"):
        values = work.columns[column]
        work.columns[column] = pc.if_else(pa.array(wrong), None, values)


def _table(
    work: _Work, raw: Mapping[str, pa.Array], context: Context, source: str | None
) -> pa.Table:
    """The staged columns with their bookkeeping."""
    size = len(work.rows)
    columns = dict(work.columns)
    columns["source"] = _sources(raw, context, source, size)
    columns["source_file"] = _repeat(context.file, size)
    columns["source_sheet"] = _repeat(work.sheet, size)
    columns["source_row"] = pa.array(work.rows)
    if "recorded_at" not in columns:
        columns["recorded_at"] = pa.nulls(size, pa.int64())
    columns.pop("recorded_at__latest", None)
    for name in ("recorded_by", "district"):
        columns.setdefault(name, _repeat("", size))
    extras = {name: raw[name] for name in raw if name.startswith("extra.")}
    return pa.table(columns | extras)


def _repeat(text: str, size: int) -> pa.Array:
    return pa.repeat(pa.scalar(text, pa.string()), size)


def _sources(
    raw: Mapping[str, pa.Array], context: Context, source: str | None, size: int
) -> pa.Array:
    """`police:<system>` where the row names its system, else the file's source."""
    fallback = source or context.default_source
    if "source_system" not in raw:
        return _repeat(fallback, size)
    written = pc.utf8_lower(cells.clean(raw["source_system"]))
    prefix = fallback.split(":", maxsplit=1)[0]
    named = pc.binary_join_element_wise(prefix, written, ":")
    return pc.if_else(pc.equal(written, ""), fallback, named)
