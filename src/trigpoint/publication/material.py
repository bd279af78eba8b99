"""What a report is made of: everything a run of `inspect` hands to publication."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import pyarrow as pa

from trigpoint.chronology.coverage import Coverage
from trigpoint.standards.standard import Standard


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceReach:
    """How far one source reaches, and what it lacks.

    `reach`: an instant (microseconds), None where the source does not say.
    `record_times` False: it says when things happened but not when they were written
    down. `absent`: columns that were not in its files, as file.column.
    """

    source: str
    agency: str
    reach: int | None
    record_times: bool
    absent: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RunMaterial:
    """One run, as it is to be told.

    `judgements`, `chronology`, `children`: the tables of those parquet files.
    `receipts`, `quarantine`, `conflicts`: rows as mappings, with the columns of
    receipts.json, of quarantine.csv, and (child, what, source_a, value_a, source_b,
    value_b). `start` and `end` are the occasions asked for, [start, end), None =
    open. `as_at` is an instant. `version` is Trigpoint's own. `proposals`:
    links.parquet. `log` and `coverage`: what was judged, for telling a case's duties
    clause by clause.
    """

    force: str
    invented: bool
    version: str
    as_at: int
    start: date | None = None
    end: date | None = None
    judgements: pa.Table
    chronology: pa.Table
    children: pa.Table
    receipts: tuple[Mapping[str, object], ...] = ()
    quarantine: tuple[Mapping[str, object], ...] = ()
    conflicts: tuple[Mapping[str, object], ...] = ()
    sources: tuple[SourceReach, ...] = ()
    standards: tuple[Standard, ...] = ()
    proposals: pa.Table | None = None
    log: pa.Table | None = None
    coverage: Coverage | None = None
