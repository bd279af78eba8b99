"""Every line of the from-rows-to-events table about what police did."""

from tests.support.staged_tables import TAM, of_kind, one, put_together
from trigpoint.chronology.derivation_response import RESPONSE
from trigpoint.vocabulary.event_kinds import FACTS

OCCURRENCE = {
    "occ_id": "O1", "type": "CRIME", "offence_code": "88A",
    "reported_at": "2016-07-04 18:40",
}  # fmt: skip
VICTIM = {"occ_id": "O1", "nominal_id": "N1", "role": "VICTIM"}
MISSING = {"misper_id": "MP1", "nominal_id": "N1", "reported_at": "2016-08-19 23:10"}


def test_every_line_carries_only_facts_of_the_vocabulary() -> None:
    """No line writes a fact that the log has no column for."""
    assert all(set(line.facts) <= set(FACTS) for line in RESPONSE)


def test_what_was_done_at_a_call_is_the_child_s() -> None:
    """One row for one child of one occurrence, each time an event."""
    row = {
        "occ_id": "O1", "nominal_id": "N1", "history_passed_on_at": "2016-07-04 18:50",
        "child_seen_at": "2016-07-04 19:30", "risk_assessed_at": "2016-07-04 21:00",
        "risk_first": "HIGH", "risk": "LOW", "risk_reason": "he is in prison",
    }  # fmt: skip
    made = put_together(nominal=[TAM], occurrence_response=[row])
    assert one(made, "CHILD_SEEN")["reference"] == "O1"
    assessed = one(made, "DOMESTIC_ABUSE_ASSESSED")
    assert (assessed["risk_first"], assessed["risk"]) == ("HIGH", "LOW")
    assert assessed["reason"] == "he is in prison"
    assert not of_kind(made, "SCHOOL_TOLD")


def test_each_handover_of_an_episode_is_its_own() -> None:
    """Two handovers of one episode are told apart, and each knows its acknowledgement."""
    first = {
        "misper_id": "MP1", "given_at": "2016-08-20 06:00", "given_by": "INSP1",
        "given_to": "INSP2", "acknowledged_at": "2016-08-20 06:20",
    }  # fmt: skip
    second = {**first, "given_at": "2016-08-20 14:00", "acknowledged_at": None}
    made = put_together(
        nominal=[TAM], missing=[MISSING], missing_handover=[first, second]
    )
    given = of_kind(made, "MISSING_HANDOVER_GIVEN")
    assert [event["reference"] for event in given] == [
        "MP1@2016-08-20T05:00Z",
        "MP1@2016-08-20T13:00Z",
    ]
    said = one(made, "MISSING_HANDOVER_ACKNOWLEDGED")
    assert (said["reference"], said["about"]) == ("MP1@2016-08-20T05:00Z", "MP1")
    assert said["actor"] == "INSP2"


def test_the_steps_of_an_investigation_are_about_its_occurrence() -> None:
    """A step names the investigation and the victim; the occurrence comes with it."""
    made = put_together(
        nominal=[TAM],
        occurrence=[OCCURRENCE],
        occ_person=[VICTIM],
        investigation=[
            {"inv_id": "I1", "occ_id": "O1", "allocated_at": "2016-07-05 12:00"}
        ],
        investigation_step=[
            {"inv_id": "I1", "nominal_id": "N1", "interviewer": "DC1",
             "interviewed_at": "2016-07-08 12:00", "lead_at_scene_at": ""}
        ],
    )  # fmt: skip
    held = one(made, "VICTIM_INTERVIEWED")
    assert (held["reference"], held["about"]) == ("I1", "O1")
    assert held["actor"] == "DC1"


def test_plans_and_disagreements_are_events_of_the_child() -> None:
    """An action agreed and done, a core group, a disagreement and its escalation."""
    made = put_together(
        nominal=[TAM],
        plan_action=[
            {"action_id": "A1", "nominal_id": "N1", "agreed_at": "2016-07-08 12:00",
             "owner": "PS1", "done_at": "2016-07-20 12:00"}
        ],
        core_group=[{"cg_id": "G1", "nominal_id": "N1", "held_on": "2016-08-09",
                     "police_attended": "true"}],
        escalation=[{"esc_id": "E1", "nominal_id": "N1",
                     "disagreed_at": "2016-07-08 10:00",
                     "escalated_at": "2016-07-11 17:00"}],
    )  # fmt: skip
    assert one(made, "PLAN_ACTION_DONE")["actor"] == "PS1"
    assert one(made, "CORE_GROUP_HELD")["police_attended"] == "true"
    assert one(made, "DISAGREEMENT_ESCALATED")["reference"] == "E1"
