"""What the files show of duties after a report to police, drawn as on paper."""

import pytest

from tests.support.written_rows import shown

CRIME = """
    occurrence | occ_id=O1 ; type=CRIME ; offence_code=88A ; reported_at=2016-07-04T12:00
    occ_person | occ_id=O1 ; role=VICTIM
    investigation | inv_id=I1 ; occ_id=O1 ; officer_id=P1 ; allocated_at=2016-07-05T12:00
    ; reallocated_at={passed}
    staff | officer_id=P1 ; from=2014-01-01 ; rank=DC
    staff | officer_id=P2 ; from=2014-01-01 ; rank=DC"""
SKILLED = """
    skill | officer_id=P1 ; skill=PIP2 ; gained=2014-01-01
    skill | officer_id=P1 ; skill=SCAIDP ; gained=2014-01-01 ; expires={until}"""
ONE = CRIME.format(passed="")
PASSED = f"""{CRIME.format(passed="2016-07-15T12:00")}
    investigation | inv_id=I1 ; occ_id=O1 ; officer_id=P2 ; allocated_at=2016-07-15T12:00"""


def test_a_serious_offence_goes_to_an_officer_accredited_that_day() -> None:
    """The day on which the accreditation expires is its last."""
    slug, name = "accredited-investigator-allocation", "I1@2016-07-05T12:00"
    assert shown(slug, name, ONE + SKILLED.format(until="2016-07-05")) == "met"
    assert shown(slug, name, ONE + SKILLED.format(until="2016-07-04")) == "missed"
    assert shown(slug, name, ONE) == "missed"
    assert shown(slug, name, ONE.replace("officer_id=P1", "officer_id=A9", 1)) == ""
    assert shown(slug, name, ONE.replace("88A", "")) == ""
    assert shown(slug, name, ONE.replace("VICTIM", "UNKNOWN")) == ""


def test_a_supervisor_reviews_every_28_days_whoever_holds_the_case() -> None:
    """Passing it on excuses who held it, and not who takes it."""
    slug = "investigation-supervisor-review"
    first, second = "I1@2016-07-05T12:00", "I1@2016-07-15T12:00"
    review = "\ninvestigation_review | inv_id=I1 ; supervisor_review_at="
    assert shown(slug, first, f"{ONE}{review}2016-08-02T23:00") == "met"
    assert shown(slug, first, f"{ONE}{review}2016-08-03T01:00") == "late"
    assert shown(slug, first, f"{ONE}{review}2016-08-02") == ""
    assert shown(slug, first, PASSED) == "excepted"
    assert shown(slug, second, PASSED) == "missed"
    closed = ONE.replace(
        "12:00\n    occ", "12:00 ; closed_at=2016-07-20T09:00\n    occ"
    )
    assert shown(slug, first, closed) == "excepted"


@pytest.mark.parametrize(
    ("step", "interviewed", "needs"),
    [
        ("interviewed_at=2016-07-12T10:00 ; interviewer=P1", "met", "missed"),
        ("interviewed_at=2016-07-13T10:00 ; interviewer=P1", "late", "missed"),
        ("interviewed_at=2016-07-12T10:00 ; interviewer=P2", "missed", "missed"),
        ("interviewed_at=2016-07-12T10:00", "", "missed"),
        ("interviewed_at=2016-07-12 ; interviewer=P1", "", "missed"),
        ("interview_deferred_at=2016-07-06T10:00", "excepted", "missed"),
        ("needs_assessed_at=2016-07-12T10:00", "missed", "met"),
        ("needs_assessed_at=2016-07-12", "missed", ""),
    ],
)
def test_a_victim_is_heard_and_their_needs_are_assessed(
    step: str, interviewed: str, needs: str
) -> None:
    """Within five working days of the first allocation, by an officer trained for it."""
    text = f"""{ONE}
        skill | officer_id=P1 ; skill=ABE_INTERVIEW ; gained=2014-01-01
        investigation_step | inv_id=I1 ; {step}"""
    assert shown("child-victim-visit-and-abe-interview", "I1", text) == interviewed
    assert shown("victim-needs-assessment", "I1", text) == needs


def test_a_trained_lead_attends_the_scene_of_a_death_that_day() -> None:
    """By midnight of the day of the report."""
    slug = "unexpected-child-death-lead-and-scene"
    text = """
        occurrence | occ_id=O1 ; type=CHILD_DEATH ; reported_at=2016-07-04T12:00
        occ_person | occ_id=O1 ; role=VICTIM
        skill | officer_id=P1 ; skill=CHILD_DEATH ; gained=2014-01-01
        investigation_step | inv_id=I1 ; lead=P1 ; lead_at_scene_at="""
    assert shown(slug, "O1", f"{text}2016-07-04T23:59") == "met"
    assert shown(slug, "O1", f"{text}2016-07-05T00:01") == "late"
    assert shown(slug, "O1", text) == "missed"
    assert (
        shown(slug, "O1", f"{text}2016-07-04T23:59".replace("lead=P1", "lead=")) == ""
    )
    untrained = text.replace("skill=CHILD_DEATH", "skill=PIP2")
    assert shown(slug, "O1", f"{untrained}2016-07-04T23:59") == "missed"


def test_a_notice_names_the_occurrence_within_a_day() -> None:
    """A notice about something else is none about this."""
    slug, sent = (
        "safeguarding-referral-submitted",
        "\nsafeguarding_notice | scn_id=S1 ; ",
    )
    assert (
        shown(slug, "O1", f"{ONE}{sent}occ_id=O1 ; submitted_at=2016-07-05T12:00")
        == "met"
    )
    assert (
        shown(slug, "O1", f"{ONE}{sent}occ_id=O1 ; submitted_at=2016-07-05T12:01")
        == "late"
    )
    assert (
        shown(slug, "O1", f"{ONE}{sent}occ_id=O2 ; submitted_at=2016-07-05T12:00")
        == "missed"
    )
    assert shown(slug, "O1", ONE.replace("=CRIME", "=UNKNOWN")) == ""
    assert shown(slug, "O1", ONE.replace("VICTIM", "CHILD_PRESENT")) == ""


def test_a_sexual_crime_told_on_return_is_recorded_within_a_day() -> None:
    """From when police were told of it."""
    slug = "crime-disclosed-on-return-recorded"
    text = """
        missing | misper_id=M1 ; reported_at=2016-07-01T12:00
        return_interview | misper_id=M1 ; shared_with_police_at=2016-07-04T10:00
        ; disclosures=SEXUAL_OFFENCE;ADULT_NAMED
        occurrence | occ_id=O1 ; type=CRIME ; crime_recorded_at={at}
        occ_person | occ_id=O1 ; role=VICTIM"""
    assert shown(slug, "M1", text.format(at="2016-07-05T10:00")) == "met"
    assert shown(slug, "M1", text.format(at="2016-07-05T10:01")) == "late"
    assert shown(slug, "M1", text.format(at="")) == "missed"
    assert shown(slug, "M1", text.format(at="2016-07-05")) == ""
    assert shown(slug, "M1", text.format(at="").replace("SEXUAL", "OTHER")) == ""
