"""The Ofsted Annex A workbook: child-level lists for an inspection of a council.

Sheets are known by their headers, wherever the header row stands; headers by meaning.
Nothing in the workbook is run: a formula without a saved value is a missing cell.
"""

from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow as pa
import pyarrow.compute as pc

from trigpoint.records.annex_a_lists import (
    IDENTITY,
    AnnexList,
    column_of,
    list_of,
)
from trigpoint.records.annex_a_ties import days, referral_ids
from trigpoint.records.council_codes import COUNCIL_CODES
from trigpoint.records.importer import Context, Importer, Sample
from trigpoint.records.record import Problem, Reading, Refusal, Rejection
from trigpoint.records.staging import stage
from trigpoint.vocabulary.agencies import Agency

MOST_ROWS = 300_000
#: The header stands among the first rows; title rows may stand above it.
_HEADER_WITHIN = 15
_WIDEST = 80


@dataclass(slots=True)
class _Sheet:
    """One list as text: its columns by staged name, and the row number of each record."""

    title: str
    about: AnnexList
    columns: dict[str, list[str]]
    rows: list[int]
    blank_rows: int
    extra: tuple[str, ...]
    absent: tuple[str, ...]
    no_value: int


def recognise(sample: Sample) -> float:
    """How surely a workbook is an Annex A: by the headers among its first texts."""
    if sample.kind != "xlsx":
        return 0.0
    cells = {text for texts in sample.sheet_headers for text in texts}
    known = sum(column_of(text, None) is not None for text in cells)
    has_child = any(column_of(text, None) == "child_id" for text in cells)
    return min(1.0, known / 8) if has_child else 0.0


def read(path: Path, context: Context) -> Reading:
    """Read every list of the workbook that a header row is found for."""
    formulas = openpyxl.load_workbook(path, read_only=True, data_only=True)
    try:
        found = [_sheet(each) for each in formulas.worksheets]
    finally:
        formulas.close()
    sheets = [each for each in found if each is not None]
    if not sheets:
        msg = "No sheet has an Annex A header row (Child Unique ID, Date of Birth ...)."
        raise Refusal(msg)
    _tie(sheets)
    return _staged(sheets, context)


def _tie(sheets: list[_Sheet]) -> None:
    """Name the referral that each assessment belongs to."""
    referrals = next((one for one in sheets if one.about.subject == "referral"), None)
    dated = referrals and {"child_id", "referral_date"} <= set(referrals.columns)
    for sheet in sheets:
        if sheet.about.subject == "assessment" and {"child_id", "start_date"} <= set(
            sheet.columns
        ):
            sheet.columns["referral_id"] = referral_ids(
                referrals.columns if referrals and dated else None, sheet.columns
            )


def _sheet(sheet: Any) -> _Sheet | None:
    """One worksheet, if it is a list that Trigpoint knows."""
    # A phantom last row of a million makes the stated size useless.
    sheet.reset_dimensions()
    head: list[tuple[int, tuple[Any, ...]]] = []
    rows = enumerate(sheet.iter_rows(values_only=True), start=1)
    for number, cells in rows:
        head.append((number, cells[:_WIDEST]))
        if number == _HEADER_WITHIN:
            break
    best = max(head, key=lambda row: _score(row[1]), default=None)
    if best is None or _score(best[1]) < 3:
        return None
    header = [_text(cell)[0] for cell in best[1]]
    about = list_of(sheet.title, header)
    body = [row for row in head if row[0] > best[0]]
    return _gathered(sheet.title, about, header, body, rows)


def _score(cells: tuple[Any, ...]) -> int:
    """How many cells of a row are headers of an Annex A list."""
    texts = [cell for cell in cells if isinstance(cell, str)]
    return sum(column_of(text, None) is not None for text in texts)


def _gathered(
    title: str,
    about: AnnexList,
    header: list[str],
    body: list[tuple[int, tuple[Any, ...]]],
    rest: Any,
) -> _Sheet:
    """The records below a header, as text; wholly empty rows are dropped and counted."""
    names = _names(header, about)
    columns: dict[str, list[str]] = {name: [] for name in names if name}
    made = _Sheet(title, about, columns, [], 0, (), (), 0)
    for number, cells in [*body, *rest]:
        read_cells = [_text(cell) for cell in cells[:_WIDEST]]
        texts = [text for text, _ in read_cells]
        if not any(texts):
            made.blank_rows += 1
            continue
        if len(made.rows) >= MOST_ROWS:
            msg = f"{title} has more than {MOST_ROWS:,} rows: send it in parts."
            raise Refusal(msg)
        made.no_value += sum(missing for _, missing in read_cells)
        made.rows.append(number)
        for position, name in enumerate(names):
            if name:
                columns[name].append(texts[position] if position < len(texts) else "")
    known = {*IDENTITY, "extra.age", *(name for name, _, _ in about.headers)}
    made.extra = tuple(name[6:] for name in columns if name not in known)
    known = {*IDENTITY, *about.columns} if about.subject != "kept" else set()
    made.absent = tuple(sorted(known - set(columns)))
    return made


def _names(header: list[str], about: AnnexList) -> list[str]:
    """The staged name of each column; one that nobody knows is kept as an extra."""
    names: list[str] = []
    for text in header:
        name = column_of(text, about)
        if name is None or name in names:
            name = f"extra.{text}" if text else ""
        names.append("" if name in names else name)
    return names


#: What a spreadsheet shows where a cell has no value.
_ERRORS = {"#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!"}


def _text(cell: Any) -> tuple[str, bool]:
    """A cell as text, and whether it should have had a value and has none."""
    if cell is None:
        return "", False
    if isinstance(cell, datetime) and cell.time() == time.min:
        return cell.date().isoformat(), False
    if isinstance(cell, datetime):
        return cell.isoformat(sep=" ", timespec="seconds"), False
    if isinstance(cell, date):
        return cell.isoformat(), False
    if isinstance(cell, bool):
        return str(cell).lower(), False
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell)), False
    text = str(cell).replace("\u00a0", " ").strip()
    return ("", True) if text in _ERRORS else (text, False)


def _staged(sheets: list[_Sheet], context: Context) -> Reading:
    source = context.default_source or "council"
    tables: dict[str, list[pa.Table]] = {}
    problems: list[Problem] = []
    rejections: list[Rejection] = []
    accepted = duplicates = 0
    for sheet in sheets:
        problems += _said(sheet)
        for part in _parts(sheet):
            done = stage(
                subject=part.subject,
                raw=part.raw,
                rows=part.rows,
                context=context,
                source=source,
                sheet=sheet.title,
                codes=COUNCIL_CODES,
            )
            tables.setdefault(part.subject, []).append(done.table)
            problems += done.problems
            if part.counted:
                rejections += done.rejections
                accepted += len(done.table)
                duplicates += done.duplicates
    joined = {
        name: pa.concat_tables(parts, promote_options="permissive")
        for name, parts in tables.items()
    }
    return Reading(
        format="Annex A workbook",
        agency=Agency.LA,
        source=source,
        rows_received=sum(len(sheet.rows) for sheet in sheets),
        rows_accepted=accepted,
        duplicates=duplicates,
        tables=joined,
        problems=tuple(problems),
        rejections=tuple(rejections),
        extra=tuple(name for sheet in sheets for name in sheet.extra),
        beside=frozenset({"child_record", "initial_conference", "plan_review"}),
    )


@dataclass(frozen=True, slots=True)
class _Part:
    """Rows for one subject; `counted` where they are the rows of the sheet."""

    subject: str
    raw: dict[str, pa.Array]
    rows: list[int]
    counted: bool


def _parts(sheet: _Sheet) -> list[_Part]:
    """The sheet's own subject, the child's identity, and what stands beside."""
    every = {
        name: pa.array(cells, pa.string()) for name, cells in sheet.columns.items()
    }
    own = {n: v for n, v in every.items() if n not in IDENTITY or n == "child_id"}
    for name, column in sheet.about.copies.items():
        if name in every:
            named = [
                day.isoformat() if day else text
                for day, text in zip(
                    days(every[name].to_pylist()), every[name].to_pylist(), strict=True
                )
            ]
            own[column] = _thing(every["child_id"], pa.array(named, pa.string()))
    if sheet.about.subject == "kept":
        own |= {name: every[name] for name in IDENTITY if name in every}
        own = {n if n == "child_id" else f"extra.{n}": v for n, v in own.items()}
        own["list"] = pa.array([sheet.about.name] * len(sheet.rows), pa.string())
    own.pop("extra.age", None)
    beside = [_Part(sheet.about.subject, own, sheet.rows, counted=True)]
    identity = {name: every[name] for name in IDENTITY if name in every}
    if "child_id" in identity:
        beside.append(
            _Part("child_record", *_distinct(identity, sheet.rows), counted=False)
        )
    for subject, columns, fixed in sheet.about.beside:
        if part := _beside(subject, columns, fixed, every, sheet.rows):
            beside.append(part)
    return beside


def _thing(child: pa.Array, day: pa.Array) -> pa.Array:
    """The id of a thing known by its child and its day, as the census's is made."""
    return pc.binary_join_element_wise(child, day, "/")


def _beside(
    subject: str,
    columns: dict[str, str],
    fixed: dict[str, str],
    every: dict[str, pa.Array],
    rows: list[int],
) -> _Part | None:
    """Facts of another subject that stand in the same row, where their date is filled."""
    date_column = next(iter(columns))
    if date_column not in every:
        return None
    kept = [n for n, text in enumerate(every[date_column].to_pylist()) if text]
    places = pa.array(kept, pa.int64())
    raw = {to: every[n].take(places) for n, to in columns.items() if n in every}
    raw["child_id"] = every["child_id"].take(places)
    if "plan_id" in raw:
        raw["plan_id"] = _thing(raw["child_id"], raw["plan_id"])
    raw |= {
        name: pa.array([text] * len(kept), pa.string()) for name, text in fixed.items()
    }
    return _Part(subject, raw, [rows[n] for n in kept], counted=False)


def _distinct(
    raw: dict[str, pa.Array], rows: list[int]
) -> tuple[dict[str, pa.Array], list[int]]:
    """Each different identity once: a child stands on many rows of many lists."""
    seen: dict[tuple[str, ...], int] = {}
    for number, cells in enumerate(
        zip(*(v.to_pylist() for v in raw.values()), strict=True)
    ):
        seen.setdefault(cells, number)
    keep = list(seen.values())
    places = pa.array(keep, pa.int64())
    distinct = {name: values.take(places) for name, values in raw.items()}
    return distinct, [rows[n] for n in keep]


def _said(sheet: _Sheet) -> list[Problem]:
    """What a person should know of a sheet as a whole."""
    said = []
    if sheet.absent:
        message = f"{sheet.about.name} came without: {', '.join(sheet.absent)}."
        said.append(("columns_absent", message))
    if sheet.extra:
        message = f"Columns nobody knows, kept: {', '.join(sheet.extra)}."
        said.append(("columns_extra", message))
    if sheet.blank_rows:
        said.append(
            ("blank_rows", f"{sheet.blank_rows:,} wholly empty rows were dropped.")
        )
    if sheet.no_value:
        message = (
            f"{sheet.no_value:,} cells hold an error or an unsaved formula: missing."
        )
        said.append(("no_saved_value", message))
    return [Problem(sheet=sheet.title, code=code, message=text) for code, text in said]


IMPORTER = Importer(
    name="council_annex_a",
    title="the Ofsted Annex A workbook (.xlsx)",
    agency=Agency.LA,
    recognise=recognise,
    read=read,
    formats=("xlsx",),
)
