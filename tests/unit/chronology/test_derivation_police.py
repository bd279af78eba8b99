"""Every police line of the from-rows-to-events table."""

import pytest

from tests.support.staged_tables import TAM, of_kind, one, put_together, when
from trigpoint.chronology.derivation_police import POLICE
from trigpoint.vocabulary.event_kinds import FACTS

MAN = {"nominal_id": "N2", "dob": "1980-01-02", "valid_from": "2010-01-01 10:00"}
OCCURRENCE = {
    "occ_id": "O1", "type": "CRIME", "offence_code": "88A", "grade": "PRIORITY",
    "grade_first": "", "reported_at": "2016-07-04 18:40",
    "crime_recorded_at": "2016-07-05 10:02", "arrived_at": "2016-07-04 19:15",
    "closed_at": "2016-09-30 12:00", "district": "North",
}  # fmt: skip
VICTIM = {"occ_id": "O1", "nominal_id": "N1", "role": "VICTIM"}
MISSING = {
    "misper_id": "MP1", "nominal_id": "N1", "reported_at": "2016-08-19 23:10",
    "risk": "MEDIUM", "risk_at": "2016-08-19 23:25", "risk_reason": "",
    "found_at": "2016-08-20 11:45", "prevention_interview_at": "2016-08-20 13:00",
    "owner_team": "North response C",
}  # fmt: skip


def test_every_line_carries_only_facts_of_the_vocabulary() -> None:
    """No line writes a fact that the log has no column for."""
    assert all(set(line.facts) <= set(FACTS) for line in POLICE)


def test_an_occurrence_gives_four_events_to_its_victim() -> None:
    """Report, crime record, attendance and closure are events of the child."""
    made = put_together(nominal=[TAM], occurrence=[OCCURRENCE], occ_person=[VICTIM])
    reported = one(made, "OCCURRENCE_REPORTED")
    assert reported["earliest"] == when("2016-07-04 18:40")
    assert reported["type"] == "CRIME"
    assert reported["offence"] == "88A"
    assert reported["role"] == "VICTIM"
    assert reported["grade"] == "PRIORITY"
    assert reported["grade_first"] == ""
    assert reported["reference"] == "O1"
    assert reported["district"] == "North"
    for kind in ("CRIME_RECORDED", "OFFICER_ATTENDED", "OCCURRENCE_CLOSED"):
        assert one(made, kind)["reference"] == "O1"


@pytest.mark.parametrize(
    ("role", "count"),
    [
        ("VICTIM", 1), ("CHILD_PRESENT", 1), ("CHILD_LIVES_THERE", 1), ("SUSPECT", 1),
        ("WITNESS", 0), ("REPORTER", 0), ("PARENT_CARER", 0), ("OTHER", 0),
    ],
)  # fmt: skip
def test_a_role_decides_whether_an_occurrence_is_the_child_s(
    role: str, count: int
) -> None:
    """A child is reached as victim, present, living there or suspect, and not else."""
    made = put_together(
        nominal=[TAM], occurrence=[OCCURRENCE], occ_person=[{**VICTIM, "role": role}]
    )
    assert len(of_kind(made, "OCCURRENCE_REPORTED")) == count


def test_a_role_that_cannot_be_read_is_a_gap_for_a_child() -> None:
    """A known child in an unreadable role keeps the occurrence, without a role."""
    made = put_together(
        nominal=[TAM], occurrence=[OCCURRENCE], occ_person=[{**VICTIM, "role": "VIC?"}]
    )
    assert "role" not in one(made, "OCCURRENCE_REPORTED")


def test_a_suspect_s_record_stands_under_each_child_once() -> None:
    """Two occurrences with one suspect and one child: one record, about the first."""
    later = {**OCCURRENCE, "occ_id": "O2", "reported_at": "2016-09-01 10:00"}
    made = put_together(
        nominal=[TAM, {**MAN, "ethnicity_16p1": "UNKNOWN"}],
        occurrence=[later, OCCURRENCE],
        occ_person=[
            VICTIM,
            {**VICTIM, "occ_id": "O2"},
            {"occ_id": "O1", "nominal_id": "N2", "role": "SUSPECT"},
            {"occ_id": "O2", "nominal_id": "N2", "role": "SUSPECT"},
        ],
    )
    records = {row["role"]: row for row in of_kind(made, "PERSON_RECORDED")}
    assert set(records) == {"SUBJECT", "SUSPECT"}
    assert records["SUSPECT"]["about"] == "O1"
    assert records["SUSPECT"]["reference"] == "N2"
    assert records["SUSPECT"]["ethnicity"] == ""
    assert len({row["child"] for row in records.values()}) == 1


def test_a_person_record_keeps_the_time_it_was_made() -> None:
    """A later version of a record corrects its ethnicity, not when it was made."""
    made = put_together(
        nominal=[
            {**TAM, "ethnicity_16p1": ""},
            {**TAM, "ethnicity_16p1": "W1", "valid_from": "2016-11-02 08:00"},
        ]
    )
    first, second = sorted(
        of_kind(made, "PERSON_RECORDED"), key=lambda e: e["recorded"]
    )
    assert first["earliest"] == second["earliest"] == when("2016-02-01 09:12")
    assert (first["ethnicity"], second["ethnicity"]) == ("", "W1")
    assert first["replaced"] == second["recorded"] == when("2016-11-02 08:00")


def test_a_flag_on_an_occurrence_reaches_its_children() -> None:
    """A flag is the person's own, or that of the children of the flagged occurrence."""
    made = put_together(
        nominal=[TAM],
        occurrence=[OCCURRENCE],
        occ_person=[VICTIM],
        flag=[
            {"subject": "N1", "subject_type": "NOMINAL", "flag": "CSE",
             "set_at": "2016-03-11 14:20", "removed_at": "2016-11-02 08:00",
             "set_by": "PC2214"},
            {"subject": "O1", "subject_type": "", "flag": "DA_HIGH_RISK",
             "set_at": "2016-07-04 20:00"},
        ],
    )  # fmt: skip
    flags = {row["flag"]: row for row in of_kind(made, "FLAG_SET")}
    assert flags["CSE"]["reference"] == "N1"
    assert flags["CSE"]["actor"] == "PC2214"
    assert flags["DA_HIGH_RISK"]["reference"] == "O1"
    assert one(made, "FLAG_REMOVED")["flag"] == "CSE"


def test_a_missing_episode_gives_its_events() -> None:
    """Report, first grade, return and prevention interview bear the episode's number."""
    made = put_together(nominal=[TAM], missing=[MISSING])
    graded = one(made, "MISSING_GRADED")
    assert (graded["risk"], graded["reason"]) == ("MEDIUM", "")
    for kind in ("MISSING_REPORTED", "MISSING_RETURNED", "PREVENTION_INTERVIEW"):
        event = one(made, kind)
        assert event["reference"] == "MP1"
        assert event["team"] == "North response C"


def test_a_later_grade_by_a_supervisor_is_also_a_review() -> None:
    """One row gives the grade; with by_supervisor it gives the review besides."""
    review = {
        "misper_id": "MP1",
        "at": "2016-08-20 06:10",
        "risk": "HIGH",
        "reason": "not home overnight",
        "by": "INSP0417",
        "by_supervisor": "true",
    }
    other = {**review, "at": "2016-08-20 08:10", "by_supervisor": "false", "risk": "Hi"}
    made = put_together(nominal=[TAM], missing=[MISSING], missing_risk=[review, other])
    grades = of_kind(made, "MISSING_GRADED")
    assert [row.get("risk") for row in grades] == ["MEDIUM", "HIGH", None]
    assert one(made, "SUPERVISOR_REVIEW")["actor"] == "INSP0417"


def test_the_first_grade_written_twice_is_one_event() -> None:
    """The episode's own first grade repeated among the later grades is one event."""
    again = {
        "misper_id": "MP1",
        "at": "2016-08-19 23:25",
        "risk": "MEDIUM",
        "reason": "",
        "by": "PS11",
    }
    made = put_together(nominal=[TAM], missing=[MISSING], missing_risk=[again])
    graded = one(made, "MISSING_GRADED")
    assert graded["actor"] == "PS11"
    assert graded["source_row"] == "2;2"


def test_a_return_interview_belongs_to_the_child_of_its_episode() -> None:
    """The interview names an episode only; the episode names the child."""
    held = {
        "misper_id": "MP1",
        "offered_at": "2016-08-21 09:00",
        "accepted": "true",
        "done_at": "2016-08-22 16:00",
        "by_whom": "CARER",
        "shared_with_police_at": "2016-08-24 10:00",
        "disclosures": ";SEXUAL_OFFENCE;ADULT_NAMED;???;",
    }
    made = put_together(nominal=[TAM], missing=[MISSING], return_interview=[held])
    assert one(made, "RETURN_INTERVIEW_OFFERED")["accepted"] == "true"
    assert one(made, "RETURN_INTERVIEW_HELD")["by_whom"] == "CARER"
    shared = one(made, "RETURN_INTERVIEW_SHARED")
    assert shared["disclosures"] == ";ADULT_NAMED;SEXUAL_OFFENCE;"
    assert shared["reference"] == "MP1"


def test_a_notice_names_its_occurrence() -> None:
    """Made, triaged and sent bear the notice's number and are about its occurrence."""
    notice = {
        "scn_id": "S1",
        "nominal_id": "N1",
        "occ_id": "O1",
        "risk": "MEDIUM",
        "submitted_at": "2016-07-04 23:50",
        "triaged_at": "2016-07-06 09:30",
        "decision": "STRATEGY_DISCUSSION",
        "sent_to_la_at": "2016-07-06 10:05",
    }
    made = put_together(nominal=[TAM], safeguarding_notice=[notice])
    for kind in ("REFERRAL_MADE", "REFERRAL_TRIAGED", "REFERRAL_SENT"):
        assert (one(made, kind)["reference"], one(made, kind)["about"]) == ("S1", "O1")
    assert one(made, "REFERRAL_TRIAGED")["decision"] == "STRATEGY_DISCUSSION"


def test_who_took_part_is_known_wholly_or_not() -> None:
    """A list of agencies with an unreadable item is unknown; else it is kept."""
    row = {
        "sd_id": "SD1",
        "nominal_id": "N1",
        "follows_sd_id": "SD0",
        "took_place_at": "2016-07-06 15:00",
        "format": "TELEPHONE",
        "agencies": ";LA;POLICE;",
        "police_present": "true",
        "police_rep": "DS1",
        "police_info_shared_at": "2016-07-06 14:30",
        "decision": "S47",
        "s47_type": "JOINT",
        "minutes_at": "2016-07-06 17:40",
    }
    made = put_together(
        nominal=[TAM],
        strategy_discussion=[row, {**row, "sd_id": "SD2", "agencies": ";LA;Plod;"}],
    )  # fmt: skip
    first, second = of_kind(made, "STRATEGY_DISCUSSION")
    by_number = {first["reference"]: first, second["reference"]: second}
    assert by_number["SD1"]["agencies"] == ";LA;POLICE;"
    assert "agencies" not in by_number["SD2"]
    assert by_number["SD1"]["about"] == "SD0"
    assert by_number["SD1"]["section_47_type"] == "JOINT"
    assert by_number["SD1"]["actor"] == "DS1"
    assert len(of_kind(made, "POLICE_INFORMATION_SHARED")) == 2
    assert len(of_kind(made, "DISCUSSION_RECORDED")) == 2


def test_the_type_decides_which_conference_it_is() -> None:
    """ICPC and transfer-in are initial, RCPC a review; without a type, neither."""
    row = {
        "nominal_id": "N1",
        "conference_date": "2016-07-26",
        "police_invited_at": "2016-07-12 11:00",
        "police_attended": "false",
    }
    kinds = ("ICPC", "RCPC", "TRANSFER_IN", "")
    made = put_together(
        nominal=[TAM],
        conference=[{**row, "conf_id": f"C{k}", "type": k} for k in kinds],
    )
    initial = of_kind(made, "INITIAL_CONFERENCE")
    assert {event["reference"] for event in initial} == {"CICPC", "CTRANSFER_IN"}
    assert one(made, "REVIEW_CONFERENCE")["police_attended"] == "false"
    assert len(of_kind(made, "CONFERENCE_INVITATION")) == 4
    assert any("no readable type" in note for note in made.notes)


def test_an_investigation_belongs_to_the_victims() -> None:
    """Allocation, passing on and review stand under the victim, with the offence."""
    made = put_together(
        nominal=[TAM],
        occurrence=[OCCURRENCE],
        occ_person=[VICTIM],
        investigation=[
            {"inv_id": "I1", "occ_id": "O1", "team": "West", "officer_id": "DC3309",
             "allocated_at": "2016-07-05 12:00", "reallocated_at": "2016-08-01 08:00"}
        ],
        investigation_review=[
            {"inv_id": "I1", "supervisor_review_at": "2016-07-29 14:00", "by": "DS1",
             "direction_recorded": "true"}
        ],
    )  # fmt: skip
    allocated = one(made, "INVESTIGATION_ALLOCATED")
    assert (allocated["actor"], allocated["team"]) == ("DC3309", "West")
    assert (allocated["offence"], allocated["role"]) == ("88A", "VICTIM")
    assert (allocated["reference"], allocated["about"]) == ("I1", "O1")
    assert one(made, "INVESTIGATION_PASSED_ON")["about"] == "O1"
    assert one(made, "INVESTIGATION_REVIEWED")["direction_recorded"] == "true"


def test_a_screening_keeps_the_band() -> None:
    """The band is a person's judgement; UNKNOWN is no band."""
    row = {"nominal_id": "N1", "at": "2016-08-25 10:30", "band": "HIGH"}
    later = {**row, "at": "2016-09-25 10:30", "band": "UNKNOWN"}
    made = put_together(nominal=[TAM], cse_assessment=[row, later])
    assert [e.get("band") for e in of_kind(made, "EXPLOITATION_SCREENED")] == [
        "HIGH",
        None,
    ]
