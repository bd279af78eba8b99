"""From raw columns to a staged table: typed, marked, every row accounted for."""

import json

import pyarrow as pa

from trigpoint.records.importer import Context
from trigpoint.records.police_codes import POLICE_CODES
from trigpoint.records.staging import Staged, stage
from trigpoint.timekeeping import london


def staged(subject: str, today: int | None = None, **columns: list[str]) -> Staged:
    size = len(next(iter(columns.values())))
    return stage(
        subject=subject,
        raw={
            name.replace("__", "."): pa.array(cells) for name, cells in columns.items()
        },
        rows=range(2, size + 2),
        context=Context(file="x.csv", default_source="police", today_limit=today),
        source=None,
        codes=POLICE_CODES,
    )


def test_rows_are_conserved() -> None:
    """Each row is in the table, in quarantine, or a duplicate."""
    done = staged(
        "missing",
        misper_id=["M1", "M1", "", "M2"],
        reported_at=["2016-01-01T10:00", "2016-01-01T10:00", "2016-01-02", "x"],
    )
    assert (len(done.table), len(done.rejections), done.duplicates) == (2, 1, 1)
    assert json.loads(done.rejections[0].value)["reported_at"] == "2016-01-02"
    assert done.rejections[0].row == 4


def test_times_are_spans_and_raw_extras_stay() -> None:
    """A time has its two columns, and a column nobody knows is kept as written."""
    done = staged(
        "missing",
        misper_id=["M1"],
        reported_at=["2016-01-01"],
        extra__Colour=[" blue "],
    )
    (row,) = done.table.to_pylist()
    assert row["reported_at__latest"] - row["reported_at"] == london.DAY - 1
    assert row["extra.Colour"] == " blue "
    assert row["source"] == "police"


def test_a_source_system_names_the_source() -> None:
    """The row's own system is its source, in lower case."""
    done = staged("missing", misper_id=["M1"], source_system=["Niche"])
    assert done.table["source"].to_pylist() == ["police:niche"]


def test_impossible_dates_are_left_out_and_said() -> None:
    """Found before reported, centuries early, or born tomorrow: kept in the problems."""
    early = staged("missing", misper_id=["M1"], reported_at=["1066-10-14T09:00"])
    assert early.table["reported_at"].to_pylist() == [None]
    back = staged(
        "missing",
        misper_id=["M1"],
        reported_at=["2016-01-02T10:00"],
        found_at=["2016-01-01T10:00"],
    )
    assert back.table["found_at"].to_pylist() == [None]
    born = staged("nominal", today=0, nominal_id=["N1"], dob=["2016-01-02"])
    problems = (*early.problems, *back.problems, *born.problems)
    assert [problem.code for problem in problems] == ["impossible_date"] * 3
    assert problems[0].value == "1066-10-14T09:00"


def test_a_column_that_did_not_come_is_absent() -> None:
    """What was not received is not a column of empty cells."""
    done = staged("missing", misper_id=["M1"])
    assert "risk_reason" not in done.table.column_names
