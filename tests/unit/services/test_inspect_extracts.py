"""The main job, from a folder of files to a folder of findings."""

import csv
import json
from datetime import date
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from tests.support.small_force import write_small_force
from trigpoint.chronology.exporting import CHRONOLOGY_SCHEMA
from trigpoint.judgements.table import TABLE_SCHEMA
from trigpoint.records.record import Refusal
from trigpoint.services import inspect_extracts as service


def silent(_: str) -> None:
    """Progress for nobody."""


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> service.Inspected:
    folder = tmp_path_factory.mktemp("force")
    request = service.Request(
        extracts=write_small_force(folder), out=folder / "out", with_cases=True
    )
    return service.inspect_extracts(request=request, progress=silent)


def outcomes(done: service.Inspected, slug: str) -> dict[str, str]:
    table = pq.read_table(done.out / "judgements.parquet").to_pylist()
    found = [row for row in table if row["standard"] == slug]
    return {row["triggered_at"].strftime("%d %b"): row["outcome"] for row in found}


def test_every_file_of_the_contract_is_written(done: service.Inspected) -> None:
    """The names that other people's scripts depend on are all there."""
    for name in (
        "receipts.json", "quarantine.csv", "children.parquet", "chronology.parquet",
        "judgements.parquet", "findings.json", "report.html", "report.pdf", "lists",
        "cases",
    ):  # fmt: skip
        assert (done.out / name).exists(), name


def test_the_columns_are_the_contract(done: service.Inspected) -> None:
    """The Parquet files hold the contract's columns, in order and with zones."""
    judged = pq.read_schema(done.out / "judgements.parquet")
    assert judged.names == TABLE_SCHEMA.names
    assert str(judged.field("due_at").type) == "timestamp[us, tz=Europe/London]"
    told = pq.read_schema(done.out / "chronology.parquet")
    assert told.names == CHRONOLOGY_SCHEMA.names
    rows = list(csv.reader((done.out / "quarantine.csv").open(encoding="utf-8")))
    assert rows[0] == ["file", "sheet", "row", "column", "code", "message", "value"]


def test_hand_worked_duties_come_out_as_worked(done: service.Inspected) -> None:
    """Graded after half an hour is met, after three late; 54 hours is within 72."""
    assert outcomes(done, "missing-risk-assessment") == {
        "01 Mar": "met",
        "05 Mar": "late",
    }
    assert outcomes(done, "missing-prevention-interview") == {
        "02 Mar": "met",
        "06 Mar": "missed",
    }
    assert outcomes(done, "return-home-interview-72-hours")["02 Mar"] == "met"
    whole = pq.read_table(done.out / "judgements.parquet").to_pylist()
    ethnicity = [r["outcome"] for r in whole if r["standard"] == "ethnicity-recorded"]
    # Records of 2016: nobody asked for it before 2023.
    assert ethnicity == []


def test_a_row_without_its_key_waits_for_a_person(done: service.Inspected) -> None:
    """One row is in quarantine, whole, and the run says that it needs a person."""
    assert done.needs_a_person
    receipts = json.loads((done.out / "receipts.json").read_text(encoding="utf-8"))
    missing = next(r for r in receipts if r["file"].endswith("missing.csv"))
    counts = [
        missing[f"rows_{name}"] for name in ("accepted", "quarantined", "duplicate")
    ]
    assert (missing["rows_received"], counts) == (3, [2, 1, 0])
    rows = list(csv.DictReader((done.out / "quarantine.csv").open(encoding="utf-8")))
    assert rows[0]["column"] == "misper_id"
    assert "out of character" in rows[0]["value"]


def test_findings_count_what_was_judged(done: service.Inspected) -> None:
    """The totals of a standard are the judgements, counted by outcome."""
    found = json.loads((done.out / "findings.json").read_text(encoding="utf-8"))
    total = next(
        row
        for row in found
        if row["standard"] == "missing-risk-assessment"
        and row["district"] is None
        and row["month"] is None
    )
    assert (total["met"], total["late"], total["rate"]) == (1, 1, 0.5)
    assert total["low"] < 0.5 < total["high"]


def test_invented_data_says_so_on_every_page(done: service.Inspected) -> None:
    """The report, each list and each case page say that the data are invented."""
    pages = list(done.out.rglob("*.html"))
    assert len(pages) > 5
    for page in pages:
        assert "nvented" in page.read_text(encoding="utf-8"), page.name


def test_what_holds_something_is_not_written_over(tmp_path: Path) -> None:
    """An output folder that is not empty is refused, and stays as it was."""
    extracts = write_small_force(tmp_path)
    (tmp_path / "kept.txt").write_text("mine")
    with pytest.raises(Refusal, match="not empty"):
        service.inspect_extracts(
            request=service.Request(extracts=extracts, out=tmp_path), progress=silent
        )
    assert (tmp_path / "kept.txt").read_text() == "mine"


def test_a_window_that_runs_backwards_is_refused(tmp_path: Path) -> None:
    """--from must be before --to."""
    request = service.Request(
        extracts=write_small_force(tmp_path),
        out=tmp_path / "out",
        start=date(2016, 2, 1),
        end=date(2016, 1, 1),
    )
    with pytest.raises(Refusal, match="not before"):
        service.inspect_extracts(request=request, progress=silent)


def test_the_truth_of_an_invented_force_is_not_read(tmp_path: Path) -> None:
    """A folder named truth is refused by name, and nothing is written."""
    extracts = write_small_force(tmp_path)
    (extracts / "truth").mkdir()
    (extracts / "truth" / "person.csv").write_text("a\n1\n")
    request = service.Request(extracts=extracts, out=tmp_path / "out")
    with pytest.raises(Refusal, match="truth"):
        service.inspect_extracts(request=request, progress=silent)
    assert not (tmp_path / "out").exists()


def test_only_occasions_of_the_window_are_judged(tmp_path: Path) -> None:
    """--from and --to choose occasions triggered in [from, to)."""
    request = service.Request(
        extracts=write_small_force(tmp_path),
        out=tmp_path / "out",
        start=date(2016, 3, 5),
        end=date(2016, 3, 6),
    )
    done = service.inspect_extracts(request=request, progress=silent)
    assert outcomes(done, "missing-risk-assessment") == {"05 Mar": "late"}
    assert outcomes(done, "missing-prevention-interview") == {}
