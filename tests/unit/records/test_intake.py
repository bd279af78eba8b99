"""A whole folder: every file read, every row accounted for, nothing counted twice."""

import json
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.support.small_force import write_small_force
from trigpoint.records import intake
from trigpoint.records.record import Refusal

IDS = st.sampled_from(["M1", "M2", "M3", ""])
TIMES = st.sampled_from(["2016-01-01T10:00", "2016-01-02", "", "never"])
RISKS = st.sampled_from(["LOW", "high", "Hgh", ""])
ROWS = st.lists(st.tuples(IDS, TIMES, RISKS), max_size=8)
FEW = settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


def rows_of(made: intake.Intake) -> set[str]:
    hidden = {"source_file", "source_row"}
    return {
        json.dumps({k: v for k, v in row.items() if k not in hidden}, sort_keys=True)
        for table in made.tables.values()
        for row in table.to_pylist()
    }


def written(
    folder: Path, rows: list[tuple[str, str, str]], name: str = "a.csv"
) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    lines = ["misper_id,reported_at,risk", *(",".join(row) for row in rows)]
    (folder / name).write_text("\n".join(lines) + "\n")
    return folder


@FEW
@given(ROWS)
def test_received_is_accepted_quarantined_and_duplicate(
    tmp_path: Path, rows: list[tuple[str, str, str]]
) -> None:
    """Whatever the rows, the receipt adds up to the rows of the file."""
    made = intake.read_folder(written(tmp_path / "in", rows))
    (receipt,) = made.receipts
    parts = receipt.rows_accepted + receipt.rows_quarantined + receipt.rows_duplicate
    assert receipt.rows_received == parts == sum(any(row) for row in rows)


@FEW
@given(ROWS, st.randoms())
def test_row_order_does_not_matter(
    tmp_path: Path, rows: list[tuple[str, str, str]], chance: object
) -> None:
    """The same rows in another order are the same staged rows."""
    shuffled = list(rows)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    one = intake.read_folder(written(tmp_path / "one", rows))
    other = intake.read_folder(written(tmp_path / "two", shuffled))
    assert rows_of(one) == rows_of(other)


def test_the_same_file_twice_adds_nothing(tmp_path: Path) -> None:
    """A copy under another name is all duplicate; the tables stay as they were."""
    extracts = write_small_force(tmp_path)
    before = intake.read_folder(extracts)
    copy = extracts / "police" / "zz_copy.csv"
    shutil.copy(extracts / "police" / "missing.csv", copy)
    after = intake.read_folder(extracts)
    assert rows_of(before) == rows_of(after)
    receipt = next(r for r in after.receipts if r.file.endswith("zz_copy.csv"))
    assert receipt.rows_duplicate == receipt.rows_received == 3


def test_a_row_sent_again_in_another_file_adds_nothing(tmp_path: Path) -> None:
    """Next month's file overlaps the last: the row said before is a duplicate."""
    extracts = write_small_force(tmp_path)
    before = intake.read_folder(extracts)
    lines = (extracts / "police" / "missing.csv").read_text().splitlines()
    (extracts / "police" / "next_month.csv").write_text("\n".join(lines[:2]) + "\n")
    after = intake.read_folder(extracts)
    assert rows_of(before) == rows_of(after)
    receipt = next(r for r in after.receipts if r.file.endswith("next_month.csv"))
    assert (receipt.rows_received, receipt.rows_duplicate) == (1, 1)


def test_a_refused_file_has_its_receipt(tmp_path: Path) -> None:
    """What could not be read is in the receipts, with the reason."""
    extracts = write_small_force(tmp_path)
    (extracts / "holiday.csv").write_text("place,weather\nsea,fine\n")
    made = intake.read_folder(extracts)
    receipt = next(r for r in made.receipts if r.file == "holiday.csv")
    assert receipt.format == "refused"
    assert "none that Trigpoint knows" in receipt.problems[0]["message"]


def test_reach_is_the_latest_entry(tmp_path: Path) -> None:
    """Without a stated date a source reaches to its latest record time."""
    made = intake.read_folder(write_small_force(tmp_path))
    assert set(made.reach) == {"police"}
    assert made.invented


def test_the_truth_and_an_empty_folder_are_refused(tmp_path: Path) -> None:
    """A folder named truth is refused by name; an empty one by what to give."""
    with pytest.raises(Refusal, match="holds no file"):
        intake.read_folder(tmp_path)
    (tmp_path / "truth").mkdir()
    (tmp_path / "truth" / "a.csv").write_text("a\n")
    with pytest.raises(Refusal, match="truth"):
        intake.read_folder(tmp_path)


CENSUS = """<Message><Header><CollectionDetails><Year>2016</Year>
<ReferenceDate>2016-03-31</ReferenceDate></CollectionDetails>
<Source><LEA>989</LEA><SerialNo>{serial}</SerialNo></Source></Header><Children><Child>
<ChildIdentifiers><LAchildID>X1</LAchildID></ChildIdentifiers>
<CINdetails><CINreferralDate>2016-01-05</CINreferralDate>
<DateOfInitialCPC>2016-02-02</DateOfInitialCPC></CINdetails></Child></Children></Message>"""


def test_a_census_sent_again_adds_up(tmp_path: Path) -> None:
    """Facts that stand in another row are no rows, so they are no duplicates either."""
    folder = tmp_path / "council"
    folder.mkdir()
    for serial in (1, 2):
        (folder / f"{serial}.xml").write_text(CENSUS.format(serial=serial))
    made = intake.read_folder(tmp_path)
    counts = [
        (r.rows_received, r.rows_accepted, r.rows_duplicate) for r in made.receipts
    ]
    assert counts == [(2, 2, 0), (2, 0, 2)]
    assert len(made.tables["initial_conference"]) == 1
