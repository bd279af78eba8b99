"""The from-rows-to-events table, what police did: version 2 of the profile.

What was done at a call, about information that came in, during a missing episode and
in an investigation; the actions agreed to protect a child, and disagreements.
"""

from trigpoint.chronology.derivation import Derivation, code, yes_or_no
from trigpoint.vocabulary.event_kinds import EventKind as Kind

_PERSON = {"holder": "r.nominal_id"}

# --- calls and information -------------------------------------------------------

_AT_CALL = {**_PERSON, "subject": "occurrence_response", "reference": "r.occ_id"}
_ASSESSED = {
    "risk_first": code("r.risk_first", "notice_risk"),
    "risk": code("r.risk", "notice_risk"),
    "reason": "r.risk_reason",
}
_INFORMATION = {
    **_PERSON,
    "subject": "incoming_information",
    "reference": "r.info_id",
    "facts": {"format": code("r.route", "information_route")},
}

CALLS = (
    *(
        Derivation(kind=kind, at=at, **_AT_CALL)
        for kind, at in (
            (Kind.HISTORY_PASSED_ON, "history_passed_on_at"),
            (Kind.CHILD_SEEN, "child_seen_at"),
            (Kind.CHILD_VISIT_PLANNED, "visit_planned_at"),
            (Kind.SCHOOL_TOLD, "school_told_at"),
        )
    ),
    Derivation(
        kind=Kind.DOMESTIC_ABUSE_ASSESSED,
        at="risk_assessed_at",
        facts=_ASSESSED,
        **_AT_CALL,
    ),
    Derivation(kind=Kind.INFORMATION_RECEIVED, at="received_at", **_INFORMATION),
    Derivation(
        kind=Kind.INFORMATION_OWNED, at="owned_at", actor="r.owner", **_INFORMATION
    ),
)

# --- missing -----------------------------------------------------------------------

_EPISODE = {
    "subject": "missing_response",
    "holder": "m.nominal_id",
    "reference": "r.misper_id",
    "joined": "JOIN missing_of m ON m.ns = r.ns AND m.misper_id = r.misper_id",
    "needs": ("missing.nominal_id",),
}
# An episode may be handed over many times: each handover is a thing of its own.
_HANDOVER = {
    **_EPISODE,
    "subject": "missing_handover",
    "reference": "r.misper_id || '@' || "
    "strftime(make_timestamp(r.given_at), '%Y-%m-%dT%H:%MZ')",
    "about": "r.misper_id",
}

MISSING = (
    Derivation(kind=Kind.MISSING_ENQUIRY_MADE, at="first_enquiry_at", **_EPISODE),
    Derivation(kind=Kind.PARTNERS_CONSULTED, at="partners_consulted_at", **_EPISODE),
    Derivation(
        kind=Kind.DETECTIVE_REVIEW,
        at="detective_review_at",
        actor="r.reviewed_by",
        **_EPISODE,
    ),
    Derivation(kind=Kind.FOUND_ADDRESS_CHECKED, at="address_checked_at", **_EPISODE),
    Derivation(
        kind=Kind.MISSING_HANDOVER_GIVEN,
        at="given_at",
        actor="r.given_by",
        **_HANDOVER,
    ),
    Derivation(
        kind=Kind.MISSING_HANDOVER_ACKNOWLEDGED,
        at="acknowledged_at",
        actor="r.given_to",
        **_HANDOVER,
    ),
)

# --- plans and disagreements -------------------------------------------------------

_ACTION = {
    **_PERSON,
    "subject": "plan_action",
    "reference": "r.action_id",
    "actor": "r.owner",
}
_DISAGREEMENT = {**_PERSON, "subject": "escalation", "reference": "r.esc_id"}

PLANS = (
    Derivation(kind=Kind.PLAN_ACTION_AGREED, at="agreed_at", **_ACTION),
    Derivation(kind=Kind.PLAN_ACTION_DONE, at="done_at", **_ACTION),
    Derivation(
        kind=Kind.CORE_GROUP_HELD,
        subject="core_group",
        at="held_on",
        reference="r.cg_id",
        facts={"police_attended": yes_or_no("r.police_attended")},
        **_PERSON,
    ),
    Derivation(kind=Kind.DISAGREEMENT_RECORDED, at="disagreed_at", **_DISAGREEMENT),
    Derivation(kind=Kind.DISAGREEMENT_ESCALATED, at="escalated_at", **_DISAGREEMENT),
)

# --- investigations ------------------------------------------------------------------

_STEP = {
    **_PERSON,
    "subject": "investigation_step",
    "reference": "r.inv_id",
    "about": "i.occ_id",
    "joined": "LEFT JOIN occurrence_of i ON i.ns = r.ns AND i.inv_id = r.inv_id",
}

STEPS = tuple(
    Derivation(kind=kind, at=at, actor=actor, **_STEP)
    for kind, at, actor in (
        (Kind.VICTIM_INTERVIEWED, "interviewed_at", "r.interviewer"),
        (Kind.VICTIM_INTERVIEW_DEFERRED, "interview_deferred_at", "''"),
        (Kind.SUSPECT_IDENTIFIED, "suspect_known_at", "''"),
        (Kind.SUSPECT_CONTACT_PREVENTED, "suspect_kept_away_at", "''"),
        (Kind.OTHER_CHILDREN_ASSESSED, "other_children_assessed_at", "''"),
        (Kind.DEVICES_SEIZED, "devices_seized_at", "''"),
        (Kind.DEVICES_TRIAGED, "devices_triaged_at", "''"),
        (Kind.VICTIM_NEEDS_ASSESSED, "needs_assessed_at", "''"),
        (Kind.LEAD_DETECTIVE_AT_SCENE, "lead_at_scene_at", "r.lead"),
    )
)

RESPONSE = (*CALLS, *MISSING, *PLANS, *STEPS)
