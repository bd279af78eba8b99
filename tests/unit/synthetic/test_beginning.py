"""The period begins as any other day, and nothing names what was cut away."""

from collections import Counter

import pytest

from tests.support import invented_county
from trigpoint.synthetic import beginning, generation, knobs, wall


@pytest.fixture(scope="module")
def lives():
    return generation.simulate(
        children=40_000, seed=1, settings=knobs.load("decoy-nothing")
    ).lives


def test_conferences_do_not_begin_from_nothing(lives) -> None:
    """The first quarter of the period has its share of all that lasts or waits.

    Without the year before, the first eighth had a third of the conferences of the last.
    """
    quarter = (lives.end - lives.start) / 4
    for days in (
        [one.day for one in lives.conferences],
        [one.day for one in lives.conferences if one.kind == "RCPC"],
        [one.ended for one in lives.plans if one.ended],
        [one.closed for one in lives.referrals if one.closed],
    ):
        each = Counter(int((day - lives.start) // quarter) for day in days)
        assert each[0] > 0.75 * (each[1] + each[2] + each[3]) / 3


def test_what_was_open_is_there_and_what_was_over_is_not(lives) -> None:
    """Cases and plans with earlier dates, none of them closed before the first day."""
    start, at = lives.start, wall.start_of(lives.start)
    assert sum(one.begun < start for one in lives.plans) > 50
    assert sum(one.day < start for one in lives.referrals) > 300
    assert all(one.closed is None or one.closed >= start for one in lives.referrals)
    assert all(one.found is None or one.found >= at for one in lives.episodes)
    assert all(
        one.authorised is None or one.authorised >= start for one in lives.assessments
    )
    assert lives.begun == start


def test_numbers_are_places_and_name_the_same_child(lives) -> None:
    """After the cut each number leads to the child that it led to before."""
    for listed in (
        lives.occurrences,
        lives.notices,
        lives.referrals,
        lives.discussions,
    ):
        assert [one.number for one in listed] == list(range(len(listed)))
    for one in (*lives.assessments, *lives.plans, *lives.enquiries):
        assert lives.referrals[one.referral].child == one.child
    for one in lives.enquiries:
        assert lives.discussions[one.discussion].child == one.child
    for one in lives.notices:
        assert one.child in dict(lives.occurrences[one.occurrence].children)
    for one in lives.referrals:
        assert one.notice is None or lives.notices[one.notice].child == one.child


def test_it_never_begins_before_the_calendar() -> None:
    """Bank holidays are known from 2012 on."""
    early = knobs.load("before", invented_county.date(2013, 1, 1))
    assert wall.iso_day(beginning.first_lived(early)) == "2012-01-02"
    assert wall.iso_day(beginning.first_lived(knobs.load("before"))) == "2013-05-27"
