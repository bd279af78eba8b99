"""Sources that contradict one another are both kept, and listed."""

from tests.support.staged_tables import TAM, of_kind, put_together

CHILD = {
    "child_id": "0012",
    "birth_date": "2003-05-14",
    "sex": "F",
    "ethnicity": "WBRI",
}
REFERRAL = {"child_id": "0012", "referral_id": "R1", "referral_date": "2016-05-03"}
PLAN = {"child_id": "0012", "plan_id": "P1", "begun": "2016-06-20"}
LINK = {
    "person": [{"person_id": "P7", "legacy_id": "0012"}],
    "linked_identifier": [
        {"link_id": "L1", "person_id": "P7", "type": "police nominal", "value": "N1"}
    ],
}


def listed(made) -> list[tuple[str, str, str]]:
    return [(r["what"], r["value_a"], r["value_b"]) for r in made.conflicts.to_pylist()]


def test_agencies_that_disagree_about_a_person_are_listed() -> None:
    """Birth date, sex and ethnicity, each with both values and where they stand."""
    made = put_together(
        nominal=[{**TAM, "dob": "2003-05-15", "sex": "M", "ethnicity_16p1": "A2"}],
        child_record=[{**CHILD, "source_file": "4"}],
        referral=[REFERRAL],
        **LINK,
    )
    assert made.counts["children"] == 1
    assert listed(made) == [
        ("birth date", "2003-05-14", "2003-05-15"),
        ("ethnicity", "W1", "A2"),
        ("sex", "F", "M"),
    ]
    first = made.conflicts.to_pylist()[0]
    assert (first["source_a"], first["file_a"], first["row_a"]) == ("council", "4", "2")
    assert (first["source_b"], first["file_b"], first["row_b"]) == ("police", "1", "2")


def test_one_thing_in_two_code_sets_is_no_conflict() -> None:
    """WBRI is W1; refused, unknown and estimated contradict nothing."""
    said = [
        {"ethnicity_16p1": "W1", "sex": "F"},
        {"ethnicity_16p1": "REFUSED", "sex": "U"},
        {"ethnicity_16p1": "", "dob": "2003-01-01", "dob_estimated": "true"},
    ]
    for one in said:
        made = put_together(
            nominal=[{**TAM, **one}], child_record=[CHILD], referral=[REFERRAL], **LINK
        )
        assert listed(made) == []


def test_two_systems_of_a_council_that_date_a_plan_otherwise() -> None:
    """Both beginnings stay in the log; the difference is listed, number or none."""
    for number in ("P1", "A-77", ""):
        annex = {**PLAN, "plan_id": number, "begun": "2016-06-22", "source_file": "2"}
        made = put_together(
            child_record=[CHILD],
            protection_plan=[{**PLAN, "source": "council:909"}, annex],
        )
        assert len(of_kind(made, "PROTECTION_PLAN_BEGUN")) == 2
        (conflict,) = made.conflicts.to_pylist()
        assert conflict["what"] == "protection plan begun"
        assert {conflict["file_a"], conflict["file_b"]} == {"1", "2"}


def test_plans_that_agree_or_lie_far_apart_are_no_conflict() -> None:
    """Another plan a year later is another plan."""
    for day in ("2016-06-20", "2017-06-20"):
        annex = {**PLAN, "plan_id": "A-77", "begun": day}
        made = put_together(
            child_record=[CHILD],
            protection_plan=[{**PLAN, "source": "council:909"}, annex],
        )
        assert listed(made) == []
