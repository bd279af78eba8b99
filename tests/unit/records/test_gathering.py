"""Rows of text become staged tables, every row accounted for."""

from datetime import date

import pyarrow as pa
import pytest

from trigpoint.records.gathering import Gathered, StagedAll, stage_all
from trigpoint.records.importer import Context
from trigpoint.timekeeping import london

CONTEXT = Context(file="invented.xml", default_source="")
COLUMNS = {
    "child_record": ("child_id", "upn", "sex", "birth_date"),
    "section_47": ("child_id", "start_date", "conference_target"),
    "initial_conference": ("child_id", "conference_date"),
}


def staged(subject: str, *rows: dict[str, str], **more: object) -> StagedAll:
    gathered = Gathered(columns=COLUMNS)
    for line, row in enumerate(rows, start=10):
        gathered.add(subject, line, row)
    return stage_all(gathered, context=CONTEXT, source="council:909", **more)


def test_a_subject_without_rows_is_staged_all_the_same() -> None:
    """A return that holds no enquiry says that there was none: that is not a gap."""
    made = staged("child_record", {"child_id": "1"})
    assert len(made.tables["section_47"]) == 0
    assert "start_date" in made.tables["section_47"].column_names
    assert made.accepted == 1


@pytest.mark.parametrize(
    ("written", "code"),
    [("1", "M"), ("2", "F"), ("0", "U"), ("9", "U"), ("M", "M"), ("Unborn", "U"),
     ("b) Female", "F"), ("Male", "M")],
)  # fmt: skip
def test_sex_of_every_schema_year_is_one_code(written: str, code: str) -> None:
    """GenderCurrent 1 2 0 9 to 2024, Sex M F U since, and the word for the unborn."""
    made = staged("child_record", {"child_id": "1", "sex": written})
    assert made.tables["child_record"]["sex"].to_pylist() == [code]
    assert not [p for p in made.problems if p.column == "sex"]


def test_a_reason_written_as_a_upn_goes_where_reasons_stand() -> None:
    """SSDA903 writes UN1 to UN7 in the number's place; it is no number that fails."""
    made = staged("child_record", {"child_id": "1", "upn": "un5"}, {"child_id": "2"})
    table = made.tables["child_record"]
    assert table["upn"].to_pylist() == ["", ""]
    assert table["upn_unknown"].to_pylist() == ["UN5", ""]
    assert "upn_check" not in {problem.code for problem in made.problems}


def test_losses_among_uncounted_facts_are_no_losses_of_the_file() -> None:
    """A conference beside a rejected enquiry is not rejected a second time."""
    rows = [{"child_id": "", "conference_date": "2016-07-26"}] * 2
    counted = staged("initial_conference", *rows)
    aside = staged(
        "initial_conference", *rows, uncounted=frozenset({"initial_conference"})
    )
    assert (len(counted.rejections), len(aside.rejections)) == (2, 0)
    assert aside.accepted == aside.duplicates == 0


def _enquiries(*starts: str) -> StagedAll:
    rows = [
        {"child_id": str(n), "start_date": start, "conference_target": "2017-04-20"}
        for n, start in enumerate(starts)
    ]
    reference = london.day_end(date(2017, 3, 31))
    return staged("section_47", *rows, reference=reference)


def test_a_date_after_the_reference_date_is_marked_and_kept() -> None:
    """A census sent in May may hold a day of April; a target may always lie ahead."""
    made = _enquiries("2017-03-31", "2017-04-05")
    (problem,) = made.problems
    assert (problem.row, problem.code) == (11, "after_reference_date")
    assert made.tables["section_47"]["start_date"].null_count == 0


def test_a_date_far_in_the_future_is_no_fact() -> None:
    """More than a year beyond the return: marked, and left out of every reckoning."""
    made = _enquiries("2016-07-07", "2107-07-07")
    (problem,) = made.problems
    assert (problem.row, problem.code) == (11, "impossible_date")
    table = made.tables["section_47"]
    assert table["start_date"].is_valid().to_pylist() == [True, False]
    assert table["start_date__latest"].is_valid().to_pylist() == [True, False]
    assert made.accepted == 2


def test_day_first_returns_are_in_no_doubt() -> None:
    """Where the layout says dd/mm/yyyy, no one is asked about 03/04/2016."""
    raw = {
        "child_id": pa.array(["1"]),
        "start_date": pa.array(["03/04/2016"]),
    }
    for day_first, expected in ((False, ["ambiguous_dates"]), (True, [])):
        made = StagedAll(context=CONTEXT, source="council", day_first=day_first)
        made.take("section_47", raw, [2])
        assert [problem.code for problem in made.problems] == expected
        start = made.tables["section_47"]["start_date"][0].as_py()
        assert start == london.day_start(date(2016, 4, 3))
