"""What every importer module declares, as `IMPORTER`."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from trigpoint.records.record import Reading
from trigpoint.vocabulary.agencies import Agency


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """What a file looks like from its first bytes; enough to tell what it is.

    `kind` is csv, xml, xlsx or other. `header` is the first row of a CSV file, as
    written; `root` the XML root's local name and `elements` the local names seen
    early in it; `sheets` the sheet titles of a workbook, and `sheet_headers` every
    cell text in the first rows of each sheet.
    """

    path: Path
    kind: str
    header: tuple[str, ...] = ()
    root: str = ""
    elements: tuple[str, ...] = ()
    sheets: tuple[str, ...] = ()
    sheet_headers: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What a reader is told about a file: its name in receipts, where it lay, the mapping.

    `default_source`: the source to use where the file names none, e.g. "police".
    `mapping`: the force's saved column-and-code mapping (see police_profile), or None.
    `today_limit`: the latest instant that is not "in the future" for a date check.
    """

    file: str
    default_source: str
    mapping: dict[str, Any] | None = None
    today_limit: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Importer:
    """One source system. `recognise` returns 0.0 (not this) to 1.0 (surely this)."""

    name: str
    title: str
    agency: Agency
    recognise: Callable[[Sample], float]
    read: Callable[[Path, Context], Reading]
    formats: tuple[str, ...] = field(default=())
