"""What police did at calls, for missing children and in investigations: see test_library.py."""

#: (slug, what happens, the outcomes in order of their occasions, as known at)
CASES: list[tuple[str, str, list[str], str]] = [
    ("control-room-flag-and-history-check", """
        2016-07-04 18:40 | OCCURRENCE_REPORTED | O1 | type=CHILD_CONCERN ; role=CHILD_PRESENT ; grade_first=PRIORITY
        2016-07-04 18:50 | HISTORY_PASSED_ON | O1
        2016-07-04 19:15 | OFFICER_ATTENDED | O1
        2016-08-04 18:40 | OCCURRENCE_REPORTED | O2 | type=DOMESTIC_ABUSE ; role=VICTIM ; grade_first=PRIORITY
        2016-08-04 19:15 | OFFICER_ATTENDED | O2
        2016-08-04 19:25 | HISTORY_PASSED_ON | O2
        2016-09-04 18:40 | OCCURRENCE_REPORTED | O3 | type=DOMESTIC_ABUSE ; role=VICTIM ; grade_first=EMERGENCY
        2016-09-04 18:45 | OFFICER_ATTENDED | O3
        2016-10-04 18:40 | OCCURRENCE_REPORTED | O4 | type=DOMESTIC_ABUSE ; role=VICTIM ; grade_first=PRIORITY
        2016-10-04 19:15 | OFFICER_ATTENDED | O4
        2016-11-04 18:40 | OCCURRENCE_REPORTED | O5 | type=CHILD_CONCERN ; role=VICTIM ; grade_first=PRIORITY
        2016-12-04 18:40 | OCCURRENCE_REPORTED | O6 | type=ASB ; role=VICTIM ; grade_first=PRIORITY""",
     ["met", "late", "excepted", "missed", "cannot_tell"], "2016-12-31"),
    ("risk-graded-response", """
        2016-07-04 18:40 | OCCURRENCE_REPORTED | O1 | role=VICTIM ; grade_first=PRIORITY ; grade=PRIORITY ; reason=
        2016-08-04 18:40 | OCCURRENCE_REPORTED | O2 | role=VICTIM ; grade_first=PRIORITY ; grade=APPOINTMENT ; reason=
        2016-09-04 18:40 | OCCURRENCE_REPORTED | O3 | role=VICTIM ; grade_first=PRIORITY ; grade=APPOINTMENT ; reason=mother asked for it
        2016-10-04 18:40 | OCCURRENCE_REPORTED | O4 | role=VICTIM ; grade_first=PRIORITY ; grade=APPOINTMENT
        2016-11-04 18:40 | OCCURRENCE_REPORTED | O5 | role=VICTIM ; grade_first=SCHEDULED ; grade=EMERGENCY
        2016-12-04 18:40 | OCCURRENCE_REPORTED | O6 | role=SUSPECT ; grade_first=PRIORITY ; grade=APPOINTMENT ; reason=""",
     ["met", "missed", "met", "cannot_tell", "met"], "2016-12-31"),
    ("child-seen-and-spoken-to", """
        2016-07-04 19:00 | OFFICER_ATTENDED | O1 | type=DOMESTIC_ABUSE ; role=CHILD_LIVES_THERE
        2016-07-04 22:00 | CHILD_SEEN | O1
        2016-08-04 19:00 | OFFICER_ATTENDED | O2 | type=DOMESTIC_ABUSE ; role=CHILD_PRESENT
        2016-08-05 09:00 | CHILD_SEEN | O2
        2016-09-04 19:00 | OFFICER_ATTENDED | O3 | type=CHILD_CONCERN ; role=CHILD_PRESENT
        2016-09-04 19:30 | CHILD_VISIT_PLANNED | O3
        2016-10-04 19:00 | OFFICER_ATTENDED | O4 | type=CHILD_CONCERN ; role=CHILD_PRESENT
        2016-11-04 19:00 | OFFICER_ATTENDED | O5 | role=CHILD_PRESENT""",
     ["met", "late", "excepted", "missed", "cannot_tell"], "2016-12-31"),
    # Fourteen hours in an inbox.
    ("inbound-information-owned", """
        2016-07-04 18:00 | INFORMATION_RECEIVED | IN1 | format=EMAIL
        2016-07-04 19:00 | INFORMATION_OWNED | IN1
        2016-08-04 18:00 | INFORMATION_RECEIVED | IN2 | format=EMAIL
        2016-08-05 08:00 | INFORMATION_OWNED | IN2
        2016-09-04 18:00 | INFORMATION_RECEIVED | IN3""",
     ["met", "late", "missed"], "2016-12-31"),
    # Monday evening: before 09:00 on Tuesday. Friday evening: before 09:00 on Monday.
    ("operation-encompass-notification", """
        2016-07-04 20:00 | OCCURRENCE_REPORTED | O1 | type=DOMESTIC_ABUSE ; role=CHILD_PRESENT
        2016-07-05 08:30 | SCHOOL_TOLD | O1
        2016-07-08 20:00 | OCCURRENCE_REPORTED | O2 | type=DOMESTIC_ABUSE ; role=CHILD_PRESENT
        2016-07-11 08:59 | SCHOOL_TOLD | O2
        2016-07-18 20:00 | OCCURRENCE_REPORTED | O3 | type=DOMESTIC_ABUSE ; role=CHILD_PRESENT
        2016-07-19 09:30 | SCHOOL_TOLD | O3
        2016-10-04 20:00 | OCCURRENCE_REPORTED | O4 | type=DOMESTIC_ABUSE ; role=CHILD_PRESENT
        2016-11-04 20:00 | OCCURRENCE_REPORTED | O5 | role=CHILD_PRESENT""",
     ["met", "met", "late", "missed", "cannot_tell"], "2016-12-31"),
    # The scheme, then the law: each once, by the version of its own day.
    ("operation-encompass-notification", """
        2025-11-06 20:00 | OCCURRENCE_REPORTED | O1 | type=DOMESTIC_ABUSE ; role=CHILD_PRESENT
        2025-11-07 08:30 | SCHOOL_TOLD | O1
        2025-11-07 20:00 | OCCURRENCE_REPORTED | O2 | type=DOMESTIC_ABUSE ; role=CHILD_PRESENT
        2025-11-10 09:30 | SCHOOL_TOLD | O2""", ["met", "late"], "2025-12-31"),
    ("domestic-abuse-risk-assessment", """
        2016-07-04 20:00 | OCCURRENCE_REPORTED | O1 | type=DOMESTIC_ABUSE ; role=CHILD_PRESENT
        2016-07-04 21:00 | DOMESTIC_ABUSE_ASSESSED | O1 | risk_first=MEDIUM ; risk=MEDIUM ; reason=
        2016-08-04 20:00 | OCCURRENCE_REPORTED | O2 | type=DOMESTIC_ABUSE ; role=CHILD_PRESENT
        2016-08-04 21:00 | DOMESTIC_ABUSE_ASSESSED | O2 | risk_first=HIGH ; risk=LOW ; reason=
        2016-09-04 20:00 | OCCURRENCE_REPORTED | O3 | type=DOMESTIC_ABUSE ; role=CHILD_PRESENT
        2016-09-04 21:00 | DOMESTIC_ABUSE_ASSESSED | O3 | risk_first=HIGH ; risk=LOW ; reason=he is in prison
        2016-10-04 20:00 | OCCURRENCE_REPORTED | O4 | type=DOMESTIC_ABUSE ; role=CHILD_PRESENT
        2016-10-06 21:00 | DOMESTIC_ABUSE_ASSESSED | O4 | risk_first=LOW ; risk=HIGH ; reason=
        2016-11-04 20:00 | OCCURRENCE_REPORTED | O5 | type=DOMESTIC_ABUSE ; role=CHILD_PRESENT
        2016-11-04 21:00 | DOMESTIC_ABUSE_ASSESSED | O5 | risk=LOW ; reason=""",
     ["met", "missed", "met", "late", "cannot_tell"], "2016-12-31"),
    ("la-referral-decision-one-working-day", """
        2016-07-08 10:00 | REFERRAL_SENT | N1
        2016-07-11 17:00 | REFERRAL_DECIDED | N1
        2016-08-08 10:00 | REFERRAL_SENT | N2
        2016-08-10 10:00 | REFERRAL_DECIDED | N2
        2016-09-08 10:00 | REFERRAL_SENT | N3""", ["met", "late", "missed"], "2016-12-31"),
    # Only while an enquiry is open.
    ("further-strategy-discussion-on-new-information", """
        2016-07-01 10:00 | OCCURRENCE_REPORTED | O0 | type=CRIME ; role=VICTIM
        2016-07-06 | SECTION_47_ENQUIRY | R1 | agency=LA ; conference_not_required=false
        2016-07-07 10:00 | OCCURRENCE_REPORTED | O1 | type=CRIME ; role=VICTIM
        2016-07-12 15:00 | STRATEGY_DISCUSSION | SD1
        2016-07-13 10:00 | OCCURRENCE_REPORTED | O2 | type=CRIME ; role=VICTIM
        2016-07-20 15:00 | STRATEGY_DISCUSSION | SD2
        2016-07-25 10:00 | OCCURRENCE_REPORTED | O3 | type=CRIME ; role=VICTIM
        2016-07-26 | INITIAL_CONFERENCE | CF1
        2016-07-28 10:00 | OCCURRENCE_REPORTED | O4 | type=CRIME ; role=VICTIM""",
     ["met", "late", "excepted"], "2016-12-31"),
    ("further-strategy-discussion-on-new-information", """
        2016-07-06 | SECTION_47_ENQUIRY | R1 | agency=LA ; conference_not_required=true
        2016-07-07 10:00 | OCCURRENCE_REPORTED | O1 | type=DOMESTIC_ABUSE ; role=CHILD_PRESENT
        2016-08-07 10:00 | OCCURRENCE_REPORTED | O2 | role=CHILD_PRESENT""",
     ["missed", "cannot_tell"], "2016-12-31"),
    # A conference that was cancelled ends no enquiry; the closing of the case does.
    ("further-strategy-discussion-on-new-information", """
        2016-07-06 | SECTION_47_ENQUIRY | R1 | agency=LA ; conference_not_required=false
        2016-07-26 | INITIAL_CONFERENCE | CF1 | cancelled=true
        2016-07-28 10:00 | OCCURRENCE_REPORTED | O1 | type=CRIME ; role=VICTIM
        2016-08-26 | CASE_CLOSED | R1 | agency=LA
        2016-08-28 10:00 | OCCURRENCE_REPORTED | O2 | type=CRIME ; role=VICTIM""",
     ["missed"], "2016-12-31"),
    ("strategy-meeting-after-single-agency-action", """
        2016-07-08 22:00 | POLICE_PROTECTION_BEGUN | PP1
        2016-07-11 15:00 | STRATEGY_DISCUSSION | SD1
        2016-08-08 22:00 | POLICE_PROTECTION_BEGUN | PP2
        2016-08-11 15:00 | STRATEGY_DISCUSSION | SD2
        2016-09-08 22:00 | POLICE_PROTECTION_BEGUN | PP3""",
     ["met", "late", "missed"], "2016-12-31"),
    ("interim-safety-plan-to-conference", """
        2016-07-06 | SECTION_47_ENQUIRY | R1 | agency=LA ; conference_not_required=false
        2016-07-08 12:00 | PLAN_ACTION_AGREED | A1
        2016-07-27 | INITIAL_CONFERENCE | R1 | agency=LA""", ["met"], "2016-12-31"),
    ("interim-safety-plan-to-conference", """
        2016-07-06 | SECTION_47_ENQUIRY | R1 | agency=LA ; conference_not_required=false
        2016-07-27 | INITIAL_CONFERENCE | R1 | agency=LA
        2016-07-28 12:00 | PLAN_ACTION_AGREED | A1""", ["late"], "2016-12-31"),
    ("interim-safety-plan-to-conference", """
        2016-07-06 | SECTION_47_ENQUIRY | R1 | agency=LA ; conference_not_required=false
        2016-07-27 | INITIAL_CONFERENCE | R1 | agency=LA
        2016-09-06 | SECTION_47_ENQUIRY | R2 | agency=LA ; conference_not_required=false
        2016-10-06 | SECTION_47_ENQUIRY | R3 | agency=LA ; conference_not_required=true""",
     ["missed", "cannot_tell"], "2016-12-31"),
    ("core-group-10-working-days", """
        2016-07-26 | PROTECTION_PLAN_BEGUN | P1 | agency=LA
        2016-08-09 | CORE_GROUP_HELD | G1""", ["met"], "2016-12-31"),
    ("core-group-10-working-days", """
        2016-07-26 | PROTECTION_PLAN_BEGUN | P1 | agency=LA
        2016-08-10 | CORE_GROUP_HELD | G1
        2016-10-04 | PROTECTION_PLAN_BEGUN | P2 | agency=LA
        2016-10-10 | PROTECTION_PLAN_ENDED | P2 | agency=LA
        2016-11-04 | PROTECTION_PLAN_BEGUN | P3 | agency=LA""",
     ["late", "excepted", "missed"], "2016-12-31"),
    ("professional-disagreement-escalation", """
        2016-07-08 10:00 | DISAGREEMENT_RECORDED | E1
        2016-07-11 17:00 | DISAGREEMENT_ESCALATED | E1
        2016-08-08 10:00 | DISAGREEMENT_RECORDED | E2
        2016-08-10 17:00 | DISAGREEMENT_ESCALATED | E2
        2016-09-08 10:00 | DISAGREEMENT_RECORDED | E3""",
     ["met", "late", "missed"], "2016-12-31"),
    # In care by the council's record, or by a flag of police's own.
    ("missing-looked-after-partners-consulted", """
        2016-01-10 | CARE_BEGUN | C1 | agency=LA
        2016-08-19 20:00 | MISSING_REPORTED | M1
        2016-08-20 00:00 | PARTNERS_CONSULTED | M1
        2016-08-25 20:00 | MISSING_REPORTED | M2
        2016-08-26 09:00 | PARTNERS_CONSULTED | M2
        2016-08-28 20:00 | MISSING_REPORTED | M3
        2016-08-28 21:00 | MISSING_RETURNED | M3
        2016-08-30 | CARE_ENDED | C1 | agency=LA
        2016-09-19 20:00 | MISSING_REPORTED | M4
        2016-10-01 09:00 | FLAG_SET | N1 | flag=LOOKED_AFTER
        2016-10-19 20:00 | MISSING_REPORTED | M5""",
     ["met", "late", "excepted", "missed"], "2016-12-31"),
    # In force from December 2025.
    ("missing-active-handover", """
        2026-01-10 06:00 | MISSING_HANDOVER_GIVEN | H1 | actor=INSP1
        2026-01-10 06:30 | MISSING_HANDOVER_ACKNOWLEDGED | H1 | actor=INSP2
        2026-02-10 06:00 | MISSING_HANDOVER_GIVEN | H2 | actor=INSP1
        2026-02-10 08:30 | MISSING_HANDOVER_ACKNOWLEDGED | H2 | actor=INSP2
        2026-03-10 06:00 | MISSING_HANDOVER_GIVEN | H3 | actor=INSP1
        2026-03-10 06:10 | MISSING_HANDOVER_ACKNOWLEDGED | H3 | actor=INSP1
        2026-04-10 06:00 | MISSING_HANDOVER_GIVEN | H4 | actor=INSP1
        2026-04-10 06:10 | MISSING_HANDOVER_ACKNOWLEDGED | H4
        2024-04-10 06:00 | MISSING_HANDOVER_GIVEN | H5 | actor=INSP1""",
     ["met", "late", "missed", "cannot_tell"], "2026-06-30"),
    # Eight hours, and nothing done.
    ("missing-prompt-enquiries", """
        2016-08-19 20:00 | MISSING_REPORTED | M1
        2016-08-19 22:00 | MISSING_ENQUIRY_MADE | M1
        2016-09-19 20:00 | MISSING_REPORTED | M2
        2016-09-20 04:00 | MISSING_ENQUIRY_MADE | M2
        2016-10-19 20:00 | MISSING_REPORTED | M3
        2016-10-19 21:00 | MISSING_RETURNED | M3
        2016-11-19 20:00 | MISSING_REPORTED | M4
        2016-12-01 | MISSING_REPORTED | C9 | agency=LA""",
     ["met", "late", "excepted", "missed", "cannot_tell"], "2016-12-31"),
    ("missing-report-detective-review", """
        2022-08-19 20:00 | MISSING_REPORTED | M1
        2022-08-22 17:00 | DETECTIVE_REVIEW | M1
        2022-09-19 20:00 | MISSING_REPORTED | M2
        2022-09-21 09:00 | DETECTIVE_REVIEW | M2
        2022-10-19 20:00 | MISSING_REPORTED | M3
        2022-12-01 | MISSING_REPORTED | C9 | agency=LA""",
     ["met", "late", "missed", "cannot_tell"], "2022-12-31"),
    ("found-address-checked", """
        2016-08-20 11:45 | MISSING_RETURNED | M1 | place=Station Road hotel
        2016-08-20 23:45 | FOUND_ADDRESS_CHECKED | M1
        2016-09-20 11:45 | MISSING_RETURNED | M2 | place=a flat
        2016-09-21 11:45 | FOUND_ADDRESS_CHECKED | M2
        2016-10-20 11:45 | MISSING_RETURNED | M3 | place=a flat
        2016-11-20 11:45 | MISSING_RETURNED | M4 | place=
        2016-12-20 11:45 | MISSING_RETURNED | M5""",
     ["met", "late", "missed", "cannot_tell"], "2016-12-31"),
    ("named-suspect-risk-to-other-children", """
        2016-07-06 10:00 | SUSPECT_IDENTIFIED | I1
        2016-07-11 10:00 | OTHER_CHILDREN_ASSESSED | I1
        2016-08-03 10:00 | SUSPECT_IDENTIFIED | I2
        2016-08-09 10:00 | OTHER_CHILDREN_ASSESSED | I2
        2016-09-06 10:00 | SUSPECT_IDENTIFIED | I3""", ["met", "late", "missed"], "2016-12-31"),
    ("child-victim-visit-and-abe-interview", """
        2016-07-06 10:00 | INVESTIGATION_ALLOCATED | I1 | role=VICTIM
        2016-07-13 10:00 | VICTIM_INTERVIEWED | I1 | skills=;ABE_INTERVIEW;
        2016-08-03 10:00 | INVESTIGATION_ALLOCATED | I2 | role=VICTIM
        2016-08-05 10:00 | VICTIM_INTERVIEWED | I2 | skills=;PIP1;
        2016-09-06 10:00 | INVESTIGATION_ALLOCATED | I3 | role=VICTIM
        2016-09-08 10:00 | VICTIM_INTERVIEW_DEFERRED | I3
        2016-10-06 10:00 | INVESTIGATION_ALLOCATED | I4 | role=VICTIM
        2016-10-08 10:00 | VICTIM_INTERVIEWED | I4
        2016-11-03 10:00 | INVESTIGATION_ALLOCATED | I5 | role=VICTIM
        2016-11-14 10:00 | VICTIM_INTERVIEWED | I5 | skills=;ABE_INTERVIEW;""",
     ["met", "missed", "excepted", "cannot_tell", "late"], "2016-12-31"),
    ("suspect-contact-prevented", """
        2016-07-06 10:00 | SUSPECT_IDENTIFIED | I1
        2016-07-07 10:00 | SUSPECT_CONTACT_PREVENTED | I1
        2016-08-03 10:00 | SUSPECT_IDENTIFIED | I2
        2016-08-09 10:00 | SUSPECT_CONTACT_PREVENTED | I2
        2016-09-06 10:00 | SUSPECT_IDENTIFIED | I3
        2016-12-31 10:00 | SUSPECT_IDENTIFIED | I4""",
     ["met", "late", "missed", "not_yet_due"], "2016-12-31"),
    ("digital-device-triage", """
        2016-07-06 10:00 | DEVICES_SEIZED | I1
        2016-08-03 20:00 | DEVICES_TRIAGED | I1
        2016-08-06 10:00 | DEVICES_SEIZED | I2
        2016-11-06 10:00 | DEVICES_TRIAGED | I2
        2016-09-06 10:00 | DEVICES_SEIZED | I3""", ["met", "late", "missed"], "2016-12-31"),
    # The occurrence is what the lead's attendance is about.
    ("unexpected-child-death-lead-and-scene", """
        2016-07-06 05:00 | OCCURRENCE_REPORTED | O1 | type=CHILD_DEATH ; role=VICTIM
        2016-07-06 08:00 | LEAD_DETECTIVE_AT_SCENE | I1 | about=O1 ; skills=;CHILD_DEATH;PIP2;
        2016-08-06 05:00 | OCCURRENCE_REPORTED | O2 | type=CHILD_DEATH ; role=VICTIM
        2016-08-06 08:00 | LEAD_DETECTIVE_AT_SCENE | I2 | about=O2 ; skills=;PIP2;
        2016-09-06 05:00 | OCCURRENCE_REPORTED | O3 | type=CHILD_DEATH ; role=VICTIM
        2016-09-07 08:00 | LEAD_DETECTIVE_AT_SCENE | I3 | about=O3 ; skills=;CHILD_DEATH;
        2016-10-06 05:00 | OCCURRENCE_REPORTED | O4 | type=CHILD_DEATH ; role=VICTIM
        2016-10-06 08:00 | LEAD_DETECTIVE_AT_SCENE | I4 | about=O4""",
     ["met", "missed", "late", "cannot_tell"], "2016-12-31"),
    ("victim-needs-assessment", """
        2016-07-06 10:00 | INVESTIGATION_ALLOCATED | I1 | role=VICTIM
        2016-07-13 10:00 | VICTIM_NEEDS_ASSESSED | I1
        2016-08-03 10:00 | INVESTIGATION_ALLOCATED | I2 | role=VICTIM
        2016-08-15 10:00 | VICTIM_NEEDS_ASSESSED | I2
        2016-08-20 10:00 | INVESTIGATION_ALLOCATED | I2 | role=VICTIM
        2016-09-06 10:00 | INVESTIGATION_ALLOCATED | I3 | role=VICTIM""",
     ["met", "late", "missed"], "2016-12-31"),
]  # fmt: skip
