"""Long lists written whole."""

import csv
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pyarrow as pa

from tests.support.composed import rows, run
from trigpoint.publication.case_lists import ChildTable
from trigpoint.publication.whole_lists import COLUMNS, write_children, write_standard


def read(path: Path) -> list[dict[str, str]]:
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_every_case_of_the_duty_is_there_newest_first(tmp_path: Path) -> None:
    """The table holds each judgement once, and each line says what it is."""
    number = write_standard(run(), "cse-flag", tmp_path / "a.csv")
    written = read(tmp_path / "a.csv")
    assert number == len(written) == sum(r["standard"] == "cse-flag" for r in rows())
    assert list(written[0]) == [*COLUMNS, "note"]
    times = [datetime.fromisoformat(row["triggered_at"]) for row in written]
    assert times == sorted(times, reverse=True)
    assert all(time.tzinfo for time in times)
    assert {row["note"] for row in written} == {"invented data; not for publication"}


def test_no_cell_becomes_a_formula(tmp_path: Path) -> None:
    """A text that begins with = is written so that no spreadsheet runs it."""
    table = run().judgements.slice(0, 1)
    place = table.schema.get_field_index("district")
    odd = table.set_column(place, "district", pa.array(["=1+1"]))
    slug = odd["standard"][0].as_py()
    write_standard(replace(run(), judgements=odd), slug, tmp_path / "a.csv")
    (row,) = read(tmp_path / "a.csv")
    assert row["district"] == "'=1+1"


def test_children_with_facts_of_their_own(tmp_path: Path) -> None:
    """A list that is not of judgements keeps its own columns, and may be empty."""
    made = ChildTable(columns=("Child", "Episodes"), rows=(("C1", "3"),))
    assert write_children(replace(run(), invented=False), made, tmp_path / "a.csv") == 1
    (row,) = read(tmp_path / "a.csv")
    assert row == {"Child": "C1", "Episodes": "3", "note": "not for publication"}
    nothing = ChildTable(columns=("Child", "Episodes"), rows=())
    assert write_children(run(), nothing, tmp_path / "b.csv") == 0
