"""What is the same happening, what corrects it, and what takes it back."""

from tests.support.staged_tables import TAM, of_kind, one, put_together, when

FIRST = {
    "misper_id": "MP1", "nominal_id": "N1", "reported_at": "2016-08-19 23:10",
    "risk": "MEDIUM", "risk_at": "2016-08-19 23:25", "found_at": "2016-08-20 11:45",
    "recorded_at": "2016-08-21 09:00",
}  # fmt: skip
LATER = {**FIRST, "recorded_at": "2016-09-01 09:00", "source_file": "2"}


def test_the_same_row_in_two_files_is_one_event_with_both_rows() -> None:
    """The event was known from the first record of it."""
    made = put_together(nominal=[TAM], missing=[FIRST, LATER])
    event = one(made, "MISSING_REPORTED")
    assert event["recorded"] == when("2016-08-21 09:00")
    assert (event["source_file"], event["source_row"]) == ("1;2", "2;3")
    assert "replaced" not in event


def test_two_rows_of_one_file_name_that_file_once() -> None:
    """Rows of one file are listed beside its one number."""
    made = put_together(nominal=[TAM], missing=[FIRST, {**FIRST, "source_row": 57}])
    event = one(made, "MISSING_REPORTED")
    assert (event["source_file"], event["source_row"]) == ("1", "2;57")


def test_a_later_record_with_other_values_is_a_correction() -> None:
    """The older version is replaced when the newer was recorded; the id stays."""
    made = put_together(
        nominal=[TAM], missing=[{**LATER, "reported_at": "2016-08-19 21:00"}, FIRST]
    )
    new, old = of_kind(made, "MISSING_REPORTED")
    assert old["replaced"] == new["recorded"] == when("2016-09-01 09:00")
    assert "replaced" not in new
    assert new["earliest"] == when("2016-08-19 21:00")


def test_a_correction_of_a_fact_keeps_the_events_that_did_not_change() -> None:
    """Only the return moved: the report is one event still."""
    made = put_together(
        nominal=[TAM], missing=[FIRST, {**LATER, "found_at": "2016-08-20 13:00"}]
    )
    assert "replaced" not in one(made, "MISSING_REPORTED")
    assert [("replaced" in e) for e in of_kind(made, "MISSING_RETURNED")] == [
        True,
        False,
    ]


def test_correcting_twice_leaves_three_versions_one_after_another() -> None:
    """Each version ends where the next was recorded."""
    rows = [
        {**FIRST, "risk": risk, "recorded_at": at}
        for risk, at in (
            ("LOW", "2016-08-20 09:00"),
            ("MEDIUM", "2016-08-21 09:00"),
            ("HIGH", "2016-08-22 09:00"),
        )
    ]
    made = put_together(nominal=[TAM], missing=rows[::-1])
    versions = sorted(of_kind(made, "MISSING_GRADED"), key=lambda e: e["recorded"])
    assert [e["risk"] for e in versions] == ["LOW", "MEDIUM", "HIGH"]
    assert [e.get("replaced") for e in versions] == [
        when("2016-08-21 09:00"),
        when("2016-08-22 09:00"),
        None,
    ]


def test_a_later_row_without_the_time_withdraws_the_event() -> None:
    """The child had not been found after all; the report stands."""
    other = {**FIRST, "misper_id": "MP2", "source_file": "2"}
    made = put_together(
        nominal=[TAM], missing=[FIRST, {**LATER, "found_at": ""}, other]
    )
    by_number = {e["reference"]: e for e in of_kind(made, "MISSING_RETURNED")}
    assert by_number["MP1"]["replaced"] == when("2016-09-01 09:00")
    assert "replaced" not in by_number["MP2"]


def test_a_file_without_the_column_withdraws_nothing() -> None:
    """No row of the second file has a return time: it may well lack the column."""
    made = put_together(nominal=[TAM], missing=[FIRST, {**LATER, "found_at": ""}])
    assert "replaced" not in one(made, "MISSING_RETURNED")


def test_a_row_moved_to_another_child_leaves_the_first() -> None:
    """The number was entered under the wrong child; the correction says under whom."""
    other = {"nominal_id": "N9", "dob": "2004-01-01", "valid_from": "2016-01-01 10:00"}
    made = put_together(
        nominal=[TAM, other], missing=[FIRST, {**LATER, "nominal_id": "N9"}]
    )
    old, new = sorted(of_kind(made, "MISSING_REPORTED"), key=lambda e: e["recorded"])
    assert old["child"] != new["child"]
    assert old["replaced"] == new["recorded"]


def test_without_record_times_the_file_that_reaches_further_is_newer() -> None:
    """The second file holds later events: its version stands."""
    old = {**FIRST, "recorded_at": None}
    new = {**old, "risk": "HIGH", "source_file": "2"}
    last = {**new, "misper_id": "MP2", "risk_at": "2017-01-01 10:00"}
    made = put_together(nominal=[TAM], missing=[new, last, old])
    standing = [e for e in of_kind(made, "MISSING_GRADED") if "replaced" not in e]
    assert [(e["reference"], e["risk"]) for e in standing] == [
        ("MP1", "HIGH"),
        ("MP2", "HIGH"),
    ]


def test_where_nothing_says_which_is_newer_both_stand() -> None:
    """Two rows of one file contradict one another: two events, told apart."""
    rows = [{**FIRST, "recorded_at": None, "risk": risk} for risk in ("LOW", "HIGH")]
    made = put_together(nominal=[TAM], missing=rows)
    grades = of_kind(made, "MISSING_GRADED")
    assert {e["risk"] for e in grades} == {"LOW", "HIGH"}
    assert len({e["event"] for e in grades}) == 2
    assert not any("replaced" in e for e in grades)


def test_recorded_is_never_before_it_happened() -> None:
    """A time entered in advance counts as known from when it came."""
    made = put_together(
        nominal=[TAM], missing=[{**FIRST, "recorded_at": "2016-08-20 00:00"}]
    )
    assert one(made, "MISSING_RETURNED")["recorded"] == when("2016-08-20 11:45")
    assert one(made, "MISSING_REPORTED")["recorded"] == when("2016-08-20 00:00")
