"""Every council line of the from-rows-to-events table."""

import pytest

from tests.support.staged_tables import of_kind, one, put_together, until, when

CHILD = {"child_id": "0012", "birth_date": "2009-03-04"}
REFERRAL = {
    "child_id": "0012", "referral_id": "R1", "referral_date": "2016-05-03",
    "referral_source": "6", "closure_date": "2016-12-01", "team": "Fell team",
    "worker": "A Worker",
}  # fmt: skip


def test_a_referral_spans_its_day_and_keeps_its_source() -> None:
    """A date is a whole London day; the census code 6 means the police."""
    made = put_together(child_record=[CHILD], referral=[REFERRAL])
    received = one(made, "REFERRAL_RECEIVED")
    assert received["earliest"] == when("2016-05-03")
    assert received["latest"] == until("2016-05-03")
    assert received["referral_source"] == "6"
    assert (received["reference"], received["team"]) == ("R1", "Fell team")
    assert received["agency"] == "LA"
    assert one(made, "CASE_CLOSED")["reference"] == "R1"


@pytest.mark.parametrize("source", ["10", "UNKNOWN", "police"])
def test_an_unknown_or_unreadable_source_is_a_gap(source: str) -> None:
    """Code 10 says unknown; a spelling in no code set says nothing."""
    made = put_together(
        child_record=[CHILD], referral=[{**REFERRAL, "referral_source": source}]
    )
    assert "referral_source" not in one(made, "REFERRAL_RECEIVED")


def test_an_assessment_begins_and_is_authorised() -> None:
    """Both bear the referral's number; the factors are known once it is authorised."""
    row = {
        "child_id": "0012",
        "referral_id": "R1",
        "start_date": "2016-05-04",
        "authorised_date": "2016-06-20",
        "factors": ";11A;99X;",
    }
    made = put_together(child_record=[CHILD], assessment=[row])
    begun = one(made, "ASSESSMENT_BEGUN")
    assert begun["reference"] == "R1"
    assert "factors" not in begun
    assert one(made, "ASSESSMENT_AUTHORISED")["factors"] == ";11A;"


def test_a_section_47_enquiry_says_whether_a_conference_was_required() -> None:
    """The fact is kept as received; empty stays empty."""
    row = {
        "child_id": "0012",
        "referral_id": "R1",
        "start_date": "2016-06-01",
        "conference_not_required": "",
    }
    made = put_together(child_record=[CHILD], section_47=[row])
    assert one(made, "SECTION_47_ENQUIRY")["conference_not_required"] == ""


def test_a_plan_runs_from_its_conference_over_reviews_to_its_end() -> None:
    """Conference, beginning, each review and end, the plan's under its number."""
    made = put_together(
        child_record=[CHILD],
        initial_conference=[
            {"child_id": "0012", "referral_id": "R1", "conference_date": "2016-06-20"}
        ],
        protection_plan=[
            {"child_id": "0012", "plan_id": "P1", "begun": "2016-06-20",
             "ended": "2017-03-01", "initial_category": "NEG", "latest_category": "EMO"}
        ],
        plan_review=[
            {"child_id": "0012", "plan_id": "P1", "review_date": day}
            for day in ("2016-09-10", "2017-02-20")
        ],
    )  # fmt: skip
    assert one(made, "INITIAL_CONFERENCE")["reference"] == "R1"
    assert one(made, "PROTECTION_PLAN_BEGUN")["category"] == "NEG"
    assert one(made, "PROTECTION_PLAN_ENDED")["category"] == "EMO"
    assert [e["reference"] for e in of_kind(made, "REVIEW_CONFERENCE")] == ["P1", "P1"]


def test_two_plans_without_a_number_are_two_plans() -> None:
    """A row with an empty key cannot correct another; its date tells it apart."""
    made = put_together(
        child_record=[CHILD],
        protection_plan=[
            {"child_id": "0012", "plan_id": "", "begun": day}
            for day in ("2015-01-05", "2016-06-20")
        ],
    )
    assert len(of_kind(made, "PROTECTION_PLAN_BEGUN")) == 2


def test_a_care_episode_has_a_reference_made_from_child_and_start() -> None:
    """Days of a missing episode in summer and winter time name their own London day."""
    made = put_together(
        child_record=[CHILD],
        care_missing=[
            {"child_id": "0012", "started": "2016-07-01", "ended": "2016-07-03"},
            {"child_id": "0012", "started": "2016-12-01", "ended": ""},
        ],
    )
    reported = of_kind(made, "MISSING_REPORTED")
    assert [e["reference"] for e in reported] == ["0012@2016-07-01", "0012@2016-12-01"]
    assert one(made, "MISSING_RETURNED")["reference"] == "0012@2016-07-01"


def test_a_change_of_placement_neither_begins_nor_ends_care() -> None:
    """Only an episode begun with S begins care; one ended with X1 goes on in the next."""
    made = put_together(
        child_record=[CHILD],
        care_episode=[
            {"child_id": "0012", "begun": "2016-01-04", "reason_new": "S",
             "ended": "2016-02-01", "reason_ended": "X1"},
            {"child_id": "0012", "begun": "2016-02-01", "reason_new": "P",
             "ended": "2016-08-01", "reason_ended": "E4A"},
        ],
    )  # fmt: skip
    assert one(made, "CARE_BEGUN")["earliest"] == when("2016-01-04")
    assert one(made, "CARE_ENDED")["earliest"] == when("2016-08-01")
