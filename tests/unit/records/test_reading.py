"""A file is read in a process of its own, and cannot take the run with it."""

from pathlib import Path

import pytest

from trigpoint.records import reading
from trigpoint.records.importer import Context
from trigpoint.records.record import Reading, Refusal

CONTEXT = Context(file="x.csv", default_source="police")


def test_a_good_file_comes_back_from_its_process(tmp_path: Path) -> None:
    """The tables cross the border between processes whole."""
    path = tmp_path / "flag.csv"
    path.write_text(
        "subject,subject_type,flag,set_at\nN1,NOMINAL,CSE,2016-01-01T10:00\n"
    )
    read = reading.read_file(path, CONTEXT)
    assert isinstance(read, Reading)
    assert read.tables["flag"]["flag"].to_pylist() == ["CSE"]


def test_a_refusal_is_returned_and_not_raised(tmp_path: Path) -> None:
    """One bad file does not stop a folder; the next is read as ever."""
    bad = tmp_path / "bad.xml"
    bad.write_text(
        '<!DOCTYPE a [<!ENTITY b "c">]><Message><LAchildID/><CINdetails/></Message>'
    )
    refused = reading.read_file(bad, CONTEXT)
    assert isinstance(refused, Refusal)
    assert "document type" in str(refused)
    test_a_good_file_comes_back_from_its_process(tmp_path)


def test_a_file_that_takes_too_long_is_refused(tmp_path: Path) -> None:
    """The time is limited, and the refusal says so."""
    path = tmp_path / "flag.csv"
    path.write_text(
        "subject,subject_type,flag,set_at\nN1,NOMINAL,CSE,2016-01-01T10:00\n"
    )
    refused = reading.read_file(path, CONTEXT, seconds=0)
    assert isinstance(refused, Refusal)
    assert "seconds" in str(refused)


@pytest.mark.parametrize("code", [-9, None])
def test_a_process_that_died_is_a_refusal(code: int | None) -> None:
    """A file that kills its reader is told to be sent in parts."""
    assert "Send it in parts" in reading._death(code)
