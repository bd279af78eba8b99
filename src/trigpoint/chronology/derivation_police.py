"""The from-rows-to-events table, police side: each staged time and the event it makes.

Prepared tables used here (see `placement`): `missing_of` (an episode and its person),
`involved` (an occurrence and the people it reaches), `victim`, `suspected` (a
suspect's record under each child of the occurrence), `offence_of`, `occurrence_of`
(an investigation's occurrence).
"""

from trigpoint.chronology.derivation import (
    Derivation,
    code,
    codes,
    ethnicity,
    yes_or_no,
)
from trigpoint.vocabulary.event_kinds import EventKind as Kind

_PERSON = {"holder": "r.nominal_id"}

# --- person records ----------------------------------------------------------
# A record is made once; each later version of it corrects the ethnicity it held.

_NOMINAL = {
    "kind": Kind.PERSON_RECORDED,
    "subject": "nominal",
    "table": "nominal_version",
    "at": "made",
    "reference": "r.nominal_id",
    "recorded": "coalesce(r.recorded_at, r.valid_from)",
    "stamp": "coalesce(r.valid_from, r.recorded_at)",
}

PERSONS = (
    Derivation(
        **_NOMINAL,
        holder="r.nominal_id",
        key="r.nominal_id, 'SUBJECT'",
        facts={"ethnicity": ethnicity("r.ethnicity_16p1"), "role": "'SUBJECT'"},
    ),
    Derivation(
        **_NOMINAL,
        holder="s.child_id",
        about="s.occ_id",
        joined="JOIN suspected s ON s.ns = r.ns AND s.suspect_id = r.nominal_id",
        key="r.nominal_id, 'SUSPECT'",
        by_child=True,
        facts={"ethnicity": ethnicity("r.ethnicity_16p1"), "role": "'SUSPECT'"},
    ),
)

# --- occurrences -------------------------------------------------------------

_INVOLVED = {
    "subject": "occurrence",
    "holder": "p.nominal_id",
    "reference": "r.occ_id",
    "joined": "JOIN involved p ON p.ns = r.ns AND p.occ_id = r.occ_id",
    "key": "r.occ_id, p.role",
    "by_child": True,
    # That this child was part of it is known once both rows were entered.
    "recorded": "greatest(r.recorded_at, p.recorded_at)",
    "facts": {
        "type": code("r.type", "occurrence_type"),
        "offence": "r.offence_code",
        "role": code("p.role", "person_role"),
        "grade_first": code("r.grade_first", "response_grade"),
        "grade": code("r.grade", "response_grade"),
        "reason": "r.grade_reason",
    },
    "needs": ("occ_person.nominal_id", "occ_person.role"),
}

OCCURRENCES = tuple(
    Derivation(kind=kind, at=at, **_INVOLVED)
    for kind, at in (
        (Kind.OCCURRENCE_REPORTED, "reported_at"),
        (Kind.CRIME_RECORDED, "crime_recorded_at"),
        (Kind.OFFICER_ATTENDED, "arrived_at"),
        (Kind.OCCURRENCE_CLOSED, "closed_at"),
    )
)

# --- flags -------------------------------------------------------------------
# Where the kind of subject is not said, a known occurrence number decides.

_ON_OCCURRENCE = (
    "(r.subject_type = 'OCCURRENCE' OR (coalesce(r.subject_type, '') <> 'NOMINAL' "
    "AND r.subject IN (SELECT occ_id FROM t_occurrence)))"
)
_FLAG = {
    "subject": "flag",
    "reference": "r.subject",
    "facts": {"flag": code("r.flag", "flag")},
}

FLAGS = tuple(
    Derivation(kind=kind, at=at, actor=actor, where=where, **{**_FLAG, **whose})
    for kind, at, actor in (
        (Kind.FLAG_SET, "set_at", "r.set_by"),
        (Kind.FLAG_REMOVED, "removed_at", "''"),
    )
    for where, whose in (
        (f"NOT {_ON_OCCURRENCE}", {"holder": "r.subject"}),
        (
            _ON_OCCURRENCE,
            {
                "holder": "p.nominal_id",
                "joined": "JOIN reached p ON p.ns = r.ns AND p.occ_id = r.subject",
                "key": "r.subject, r.flag, r.set_at, 'OCCURRENCE'",
                "by_child": True,
            },
        ),
    )
)

# --- missing -----------------------------------------------------------------

_MISSING = {
    **_PERSON,
    "subject": "missing",
    "reference": "r.misper_id",
    "team": "r.owner_team",
}
_EPISODE = {
    "holder": "m.nominal_id",
    "reference": "r.misper_id",
    "joined": "JOIN missing_of m ON m.ns = r.ns AND m.misper_id = r.misper_id",
    "needs": ("missing.nominal_id",),
}
_GRADE = {
    "risk": code("r.risk", "missing_risk"),
    "reason": "r.reason",
    "by_supervisor": yes_or_no("r.by_supervisor"),
}
_REVIEW = {**_EPISODE, "subject": "missing_risk", "at": "at", "actor": 'r."by"'}

MISSING = (
    Derivation(kind=Kind.MISSING_REPORTED, at="reported_at", **_MISSING),
    Derivation(
        kind=Kind.MISSING_GRADED,
        at="risk_at",
        facts={"risk": code("r.risk", "missing_risk"), "reason": "r.risk_reason"},
        **_MISSING,
    ),
    Derivation(
        kind=Kind.MISSING_RETURNED,
        at="found_at",
        facts={"place": "r.found_where"},
        **_MISSING,
    ),
    Derivation(
        kind=Kind.PREVENTION_INTERVIEW, at="prevention_interview_at", **_MISSING
    ),
    Derivation(kind=Kind.MISSING_GRADED, facts=_GRADE, **_REVIEW),
    Derivation(
        kind=Kind.SUPERVISOR_REVIEW,
        facts=_GRADE,
        where="r.by_supervisor = 'true'",
        **{**_REVIEW, "needs": ("missing.nominal_id", "missing_risk.by_supervisor")},
    ),
    Derivation(
        kind=Kind.RETURN_INTERVIEW_OFFERED,
        subject="return_interview",
        at="offered_at",
        facts={"accepted": yes_or_no("r.accepted")},
        **_EPISODE,
    ),
    Derivation(
        kind=Kind.RETURN_INTERVIEW_HELD,
        subject="return_interview",
        at="done_at",
        facts={
            "accepted": yes_or_no("r.accepted"),
            "by_whom": code("r.by_whom", "rhi_by"),
            "disclosures": codes("r.disclosures", "disclosure", whole=False),
        },
        **_EPISODE,
    ),
    Derivation(
        kind=Kind.RETURN_INTERVIEW_SHARED,
        subject="return_interview",
        at="shared_with_police_at",
        facts={"disclosures": codes("r.disclosures", "disclosure", whole=False)},
        **_EPISODE,
    ),
)

# --- notices, discussions, conferences, screening -----------------------------

_NOTICE = {
    **_PERSON,
    "subject": "safeguarding_notice",
    "reference": "r.scn_id",
    "about": "r.occ_id",
    "facts": {
        "risk": code("r.risk", "notice_risk"),
        "decision": code("r.decision", "notice_decision"),
    },
}
_DISCUSSION = {
    **_PERSON,
    "subject": "strategy_discussion",
    "reference": "r.sd_id",
    "about": "r.follows_sd_id",
    "actor": "r.police_rep",
    "facts": {
        "decision": code("r.decision", "sd_decision"),
        "format": code("r.format", "sd_format"),
        "section_47_type": code("r.s47_type", "s47_type"),
        "agencies": codes("r.agencies", "agency", whole=True),
        "police_present": yes_or_no("r.police_present"),
    },
}
_CONFERENCE = {
    **_PERSON,
    "subject": "conference",
    "reference": "r.conf_id",
    "facts": {
        "police_attended": yes_or_no("r.police_attended"),
        # No column says so outright: nobody attends what was not held.
        "cancelled": "CASE WHEN r.police_attended = 'NA' THEN 'true' ELSE '' END",
    },
}

MEETINGS = (
    Derivation(kind=Kind.REFERRAL_MADE, at="submitted_at", **_NOTICE),
    Derivation(kind=Kind.REFERRAL_TRIAGED, at="triaged_at", **_NOTICE),
    Derivation(kind=Kind.REFERRAL_SENT, at="sent_to_la_at", **_NOTICE),
    Derivation(kind=Kind.REFERRAL_DECIDED, at="la_decision_at", **_NOTICE),
    Derivation(kind=Kind.STRATEGY_DISCUSSION, at="took_place_at", **_DISCUSSION),
    Derivation(
        kind=Kind.POLICE_INFORMATION_SHARED, at="police_info_shared_at", **_DISCUSSION
    ),
    Derivation(kind=Kind.DISCUSSION_RECORDED, at="minutes_at", **_DISCUSSION),
    Derivation(kind=Kind.CONFERENCE_INVITATION, at="police_invited_at", **_CONFERENCE),
    Derivation(kind=Kind.CONFERENCE_REPORT, at="police_report_at", **_CONFERENCE),
    Derivation(
        kind=Kind.INITIAL_CONFERENCE,
        at="conference_date",
        where="r.type IN ('ICPC', 'TRANSFER_IN')",
        **{**_CONFERENCE, "needs": ("conference.type",)},
    ),
    Derivation(
        kind=Kind.REVIEW_CONFERENCE,
        at="conference_date",
        where="r.type = 'RCPC'",
        **{**_CONFERENCE, "needs": ("conference.type",)},
    ),
    Derivation(
        kind=Kind.EXPLOITATION_SCREENED,
        subject="cse_assessment",
        at="at",
        reference="''",
        facts={"band": code("r.band", "cse_band")},
        **_PERSON,
    ),
)

# --- investigations ------------------------------------------------------------
# An investigation is a record about the victims of its occurrence.

_ALLOCATION = {
    "subject": "investigation",
    "holder": "p.nominal_id",
    "reference": "r.inv_id",
    "about": "r.occ_id",
    "actor": "r.officer_id",
    "team": "r.team",
    "joined": "JOIN victim p ON p.ns = r.ns AND p.occ_id = r.occ_id "
    "LEFT JOIN offence_of o ON o.ns = r.ns AND o.occ_id = r.occ_id",
    "key": "r.inv_id, r.allocated_at",
    "by_child": True,
    "facts": {"offence": "o.offence_code", "role": "'VICTIM'"},
    "needs": ("investigation.occ_id", "occ_person.role"),
}

INVESTIGATIONS = (
    Derivation(kind=Kind.INVESTIGATION_ALLOCATED, at="allocated_at", **_ALLOCATION),
    Derivation(kind=Kind.INVESTIGATION_PASSED_ON, at="reallocated_at", **_ALLOCATION),
    Derivation(
        kind=Kind.INVESTIGATION_REVIEWED,
        subject="investigation_review",
        at="supervisor_review_at",
        holder="p.nominal_id",
        reference="r.inv_id",
        about="i.occ_id",
        actor='r."by"',
        joined="JOIN occurrence_of i ON i.ns = r.ns AND i.inv_id = r.inv_id "
        "JOIN victim p ON p.ns = r.ns AND p.occ_id = i.occ_id",
        key="r.inv_id, r.supervisor_review_at",
        by_child=True,
        facts={"direction_recorded": yes_or_no("r.direction_recorded")},
        needs=("investigation.occ_id", "occ_person.role"),
    ),
)

POLICE = (
    *PERSONS,
    *OCCURRENCES,
    *FLAGS,
    *MISSING,
    *MEETINGS,
    *INVESTIGATIONS,
)
