"""CSV files as they come: other encodings, ragged rows, quotes, blank rows."""

from pathlib import Path

import pytest

from trigpoint.records.delimited import read_delimited
from trigpoint.records.record import Refusal


def given(tmp_path: Path, raw: bytes) -> Path:
    path = tmp_path / "file.csv"
    path.write_bytes(raw)
    return path


@pytest.mark.parametrize(
    "raw",
    [
        b"a,b\n1,2\n3,4\n",
        b"\xef\xbb\xbfa,b\r\n1,2\r\n3,4",
        b' a ,b\n"1","2"\n"3","4"\n',
    ],
)
def test_one_table_however_it_is_written(tmp_path: Path, raw: bytes) -> None:
    """BOM, CRLF, no final newline, quotes and a padded header change nothing."""
    read = read_delimited(given(tmp_path, raw))
    assert read.header == ("a", "b")
    assert read.columns["a"].to_pylist() == ["1", "3"]
    assert read.rows.tolist() == [2, 3]
    assert read.problems == ()


def test_windows_1252_is_read_and_said(tmp_path: Path) -> None:
    """Another encoding is declared, never replaced by question marks."""
    read = read_delimited(given(tmp_path, b"a\nO\x92Neill\n"))
    assert read.columns["a"].to_pylist() == ["O\u2019Neill"]
    assert [problem.code for problem in read.problems] == ["encoding"]


def test_a_cell_may_hold_lines(tmp_path: Path) -> None:
    """A record that spans lines is known by the line on which it starts."""
    read = read_delimited(given(tmp_path, b'a,b\n"x\ny",1\nz,2\n'))
    assert read.columns["a"].to_pylist() == ["x\ny", "z"]
    assert read.rows.tolist() == [2, 4]


def test_ragged_rows_are_kept_and_said(tmp_path: Path) -> None:
    """A short row is filled; what stands beyond the header keeps a column of its own."""
    read = read_delimited(given(tmp_path, b"a,b\n1\n1,2,3\n"))
    assert read.columns["b"].to_pylist() == ["", "2"]
    assert read.columns["beyond the header 1"].to_pylist() == ["", "3"]
    assert [problem.row for problem in read.problems] == [2, 3]


def test_wholly_empty_rows_are_dropped_and_counted(tmp_path: Path) -> None:
    """A blank row in the middle is no record, and the next keeps its line."""
    read = read_delimited(given(tmp_path, b"a,b\n1,2\n,\n3,4\n"))
    assert read.blank_rows == 1
    assert read.rows.tolist() == [2, 4]


def test_a_header_alone_is_a_table_without_rows(tmp_path: Path) -> None:
    """A header-only file holds no rows, and is no fault."""
    read = read_delimited(given(tmp_path, b",a,a\n"))
    assert read.header == ("column 1", "a", "a (column 3)")
    assert len(read.rows) == 0


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    """Nothing at all is not a file."""
    with pytest.raises(Refusal, match="empty"):
        read_delimited(given(tmp_path, b" \n"))
