"""A whole folder of extracts: every file read, every row accounted for."""

import csv
import hashlib
import json
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa

from trigpoint.records.importer import Context
from trigpoint.records.reading import read_file
from trigpoint.records.record import Problem, Reading, Receipt, Refusal, Rejection
from trigpoint.records.subjects import BOOKKEEPING
from trigpoint.records.superseded import Rows, settled

Progress = Callable[[str], None]
#: A file of this name says that everything beside and below it is invented.
INVENTED = "INVENTED.txt"
_SOURCE_FILE_COLUMNS = {"source_file", "source_sheet", "source_row"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """What a folder held. `reach`: source -> how far it is complete (instant).

    `extracts`: file -> how far that file says it reaches, where it says.

    `withdrawn`: rows that a later file of the same name took back; they are in no table.
    `rejections`, `problems`: with the file each is of. `received`: per subject, the
    columns that at least one file had.
    """

    tables: dict[str, pa.Table]
    receipts: tuple[Receipt, ...]
    rejections: tuple[tuple[str, Rejection], ...]
    problems: tuple[tuple[str, Problem], ...]
    reach: dict[str, int]
    extracts: dict[str, int]
    received: dict[str, tuple[str, ...]]
    invented: bool
    skipped: tuple[str, ...]
    withdrawn: Rows = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    """One file of the folder: its name in receipts, its digest, and what it gave."""

    name: str
    sha256: str
    answer: Reading | Refusal
    repeats: str = ""


def read_folder(
    folder: Path,
    *,
    mapping: dict[str, Any] | None = None,
    progress: Progress | None = None,
) -> Intake:
    """Read every file of a folder and its sub-folders, whatever the mix of formats.

    Refuses a folder named `truth`: what an invented force hides is not for reading.
    The same file twice, and the same row in two files of one source, add nothing.
    """
    say = progress or _silent
    paths, skipped = _paths(folder)
    if not paths:
        msg = f"{folder} holds no file: give the folder of the agencies' extracts."
        raise Refusal(msg)
    files = _read_all(folder, [p for p in paths if p.name != INVENTED], mapping, say)
    gathered, repeated = _gathered(files)
    tables, withdrawn = settled(gathered)
    receipts = tuple(_receipt(file, repeated.get(file.name, 0)) for file in files)
    readings = [(f.name, f.answer) for f in files if _counts(f)]
    return Intake(
        tables=tables,
        receipts=receipts,
        rejections=tuple((n, r) for n, read in readings for r in read.rejections),
        problems=tuple((n, p) for n, read in readings for p in read.problems),
        reach=_reach(readings, tables),
        extracts={
            file.name: file.answer.extract_date
            for file in files
            if isinstance(file.answer, Reading) and file.answer.extract_date is not None
        },
        received={name: _columns(table) for name, table in tables.items()},
        invented=any(path.name == INVENTED for path in paths),
        skipped=skipped,
        withdrawn=withdrawn,
    )


def _silent(_: str) -> None:
    """Progress for nobody."""


def _paths(folder: Path) -> tuple[list[Path], tuple[str, ...]]:
    """Files in order of name; hidden ones are passed over, and said."""
    found, skipped = [], []
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder)
        if "truth" in inside.parts or folder.name == "truth":
            msg = (
                f"{path.parent} holds the truth of an invented force: inspect the "
                "extracts folder beside it."
            )
            raise Refusal(msg)
        if not path.is_file():
            continue
        hidden = any(part.startswith((".", "~$")) for part in inside.parts)
        (skipped if hidden else found).append(path)
    return found, tuple(path.relative_to(folder).as_posix() for path in skipped)


def _read_all(
    folder: Path, paths: list[Path], mapping: dict[str, Any] | None, say: Progress
) -> list[_File]:
    """Read each distinct file once, two at a time, in the order of their names."""
    digests = {path: _sha256(path) for path in paths}
    first: dict[str, Path] = {}
    for path in paths:
        first.setdefault(digests[path], path)

    def read(path: Path) -> _File:
        name = path.relative_to(folder).as_posix()
        original = first[digests[path]]
        if original != path:
            answer: Reading | Refusal = Refusal("")
            repeats = original.relative_to(folder).as_posix()
        else:
            answer, repeats = read_file(path, _context(folder, path, mapping)), ""
            say(f"  {name}: {_in_words(answer)}")
        return _File(name=name, sha256=digests[path], answer=answer, repeats=repeats)

    with ThreadPoolExecutor(max_workers=2) as pool:
        files = list(pool.map(read, paths))
    answers = {file.name: file.answer for file in files if not file.repeats}
    return [
        _File(
            name=f.name,
            sha256=f.sha256,
            answer=answers[f.repeats] if f.repeats else f.answer,
            repeats=f.repeats,
        )
        for f in files
    ]


def _in_words(answer: Reading | Refusal) -> str:
    if isinstance(answer, Refusal):
        return f"refused. {answer}"
    aside = len(answer.rejections)
    more = f", {aside:,} need a person" if aside else ""
    return f"{answer.format}, {answer.rows_accepted:,} rows{more}"


def _context(folder: Path, path: Path, mapping: dict[str, Any] | None) -> Context:
    """The source of a file that names none is the sub-folder it lies in."""
    inside = path.relative_to(folder)
    place = inside.parts[0].lower() if len(inside.parts) > 1 else ""
    return Context(file=inside.as_posix(), default_source=place, mapping=mapping)


def _sha256(path: Path) -> str:
    with path.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()


def _counts(file: _File) -> bool:
    return isinstance(file.answer, Reading) and not file.repeats


def _gathered(files: list[_File]) -> tuple[dict[str, pa.Table], dict[str, int]]:
    """One table per subject, without rows said before; and the repeats of each file."""
    parts: dict[str, list[pa.Table]] = {}
    beside: dict[str, set[str]] = {}
    for file in files:
        if _counts(file):
            assert isinstance(file.answer, Reading)
            for name, table in file.answer.tables.items():
                parts.setdefault(name, []).append(table)
            for name in file.answer.beside:
                beside.setdefault(name, set()).add(file.name)
    tables: dict[str, pa.Table] = {}
    repeated: dict[str, int] = {}
    for name, found in parts.items():
        whole = pa.concat_tables(found, promote_options="permissive")
        counted = repeated, beside.get(name, set())
        tables[name] = _once(whole, *counted) if len(found) > 1 else whole
    return tables, repeated


def _once(table: pa.Table, repeated: dict[str, int], beside: set[str]) -> pa.Table:
    """Each row once: a later file that says the same of the same source adds nothing.

    `beside`: files in which these are facts of another row, and so no rows to count.
    """
    names = [name for name in table.column_names if name not in _SOURCE_FILE_COLUMNS]
    keyed = table.select(names).append_column(
        "row_of_all", pa.array(np.arange(len(table)))
    )
    firsts = (
        keyed.group_by(names)
        .aggregate([("row_of_all", "min")])["row_of_all_min"]
        .to_numpy()
    )
    again = np.ones(len(table), dtype=bool)
    again[firsts] = False
    if not again.any():
        return table
    counts = table["source_file"].filter(pa.array(again)).value_counts().to_pylist()
    for row in counts:
        if row["values"] in beside:
            continue
        repeated[row["values"]] = repeated.get(row["values"], 0) + row["counts"]
    return table.filter(pa.array(~again))


def _columns(table: pa.Table) -> tuple[str, ...]:
    keep = (
        name
        for name in table.column_names
        if name not in BOOKKEEPING and not name.endswith("__latest")
    )
    return tuple(name for name in keep if not name.startswith("extra."))


def _receipt(file: _File, repeated: int) -> Receipt:
    answer = file.answer
    if isinstance(answer, Refusal):
        said = Problem(code="refused", message=str(answer))
        return _receipt_of(file, "refused", "", (0, 0, 0, 0), 0, (said,))
    received, rejected = answer.rows_received, len(answer.rejections)
    if file.repeats:
        said = Problem(
            code="same_file", message=f"It is the same file as {file.repeats}."
        )
        counts = (received, 0, 0, received)
        return _receipt_of(file, answer.format, answer.agency.value, counts, 0, (said,))
    duplicates = received - rejected - answer.rows_accepted + repeated
    counts = (received, answer.rows_accepted - repeated, rejected, duplicates)
    return _receipt_of(
        file,
        answer.format,
        answer.agency.value,
        counts,
        _children(answer),
        answer.problems,
    )


def _receipt_of(
    file: _File,
    form: str,
    agency: str,
    counts: tuple[int, int, int, int],
    children: int,
    problems: tuple[Problem, ...],
) -> Receipt:
    received, accepted, quarantined, duplicate = counts
    assert received == accepted + quarantined + duplicate, (file.name, counts)
    assert min(counts) >= 0, (file.name, counts)
    return Receipt(
        file=file.name,
        sha256=file.sha256,
        format=form,
        agency=agency,
        rows_received=received,
        rows_accepted=accepted,
        rows_quarantined=quarantined,
        rows_duplicate=duplicate,
        children=children,
        problems=tuple(asdict(problem) for problem in problems),
    )


_WHO = ("child_id", "nominal_id", "person_id")


def _children(reading: Reading) -> int:
    """How many different people the file names by its own id."""
    people: set[str] = set()
    for table in reading.tables.values():
        for name in _WHO:
            if name in table.column_names:
                people.update(table[name].unique().to_pylist())
    return len(people - {"", None})


def _reach(
    readings: list[tuple[str, Reading]], tables: Mapping[str, pa.Table]
) -> dict[str, int]:
    """How far each source is complete: the date its files state, else its latest entry."""
    reach: dict[str, int] = {}
    for _, reading in readings:
        if reading.extract_date is not None:
            stated = reach.get(reading.source, reading.extract_date)
            reach[reading.source] = max(stated, reading.extract_date)
    stated_sources = set(reach)
    for table in tables.values():
        for source, latest in _latest(table).items():
            if source not in stated_sources:
                reach[source] = max(reach.get(source, latest), latest)
    return reach


#: Columns that speak of what is to come, or of long ago, and not of how far a file goes.
_NOT_REACH = {
    "expires", "conference_target", "expected_birth_date", "to", "valid_from", "dob",
    "birth_date", "ended", "conference_date",
}  # fmt: skip


def _latest(table: pa.Table) -> dict[str, int]:
    """Source -> its latest `recorded_at`; where it records none, its latest time."""
    names = [
        name.removesuffix("__latest")
        for name in table.column_names
        if name.endswith("__latest") and name.removesuffix("__latest") not in _NOT_REACH
    ]
    found: dict[str, int] = {}
    for wanted in (["recorded_at"], names):
        for name in wanted:
            by_source = table.group_by("source").aggregate([(name, "max")]).to_pylist()
            for row in by_source:
                value = row[f"{name}_max"]
                if value is not None:
                    found[row["source"]] = max(found.get(row["source"], value), value)
        if found:
            break
    return found


def write_receipts(intake: Intake, out: Path) -> None:
    """Write receipts.json and quarantine.csv."""
    whole = [asdict(receipt) for receipt in intake.receipts]
    text = json.dumps(whole, indent=1, ensure_ascii=False)
    (out / "receipts.json").write_text(text + "\n", encoding="utf-8")
    with (out / "quarantine.csv").open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle)
        writer.writerow(["file", "sheet", "row", "column", "code", "message", "value"])
        for name, row in intake.rejections:
            cells = (row.sheet, row.row, row.column, row.code, row.message, row.value)
            writer.writerow([name, *cells])
