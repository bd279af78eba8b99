"""chronology.parquet and children.parquet, as programs and people read them."""

import json
from pathlib import Path

import pyarrow.parquet as pq

from tests.support.staged_tables import TAM, put_together, when
from trigpoint.chronology.exporting import (
    CHRONOLOGY_SCHEMA,
    chronology_table,
    write,
)

REPORT = {
    "misper_id": "MP1", "nominal_id": "N1", "reported_at": "2016-08-19 23:10",
    "risk": "HIGH", "risk_at": "2016-08-19 23:25", "risk_reason": 'says "soon"\nback',
    "recorded_at": "2016-08-20 09:00", "source_sheet": "Sheet 1",
}  # fmt: skip


def test_the_file_has_the_contract_s_columns_and_the_london_clock(
    tmp_path: Path,
) -> None:
    """Written and read again, times are those of the record."""
    made = put_together(nominal=[TAM], missing=[REPORT])
    write(made, tmp_path)
    table = pq.read_table(tmp_path / "chronology.parquet")
    assert table.schema.equals(CHRONOLOGY_SCHEMA)
    rows = {row["kind"]: row for row in table.to_pylist()}
    assert str(rows["MISSING_REPORTED"]["happened_from"]) == "2016-08-19 23:10:00+01:00"
    children = pq.read_table(tmp_path / "children.parquet").to_pylist()
    assert [row["source_id"] for row in children] == ["N1"]


def test_detail_is_json_of_what_was_held() -> None:
    """Facts, reference, source and sheet; what was not received is left out."""
    made = put_together(nominal=[TAM], missing=[REPORT])
    rows = {row["kind"]: row for row in chronology_table(made.log).to_pylist()}
    assert json.loads(rows["MISSING_GRADED"]["detail"]) == {
        "reference": "MP1",
        "sheet": "Sheet 1",
        "source": "police",
        "risk": "HIGH",
        "reason": 'says "soon"\nback',
    }


def test_a_corrected_event_is_written_as_it_stands_or_as_it_was_known() -> None:
    """One version of it, whichever moment is asked for."""
    later = {**REPORT, "risk": "LOW", "recorded_at": "2016-09-01 09:00"}
    made = put_together(nominal=[TAM], missing=[REPORT, later])

    def risks(as_at: int | None) -> list[str]:
        table = chronology_table(made.log, as_at=as_at)
        details = [json.loads(row["detail"]) for row in table.to_pylist()]
        return [detail["risk"] for detail in details if "risk" in detail]

    assert risks(None) == ["LOW"]
    assert risks(when("2016-08-25 00:00")) == ["HIGH"]
    assert risks(when("2016-08-19 00:00")) == []
