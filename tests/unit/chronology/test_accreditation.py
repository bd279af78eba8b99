"""What an officer was on the day, and what is not known of them."""

import pytest

from tests.support.staged_tables import TAM, one, put_together

OCCURRENCE = {"occ_id": "O1", "type": "CRIME", "reported_at": "2016-07-04 18:40"}
VICTIM = {"occ_id": "O1", "nominal_id": "N1", "role": "VICTIM"}
POSTED = {"officer_id": "DC1", "rank": "DC", "from": "2014-09-01", "to": "2017-01-31"}
SKILLED = {"officer_id": "DC1", "skill": "SCAIDP", "gained": "2015-03-20"}


def allocated(day: str = "2016-07-05 12:00", **files):
    made = put_together(
        nominal=[TAM],
        occurrence=[OCCURRENCE],
        occ_person=[VICTIM],
        investigation=[
            {"inv_id": "I1", "occ_id": "O1", "officer_id": "DC1", "allocated_at": day}
        ],
        **files,
    )
    event = one(made, "INVESTIGATION_ALLOCATED")
    return event.get("actor_rank"), event.get("actor_skills")


@pytest.mark.parametrize(
    ("expires", "day", "skills"),
    [
        ("2018-03-20", "2016-07-05 12:00", ";SCAIDP;"),
        ("2016-07-05", "2016-07-05 23:59", ";SCAIDP;"),
        ("2016-07-04", "2016-07-05 00:00", ";"),
        ("", "2016-07-05 12:00", ";SCAIDP;"),
        ("2018-03-20", "2015-03-19 23:59", ";"),
        ("2018-03-20", "2015-03-20 00:00", ";SCAIDP;"),
    ],
)
def test_a_skill_counts_from_the_day_gained_to_its_last_day(
    expires: str, day: str, skills: str
) -> None:
    """`expires` is the last valid day; empty is no expiry."""
    row = {**SKILLED, "expires": expires}
    assert allocated(day, staff=[POSTED], skill=[row])[1] == skills


def test_several_skills_stand_in_order_and_unreadable_ones_are_left_out() -> None:
    """A list of codes, as every list in the log."""
    rows = [
        {**SKILLED, "skill": code, "expires": ""} for code in ("SCAIDP", "PIP2", "??")
    ]
    assert allocated(staff=[POSTED], skill=rows)[1] == ";PIP2;SCAIDP;"


def test_who_holds_none_and_who_is_unknown() -> None:
    """In staff without a skill row: none. In neither file, or without one: a gap."""
    other = {**SKILLED, "officer_id": "DC9", "expires": ""}
    elsewhere = {**POSTED, "officer_id": "DC9"}
    assert allocated(staff=[POSTED], skill=[other]) == ("DC", ";")
    assert allocated(staff=[elsewhere], skill=[other]) == (None, None)
    assert allocated(staff=[POSTED]) == ("DC", None)
    assert allocated() == (None, None)


def test_without_a_column_of_expiry_nobody_can_say_what_was_valid() -> None:
    """A skill of unknown end is a gap; an officer without one still holds none."""
    assert allocated(staff=[POSTED], skill=[SKILLED])[1] is None
    other = {**SKILLED, "officer_id": "DC9"}
    assert allocated(staff=[POSTED], skill=[other])[1] == ";"


def test_the_rank_is_that_of_the_posting_on_the_day() -> None:
    """Promoted later; not posted that day, the rank is not known."""
    later = {**POSTED, "rank": "DS", "from": "2017-02-01", "to": ""}
    assert allocated(staff=[POSTED, later])[0] == "DC"
    assert allocated("2017-02-01 00:30", staff=[POSTED, later])[0] == "DS"
    assert allocated("2013-01-01 12:00", staff=[POSTED])[0] is None
