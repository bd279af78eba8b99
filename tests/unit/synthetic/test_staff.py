"""Officers, social workers and their accreditations."""

import pytest

from trigpoint.synthetic import knobs, staff
from trigpoint.synthetic.streams import Streams


@pytest.fixture(scope="module")
def made() -> staff.Staff:
    return staff.make(3000, knobs.load("before"), Streams(2))


def test_accreditation_needs_both_courses_valid_that_day(made: staff.Staff) -> None:
    """The last valid day counts, the day after it does not."""
    course = next(
        one
        for one in made.skills
        if one.skill == "SCAIDP"
        and len([s for s in made.held[one.officer] if s.skill == "SCAIDP"]) == 1
    )
    assert course.expires is not None
    assert made.accredited(course.officer, course.expires)
    assert not made.accredited(course.officer, course.expires + 1)
    assert not made.accredited("PC9999", course.expires)


def test_only_those_in_post_that_day_are_on_duty(made: staff.Staff) -> None:
    """Somebody who has left is not chosen."""
    left = next(one for one in made.postings if one.ends is not None)
    assert left.ends is not None
    after = [
        one.officer for one in made.on_duty((left.rank,), left.ends + 1)
        if one.begins == left.begins
    ]  # fmt: skip
    assert left.officer not in after


def test_an_officer_has_one_number_for_all_postings(made: staff.Staff) -> None:
    """Rank and number of an officer belong together."""
    assert all(one.officer.startswith(one.rank) for one in made.postings)
    assert made.worker(5, made.postings[0].begins + 900) == made.worker(
        5, made.postings[0].begins + 900
    )
