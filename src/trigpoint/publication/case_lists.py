"""The lists beside the report: for every number, the opaque references behind it.

A page shows the newest cases; where there are more, the whole list lies beside it as
a table (CSV), so that no page grows without limit.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from html import escape
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from trigpoint.publication.material import RunMaterial
from trigpoint.publication.parts import Block
from trigpoint.publication.wording import (
    OUTCOMES,
    agency,
    count,
    district,
    link_words,
    margin,
    minute,
)

#: The most cases shown on one page.
SHOWN = 1000
COLUMNS = (
    "Child",
    "Duty",
    "Outcome",
    "Called for",
    "Due",
    "Margin",
    "Duty holder",
    "District",
    "Missing, why excepted, or a likely link",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseList:
    """One list: judgements by row number (or `table` rows of its own), and what is above."""

    name: str
    title: str
    rows: np.ndarray
    above: tuple[Block, ...] = ()
    table: "ChildTable | None" = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildTable:
    """A list that is not of judgements: the first column is a child's reference."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(slots=True)
class _Shelf:
    """The lists so far, by name."""

    kept: dict[str, CaseList] = field(default_factory=dict)


class CaseLists:
    """Every list that some number of the report links to."""

    def __init__(self, material: RunMaterial, *, with_cases: bool) -> None:
        """`with_cases`: references link to the child's own page."""
        self.material = material
        self.with_cases = with_cases
        self._shelf = _Shelf()

    def has(self, name: str) -> bool:
        """True where a list of this name was made."""
        return name in self._shelf.kept

    def href(self, name: str) -> str:
        """Where the list will stand, from the report."""
        return f"lists/{name}.html"

    def add(
        self, name: str, title: str, rows: np.ndarray, above: tuple[Block, ...] = ()
    ) -> str:
        """Keep a list of judgements; a name that is known keeps its first list."""
        if not self.has(name):
            kept = CaseList(
                name=name, title=title, rows=rows.astype(np.int64), above=above
            )
            self._shelf.kept[name] = kept
        return self.href(name)

    def add_children(
        self,
        name: str,
        title: str,
        columns: Sequence[str],
        rows: Sequence[Sequence[str]],
    ) -> str:
        """Keep a list of children with facts of their own."""
        if not self.has(name):
            table = ChildTable(
                columns=tuple(columns), rows=tuple(tuple(row) for row in rows)
            )
            nothing = np.empty(0, dtype=np.int64)
            kept = CaseList(name=name, title=title, rows=nothing, table=table)
            self._shelf.kept[name] = kept
        return self.href(name)

    def __iter__(self) -> Iterator[CaseList]:
        """Every list, by name."""
        return iter([self._shelf.kept[name] for name in sorted(self._shelf.kept)])

    @cached_property
    def _newest(self) -> np.ndarray:
        """Each judgement's place, newest trigger first."""
        triggered = self.material.judgements["triggered_at"].cast(pa.int64())
        order = np.argsort(-triggered.to_numpy(), kind="stable")
        place = np.empty(len(order), dtype=np.int64)
        place[order] = np.arange(len(order))
        return place

    def ordered(self, kept: CaseList) -> np.ndarray:
        """The list's row numbers, newest first."""
        return kept.rows[np.argsort(self._newest[kept.rows], kind="stable")]

    def size(self, kept: CaseList) -> int:
        """How many cases it holds in all."""
        return len(kept.table.rows) if kept.table else len(kept.rows)

    def columns(self, kept: CaseList) -> tuple[str, ...]:
        """The headings of its page."""
        return kept.table.columns if kept.table else COLUMNS

    def body(self, kept: CaseList, titles: Mapping[str, str]) -> str:
        """The table rows of its page as HTML, every text escaped."""
        if kept.table:
            cells = [list(row) for row in kept.table.rows[:SHOWN]]
        else:
            cells = self._cells(self.ordered(kept)[:SHOWN], titles)
        return "\n".join(self._line(row) for row in cells)

    def whole(self, kept: CaseList) -> tuple[str, ...]:
        """The tables that hold a long list whole; none where the page shows it all.

        Judgements lie in one table for each standard, so that no case is written twice.
        """
        if self.size(kept) <= SHOWN:
            return ()
        if kept.table:
            return (kept.name,)
        chosen = self.material.judgements["standard"].take(pa.array(kept.rows))
        return tuple(sorted(pc.unique(chosen).to_pylist()))

    def _cells(self, rows: np.ndarray, titles: Mapping[str, str]) -> list[list[str]]:
        part = self.material.judgements.take(pa.array(rows))
        return [self._cell_row(row, titles) for row in part.to_pylist()]

    def _cell_row(self, row: dict[str, Any], titles: Mapping[str, str]) -> list[str]:
        why = json.loads(row["why"])
        notes = [row["missing"] or why.get("exception", "")]
        if why.get("link") is not None:
            notes.append(link_words(why["link"]))
        return [
            row["child"],
            titles.get(row["standard"], row["standard"]),
            OUTCOMES[row["outcome"]] + (f" ({row['fault']})" if row["fault"] else ""),
            minute(row["triggered_at"]),
            minute(row["due_at"]) if row["due_at"] else "",
            margin(row["margin_hours"]),
            agency(row["duty_holder"]),
            district(row["district"]),
            "; ".join(note for note in notes if note),
        ]

    def _line(self, cells: list[str]) -> str:
        child, *rest = cells
        name = escape(child)
        if self.with_cases:
            name = f'<a href="../cases/{name}.html">{name}</a>'
        tail = "".join(f"<td>{escape(str(cell))}</td>" for cell in rest)
        return f'<tr><th scope="row">{name}</th>{tail}</tr>'


def shown(size: int) -> str:
    """What a page says of its own length."""
    if size <= SHOWN:
        return f"All {count(size)}." if size != 1 else "One."
    return f"The newest {count(SHOWN)} of {count(size)}."
