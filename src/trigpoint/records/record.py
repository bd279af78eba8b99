"""What reading one file gives: staged tables, and what was wrong, and the count of it all."""

from dataclasses import dataclass, field

import pyarrow as pa

from trigpoint.vocabulary.agencies import Agency


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """A defect of one cell (row given) or one file (row None); the row was accepted.

    `code` is a short permanent word ("unknown_code", "impossible_date", ...);
    `message` says what was seen and what to do.
    """

    sheet: str = ""
    row: int | None = None
    column: str = ""
    code: str
    message: str
    value: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejection:
    """A row that makes no event until it is mended, kept whole: `value` is its raw JSON."""

    sheet: str = ""
    row: int
    column: str
    code: str
    message: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one file held.

    `rows_received` counts every row that was not wholly empty; received = rows in
    `tables` + `rejections` + `duplicates`. An XML row is one repeating element that
    carries its own facts; one such row may fill two tables, and is then counted once:
    `rows_accepted` is given by the importer, not by summing tables.
    `beside`: subjects whose rows are facts that stand in another subject's row.
    `extract_date`: how far the file says it reaches (instant), if it says.
    `absent`: per subject, the known columns that the file did not have.
    `extra`: headers or XML elements nobody knows, kept.
    """

    format: str
    agency: Agency
    source: str
    rows_received: int
    rows_accepted: int
    duplicates: int = 0
    tables: dict[str, pa.Table]
    problems: tuple[Problem, ...] = ()
    rejections: tuple[Rejection, ...] = ()
    extract_date: int | None = None
    absent: dict[str, tuple[str, ...]] = field(default_factory=dict)
    extra: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    beside: frozenset[str] = frozenset()


class Refusal(Exception):
    """A file that is not read at all; the text says why and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """One object of receipts.json."""

    file: str
    sha256: str
    format: str
    agency: str
    rows_received: int
    rows_accepted: int
    rows_quarantined: int
    rows_duplicate: int
    children: int
    problems: tuple[dict[str, object], ...]
