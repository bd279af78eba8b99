"""Rows of text gathered one by one (XML, sheets) and staged subject by subject."""

from dataclasses import dataclass, field

import pyarrow as pa

from trigpoint.records.council_codes import COUNCIL_CODES, EARLIER_SEX
from trigpoint.records.importers.importer import Context
from trigpoint.records.record import Problem, Rejection
from trigpoint.records.staging import stage


@dataclass(slots=True)
class Gathered:
    """Rows of several subjects, each a dictionary of canonical column -> text.

    `columns`: the columns that the format has for a subject, so that one that no row
    filled is still known to have been there.
    """

    columns: dict[str, tuple[str, ...]]
    rows: dict[str, list[dict[str, str]]] = field(default_factory=dict)
    lines: dict[str, list[int]] = field(default_factory=dict)

    def add(self, subject: str, line: int, row: dict[str, str]) -> None:
        """Keep one row."""
        self.rows.setdefault(subject, []).append(row)
        self.lines.setdefault(subject, []).append(line)


@dataclass(slots=True, kw_only=True)
class StagedAll:
    """Every subject staged, and what was wrong with any."""

    tables: dict[str, pa.Table] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    rejections: list[Rejection] = field(default_factory=list)
    duplicates: int = 0

    def take(
        self,
        subject: str,
        raw: dict[str, pa.Array],
        lines: list[int],
        context: Context,
        source: str,
        sheet: str = "",
    ) -> None:
        """Stage one subject's columns and keep all that came of it."""
        if "sex" in raw:
            raw["sex"] = _current_sex(raw["sex"])
        staged = stage(
            subject=subject,
            raw=raw,
            rows=lines,
            context=context,
            source=source,
            sheet=sheet,
            codes=COUNCIL_CODES,
        )
        self.tables[subject] = staged.table
        self.problems += staged.problems
        self.rejections += staged.rejections
        self.duplicates += staged.duplicates


def _current_sex(values: pa.Array) -> pa.Array:
    """1, 2, 0 and 9 of earlier years as M, F and U."""
    encoded = values.dictionary_encode()
    now = [
        EARLIER_SEX.get(text.strip(), text) for text in encoded.dictionary.to_pylist()
    ]
    return pa.array(now, pa.string()).take(encoded.indices)


def stage_all(gathered: Gathered, *, context: Context, source: str) -> StagedAll:
    """Stage every subject that has rows."""
    done = StagedAll()
    for subject, rows in gathered.rows.items():
        known = gathered.columns.get(subject, ())
        names = dict.fromkeys([*known, *(name for row in rows for name in row)])
        raw = {
            name: pa.array([row.get(name, "") for row in rows], pa.string())
            for name in names
        }
        done.take(subject, raw, gathered.lines[subject], context, source)
    return done
