"""The Annex A workbook as councils really send it."""

from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from trigpoint.records.importer import Context
from trigpoint.records.importers import council_annex_a
from trigpoint.records.record import Reading
from trigpoint.records.sampling import sample

HEADER = ["child unique id ", "Gender", "Ethnicity", "Date of Birth",
          "Strategy discussion initiating Section 47 Enquiry Start Date",
          "Was an Initial Child Protection Conference deemed unnecessary?",
          "Date of Initial Child Protection Conference", "Mood"]  # fmt: skip
ROW = [1234.0, "b) Female", "a) WBRI", datetime(2008, 5, 14), datetime(2016, 7, 6),
       "b) No", datetime(2016, 7, 27), "calm"]  # fmt: skip


def workbook(tmp_path: Path, *rows: list[Any], title: str = "List_5") -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = title
    for row in rows:
        sheet.append(row)
    path = tmp_path / "annex.xlsx"
    book.save(path)
    return path


def read(path: Path) -> Reading:
    context = Context(file="annex.xlsx", default_source="council")
    return council_annex_a.read(path, context)


def test_title_rows_blank_rows_and_ids_read_as_numbers(tmp_path: Path) -> None:
    """The header is found below a title; a blank row is dropped; 1234.0 is 1234."""
    path = workbook(
        tmp_path, ["An invented council"], [], HEADER, ROW, [], ["0077", *ROW[1:]]
    )
    assert council_annex_a.recognise(sample(path)) > 0.5
    done = read(path)
    assert (done.rows_received, done.rows_accepted) == (2, 2)
    enquiries = done.tables["section_47"].to_pylist()
    assert [row["child_id"] for row in enquiries] == ["1234", "0077"]
    assert [row["source_row"] for row in enquiries] == [4, 6]
    assert enquiries[0]["conference_not_required"] == "false"
    assert enquiries[0]["extra.Mood"] == "calm"


def test_what_stands_beside_becomes_its_own_table(tmp_path: Path) -> None:
    """The conference date of the row is a conference; the identity a child's record."""
    done = read(workbook(tmp_path, HEADER, ROW))
    assert len(done.tables["initial_conference"]) == 1
    (child,) = done.tables["child_record"].to_pylist()
    assert (child["sex"], child["ethnicity"]) == ("F", "WBRI")


def test_errors_and_unsaved_formulas_are_missing_and_said(tmp_path: Path) -> None:
    """No formula is run: a cell without a saved value is empty, and counted."""
    odd = ["5", "F", "#N/A", None, datetime(2016, 7, 6), "No", "=TODAY()", ""]
    done = read(workbook(tmp_path, HEADER, odd))
    assert "no_saved_value" in [problem.code for problem in done.problems]
    assert "initial_conference" not in done.tables or not len(
        done.tables["initial_conference"]
    )


def test_a_row_without_a_child_waits_for_a_person(tmp_path: Path) -> None:
    """A row without its id is kept whole in quarantine."""
    done = read(workbook(tmp_path, HEADER, [None, *ROW[1:]]))
    assert len(done.rejections) == 1
    assert done.rejections[0].column == "child_id"


@pytest.mark.parametrize("title", ["Sheet1", "5 - S47 & ICPC"])
def test_titles_of_sheets_do_not_matter(tmp_path: Path, title: str) -> None:
    """A list is known by its headers."""
    assert "section_47" in read(workbook(tmp_path, HEADER, ROW, title=title)).tables


def test_another_workbook_is_not_recognised(tmp_path: Path) -> None:
    """A list of providers has no child in it."""
    path = workbook(tmp_path, ["URN", "Provider name", "Places"], [1, "A home", 4])
    assert council_annex_a.recognise(sample(path)) == 0
