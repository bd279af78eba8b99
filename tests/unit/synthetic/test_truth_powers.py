"""What the files show of custody, and of offenders near a child, drawn as on paper."""

import pytest

from tests.support.written_rows import day, shown
from trigpoint.synthetic import wall
from trigpoint.synthetic.truth_powers import months_after

HELD = """
    detention | custody_id=C1 ; detained_at=2016-07-04T20:00 ; ended_at={ended}
    detention_review | custody_id=C1 ; at=2016-07-05T02:00"""


@pytest.mark.parametrize(
    ("ended", "first", "second"),
    [
        ("2016-07-05T12:00", "met", "missed"),
        ("2016-07-05T10:00", "met", "excepted"),
        ("2016-07-05", "", ""),
    ],
)
def test_detention_is_reviewed_after_six_hours_then_every_nine(
    ended: str, first: str, second: str
) -> None:
    """Until it ends."""
    text, slug = HELD.format(ended=ended), "custody-reviews"
    assert shown(slug, "C1@2016-07-04T20:00", text) == first
    assert shown(slug, "C1@2016-07-05T02:00", text) == second


def test_a_detained_child_is_referred_before_release() -> None:
    """A notice from before the detention is none about it."""
    slug = "custody-vulnerability-referral"
    text = HELD.format(ended="2016-07-05T12:00")
    sent = f"{text}\nsafeguarding_notice | scn_id=S1 ; submitted_at="
    assert shown(slug, "C1", f"{sent}2016-07-05T12:00") == "met"
    assert shown(slug, "C1", f"{sent}2016-07-05T12:01") == "late"
    assert shown(slug, "C1", f"{sent}2016-07-03T12:01") == "missed"
    assert shown(slug, "C1", HELD.format(ended="")) == ""


def test_an_offender_is_visited_by_risk_until_the_contact_ends() -> None:
    """High: within three months, to the end of the day."""
    slug, name = "rso-visits-by-risk", "R1@2016-07-04T12:00"
    text = """
        offender_visit | offender_id=R1 ; visited_at=2016-07-04T12:00 ; risk=HIGH
        ; contact_ended_at={ended}
        offender_visit | offender_id=R1 ; visited_at=2016-10-{again} ; risk=HIGH"""
    assert shown(slug, name, text.format(ended="", again="04T23:00")) == "met"
    assert shown(slug, name, text.format(ended="", again="05T00:01")) == "late"
    ended = text.format(ended="2016-08-04T12:00", again="05T00:01")
    assert shown(slug, name, ended) == "excepted"
    assert shown(slug, name, ended.replace("risk=HIGH", "risk=UNKNOWN")) == ""


def test_a_month_from_the_last_of_january_ends_in_february() -> None:
    """The last day of a month that is shorter; leap years have one more."""
    for months, last in ((1, "2016-02-29"), (13, "2017-02-28"), (12, "2017-01-31")):
        assert months_after(day("2016-01-31"), months) // wall.DAY == day(last)
