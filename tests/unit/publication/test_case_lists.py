"""The lists beside a report."""

import csv
from dataclasses import replace
from pathlib import Path

import numpy as np
import pyarrow as pa
import pytest

from tests.support.composed import evidence, run
from trigpoint.publication import case_lists
from trigpoint.publication.case_lists import CaseLists, shown


def lists(*, with_cases: bool = False) -> CaseLists:
    made = CaseLists(run(), with_cases=with_cases)
    made.add("late", "Late", evidence().where(outcome="late"))
    return made


def test_cases_stand_newest_first() -> None:
    """The first case of a list is the one called for last."""
    made = lists()
    (kept,) = made
    times = (
        run().judgements["triggered_at"].take(pa.array(made.ordered(kept))).to_pylist()
    )
    assert times == sorted(times, reverse=True)


def test_a_name_keeps_its_first_list() -> None:
    """A second list of the same name changes nothing."""
    made = lists()
    made.add("late", "Other", np.array([0]))
    (kept,) = made
    assert kept.title == "Late"
    assert made.has("late")
    assert not made.has("early")


def test_references_open_a_child_s_page_only_where_pages_are_written() -> None:
    """Without cases no list links to a child."""
    titles = {"x": "y"}
    without, within = lists(), lists(with_cases=True)
    assert "cases/" not in without.body(next(iter(without)), titles)
    assert "../cases/" in within.body(next(iter(within)), titles)


def test_every_text_is_escaped() -> None:
    """A title that looks like markup stays text."""
    made = CaseLists(run(), with_cases=False)
    made.add_children("odd", "Odd", ("Child", "Says"), [("C1", "<b>&")])
    (kept,) = made
    assert "&lt;b&gt;&amp;" in made.body(kept, {})
    assert made.columns(kept) == ("Child", "Says")
    assert made.size(kept) == 1


def test_a_long_list_is_shown_in_part_and_written_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page shows the newest; the table beside it holds every case, and says what it is."""
    monkeypatch.setattr(case_lists, "SHOWN", 5)
    made = lists()
    (kept,) = made
    assert made.body(kept, {}).count("<tr>") == 5
    assert shown(5) == "All 5."
    assert shown(6) == "The newest 5 of 6."
    made.write_csv(kept, tmp_path / "late.csv")
    with (tmp_path / "late.csv").open(newline="") as file:
        written = list(csv.DictReader(file))
    assert len(written) == made.size(kept) > 5
    assert {row["outcome"] for row in written} == {"late"}
    assert {row["note"] for row in written} == {"invented data; not for publication"}


def test_no_cell_becomes_a_formula(tmp_path: Path) -> None:
    """A district that begins with = is written so that no spreadsheet runs it."""
    table = run().judgements.slice(0, 1)
    index = table.schema.get_field_index("district")
    odd = replace(
        run(), judgements=table.set_column(index, "district", pa.array(["=1+1"]))
    )
    made = CaseLists(odd, with_cases=False)
    made.add("one", "One", np.array([0]))
    made.write_csv(next(iter(made)), tmp_path / "one.csv")
    with (tmp_path / "one.csv").open(newline="") as file:
        (row,) = csv.DictReader(file)
    assert row["district"] == "'=1+1"
