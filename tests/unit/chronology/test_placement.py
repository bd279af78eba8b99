"""Whose event it is, where the row itself names no person."""

from tests.support.staged_tables import TAM, of_kind, put_together

GIRL = {"nominal_id": "N3", "dob": "2005-01-02", "valid_from": "2016-01-01 10:00"}
OCCURRENCE = {"occ_id": "O1", "type": "CRIME", "reported_at": "2016-07-04 18:40"}


def involved(*roles: tuple[str, str]) -> list[dict[str, str]]:
    return [{"occ_id": "O1", "nominal_id": n, "role": r} for n, r in roles]


def test_an_occurrence_reaches_each_of_its_children() -> None:
    """Two children, two chronologies, one occurrence number."""
    made = put_together(
        nominal=[TAM, GIRL],
        occurrence=[OCCURRENCE],
        occ_person=involved(("N1", "VICTIM"), ("N3", "CHILD_PRESENT")),
    )
    reported = of_kind(made, "OCCURRENCE_REPORTED")
    assert len({event["child"] for event in reported}) == 2
    assert {event["role"] for event in reported} == {"VICTIM", "CHILD_PRESENT"}


def test_an_adult_suspect_has_no_chronology_of_their_own() -> None:
    """They are in the child's; a child suspect has both."""
    man = {"nominal_id": "N2", "dob": "1980-01-02", "valid_from": "2016-01-01 10:00"}
    people = involved(("N1", "VICTIM"), ("N2", "SUSPECT"))
    made = put_together(nominal=[TAM, man], occurrence=[OCCURRENCE], occ_person=people)
    assert made.counts["children"] == 1
    young = put_together(
        nominal=[TAM, {**man, "dob": "2002-01-02"}],
        occurrence=[OCCURRENCE],
        occ_person=people,
    )
    assert young.counts["children"] == 2
    roles = [event["role"] for event in of_kind(young, "PERSON_RECORDED")]
    assert sorted(roles) == ["SUBJECT", "SUBJECT", "SUSPECT"]


def test_nobody_is_a_suspect_under_themselves() -> None:
    """Two records of one child, victim and suspect: no suspect's record."""
    made = put_together(
        nominal=[TAM, {**TAM, "nominal_id": "N4", "merged_into": "N1"}],
        occurrence=[OCCURRENCE],
        occ_person=involved(("N1", "VICTIM"), ("N4", "SUSPECT")),
    )
    roles = {event["role"] for event in of_kind(made, "PERSON_RECORDED")}
    assert roles == {"SUBJECT"}


def test_two_records_of_one_child_in_one_occurrence_are_one_event() -> None:
    """The duplicate record was merged; the report is not counted twice."""
    made = put_together(
        nominal=[TAM, {**TAM, "nominal_id": "N4", "merged_into": "N1"}],
        occurrence=[OCCURRENCE],
        occ_person=involved(("N1", "VICTIM"), ("N4", "VICTIM")),
    )
    assert len(of_kind(made, "OCCURRENCE_REPORTED")) == 1
