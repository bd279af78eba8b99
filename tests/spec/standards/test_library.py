"""Every standard over chronologies worked by hand from the duty's own words."""

import pytest

from tests.spec.standards import drawn_powers, drawn_response
from tests.spec.standards.drawn import outcomes
from trigpoint.standards.catalogue import all_standards

#: (slug, what happens, the outcomes in order of their occasions, as known at)
CASES: list[tuple[str, str, list[str], str]] = [
    # Wednesday 6 July 2016 + 15 working days = Wednesday 27 July.
    ("icpc-15-working-days", """
        2016-07-06 | SECTION_47_ENQUIRY | R1 | agency=LA ; conference_not_required=false
        2016-07-27 | INITIAL_CONFERENCE | R1 | agency=LA""", ["met"], "2016-12-31"),
    ("icpc-15-working-days", """
        2016-07-06 | SECTION_47_ENQUIRY | R1 | agency=LA ; conference_not_required=false
        2016-07-28 | INITIAL_CONFERENCE | R1 | agency=LA""", ["late"], "2016-12-31"),
    ("icpc-15-working-days", """
        2016-07-06 | SECTION_47_ENQUIRY | R1 | agency=LA ; conference_not_required=false""",
     ["missed"], "2016-12-31"),
    ("icpc-15-working-days", """
        2016-07-06 | SECTION_47_ENQUIRY | R1 | agency=LA ; conference_not_required=false""",
     ["not_yet_due"], "2016-07-20"),
    ("icpc-15-working-days", """
        2016-07-06 | SECTION_47_ENQUIRY | R1 | agency=LA ; conference_not_required=true""",
     ["excepted"], "2016-12-31"),
    # Police alone decided section 47: whether a conference was needed is not known.
    ("icpc-15-working-days", """
        2016-07-06 15:00 | STRATEGY_DISCUSSION | SD1 | decision=S47""",
     ["cannot_tell"], "2016-12-31"),
    # 45 working days from Monday 4 July 2016; Monday 29 August is a bank holiday.
    ("assessment-45-working-days", """
        2016-07-04 | REFERRAL_RECEIVED | R1 | agency=LA
        2016-07-05 | ASSESSMENT_BEGUN | R1 | agency=LA
        2016-09-07 | ASSESSMENT_AUTHORISED | R1 | agency=LA""", ["late"], "2016-12-31"),
    ("assessment-45-working-days", """
        2016-07-04 | REFERRAL_RECEIVED | R1 | agency=LA
        2016-07-05 | ASSESSMENT_BEGUN | R1 | agency=LA
        2016-09-06 | ASSESSMENT_AUTHORISED | R1 | agency=LA""", ["met"], "2016-12-31"),
    # Three months, then six; the plan's end excuses the last.
    ("child-protection-review-conference", """
        2016-01-31 | PROTECTION_PLAN_BEGUN | P1 | agency=LA
        2016-04-30 | REVIEW_CONFERENCE | P1 | agency=LA
        2016-11-01 | REVIEW_CONFERENCE | P1 | agency=LA
        2016-12-01 | PROTECTION_PLAN_ENDED | P1 | agency=LA""",
     ["met", "late", "excepted"], "2016-12-31"),
    ("strategy-discussion-with-police", """
        2016-07-06 14:30 | POLICE_INFORMATION_SHARED | SD1
        2016-07-06 15:00 | STRATEGY_DISCUSSION | SD1 | agencies=;LA;POLICE;HEALTH;""",
     ["met"], "2016-12-31"),
    ("strategy-discussion-with-police", """
        2016-07-06 15:00 | STRATEGY_DISCUSSION | SD1 | agencies=;LA;POLICE;HEALTH;
        2016-07-06 15:30 | POLICE_INFORMATION_SHARED | SD1""", ["late"], "2016-12-31"),
    ("strategy-discussion-with-police", """
        2016-07-06 14:30 | POLICE_INFORMATION_SHARED | SD1
        2016-07-06 15:00 | STRATEGY_DISCUSSION | SD1 | agencies=;LA;POLICE;""",
     ["missed"], "2016-12-31"),
    ("strategy-discussion-with-police", """
        2016-07-06 | SECTION_47_ENQUIRY | R1 | agency=LA""", ["cannot_tell"], "2016-12-31"),
    ("strategy-discussion-decisions-recorded", """
        2016-07-06 15:00 | STRATEGY_DISCUSSION | SD1
        2016-07-06 23:59 | DISCUSSION_RECORDED | SD1
        2016-07-08 15:00 | STRATEGY_DISCUSSION | SD2
        2016-07-09 00:00 | DISCUSSION_RECORDED | SD2""", ["met", "late"], "2016-12-31"),
    # A conference on Tuesday 26 July: two working days before it is Friday 22 July.
    # A cancelled conference is none.
    ("icpc-15-working-days", """
        2016-07-06 | SECTION_47_ENQUIRY | R1 | conference_not_required=false
        2016-07-20 | INITIAL_CONFERENCE | CF1 | cancelled=true""", ["missed"], "2016-12-31"),
    ("conference-police-report", """
        2016-07-22 16:20 | CONFERENCE_REPORT | CF1
        2016-07-26 | INITIAL_CONFERENCE | CF1""", ["met"], "2016-12-31"),
    ("conference-police-report", """
        2016-07-25 09:00 | CONFERENCE_REPORT | CF1
        2016-07-26 | INITIAL_CONFERENCE | CF1""", ["late"], "2016-12-31"),
    ("conference-police-report", """
        2016-07-26 | INITIAL_CONFERENCE | CF1 | cancelled=true""", ["excepted"], "2016-12-31"),
    # The council held a conference that police have no record of.
    ("conference-police-report", """
        2016-07-26 | INITIAL_CONFERENCE | R1 | agency=LA""", ["cannot_tell"], "2016-12-31"),
    ("conference-police-attendance", """
        2016-07-26 | INITIAL_CONFERENCE | CF1 | police_attended=true
        2016-09-20 | INITIAL_CONFERENCE | CF2 | police_attended=false
        2016-10-20 | INITIAL_CONFERENCE | CF3
        2016-10-21 | INITIAL_CONFERENCE | CF4 | cancelled=true""", ["met", "missed", "cannot_tell", "excepted"],
     "2016-12-31"),
    ("police-information-before-first-decision", """
        2016-07-04 23:50 | REFERRAL_MADE | N1
        2016-07-06 14:30 | POLICE_INFORMATION_SHARED | SD1
        2016-07-06 15:00 | STRATEGY_DISCUSSION | SD1
        2016-07-06 17:40 | DISCUSSION_RECORDED | SD1""", ["met"], "2016-12-31"),
    ("police-information-before-first-decision", """
        2016-07-04 23:50 | REFERRAL_MADE | N1
        2016-07-06 15:00 | STRATEGY_DISCUSSION | SD1
        2016-07-06 17:40 | DISCUSSION_RECORDED | SD1
        2016-07-07 09:00 | POLICE_INFORMATION_SHARED | SD1""", ["late"], "2016-12-31"),
    ("safeguarding-referral-submitted", """
        2016-07-04 18:40 | OCCURRENCE_REPORTED | O1 | type=DOMESTIC_ABUSE ; role=CHILD_PRESENT
        2016-07-04 23:50 | REFERRAL_MADE | N1 | about=O1
        2016-08-04 18:40 | OCCURRENCE_REPORTED | O2 | type=CRIME ; role=VICTIM
        2016-09-04 18:40 | OCCURRENCE_REPORTED | O3 | type=ASB ; role=CHILD_PRESENT""",
     ["met", "missed"], "2016-12-31"),
    ("mash-referral-triaged", """
        2016-07-04 09:00 | REFERRAL_MADE | N1 | risk=HIGH
        2016-07-04 13:00 | REFERRAL_TRIAGED | N1
        2016-08-04 09:00 | REFERRAL_MADE | N2 | risk=HIGH
        2016-08-04 13:01 | REFERRAL_TRIAGED | N2
        2016-09-05 09:00 | REFERRAL_MADE | N3 | risk=LOW
        2016-09-08 09:00 | REFERRAL_TRIAGED | N3
        2016-10-05 09:00 | REFERRAL_MADE | N4""",
     ["met", "late", "met", "cannot_tell"], "2016-12-31"),
    ("missing-risk-assessment", """
        2016-08-19 23:10 | MISSING_REPORTED | M1
        2016-08-19 23:25 | MISSING_GRADED | M1 | risk=MEDIUM ; reason=older associates
        2016-09-19 23:10 | MISSING_REPORTED | M2
        2016-09-19 23:25 | MISSING_GRADED | M2 | risk=MEDIUM ; reason=
        2016-10-01 | MISSING_REPORTED | C9 | agency=LA""",
     ["met", "missed", "cannot_tell"], "2016-12-31"),
    ("missing-supervisor-review", """
        2016-08-19 23:25 | MISSING_GRADED | M1 | risk=HIGH
        2016-08-20 00:25 | SUPERVISOR_REVIEW | M1
        2016-09-19 23:25 | MISSING_GRADED | M2 | risk=MEDIUM
        2016-09-20 01:00 | MISSING_RETURNED | M2
        2016-10-19 23:25 | MISSING_GRADED | M3 | risk=LOW
        2016-10-20 05:26 | SUPERVISOR_REVIEW | M3""",
     ["met", "excepted", "late"], "2016-12-31"),
    ("missing-grade-not-lowered-for-repeat", """
        2016-08-01 20:00 | MISSING_REPORTED | M1
        2016-08-01 20:10 | MISSING_GRADED | M1 | risk=LOW ; reason=
        2016-08-10 20:00 | MISSING_REPORTED | M2
        2016-08-20 20:00 | MISSING_REPORTED | M3
        2016-08-20 20:10 | MISSING_GRADED | M3 | risk=LOW ; reason=streetwise
        2016-08-21 20:10 | MISSING_GRADED | M3 | risk=LOW ; reason=at her aunt's, spoken to
        2016-08-22 20:10 | MISSING_GRADED | M3 | risk=HIGH ; reason=not home""",
     ["missed", "cannot_tell", "met"], "2016-12-31"),
    ("missing-prevention-interview", """
        2016-08-20 11:45 | MISSING_RETURNED | M1
        2016-08-21 11:45 | PREVENTION_INTERVIEW | M1
        2016-09-20 11:45 | MISSING_RETURNED | M2
        2016-09-20 20:00 | MISSING_REPORTED | M3
        2016-09-21 06:00 | MISSING_RETURNED | M3""",
     ["met", "excepted", "missed"], "2016-12-31"),
    # 72 elapsed hours: over the clock change of 30 October the wall clock shows 71.
    ("return-home-interview-72-hours", """
        2016-10-28 12:00 | MISSING_RETURNED | M1 | agency=POLICE
        2016-10-31 11:00 | RETURN_INTERVIEW_HELD | M1 | by_whom=LA
        2016-11-10 12:00 | MISSING_RETURNED | M2
        2016-11-11 09:00 | RETURN_INTERVIEW_OFFERED | M2 | accepted=false
        2016-11-20 12:00 | MISSING_RETURNED | M3
        2016-11-21 12:00 | RETURN_INTERVIEW_HELD | M3 | by_whom=POLICE""",
     ["met", "excepted", "missed"], "2016-12-31"),
    ("return-home-interview-72-hours", """
        2016-10-28 12:00 | MISSING_RETURNED | M1
        2016-10-31 11:01 | RETURN_INTERVIEW_HELD | M1 | by_whom=LA""",
     ["late"], "2016-12-31"),
    ("return-interview-shared-with-police", """
        2016-08-22 16:00 | RETURN_INTERVIEW_HELD | M1 | by_whom=LA
        2016-08-30 23:00 | RETURN_INTERVIEW_SHARED | M1
        2016-09-22 16:00 | RETURN_INTERVIEW_HELD | M2 | by_whom=LA
        2016-09-30 09:00 | RETURN_INTERVIEW_SHARED | M2""",
     ["met", "late"], "2016-12-31"),
    # The fourth episode joins the occasion that the third opened; no meeting was held.
    ("repeat-missing-strategy-meeting", """
        2016-08-01 20:00 | MISSING_REPORTED | M1
        2016-08-10 20:00 | MISSING_REPORTED | M2
        2016-08-20 20:00 | MISSING_REPORTED | M3
        2016-08-25 20:00 | MISSING_REPORTED | M4""", ["missed"], "2016-12-31"),
    ("repeat-missing-strategy-meeting", """
        2016-08-01 20:00 | MISSING_REPORTED | M1
        2016-08-10 20:00 | MISSING_REPORTED | M2
        2016-08-20 20:00 | MISSING_REPORTED | M3
        2016-08-26 10:00 | STRATEGY_DISCUSSION | SD1
        2016-08-28 20:00 | MISSING_REPORTED | M4""", ["met", "missed"], "2016-12-31"),
    ("cse-screening", """
        2016-08-01 20:00 | MISSING_REPORTED | M1
        2016-08-10 20:00 | MISSING_REPORTED | M2
        2016-08-24 20:00 | EXPLOITATION_SCREENED | N1 | band=LOW
        2016-09-01 20:00 | FLAG_SET | N1 | flag=CSE""", ["met"], "2016-12-31"),
    ("cse-screening", """
        2016-09-01 20:00 | FLAG_SET | N1 | flag=CSE
        2016-11-01 | ASSESSMENT_AUTHORISED | R1 | agency=LA ; factors=;11A;""",
     ["missed"], "2016-12-31"),
    # Annex A keeps no factors; the census of the same assessment does, and 11A is not there.
    ("cse-screening", """
        2016-09-05 | ASSESSMENT_AUTHORISED | R1 | agency=LA ; factors=;1A;3B;
        2016-09-05 | ASSESSMENT_AUTHORISED | R2 | agency=LA
        2016-11-01 | ASSESSMENT_AUTHORISED | R3 | agency=LA""",
     ["cannot_tell"], "2016-12-31"),
    ("cse-flag", """
        2016-08-25 10:30 | EXPLOITATION_SCREENED | N1 | band=HIGH
        2016-08-26 20:00 | FLAG_SET | N1 | flag=CSE
        2016-11-25 10:30 | EXPLOITATION_SCREENED | N1 | band=MEDIUM
        2016-12-01 10:30 | FLAG_REMOVED | N1 | flag=CSE
        2016-12-05 10:30 | EXPLOITATION_SCREENED | N1 | band=HIGH
        2016-12-06 10:30 | EXPLOITATION_SCREENED | N1 | band=LOW""",
     ["met", "met", "missed"], "2016-12-31"),
    ("accredited-investigator-allocation", """
        2016-07-05 12:00 | INVESTIGATION_ALLOCATED | I1 | role=VICTIM ; offence=88A ; skills=;PIP2;SCAIDP;
        2016-07-06 12:00 | INVESTIGATION_ALLOCATED | I2 | offence=88A ; role=VICTIM ; skills=;PIP2;
        2016-07-07 12:00 | INVESTIGATION_ALLOCATED | I3 | offence=88A ; role=VICTIM
        2016-07-08 12:00 | INVESTIGATION_ALLOCATED | I4 | role=VICTIM ; skills=;PIP2;SCAIDP;
        2016-07-09 12:00 | INVESTIGATION_ALLOCATED | I5 | offence=49 ; role=VICTIM""",
     ["met", "missed", "cannot_tell", "cannot_tell"], "2016-12-31"),
    ("investigation-supervisor-review", """
        2016-07-05 12:00 | INVESTIGATION_ALLOCATED | I1 | about=O1
        2016-08-02 23:00 | INVESTIGATION_REVIEWED | I1 | about=O1
        2016-09-01 09:00 | INVESTIGATION_REVIEWED | I1 | about=O1
        2016-09-10 09:00 | OCCURRENCE_CLOSED | O1""",
     ["met", "late", "excepted"], "2016-12-31"),
    # Passed on: the first holder is excused, the next is not.
    ("investigation-supervisor-review", """
        2016-07-05 12:00 | INVESTIGATION_ALLOCATED | I1 | about=O1
        2016-07-15 12:00 | INVESTIGATION_PASSED_ON | I1 | about=O1
        2016-07-15 12:00 | INVESTIGATION_ALLOCATED | I1 | about=O1
        2016-09-10 09:00 | OCCURRENCE_CLOSED | O1""",
     ["excepted", "missed"], "2016-12-31"),
    ("crime-recorded-24-hours", """
        2016-07-04 18:40 | OCCURRENCE_REPORTED | O1 | type=CRIME ; role=VICTIM
        2016-07-05 18:40 | CRIME_RECORDED | O1
        2016-08-04 18:40 | OCCURRENCE_REPORTED | O2 | type=CRIME ; role=VICTIM
        2016-08-05 18:41 | CRIME_RECORDED | O2""", ["met", "late"], "2016-12-31"),
    ("ethnicity-recorded", """
        2024-02-01 09:00 | PERSON_RECORDED | N1 | ethnicity=W1
        2024-02-02 09:00 | PERSON_RECORDED | N2 | ethnicity=
        2024-02-04 09:00 | PERSON_RECORDED | N4 | ethnicity=REFUSED
        2024-02-05 09:00 | PERSON_RECORDED | N5 | ethnicity=NA
        2024-02-06 09:00 | PERSON_RECORDED | N6""",
     ["met", "missed", "met", "excepted", "cannot_tell"], "2024-12-31"),
    ("strategy-discussion-senior-representative", """
        2016-07-06 15:00 | STRATEGY_DISCUSSION | SD1 | police_present=true ; rank=DS
        2016-08-06 15:00 | STRATEGY_DISCUSSION | SD2 | police_present=true ; rank=PC
        2016-09-06 15:00 | STRATEGY_DISCUSSION | SD3 | police_present=true
        2016-10-06 15:00 | STRATEGY_DISCUSSION | SD4 | police_present=false ; rank=PC""",
     ["met", "missed", "cannot_tell"], "2016-12-31"),
    # A Wednesday; the fifth working day after it is the next Wednesday.
    ("strategy-discussion-full-meeting-follows", """
        2016-07-06 15:00 | STRATEGY_DISCUSSION | SD1 | format=TELEPHONE
        2016-07-13 15:00 | STRATEGY_DISCUSSION | SD2 | format=MEETING ; about=SD1
        2016-09-07 15:00 | STRATEGY_DISCUSSION | SD3 | format=TELEPHONE
        2016-09-15 09:00 | STRATEGY_DISCUSSION | SD4 | format=VIRTUAL ; about=SD3
        2016-10-05 15:00 | STRATEGY_DISCUSSION | SD5 | format=TELEPHONE
        2016-10-07 15:00 | STRATEGY_DISCUSSION | SD6 | format=TELEPHONE ; about=SD5""",
     ["met", "late", "missed", "missed"], "2016-12-31"),
    ("strategy-discussion-full-meeting-follows", """
        2016-07-06 15:00 | STRATEGY_DISCUSSION | SD1 | format=TELEPHONE""",
     ["not_yet_due"], "2016-07-08"),
    ("section-47-joint-or-single-agency-decision", """
        2016-07-06 15:00 | STRATEGY_DISCUSSION | SD1 | decision=S47 ; section_47_type=JOINT
        2016-08-06 15:00 | STRATEGY_DISCUSSION | SD2 | decision=S47 ; section_47_type=
        2016-09-06 15:00 | STRATEGY_DISCUSSION | SD3 | decision=S47
        2016-10-06 15:00 | STRATEGY_DISCUSSION | SD4 | decision=NO_FURTHER_ACTION""",
     ["met", "missed", "cannot_tell"], "2016-12-31"),
    # The plan begins on a Tuesday: the flag is due by the end of Wednesday.
    ("child-protection-plan-flag", """
        2016-07-26 | PROTECTION_PLAN_BEGUN | P1 | agency=LA
        2016-07-27 23:00 | FLAG_SET | N1 | flag=CP_PLAN""", ["met"], "2016-12-31"),
    ("child-protection-plan-flag", """
        2016-07-26 | PROTECTION_PLAN_BEGUN | P1 | agency=LA
        2016-07-28 00:30 | FLAG_SET | N1 | flag=CP_PLAN""", ["late"], "2016-12-31"),
    ("child-protection-plan-flag", """
        2016-07-01 09:00 | FLAG_SET | N1 | flag=CP_PLAN
        2016-07-26 | PROTECTION_PLAN_BEGUN | P1 | agency=LA
        2016-08-10 09:00 | FLAG_REMOVED | N1 | flag=CP_PLAN
        2016-09-20 | PROTECTION_PLAN_BEGUN | P2 | agency=LA
        2016-09-20 12:00 | FLAG_SET | N1 | flag=CSE""", ["met", "missed"], "2016-12-31"),
    ("crime-disclosed-on-return-recorded", """
        2016-08-24 10:00 | RETURN_INTERVIEW_SHARED | M1 | disclosures=;ADULT_NAMED;SEXUAL_OFFENCE;
        2016-08-25 10:00 | CRIME_RECORDED | O1 | role=VICTIM
        2016-10-24 10:00 | RETURN_INTERVIEW_SHARED | M2 | disclosures=;SEXUAL_OFFENCE;
        2016-10-25 10:01 | CRIME_RECORDED | O2 | role=VICTIM
        2016-12-01 10:00 | RETURN_INTERVIEW_SHARED | M3 | disclosures=;SEXUAL_OFFENCE;
        2016-12-02 09:00 | CRIME_RECORDED | O3 | role=SUSPECT
        2016-12-10 10:00 | RETURN_INTERVIEW_SHARED | M4 | disclosures=;NONE;""",
     ["met", "late", "missed"], "2016-12-31"),
    # Recorded the day before its content came back: known all the same.
    ("crime-disclosed-on-return-recorded", """
        2016-08-23 10:00 | CRIME_RECORDED | O1 | role=VICTIM
        2016-08-24 10:00 | RETURN_INTERVIEW_SHARED | M1 | disclosures=;SEXUAL_OFFENCE;
        2016-11-24 10:00 | RETURN_INTERVIEW_SHARED | M2 | disclosures=""",
     ["met", "cannot_tell"], "2016-12-31"),
    ("missing-risk-continuous-review", """
        2016-08-19 20:00 | MISSING_GRADED | M1 | risk=MEDIUM
        2016-08-20 20:00 | MISSING_GRADED | M1 | risk=HIGH
        2016-08-21 21:00 | SUPERVISOR_REVIEW | M1 | risk=HIGH
        2016-08-22 09:00 | MISSING_RETURNED | M1
        2016-10-01 20:00 | MISSING_GRADED | M2 | risk=LOW
        2016-10-02 06:00 | MISSING_RETURNED | M2
        2016-11-01 20:00 | MISSING_GRADED | M3 | risk=LOW
        2016-11-04 06:00 | MISSING_RETURNED | M3""",
     ["met", "late", "excepted", "missed"], "2016-12-31"),
]  # fmt: skip
CASES += drawn_response.CASES + drawn_powers.CASES


@pytest.mark.parametrize(
    ("slug", "text", "expected", "as_at"),
    CASES,
    ids=[f"{case[0]}-{number}" for number, case in enumerate(CASES)],
)
def test_a_duty_comes_out_as_worked_by_hand(
    slug: str, text: str, expected: list[str], as_at: str
) -> None:
    """The outcomes are those that the duty's own words give."""
    assert expected == outcomes(slug, text, as_at)


def test_every_standard_is_drawn() -> None:
    """No standard is without a chronology worked by hand."""
    assert {case[0] for case in CASES} == {item.slug for item in all_standards()}
