"""Every kind of event a chronology can hold, and the facts each may carry.

A kind is added here, in one line, and nowhere else; the generators must then
produce it. A fact is text; a list fact is `;A;B;` (see `FACTS`).
"""

from enum import StrEnum


class EventKind(StrEnum):
    """One thing that can happen to, or be done about, a child."""

    PERSON_RECORDED = "PERSON_RECORDED"
    OCCURRENCE_REPORTED = "OCCURRENCE_REPORTED"
    CRIME_RECORDED = "CRIME_RECORDED"
    OFFICER_ATTENDED = "OFFICER_ATTENDED"
    OCCURRENCE_CLOSED = "OCCURRENCE_CLOSED"
    FLAG_SET = "FLAG_SET"
    FLAG_REMOVED = "FLAG_REMOVED"
    MISSING_REPORTED = "MISSING_REPORTED"
    MISSING_GRADED = "MISSING_GRADED"
    SUPERVISOR_REVIEW = "SUPERVISOR_REVIEW"
    MISSING_RETURNED = "MISSING_RETURNED"
    PREVENTION_INTERVIEW = "PREVENTION_INTERVIEW"
    REFERRAL_MADE = "REFERRAL_MADE"
    REFERRAL_TRIAGED = "REFERRAL_TRIAGED"
    REFERRAL_SENT = "REFERRAL_SENT"
    REFERRAL_RECEIVED = "REFERRAL_RECEIVED"
    STRATEGY_DISCUSSION = "STRATEGY_DISCUSSION"
    POLICE_INFORMATION_SHARED = "POLICE_INFORMATION_SHARED"
    DISCUSSION_RECORDED = "DISCUSSION_RECORDED"
    CONFERENCE_INVITATION = "CONFERENCE_INVITATION"
    CONFERENCE_REPORT = "CONFERENCE_REPORT"
    INITIAL_CONFERENCE = "INITIAL_CONFERENCE"
    REVIEW_CONFERENCE = "REVIEW_CONFERENCE"
    RETURN_INTERVIEW_OFFERED = "RETURN_INTERVIEW_OFFERED"
    RETURN_INTERVIEW_HELD = "RETURN_INTERVIEW_HELD"
    RETURN_INTERVIEW_SHARED = "RETURN_INTERVIEW_SHARED"
    EXPLOITATION_SCREENED = "EXPLOITATION_SCREENED"
    INVESTIGATION_ALLOCATED = "INVESTIGATION_ALLOCATED"
    INVESTIGATION_PASSED_ON = "INVESTIGATION_PASSED_ON"
    INVESTIGATION_REVIEWED = "INVESTIGATION_REVIEWED"
    ASSESSMENT_BEGUN = "ASSESSMENT_BEGUN"
    ASSESSMENT_AUTHORISED = "ASSESSMENT_AUTHORISED"
    SECTION_47_ENQUIRY = "SECTION_47_ENQUIRY"
    PROTECTION_PLAN_BEGUN = "PROTECTION_PLAN_BEGUN"
    PROTECTION_PLAN_ENDED = "PROTECTION_PLAN_ENDED"
    CASE_CLOSED = "CASE_CLOSED"
    CARE_BEGUN = "CARE_BEGUN"
    CARE_ENDED = "CARE_ENDED"

    @property
    def label(self) -> str:
        """The kind in sentence case: `Missing reported`."""
        words = self.value.replace("_", " ").lower()
        return words[0].upper() + words[1:]


#: Every fact an event may carry, with its meaning. Column names of the log.
#: None = not received (the column was absent, or the code was unreadable or
#: UNKNOWN); "" = the column was there and the cell was empty.
FACTS: dict[str, str] = {
    "type": "occurrence type (police profile, occurrence_type)",
    "offence": "Home Office offence code",
    "role": "the child's role in the occurrence; of a person record, SUBJECT or SUSPECT",
    "grade_first": "response grade first given",
    "grade": "response grade when resourced",
    "risk": "risk grade: of a missing episode, or of a safeguarding notice",
    "reason": "the reason written for a grade",
    "by_supervisor": "true where a supervisor made the review",
    "flag": "which flag",
    "decision": "decision: of a notice's triage, or of a strategy discussion",
    "format": "format of a strategy discussion",
    "section_47_type": "single or joint enquiry",
    "agencies": "list: who took part in a strategy discussion",
    "police_present": "true where police took part",
    "police_attended": "true where police attended the conference",
    "cancelled": "true where the record says that attendance does not apply",
    "accepted": "true where the child accepted the return interview",
    "by_whom": "who held the return interview (rhi_by)",
    "disclosures": "list: what was told",
    "band": "exploitation screening band after judgement",
    "referral_source": "CIN referral source code; police = 1C..., see importer",
    "factors": "list: factors identified at assessment (CIN codes)",
    "conference_not_required": "true where the record says no conference was required",
    "ethnicity": "ethnicity code; REFUSED asked and refused; NA does not apply",
    "direction_recorded": "true where the supervisor wrote a direction",
    "category": "category of abuse",
}

#: Facts whose value is a list, stored as `;A;B;` so that a value can be searched for.
LIST_FACTS = frozenset({"agencies", "disclosures", "factors", "actor_skills"})
