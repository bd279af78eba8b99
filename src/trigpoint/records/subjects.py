"""The staged tables: what every importer turns its files into, column by column.

An importer yields one Arrow table per subject. Staged columns:

* text, id, code, list: string. A readable code is the code itself; an unreadable
  one stays as written and is named in `problems`. "" = the cell was empty; null =
  the column was not in that file. A list is `;A;B;`.
* bool: string "true", "false", "" (empty) or as written where unreadable.
* int, decimal: string, as written, trimmed.
* date, datetime: two int64 columns, `<name>` and `<name>__latest`: the earliest and
  the latest instant (microseconds since 1970 UTC), null where empty or unreadable.
  A date spans its London day; a datetime has both equal.
* Columns that no file held are absent from the table altogether.
* Columns of the file that no subject knows are kept as `extra.<header>`, string.

Every staged table also has `BOOKKEEPING` columns.
"""

from dataclasses import dataclass

from trigpoint.vocabulary.agencies import Agency

#: Columns every staged table carries, never null but for `recorded_at`:
#: `source` names the agency's system ("police:niche", "council:909", lower case);
#: `recorded_at` int64 microseconds; `source_row` int64, as a person counts: in a CSV
#: file the line on which the record starts (header = 1), in a sheet its row, in XML
#: the line of the element.
BOOKKEEPING = (
    "source",
    "source_file",
    "source_sheet",
    "source_row",
    "recorded_at",
    "recorded_by",
    "district",
)


@dataclass(frozen=True, slots=True)
class Column:
    """One staged column: `kind` is id, text, date, datetime, bool, int, decimal, code or list."""

    name: str
    kind: str
    codes: str = ""
    key: bool = False


@dataclass(frozen=True, slots=True)
class Subject:
    """What one staged table is about; `agency` is whose record it is."""

    name: str
    agency: Agency
    columns: tuple[Column, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """The columns that together know a row of a file."""
        return tuple(column.name for column in self.columns if column.key)


def _subject(name: str, agency: Agency, columns: str) -> Subject:
    """Read `name:kind[:codes]`, keys marked with `*`."""
    parsed = []
    for word in columns.split():
        parts = word.split(":")
        key = parts[0].endswith("*")
        parsed.append(
            Column(
                name=parts[0].rstrip("*"),
                kind=parts[1],
                codes=parts[2] if len(parts) > 2 else "",
                key=key,
            )
        )
    return Subject(name, agency, tuple(parsed))


_POLICE = {
    "nominal": "nominal_id*:id pnc_id:text given:text middle:text surname:text "
    "aliases:list dob:date dob_estimated:bool sex:code:sex "
    "ethnicity_16p1:code:ethnicity_16p1 address:text postcode:text merged_into:id "
    "valid_from*:datetime",
    "occurrence": "occ_id*:id type:code:occurrence_type offence_code:text "
    "reported_at:datetime crime_recorded_at:datetime event_from:datetime "
    "event_to:datetime location_id:id grade_first:code:response_grade "
    "grade:code:response_grade arrived_at:datetime outcome_code:code:outcome "
    "closed_at:datetime grade_reason:text",
    "occ_person": "occ_id*:id nominal_id*:id role*:code:person_role",
    "flag": "subject*:id subject_type:code:subject_type flag*:code:flag "
    "set_at*:datetime removed_at:datetime set_by:id",
    "missing": "misper_id*:id nominal_id:id reported_at:datetime last_seen:datetime "
    "risk:code:missing_risk risk_at:datetime risk_reason:text found_at:datetime "
    "found_where:text prevention_interview_at:datetime owner_team:text",
    "missing_risk": "misper_id*:id at*:datetime risk:code:missing_risk reason:text "
    "by:id by_supervisor:bool",
    "safeguarding_notice": "scn_id*:id nominal_id:id occ_id:id submitted_at:datetime "
    "triaged_at:datetime risk:code:notice_risk decision:code:notice_decision "
    "sent_to_la_at:datetime la_decision_at:datetime",
    "strategy_discussion": "sd_id*:id nominal_id:id took_place_at:datetime "
    "format:code:sd_format follows_sd_id:id agencies:list:agency police_present:bool "
    "police_rep:id police_info_shared_at:datetime decision:code:sd_decision "
    "s47_type:code:s47_type minutes_at:datetime",
    "conference": "conf_id*:id nominal_id:id type:code:conference_type "
    "conference_date:date police_invited_at:datetime police_report_at:datetime "
    "police_attended:bool",
    "return_interview": "misper_id*:id offered_at:datetime accepted:bool "
    "done_at:datetime by_whom:code:rhi_by shared_with_police_at:datetime "
    "disclosures:list:disclosure",
    "cse_assessment": "nominal_id*:id at*:datetime tool:text score:decimal "
    "band:code:cse_band reviewed:datetime",
    "investigation": "inv_id*:id occ_id:id team:text officer_id:id "
    "allocated_at*:datetime reallocated_at:datetime",
    "investigation_review": "inv_id*:id supervisor_review_at*:datetime by:id "
    "direction_recorded:bool",
    "staff": "officer_id*:id rank:code:rank team:text from*:date to:date fte:decimal",
    "skill": "officer_id*:id skill*:code:skill gained*:date expires:date",
    # From here on: what version 2 of the profile added.
    "police_protection": "pp_id*:id nominal_id:id began_at:datetime grounds:text "
    "constable:id excused:list:excused la_where_found_told_at:datetime "
    "la_of_residence_told_at:datetime child_told_at:datetime "
    "wishes_sought_at:datetime designated_officer:id inquiry_begun_at:datetime "
    "accommodated_at:datetime place:code:protection_place parents_told_at:datetime "
    "inquiry_done_at:datetime still_at_risk:bool court_order_at:datetime "
    "ended_at:datetime",
    "detention": "custody_id*:id nominal_id:id detained_at:datetime "
    "custody_officer:id appropriate_adult_at:datetime bail_refused_at:datetime "
    "excused:list:excused bed_requested_at:datetime bed_reply:code:bed_reply "
    "moved_to_la_at:datetime certified_at:datetime court_at:datetime "
    "ended_at:datetime",
    "detention_review": "custody_id*:id at*:datetime by:id",
    "occurrence_response": "occ_id*:id nominal_id*:id history_passed_on_at:datetime "
    "child_seen_at:datetime visit_planned_at:datetime risk_assessed_at:datetime "
    "risk_first:code:notice_risk risk:code:notice_risk risk_reason:text "
    "school_told_at:datetime",
    "incoming_information": "info_id*:id nominal_id:id received_at:datetime "
    "route:code:information_route owner:id owned_at:datetime",
    "missing_response": "misper_id*:id first_enquiry_at:datetime "
    "partners_consulted_at:datetime detective_review_at:datetime reviewed_by:id "
    "address_checked_at:datetime",
    "missing_handover": "misper_id*:id given_at*:datetime given_by:id given_to:id "
    "acknowledged_at:datetime",
    "plan_action": "action_id*:id nominal_id:id agreed_at:datetime what:text owner:id "
    "due_on:date done_at:datetime",
    "core_group": "cg_id*:id nominal_id:id held_on:date police_attended:bool",
    "escalation": "esc_id*:id nominal_id:id disagreed_at:datetime about:text "
    "escalated_at:datetime escalated_to:text",
    "investigation_step": "inv_id*:id nominal_id*:id interviewed_at:datetime "
    "interviewer:id interview_deferred_at:datetime suspect_known_at:datetime "
    "suspect_kept_away_at:datetime other_children_assessed_at:datetime "
    "devices_seized_at:datetime devices_triaged_at:datetime "
    "needs_assessed_at:datetime lead:id lead_at_scene_at:datetime",
    "image_referral": "ref_id*:id nominal_id:id received_at:datetime "
    "grade:code:graded_risk lives_with_children:bool excused:list:excused "
    "acted_on_at:datetime la_told_at:datetime",
    "offender_visit": "offender_id*:id nominal_id*:id visited_at*:datetime "
    "risk:code:graded_risk by:id unannounced:bool contact_ended_at:datetime",
    "offender_breach": "breach_id*:id nominal_id:id offender_id:id known_at:datetime "
    "followed_up_at:datetime by:id",
}

_COUNCIL = {
    # CIN ChildIdentifiers + ChildCharacteristics, SSDA903 header, Annex A identity.
    "child_record": "child_id*:id upn:id former_upn:id upn_unknown:code "
    "birth_date:date expected_birth_date:date death_date:date sex:code:sex "
    "ethnicity:code:ethnicity disabilities:list",
    "contact": "child_id*:id contact_date*:date contact_source:code",
    "early_help": "child_id*:id start_date*:date completion_date:date organisation:text",
    # CINdetails, Annex A 3 (and 6 for the closure).
    "referral": "child_id*:id referral_id*:id referral_date:date "
    "referral_source:code:referral_source nfa:bool primary_need:code "
    "closure_date:date closure_reason:code team:text worker:text",
    "assessment": "child_id*:id referral_id:id start_date*:date authorised_date:date "
    "internal_review_date:date factors:list:assessment_factors team:text worker:text",
    # One conference date per enquiry: from Section47, or from CINdetails where it
    # stands there (an importer fills it once, into `initial_conference`).
    "section_47": "child_id*:id referral_id:id start_date*:date "
    "conference_target:date conference_not_required:bool team:text worker:text",
    "initial_conference": "child_id*:id referral_id:id conference_date*:date "
    "led_to_plan:bool",
    "protection_plan": "child_id*:id plan_id*:id begun:date ended:date "
    "initial_category:code latest_category:code police_powers:bool last_visit:date "
    "seen_alone:bool previous_plans:int team:text worker:text",
    # `latest_only` is "true" where the file holds no earlier reviews (Annex A 7).
    "plan_review": "child_id*:id plan_id*:id review_date*:date latest_only:bool",
    "child_in_need_plan": "child_id*:id referral_id:id begun*:date ended:date",
    "child_in_need": "child_id*:id begun*:date ended:date primary_need:code "
    "last_seen:date closure_reason:code status:text team:text worker:text",
    # SSDA903.
    "care_missing": "child_id*:id birth_date:date type:code started*:date ended:date",
    "care_episode": "child_id*:id begun*:date reason_new:code legal_status:code "
    "need:code placement:code provider:code ended:date reason_ended:code "
    "home_postcode:text placement_postcode:text",
    "care_social_worker": "child_id*:id worker_id*:id begun*:date ended:date reason:code",
    # Annex A 8: counts only.
    "looked_after": "child_id*:id begun:date ended:date legal_status:code "
    "placement:code missing_count:int absent_count:int interview_offered:bool "
    "interview_accepted:bool team:text worker:text",
    # The council's person table.
    "person": "person_id*:id forename:text surname:text sex:code:sex "
    "ethnicity:code:ethnicity birth_date:date expected_birth_date:date "
    "death_date:date upn:id upn_unknown:code legacy_id:id",
    "person_address": "address_id*:id person_id*:id address:text type:code begun:date "
    "ended:date postcode:text",
    "linked_identifier": "link_id*:id person_id*:id type:text value:text begun:date "
    "ended:date",
    "worker": "worker_id*:id role:code role_start:date role_end:date fte:decimal "
    "cases:int agency_worker:bool absent:bool",
    # Rows of a known list that bear on no event yet: kept whole in `extra.` columns.
    "kept": "list*:text child_id:id",
}

SUBJECTS: dict[str, Subject] = {
    **{name: _subject(name, Agency.POLICE, text) for name, text in _POLICE.items()},
    **{name: _subject(name, Agency.LA, text) for name, text in _COUNCIL.items()},
}
