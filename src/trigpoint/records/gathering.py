"""Council rows as text, gathered one by one or by column, and staged by subject."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from trigpoint.records.child_identity import identity_problems
from trigpoint.records.council_codes import COUNCIL_CODES, EARLIER_SEX, SUBJECT_CODES
from trigpoint.records.importer import Context
from trigpoint.records.record import Problem, Rejection
from trigpoint.records.staging import stage
from trigpoint.records.subjects import SUBJECTS
from trigpoint.records.upn import REASON
from trigpoint.timekeeping.london import DAY

_YEAR = 366 * DAY
#: Dates that speak of what is to come.
_TO_COME = {"conference_target", "expected_birth_date"}
_IDENTITY = ("child_record", "person")


@dataclass(slots=True)
class Gathered:
    """Rows of several subjects, each a dictionary of canonical column -> text.

    `columns`: the columns that the format has for a subject; a subject without rows is
    staged too, because a return that holds none of a thing says that there was none.
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
    """Every subject staged, and what was wrong with any.

    `reference`: the instant the return is of; no date a year beyond it is a fact.
    `accepted`: rows of the file that are in the tables. `day_first`: the return's
    layout itself says dd/mm/yyyy, so that such a column is in no doubt.
    """

    context: Context
    source: str
    reference: int | None = None
    day_first: bool = False
    tables: dict[str, pa.Table] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    rejections: list[Rejection] = field(default_factory=list)
    duplicates: int = 0
    accepted: int = 0

    def take(
        self,
        subject: str,
        raw: dict[str, pa.Array],
        lines: Sequence[int] | np.ndarray,
        *,
        counted: bool = True,
    ) -> None:
        """Stage one subject's columns and keep all that came of it.

        `counted` is False for facts that a row of another subject carries beside its
        own: they are no rows of the file, and their losses are its losses.
        """
        staged = stage(
            subject=subject,
            raw=_current(raw),
            rows=lines,
            context=self.context,
            source=self.source,
            codes={**COUNCIL_CODES, **SUBJECT_CODES.get(subject, {})},
        )
        table = self._within_reach(subject, staged.table)
        self.tables[subject] = table
        self.problems += [
            problem
            for problem in staged.problems
            if not (self.day_first and problem.code == "ambiguous_dates")
        ]
        if subject in _IDENTITY:
            self.problems += identity_problems(table, reference=self.reference)
        if counted:
            self.rejections += staged.rejections
            self.duplicates += staged.duplicates
            self.accepted += len(table)

    def _within_reach(self, subject: str, table: pa.Table) -> pa.Table:
        """Mark dates after the reference date; take out those a year beyond it."""
        if self.reference is None:
            return table
        for column in SUBJECTS[subject].columns:
            if column.kind == "date" and column.name not in _TO_COME:
                table = self._checked(table, column.name)
        return table

    def _checked(self, table: pa.Table, name: str) -> pa.Table:
        if name not in table.column_names or self.reference is None:
            return table
        values = pc.fill_null(table[name], 0).to_numpy()
        late = values > self.reference
        if not late.any():
            return table
        lines = table["source_row"].to_numpy()
        impossible = values > self.reference + _YEAR
        self._say_late(name, lines[late & ~impossible], "after_reference_date")
        self._say_late(name, lines[impossible], "impossible_date")
        for each in (name, f"{name}__latest"):
            place = table.column_names.index(each)
            kept = pc.if_else(pa.array(impossible), None, table[each].combine_chunks())
            table = table.set_column(place, each, kept)
        return table

    def _say_late(self, name: str, lines: np.ndarray, code: str) -> None:
        if not len(lines):
            return
        what = {
            "after_reference_date": "after the date the return is of; kept",
            "impossible_date": "a year beyond the return; left out of every reckoning",
        }
        message = f"{name} is {what[code]} ({len(lines)} rows, the first given)."
        self.problems.append(
            Problem(row=int(lines[0]), column=name, code=code, message=message)
        )


def _current(raw: dict[str, pa.Array]) -> dict[str, pa.Array]:
    """Sex in today's codes; a reason for no UPN in its own column."""
    made = dict(raw)
    if "sex" in made:
        made["sex"] = _respelt(made["sex"])
    if "upn" in made:
        trimmed = pc.utf8_trim_whitespace(made["upn"])
        reason = pc.match_substring_regex(trimmed, f"(?i)^{REASON.pattern}$")
        if pc.any(reason).as_py():
            stated = made.get("upn_unknown", _repeat("", len(trimmed)))
            found = pc.if_else(reason, pc.utf8_upper(trimmed), "")
            made["upn_unknown"] = pc.if_else(pc.equal(stated, ""), found, stated)
            made["upn"] = pc.if_else(reason, "", made["upn"])
    return made


def _respelt(values: pa.Array) -> pa.Array:
    """1, 2, 0 and 9 of earlier years, and words for the unborn, as M, F and U."""
    encoded = values.dictionary_encode()
    now = [
        EARLIER_SEX.get(re.sub(r"^[a-z]\)\s*", "", text.strip().lower()), text)
        for text in encoded.dictionary.to_pylist()
    ]
    return pa.array(now, pa.string()).take(encoded.indices)


def _repeat(text: str, size: int) -> pa.Array:
    return pa.repeat(pa.scalar(text, pa.string()), size)


def stage_all(
    gathered: Gathered,
    *,
    context: Context,
    source: str,
    reference: int | None = None,
    day_first: bool = False,
    uncounted: frozenset[str] = frozenset(),
) -> StagedAll:
    """Stage every subject that the format has, with rows or without.

    `uncounted`: subjects whose rows are facts beside a row of the file (see `take`).
    """
    done = StagedAll(
        context=context, source=source, reference=reference, day_first=day_first
    )
    for subject in dict.fromkeys([*gathered.columns, *gathered.rows]):
        rows = gathered.rows.get(subject, [])
        known = gathered.columns.get(subject, ())
        names = dict.fromkeys([*known, *(name for row in rows for name in row)])
        raw = {
            name: pa.array([row.get(name, "") for row in rows], pa.string())
            for name in names
        }
        lines = np.array(gathered.lines.get(subject, []), dtype=np.int64)
        done.take(subject, raw, lines, counted=subject not in uncounted)
    return done
