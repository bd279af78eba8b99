"""The from-rows-to-events table, police powers: version 2 of the profile.

Police protection and custody, and those who pose a risk to a child: referrals about
indecent images, and the visits to offenders who have contact with the child.
"""

from trigpoint.chronology.derivation import Derivation, code, codes, yes_or_no
from trigpoint.vocabulary.event_kinds import EventKind as Kind

_PERSON = {"holder": "r.nominal_id"}
_EXCUSED = codes("r.excused", "excused", whole=False)

# --- police protection ---------------------------------------------------------

_PROTECTION = {**_PERSON, "subject": "police_protection", "reference": "r.pp_id"}
_TAKEN = {
    "reason": "r.grounds",
    "not_needed": _EXCUSED,
    "place": code("r.place", "protection_place"),
}

PROTECTION = (
    Derivation(
        kind=Kind.POLICE_PROTECTION_BEGUN,
        at="began_at",
        actor="r.constable",
        facts=_TAKEN,
        **_PROTECTION,
    ),
    *(
        Derivation(kind=kind, at=at, actor="r.constable", **_PROTECTION)
        for kind, at in (
            (Kind.COUNCIL_TOLD_WHERE_FOUND, "la_where_found_told_at"),
            (Kind.COUNCIL_TOLD_OF_RESIDENCE, "la_of_residence_told_at"),
            (Kind.CHILD_TOLD_OF_PROTECTION, "child_told_at"),
            (Kind.WISHES_SOUGHT, "wishes_sought_at"),
            (Kind.PARENTS_TOLD, "parents_told_at"),
        )
    ),
    Derivation(
        kind=Kind.CHILD_ACCOMMODATED,
        at="accommodated_at",
        actor="r.constable",
        facts={"place": code("r.place", "protection_place")},
        **_PROTECTION,
    ),
    *(
        Derivation(
            kind=kind,
            at=at,
            actor="r.designated_officer",
            facts={"still_at_risk": yes_or_no("r.still_at_risk")},
            **_PROTECTION,
        )
        for kind, at in (
            (Kind.PROTECTION_INQUIRY_BEGUN, "inquiry_begun_at"),
            (Kind.PROTECTION_INQUIRY_DONE, "inquiry_done_at"),
        )
    ),
    Derivation(kind=Kind.PROTECTION_ORDER_MADE, at="court_order_at", **_PROTECTION),
    Derivation(kind=Kind.POLICE_PROTECTION_ENDED, at="ended_at", **_PROTECTION),
)

# --- custody -------------------------------------------------------------------

_BED = {"decision": code("r.bed_reply", "bed_reply"), "not_needed": _EXCUSED}
_CUSTODY = {
    **_PERSON,
    "subject": "detention",
    "reference": "r.custody_id",
    "actor": "r.custody_officer",
}

#: Until 2015 the law treated a 17-year-old who was charged as an adult.
_SEVENTEEN = (
    "CASE WHEN r.bail_refused_at >= b.seventeen_from THEN 'true' "
    "WHEN r.bail_refused_at__latest < b.seventeen_from THEN 'false' END"
)

CUSTODY = (
    Derivation(
        kind=Kind.BAIL_REFUSED,
        at="bail_refused_at",
        joined="LEFT JOIN node n ON n.ns = r.ns AND n.id = r.nominal_id "
        "LEFT JOIN born b ON b.child_no = n.child_no",
        facts={**_BED, "seventeen": _SEVENTEEN},
        **_CUSTODY,
    ),
    *(
        Derivation(kind=kind, at=at, facts=_BED, **_CUSTODY)
        for kind, at in (
            (Kind.CHILD_DETAINED, "detained_at"),
            (Kind.APPROPRIATE_ADULT_PRESENT, "appropriate_adult_at"),
            (Kind.BED_REQUESTED, "bed_requested_at"),
            (Kind.MOVED_TO_COUNCIL, "moved_to_la_at"),
            (Kind.DETENTION_CERTIFIED, "certified_at"),
            (Kind.COURT_APPEARANCE, "court_at"),
            (Kind.DETENTION_ENDED, "ended_at"),
        )
    ),
    Derivation(
        kind=Kind.DETENTION_REVIEWED,
        subject="detention_review",
        at="at",
        holder="d.nominal_id",
        reference="r.custody_id",
        actor='r."by"',
        joined="JOIN detention_of d ON d.ns = r.ns AND d.custody_id = r.custody_id",
        needs=("detention.nominal_id",),
    ),
)

# --- those who pose a risk -------------------------------------------------------

_IMAGES = {
    **_PERSON,
    "subject": "image_referral",
    "reference": "r.ref_id",
    "facts": {
        "risk": code("r.grade", "graded_risk"),
        "with_children": yes_or_no("r.lives_with_children"),
        "not_needed": _EXCUSED,
    },
}
_VISIT = {
    **_PERSON,
    "subject": "offender_visit",
    "reference": "r.offender_id",
    "actor": 'r."by"',
    "facts": {"risk": code("r.risk", "graded_risk")},
}
_BREACH = {
    **_PERSON,
    "subject": "offender_breach",
    "reference": "r.breach_id",
    "about": "r.offender_id",
    "actor": 'r."by"',
}

OFFENDERS = (
    Derivation(kind=Kind.IMAGE_REFERRAL_RECEIVED, at="received_at", **_IMAGES),
    Derivation(kind=Kind.IMAGE_REFERRAL_ACTED_ON, at="acted_on_at", **_IMAGES),
    Derivation(kind=Kind.COUNCIL_TOLD_OF_SUSPECT, at="la_told_at", **_IMAGES),
    Derivation(kind=Kind.OFFENDER_VISITED, at="visited_at", **_VISIT),
    Derivation(kind=Kind.OFFENDER_CONTACT_ENDED, at="contact_ended_at", **_VISIT),
    Derivation(kind=Kind.OFFENDER_BREACH_KNOWN, at="known_at", **_BREACH),
    Derivation(kind=Kind.OFFENDER_BREACH_FOLLOWED_UP, at="followed_up_at", **_BREACH),
)

POWERS = (*PROTECTION, *CUSTODY, *OFFENDERS)
