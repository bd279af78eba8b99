"""The entities of the hidden truth."""

from tests.support import invented_county
from trigpoint.synthetic import wall


def test_nothing_happens_to_somebody_who_is_no_child() -> None:
    """Episodes, referrals and occurrences are of people born and under eighteen."""
    county = invented_county.simulated()
    for one in county.lives.episodes:
        assert county.minor(one.child, one.reported // wall.DAY)
    for referral in county.lives.referrals:
        assert county.people.born[referral.child] <= referral.day


def test_police_took_part_where_the_agencies_say_so() -> None:
    """`police` reads the list of those who took part."""
    for one in invented_county.simulated().lives.discussions:
        assert one.police == ("POLICE" in one.agencies)
