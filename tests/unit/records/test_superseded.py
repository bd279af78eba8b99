"""What an earlier file of a name said: kept where it is gone, older where it is said anew."""

from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from trigpoint.records.superseded import (
    beside,
    is_earlier,
    left_over,
    settled,
    without,
)

A, B = b"id,at\n1,x\n2,y\n", b"id,at\n2,z\n"


def test_names_beside_a_file_are_known_as_such() -> None:
    """In the file's own folder, which may tell whose it is; numbered where it takes several."""
    places = beside(Path("police/missing.csv"))
    first, second = next(places), next(places)
    assert first == Path("police/missing (earlier).csv")
    assert second == Path("police/missing (earlier 2).csv")
    assert all(is_earlier(one.as_posix()) for one in (first, second))
    assert not any(map(is_earlier, ("missing.csv", "earlier.csv", "a (earlier)/b.csv")))


def test_rows_that_are_said_no_more_stay_the_older_first() -> None:
    """Whatever ends a line; what is said again is gone from beside it."""
    assert left_over(B, [A], suffix=".csv") == [A]
    assert left_over(A, [A], suffix=".csv") == []
    assert left_over(A.replace(b"\n", b"\r\n"), [A], suffix=".csv") == []
    (kept,) = left_over(b"id,at\n3,w\n", [A, B], suffix=".csv")
    assert kept == b"id,at\n1,x\n2,y\n2,z\n"
    (kept,) = left_over(A, [kept, b"id,at\n3,w\n"], suffix=".csv")
    assert kept == b"id,at\n2,z\n3,w\n"


def test_another_header_and_what_is_no_table_of_lines_stand_apart() -> None:
    """A file of its own for each header, or whole; a workbook takes the other's place."""
    wide = b"id,at,by\n1,x,me\n"
    assert left_over(B, [wide, A], suffix=".csv") == [wide, A]
    lines = b'id,at\n1,"x\ny"\n'
    assert left_over(B, [lines], suffix=".csv") == [lines]
    assert left_over(lines, [lines], suffix=".csv") == []
    assert left_over(b"PK\0new", [b"PK\0old"], suffix=".xlsx") == []


@given(st.lists(st.lists(st.integers(0, 9), max_size=6), min_size=1, max_size=5))
def test_no_line_is_lost_or_said_twice(days: list[list[int]]) -> None:
    """However often a file comes again: what it ever held is in it or beside it, once."""
    held, aside = b"n\n", list[bytes]()
    seen: set[bytes] = set()
    for day in days:
        new = b"n\n" + b"".join(b"%d\n" % one for one in dict.fromkeys(day))
        aside = left_over(new, [*aside, held], suffix=".csv")
        held = new
        seen |= set(new.split(b"\n")[1:]) - {b""}
        rows = [line for one in (held, *aside) for line in one.split(b"\n")[1:] if line]
        assert len(rows) == len(set(rows))
        assert set(rows) == seen


def table(rows: list[tuple[str, str, str, int, int]]) -> pa.Table:
    """Missing episodes: file, number, report, row, and when written down."""
    names = ("source_file", "misper_id", "risk_reason", "source_row", "recorded_at")
    cells = dict(zip(names, map(list, zip(*rows, strict=True)), strict=True))
    cells["reported_at"] = [min(time, 15) for time in cells["recorded_at"]]
    return pa.table({"source": ["police"] * len(rows), **cells})


NOW, OLD = "police/missing.csv", "police/missing (earlier).csv"


def kept(rows: list[tuple[str, str, str, int, int]]) -> tuple[list[str], dict]:
    tables, back = settled({"missing": table(rows)})
    return tables["missing"]["misper_id"].to_pylist(), back


WHOLE = [(NOW, f"M{n}", "a", n, n) for n in range(1, 21)]


def test_what_is_gone_from_an_otherwise_whole_file_was_taken_back() -> None:
    """Within the time of the new file's rows, and few beside them."""
    found, back = kept([*WHOLE, (OLD, "M99", "a", 2, 10)])
    assert "M99" not in found
    assert back == {OLD: {2}}


@pytest.mark.parametrize("recorded", [0, 21])
def test_what_is_older_or_newer_than_the_file_stays(recorded: int) -> None:
    """A file of the last year alone takes nothing back, nor does an older extract."""
    found, back = kept([*WHOLE, (OLD, "M99", "a", 2, recorded)])
    assert "M99" in found
    assert back == {}


def test_a_late_entry_about_a_time_before_the_file_stays() -> None:
    """Both times count: when it was written down, and of what it tells."""
    rows = table([*WHOLE, (OLD, "M99", "a", 2, 10)])
    of = pa.array([*range(5, 25), 4])
    place = rows.column_names.index("reported_at")
    tables, back = settled({"missing": rows.set_column(place, "reported_at", of)})
    assert "M99" in tables["missing"]["misper_id"].to_pylist()
    assert back == {}


def test_a_part_takes_nothing_back() -> None:
    """Where more than one in ten of the rows of its time are gone, it is a part."""
    gone = [(OLD, f"M{n}", "a", n, 5) for n in range(90, 93)]
    found, back = kept([*WHOLE, *gone])
    assert {"M90", "M91", "M92"} <= set(found)
    assert back == {}


def test_without_record_times_a_row_s_own_day_tells() -> None:
    """As in a council's tables: of a day that the file reaches over, or not."""
    days = [*range(1, 21), 10, 21]
    rows = pa.table(
        {
            "source": ["council"] * 22, "source_row": list(range(22)),
            "source_file": [NOW] * 20 + [OLD] * 2, "start_date": days,
            "child_id": [f"K{n}" for n in range(22)],
        }
    )  # fmt: skip
    tables, back = settled({"section_47": rows})
    assert tables["section_47"]["start_date"].to_pylist() == [*range(1, 21), 21]
    assert back == {OLD: {20}}


def test_what_is_said_anew_is_a_version_or_of_people_gone() -> None:
    """An event keeps what was said of it; of who somebody is the newest counts alone."""
    found, _ = kept([*WHOLE, (OLD, "M3", "b", 2, 3)])
    assert found.count("M3") == 2
    staff = pa.table(
        {
            "source": ["police"] * 3, "source_file": [NOW, OLD, OLD],
            "source_row": [2, 2, 3], "officer_id": ["P1", "P1", "P2"],
            "from": [1, 1, 1], "rank": ["DS", "PC", "PC"], "recorded_at": [5, 1, 1],
        }
    )  # fmt: skip
    tables, _ = settled({"staff": staff})
    told = tables["staff"].select(["officer_id", "rank"]).to_pylist()
    assert told == [
        {"officer_id": "P1", "rank": "DS"}, {"officer_id": "P2", "rank": "PC"},
    ]  # fmt: skip


def test_rows_taken_back_leave_the_file_beside() -> None:
    """By their number in it; a file without rows is none."""
    assert without(A, {2}) == b"id,at\n2,y\n"
    assert without(A, {2, 3}) == b""
    assert without(A, set()) == A
    lines = b'id,at\n1,"x\ny"\n'
    assert without(lines, {2}) == lines, "what is kept whole stays whole"
