"""Every line of the from-rows-to-events table about police powers."""

import pytest

from tests.support.staged_tables import TAM, of_kind, one, put_together, when
from trigpoint.chronology.derivation_powers import POWERS
from trigpoint.vocabulary.event_kinds import FACTS

TAKEN = {
    "pp_id": "PP1", "nominal_id": "N1", "began_at": "2016-07-06 22:00",
    "grounds": "found alone", "constable": "PC1", "excused": ";SAME_COUNCIL;",
    "la_where_found_told_at": "2016-07-06 23:00", "designated_officer": "INSP1",
    "inquiry_begun_at": "2016-07-07 01:00", "inquiry_done_at": "2016-07-07 09:00",
    "still_at_risk": "false", "accommodated_at": "2016-07-07 00:30", "place": "FAMILY",
    "ended_at": "2016-07-07 10:00",
}  # fmt: skip
HELD = {
    "custody_id": "CU1", "nominal_id": "N1", "detained_at": "2016-07-06 12:00",
    "bail_refused_at": "2016-07-06 20:00", "bed_requested_at": "2016-07-06 21:00",
    "bed_reply": "NO_BED", "excused": "", "ended_at": "2016-07-07 10:00",
    "custody_officer": "PS1",
}  # fmt: skip


def test_every_line_carries_only_facts_of_the_vocabulary() -> None:
    """No line writes a fact that the log has no column for."""
    assert all(set(line.facts) <= set(FACTS) for line in POWERS)


def test_police_protection_gives_its_steps() -> None:
    """Each time of the row is an event under the row's number, by whoever did it."""
    made = put_together(nominal=[TAM], police_protection=[TAKEN])
    begun = one(made, "POLICE_PROTECTION_BEGUN")
    assert begun["reason"] == "found alone"
    assert begun["not_needed"] == ";SAME_COUNCIL;"
    assert begun["actor"] == "PC1"
    inquiry = one(made, "PROTECTION_INQUIRY_DONE")
    assert (inquiry["actor"], inquiry["still_at_risk"]) == ("INSP1", "false")
    assert one(made, "CHILD_ACCOMMODATED")["place"] == "FAMILY"
    assert one(made, "POLICE_PROTECTION_ENDED")["earliest"] == when("2016-07-07 10:00")
    assert not of_kind(made, "PARENTS_TOLD")


def test_a_review_belongs_to_the_child_who_is_detained() -> None:
    """The review names the detention only; the detention names the child."""
    review = {"custody_id": "CU1", "at": "2016-07-06 18:00", "by": "INSP1"}
    made = put_together(nominal=[TAM], detention=[HELD], detention_review=[review])
    assert one(made, "DETENTION_REVIEWED")["reference"] == "CU1"
    assert one(made, "BED_REQUESTED")["decision"] == "NO_BED"
    assert one(made, "BAIL_REFUSED")["not_needed"] == ""


@pytest.mark.parametrize(
    ("born", "at", "expected"),
    [
        ("1998-07-07", "2015-07-06 23:59", "false"),
        ("1998-07-07", "2015-07-07 00:00", "true"),
        # Known to the day only, and that is the birthday's eve.
        ("1998-07-07", "2015-07-06", "false"),
        ("", "2015-07-06 20:00", None),
    ],
)
def test_whether_a_child_refused_bail_was_seventeen(
    born: str, at: str, expected: str | None
) -> None:
    """By the birth date, in London; not known without one."""
    refused = {**HELD, "bail_refused_at": at}
    made = put_together(nominal=[{**TAM, "dob": born}], detention=[refused])
    assert one(made, "BAIL_REFUSED").get("seventeen") == expected


def test_an_offender_s_visits_stand_under_the_child() -> None:
    """Visits bear the offender's number and the risk of that day."""
    visit = {
        "offender_id": "RSO1", "nominal_id": "N1", "visited_at": "2016-01-10 10:00",
        "risk": "HIGH", "by": "DC1",
    }  # fmt: skip
    later = {**visit, "visited_at": "2016-04-10 10:00", "risk": "huge"}
    made = put_together(nominal=[TAM], offender_visit=[visit, later])
    found = of_kind(made, "OFFENDER_VISITED")
    assert [event.get("risk") for event in found] == ["HIGH", None]
    assert {event["reference"] for event in found} == {"RSO1"}


def test_an_image_referral_says_whether_children_are_near() -> None:
    """Grade and nearness are facts of the referral; an unreadable one is a gap."""
    referral = {
        "ref_id": "IR1", "nominal_id": "N1", "received_at": "2024-07-01 09:00",
        "grade": "VERY_HIGH", "lives_with_children": "perhaps",
        "la_told_at": "2024-07-01 12:00",
    }  # fmt: skip
    made = put_together(nominal=[TAM], image_referral=[referral])
    received = one(made, "IMAGE_REFERRAL_RECEIVED")
    assert received["risk"] == "VERY_HIGH"
    assert "with_children" not in received
    assert one(made, "COUNCIL_TOLD_OF_SUSPECT")["reference"] == "IR1"
