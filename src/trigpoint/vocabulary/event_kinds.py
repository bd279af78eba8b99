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
    POLICE_PROTECTION_BEGUN = "POLICE_PROTECTION_BEGUN"
    COUNCIL_TOLD_WHERE_FOUND = "COUNCIL_TOLD_WHERE_FOUND"
    COUNCIL_TOLD_OF_RESIDENCE = "COUNCIL_TOLD_OF_RESIDENCE"
    CHILD_TOLD_OF_PROTECTION = "CHILD_TOLD_OF_PROTECTION"
    WISHES_SOUGHT = "WISHES_SOUGHT"
    PROTECTION_INQUIRY_BEGUN = "PROTECTION_INQUIRY_BEGUN"
    CHILD_ACCOMMODATED = "CHILD_ACCOMMODATED"
    PARENTS_TOLD = "PARENTS_TOLD"
    PROTECTION_INQUIRY_DONE = "PROTECTION_INQUIRY_DONE"
    PROTECTION_ORDER_MADE = "PROTECTION_ORDER_MADE"
    POLICE_PROTECTION_ENDED = "POLICE_PROTECTION_ENDED"
    CHILD_DETAINED = "CHILD_DETAINED"
    APPROPRIATE_ADULT_PRESENT = "APPROPRIATE_ADULT_PRESENT"
    DETENTION_REVIEWED = "DETENTION_REVIEWED"
    BAIL_REFUSED = "BAIL_REFUSED"
    BED_REQUESTED = "BED_REQUESTED"
    MOVED_TO_COUNCIL = "MOVED_TO_COUNCIL"
    DETENTION_CERTIFIED = "DETENTION_CERTIFIED"
    COURT_APPEARANCE = "COURT_APPEARANCE"
    DETENTION_ENDED = "DETENTION_ENDED"
    HISTORY_PASSED_ON = "HISTORY_PASSED_ON"
    CHILD_SEEN = "CHILD_SEEN"
    CHILD_VISIT_PLANNED = "CHILD_VISIT_PLANNED"
    DOMESTIC_ABUSE_ASSESSED = "DOMESTIC_ABUSE_ASSESSED"
    SCHOOL_TOLD = "SCHOOL_TOLD"
    INFORMATION_RECEIVED = "INFORMATION_RECEIVED"
    INFORMATION_OWNED = "INFORMATION_OWNED"
    REFERRAL_DECIDED = "REFERRAL_DECIDED"
    PARTNERS_CONSULTED = "PARTNERS_CONSULTED"
    MISSING_ENQUIRY_MADE = "MISSING_ENQUIRY_MADE"
    MISSING_HANDOVER_GIVEN = "MISSING_HANDOVER_GIVEN"
    MISSING_HANDOVER_ACKNOWLEDGED = "MISSING_HANDOVER_ACKNOWLEDGED"
    DETECTIVE_REVIEW = "DETECTIVE_REVIEW"
    FOUND_ADDRESS_CHECKED = "FOUND_ADDRESS_CHECKED"
    PLAN_ACTION_AGREED = "PLAN_ACTION_AGREED"
    PLAN_ACTION_DONE = "PLAN_ACTION_DONE"
    CORE_GROUP_HELD = "CORE_GROUP_HELD"
    DISAGREEMENT_RECORDED = "DISAGREEMENT_RECORDED"
    DISAGREEMENT_ESCALATED = "DISAGREEMENT_ESCALATED"
    VICTIM_INTERVIEWED = "VICTIM_INTERVIEWED"
    VICTIM_INTERVIEW_DEFERRED = "VICTIM_INTERVIEW_DEFERRED"
    SUSPECT_IDENTIFIED = "SUSPECT_IDENTIFIED"
    SUSPECT_CONTACT_PREVENTED = "SUSPECT_CONTACT_PREVENTED"
    OTHER_CHILDREN_ASSESSED = "OTHER_CHILDREN_ASSESSED"
    DEVICES_SEIZED = "DEVICES_SEIZED"
    DEVICES_TRIAGED = "DEVICES_TRIAGED"
    VICTIM_NEEDS_ASSESSED = "VICTIM_NEEDS_ASSESSED"
    LEAD_DETECTIVE_AT_SCENE = "LEAD_DETECTIVE_AT_SCENE"
    IMAGE_REFERRAL_RECEIVED = "IMAGE_REFERRAL_RECEIVED"
    IMAGE_REFERRAL_ACTED_ON = "IMAGE_REFERRAL_ACTED_ON"
    COUNCIL_TOLD_OF_SUSPECT = "COUNCIL_TOLD_OF_SUSPECT"
    OFFENDER_VISITED = "OFFENDER_VISITED"
    OFFENDER_CONTACT_ENDED = "OFFENDER_CONTACT_ENDED"
    OFFENDER_BREACH_KNOWN = "OFFENDER_BREACH_KNOWN"
    OFFENDER_BREACH_FOLLOWED_UP = "OFFENDER_BREACH_FOLLOWED_UP"

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
    "reason": "the reason written for a grade; of an entry, what was done or said",
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
    "not_needed": "list: why a step was not called for, as written at the time",
    "place": "where a child was found, or was taken to",
    "still_at_risk": "true where the inquiry found the child still at risk",
    "with_children": "true where a suspect lives with or near children",
    "risk_first": "risk grade first given, before a supervisor's",
    "seventeen": "true where a child refused bail was 17 then, by the birth date",
}

#: Facts whose value is a list, stored as `;A;B;` so that a value can be searched for.
LIST_FACTS = frozenset(
    {"agencies", "disclosures", "factors", "not_needed", "actor_skills"}
)
