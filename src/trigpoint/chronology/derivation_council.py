"""The from-rows-to-events table, council side: census, workbook and care returns.

All council times are dates: an event spans its London day.
"""

from trigpoint.chronology.derivation import Derivation, code, codes, yes_or_no
from trigpoint.vocabulary.event_kinds import EventKind as Kind

_CHILD = {"holder": "r.child_id"}
_WORKED = {**_CHILD, "actor": "r.worker", "team": "r.team"}
_REFERRAL = {**_WORKED, "subject": "referral", "reference": "r.referral_id"}
_ASSESSMENT = {
    **_WORKED,
    "subject": "assessment",
    "reference": "r.referral_id",
}
_PLAN = {
    **_WORKED,
    "subject": "protection_plan",
    "reference": "r.plan_id",
}

REFERRALS = (
    Derivation(
        kind=Kind.REFERRAL_RECEIVED,
        at="referral_date",
        facts={"referral_source": code("r.referral_source", "referral_source")},
        **_REFERRAL,
    ),
    Derivation(kind=Kind.CASE_CLOSED, at="closure_date", **_REFERRAL),
    Derivation(kind=Kind.ASSESSMENT_BEGUN, at="start_date", **_ASSESSMENT),
    # What was found is known when the assessment is authorised, not when it began.
    Derivation(
        kind=Kind.ASSESSMENT_AUTHORISED,
        at="authorised_date",
        facts={"factors": codes("r.factors", "assessment_factors", whole=False)},
        **_ASSESSMENT,
    ),
    Derivation(
        kind=Kind.SECTION_47_ENQUIRY,
        subject="section_47",
        at="start_date",
        reference="r.referral_id",
        facts={"conference_not_required": yes_or_no("r.conference_not_required")},
        **_WORKED,
    ),
)

#: The council's returns hold only conferences that took place.
_HELD = {"cancelled": "''"}

PLANS = (
    Derivation(
        kind=Kind.INITIAL_CONFERENCE,
        subject="initial_conference",
        at="conference_date",
        reference="r.referral_id",
        facts=_HELD,
        **_CHILD,
    ),
    Derivation(
        kind=Kind.PROTECTION_PLAN_BEGUN,
        at="begun",
        facts={"category": code("r.initial_category", "category")},
        **_PLAN,
    ),
    Derivation(
        kind=Kind.PROTECTION_PLAN_ENDED,
        at="ended",
        facts={
            "category": code(
                "coalesce(nullif(r.latest_category, ''), r.initial_category)",
                "category",
            )
        },
        **_PLAN,
    ),
    Derivation(
        kind=Kind.REVIEW_CONFERENCE,
        subject="plan_review",
        at="review_date",
        reference="r.plan_id",
        facts=_HELD,
        **_CHILD,
    ),
)

# An episode of the care returns has no number: child and start date stand for it.


def _made_from(start: str) -> str:
    """A reference made from the child and the London day on which it began."""
    noon = f"r.{start} + 43200000000"
    return f"r.child_id || '@' || strftime(make_timestamp({noon}), '%Y-%m-%d')"


_CARE_MISSING = {
    **_CHILD,
    "subject": "care_missing",
    "reference": _made_from("started"),
}
_CARE = {**_CHILD, "subject": "care_episode", "reference": _made_from("begun")}

CARE = (
    Derivation(kind=Kind.MISSING_REPORTED, at="started", **_CARE_MISSING),
    Derivation(kind=Kind.MISSING_RETURNED, at="ended", **_CARE_MISSING),
    Derivation(
        kind=Kind.CARE_BEGUN,
        at="begun",
        # S: started to be looked after. The other reasons are changes within care.
        where="coalesce(nullif(r.reason_new, ''), 'S') = 'S'",
        **_CARE,
    ),
    Derivation(
        kind=Kind.CARE_ENDED,
        at="ended",
        # X1: the episode ended because a new one began that day or the next.
        where="coalesce(r.reason_ended, '') <> 'X1'",
        **_CARE,
    ),
)

COUNCIL = (*REFERRALS, *PLANS, *CARE)
