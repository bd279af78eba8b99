"""The police files of the profile's second version, from the deeds of the simulation."""

from trigpoint.synthetic import wall
from trigpoint.synthetic.clerk import Clerk
from trigpoint.synthetic.county import County
from trigpoint.synthetic.lives import Deed
from trigpoint.synthetic.register import Register

#: The columns of the files (ours, docs/reference/police-profile.md).
HEADERS: dict[str, tuple[str, ...]] = {
    name: tuple(columns.split())
    for name, columns in {
        "police_protection": "pp_id nominal_id began_at grounds constable excused "
        "la_where_found_told_at la_of_residence_told_at child_told_at wishes_sought_at "
        "designated_officer inquiry_begun_at accommodated_at place parents_told_at "
        "inquiry_done_at still_at_risk court_order_at ended_at",
        "detention": "custody_id nominal_id detained_at custody_officer "
        "appropriate_adult_at bail_refused_at excused bed_requested_at bed_reply "
        "moved_to_la_at certified_at court_at ended_at",
        "detention_review": "custody_id at by",
        "occurrence_response": "occ_id nominal_id history_passed_on_at child_seen_at "
        "visit_planned_at risk_assessed_at risk_first risk risk_reason school_told_at",
        "incoming_information": "info_id nominal_id received_at route owner owned_at",
        "missing_response": "misper_id first_enquiry_at partners_consulted_at "
        "detective_review_at reviewed_by address_checked_at",
        "missing_handover": "misper_id given_at given_by given_to acknowledged_at",
        "plan_action": "action_id nominal_id agreed_at what owner due_on done_at",
        "core_group": "cg_id nominal_id held_on police_attended",
        "escalation": "esc_id nominal_id disagreed_at about escalated_at escalated_to",
        "investigation_step": "inv_id nominal_id interviewed_at interviewer "
        "interview_deferred_at suspect_known_at suspect_kept_away_at "
        "other_children_assessed_at devices_seized_at devices_triaged_at "
        "needs_assessed_at lead lead_at_scene_at",
        "image_referral": "ref_id nominal_id received_at grade lives_with_children "
        "excused acted_on_at la_told_at",
        "offender_visit": "offender_id nominal_id visited_at risk by unannounced "
        "contact_ended_at",
        "offender_breach": "breach_id nominal_id offender_id known_at followed_up_at by",
    }.items()
}

#: The first column of each file that has a number of its own, and how it begins.
_NUMBERED = {
    "police_protection": "PP",
    "detention": "CU",
    "incoming_information": "IN",
    "plan_action": "PA",
    "core_group": "CG",
    "escalation": "ESC",
    "image_referral": "IR",
    "offender_breach": "BR",
}
_CODED = frozenset(
    {"place", "still_at_risk", "bed_reply", "risk", "grade", "lives_with_children"}
)


def write(
    county: County,
    clerk: Clerk,
    register: Register,
    numbers: dict[str, dict[int, str]],
) -> dict[int, str]:
    """Enter every deed, in the order in which it began; their numbers by their place."""
    custody: dict[tuple[int, int], str] = {}
    given: dict[int, str] = {}
    places = {id(one): place for place, one in enumerate(county.lives.deeds)}
    for one in sorted(
        county.lives.deeds, key=lambda one: (one.at, one.file, one.child)
    ):
        if not one.entered:
            continue
        cells = _cells(clerk, register, one)
        first = HEADERS[one.file][0]
        if one.file in _NUMBERED:
            cells[first] = clerk.number(_NUMBERED[one.file], one.at, 4)
        if one.file == "detention":
            custody[one.child, one.at] = cells[first]
        elif one.of is not None and one.of[0] == "detention":
            cells[first] = custody[one.child, one.of[1]]
        elif one.of is not None:
            kind, number = one.of
            cells[first] = numbers[kind][number]
        given[places[id(one)]] = cells[first]
        clerk.write(one.file, one.at, one.by, one.district, cells)
    return given


def _cells(clerk: Clerk, register: Register, one: Deed) -> dict[str, str]:
    cells = dict.fromkeys(HEADERS[one.file], "")
    if "nominal_id" in cells:
        cells["nominal_id"] = register.of(one.child)
    for column, text in one.cells.items():
        slips = text and column in _CODED and not one.scripted
        cells[column] = clerk.coded(text) if slips else text
    keys = HEADERS[one.file][:3]
    for column, at in one.times.items():
        known = None if column in one.unwritten else at
        # A time that is part of what knows the row is always written whole.
        vague = column in one.vague
        exact = (column in keys or one.scripted) and not vague
        cells[column] = wall.iso(known) if exact else clerk.time(known, vague=vague)
    return cells
