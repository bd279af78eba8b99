"""Times in care."""

from tests.support import invented_county
from trigpoint.synthetic import care


def test_times_in_care_touch_the_period_and_end_by_eighteen() -> None:
    """Nobody stays in care as an adult, and no time ended before the period."""
    county = invented_county.simulated(20_000)
    for one in county.lives.care:
        last = one.ended if one.ended is not None else county.lives.end
        assert last > county.lives.start
        assert one.begun < last
        assert county.people.age(one.child, last - 1) <= 18.01 or one.ended is None
    assert len(care.in_care(county)) == len(county.lives.care)


def test_as_many_are_looked_after_as_published() -> None:
    """About 870 of 100,000 children are in care at some time of a year."""
    lives = invented_county.simulated(20_000).lives
    year = [
        one
        for one in lives.care
        if one.begun < lives.end and (one.ended is None or one.ended > lives.end - 365)
    ]
    assert 700 < len(year) * 5 < 1050
