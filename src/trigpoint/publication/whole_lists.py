"""Long lists whole, as tables (CSV): each line says what it is, and none is a formula."""

from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv

from trigpoint.publication.case_lists import ChildTable
from trigpoint.publication.material import RunMaterial

COLUMNS = (
    "child", "standard", "version", "outcome", "fault", "triggered_at", "due_at",
    "fulfilled_at", "margin_hours", "duty_holder", "district", "missing",
)  # fmt: skip
#: What a spreadsheet would take for the beginning of a formula.
_FORMULA = r"^([=+\-@\t\r])"


def write_standard(material: RunMaterial, slug: str, path: Path) -> int:
    """Write every judgement of a standard, newest trigger first; how many."""
    table = material.judgements.select(COLUMNS)
    chosen = table.filter(pc.equal(table["standard"], slug))
    newest = pc.sort_indices(chosen, [("triggered_at", "descending")])
    ordered = chosen.take(newest)
    columns = {name: _written(ordered[name]) for name in COLUMNS}
    _write(pa.table(columns), material, path)
    return len(ordered)


def write_children(material: RunMaterial, kept: ChildTable, path: Path) -> int:
    """Write a list of children with their facts; how many."""
    cells = list(zip(*kept.rows, strict=True)) or [()] * len(kept.columns)
    columns = [
        _written(pa.chunked_array([pa.array(cell, pa.string())])) for cell in cells
    ]
    _write(pa.table(columns, names=list(kept.columns)), material, path)
    return len(kept.rows)


def _write(table: pa.Table, material: RunMaterial, path: Path) -> None:
    mark = "invented data; not for publication"
    if not material.invented:
        mark = "not for publication"
    marked = table.append_column("note", pa.array([mark] * len(table), pa.string()))
    pyarrow.csv.write_csv(marked, path)


def _written(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """Times with their offset, hours to the hundredth, and texts that stay texts."""
    if pa.types.is_timestamp(column.type):
        whole = column.cast(pa.timestamp("s", tz=column.type.tz), safe=False)
        return pc.strftime(whole, format="%Y-%m-%dT%H:%M:%S%z")
    if pa.types.is_floating(column.type):
        return pc.round(column, ndigits=2)
    if pa.types.is_string(column.type):
        return pc.replace_substring_regex(column, _FORMULA, r"'\1")
    return column
