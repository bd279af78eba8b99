"""CSV tables of a known layout: each column by its name, whatever its case and order."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from trigpoint.records.delimited import Delimited
from trigpoint.records.gathering import StagedAll
from trigpoint.records.importer import Context
from trigpoint.records.record import Problem, Reading
from trigpoint.records.wording import normal
from trigpoint.vocabulary.agencies import Agency

_KEPT = "extra."


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """One table of a return: `columns` maps its headers to staged columns.

    A header mapped to `extra.<name>` is known, and bears on nothing yet.
    `needed`: headers without which it is not this table. `joined`: a staged column made
    of others with "/" between, where the return knows a thing by several columns.
    `fixed`: staged columns that are the same for every row. `prefix`: a word before
    every header, which export tools may drop. `facts`: another subject whose columns
    (staged column -> column of this table) stand beside a row; the last of them must be
    filled for there to be one.
    """

    name: str
    subject: str
    columns: Mapping[str, str]
    needed: tuple[str, ...]
    joined: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    fixed: Mapping[str, str] = field(default_factory=dict)
    prefix: str = ""
    facts: tuple[str, Mapping[str, str]] | None = None

    def key(self, header: str) -> str:
        """A header without the prefix, case, spaces and punctuation."""
        if self.prefix:
            header = re.sub(rf"^\s*{self.prefix}[_ ]", "", header, flags=re.IGNORECASE)
        return key(header)


def key(header: str) -> str:
    """A header without case, spaces and punctuation."""
    return normal(header.replace("_", " ")).replace(" ", "")


def layout_of(
    header: tuple[str, ...], layouts: tuple[Layout, ...]
) -> tuple[float, Layout]:
    """The layout that fits a header best, and how surely (0 to 1)."""

    def sure(layout: Layout) -> float:
        words = {layout.key(cell) for cell in header} - {""}
        if not {key(cell) for cell in layout.needed} <= words:
            return 0.0
        own = {key(cell) for cell in layout.columns}
        return 0.5 + 0.5 * len(own & words) / max(len(own), len(words))

    best = max(layouts, key=sure)
    return sure(best), best


def read_tabular(
    given: Delimited,
    context: Context,
    *,
    layouts: tuple[Layout, ...],
    form: str,
    source: str,
    extract_date: int | None = None,
    header_problems: tuple[Problem, ...] = (),
    day_first: bool = False,
    names: Mapping[str, Mapping[str, str]] | None = None,
) -> Reading:
    """One CSV table of a return as a reading, by the layout that fits it best.

    `names`: for a joined column, what a return in another form calls the same thing.
    """
    _, layout = layout_of(given.header, layouts)
    raw, extra, absent = _columns(given, layout)
    for column, known in (names or {}).items():
        if column in layout.joined and column in raw:
            raw[column] = _renamed(raw[column], known)
    staged = StagedAll(
        context=context, source=source, reference=extract_date, day_first=day_first
    )
    staged.take(layout.subject, raw, given.rows)
    if layout.facts is not None:
        _take_facts(staged, *layout.facts, raw, given.rows)
    return Reading(
        format=f"{form}: {layout.name}",
        agency=Agency.LA,
        source=source,
        rows_received=len(given.rows),
        rows_accepted=staged.accepted,
        duplicates=staged.duplicates,
        tables=staged.tables,
        problems=(
            *given.problems,
            *header_problems,
            *_said(layout, extra, absent, given.blank_rows),
            *staged.problems,
        ),
        rejections=tuple(staged.rejections),
        extract_date=extract_date,
        beside=frozenset(set(staged.tables) - {layout.subject}),
        absent={layout.subject: absent} if absent else {},
        extra=extra,
    )


def _renamed(values: pa.Array, names: Mapping[str, str]) -> pa.Array:
    encoded = values.dictionary_encode()
    words = [names.get(word, word) for word in encoded.dictionary.to_pylist()]
    return pa.array(words, pa.string()).take(encoded.indices)


def _take_facts(
    staged: StagedAll,
    subject: str,
    columns: Mapping[str, str],
    raw: Mapping[str, pa.Array],
    rows: np.ndarray,
) -> None:
    """Stage what stands beside a row and is a thing of its own."""
    if not set(columns.values()) <= set(raw):
        return
    *_, last = columns.values()
    filled = pc.not_equal(pc.utf8_trim_whitespace(raw[last]), "")
    facts = {name: raw[column].filter(filled) for name, column in columns.items()}
    lines = rows[filled.to_numpy(zero_copy_only=False)]
    staged.take(subject, facts, lines, counted=False)


def _columns(
    given: Delimited, layout: Layout
) -> tuple[dict[str, pa.Array], tuple[str, ...], tuple[str, ...]]:
    """Staged columns; the headers nobody knows; the known columns that were not there."""
    known = {key(header): column for header, column in layout.columns.items()}
    size = len(given.rows)
    raw: dict[str, pa.Array] = {}
    extra: list[str] = []
    for header, values in given.columns.items():
        target = known.get(layout.key(header))
        if target is not None and target not in raw:
            raw[target] = values
        elif not _is_index(header, values):
            raw[f"{_KEPT}{header}"] = values
            extra.append(header)
    wanted = [name for name in layout.columns.values() if not name.startswith(_KEPT)]
    absent = tuple(name for name in dict.fromkeys(wanted) if name not in raw)
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
    counted = [str(number) for number in range(len(values) + 1)]
    return values.to_pylist() in (counted[:-1], counted[1:])


def _said(
    layout: Layout, extra: tuple[str, ...], absent: tuple[str, ...], blank: int
) -> list[Problem]:
    said = []
    if absent:
        message = f"{layout.name} came without: {', '.join(absent)}."
        said.append(Problem(code="columns_absent", message=message))
    if extra:
        message = f"{layout.name} has columns nobody knows, kept: {', '.join(extra)}."
        said.append(Problem(code="columns_extra", message=message))
    if blank:
        message = f"{blank:,} wholly empty rows were passed over."
        said.append(Problem(code="blank_rows", message=message))
    return said
