"""CSV tables of a known layout: each column by its name, whatever its case and order."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from trigpoint.records.delimited import Delimited, read_delimited
from trigpoint.records.gathering import StagedAll
from trigpoint.records.importers.importer import Context
from trigpoint.records.record import Problem, Reading
from trigpoint.records.spelling import normal
from trigpoint.vocabulary.agencies import Agency


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """One table of a return: `columns` maps its headers to staged columns.

    `needed`: headers without which it is not this table. `joined`: a staged column made
    of others with "/" between, where the return knows a thing by several columns.
    `fixed`: staged columns that are the same for every row.
    """

    name: str
    subject: str
    columns: Mapping[str, str]
    needed: tuple[str, ...]
    joined: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    fixed: Mapping[str, str] = field(default_factory=dict)


def key(header: str) -> str:
    """A header without case, spaces and punctuation."""
    return normal(header.replace("_", " ")).replace(" ", "")


def layout_of(
    header: tuple[str, ...], layouts: tuple[Layout, ...]
) -> tuple[float, Layout]:
    """The layout that fits a header best, and how surely (0 to 1)."""
    words = {key(cell) for cell in header}

    def sure(layout: Layout) -> float:
        if not {key(cell) for cell in layout.needed} <= words:
            return 0.0
        own = {key(cell) for cell in layout.columns}
        return 0.5 + 0.5 * len(own & words) / max(len(own), len(words - {""}))

    best = max(layouts, key=sure)
    return sure(best), best


def read_tabular(
    path: Path,
    context: Context,
    *,
    layouts: tuple[Layout, ...],
    form: str,
    source: str,
    extract_date: int | None = None,
) -> Reading:
    """Read one CSV table of a return."""
    given = read_delimited(path)
    _, layout = layout_of(given.header, layouts)
    raw, extra, absent = _columns(given, layout)
    staged = StagedAll()
    staged.take(layout.subject, raw, list(given.rows), context, source)
    table = staged.tables[layout.subject]
    return Reading(
        format=f"{form}: {layout.name}",
        agency=Agency.LA,
        source=source,
        rows_received=len(given.rows),
        rows_accepted=len(table),
        duplicates=staged.duplicates,
        tables={layout.subject: table},
        problems=(*given.problems, *_said(layout, extra, absent), *staged.problems),
        rejections=tuple(staged.rejections),
        extract_date=extract_date,
        absent={layout.subject: absent} if absent else {},
        extra=extra,
    )


def _columns(
    given: Delimited, layout: Layout
) -> tuple[dict[str, pa.Array], tuple[str, ...], tuple[str, ...]]:
    """Staged columns; the headers nobody knows; the known columns that were not there."""
    known = {key(header): column for header, column in layout.columns.items()}
    size = len(given.rows)
    raw: dict[str, pa.Array] = {}
    extra: list[str] = []
    for header, values in given.columns.items():
        target = known.get(key(header))
        if target is not None and target not in raw:
            raw[target] = values
        elif not _is_index(header, values):
            raw[f"extra.{header}"] = values
            extra.append(header)
    absent = tuple(c for c in dict.fromkeys(layout.columns.values()) if c not in raw)
    for column, parts in layout.joined.items():
        present = [raw[part] for part in parts if part in raw]
        if present:
            raw[column] = pc.binary_join_element_wise(*present, "/")
    for column, value in layout.fixed.items():
        raw[column] = pa.repeat(pa.scalar(value, pa.string()), size)
    return raw, tuple(extra), absent


def _is_index(header: str, values: pa.Array) -> bool:
    """An unnamed first column that only counts the rows, as export tools add it."""
    if header != "column 1":
        return False
    return values.to_pylist() == [str(number) for number in range(len(values))]


def _said(
    layout: Layout, extra: tuple[str, ...], absent: tuple[str, ...]
) -> list[Problem]:
    said = []
    if absent:
        message = f"{layout.name} came without: {', '.join(absent)}."
        said.append(Problem(code="columns_absent", message=message))
    if extra:
        message = f"{layout.name} has columns nobody knows, kept: {', '.join(extra)}."
        said.append(Problem(code="columns_extra", message=message))
    return said
