"""Missing episodes."""

from collections import Counter

import numpy as np
import pytest

from tests.support import invented_county
from trigpoint.synthetic.county import County


@pytest.fixture(scope="module")
def county() -> County:
    return invented_county.simulated(20_000)


def test_a_few_children_have_a_large_share_of_episodes(county: County) -> None:
    """The top twentieth of missing children has 20 to 42 of 100 episodes."""
    counts = sorted(Counter(one.child for one in county.lives.episodes).values())
    top = counts[-max(1, len(counts) // 20) :]
    assert 0.20 < sum(top) / sum(counts) < 0.42


def test_rates_ages_and_lengths_are_as_published(county: County) -> None:
    """About 1,360 a year for 100,000; 93 in 100 are 12 to 17; 89 in 100 end in two days."""
    episodes = county.lives.episodes
    assert 1_000 < len(episodes) * 5 / county.years < 1_800
    ages = [county.people.age(one.child, one.reported // 1440) for one in episodes]
    assert np.mean(np.array(ages) >= 12) > 0.88
    away = [one.found - one.reported for one in episodes if one.found is not None]
    assert 0.85 < np.mean(np.array(away) <= 2 * 1440) < 0.96


def test_children_in_care_and_exploited_children_go_more_often(county: County) -> None:
    """A twentieth or more of episodes are of exploited children, a seventh of care."""
    episodes = county.lives.episodes
    assert np.mean([one.at_risk for one in episodes]) > 0.03
    assert np.mean([one.in_care for one in episodes]) > 0.14


def test_episodes_are_counted_for_each_child(county: County) -> None:
    """The place of an episode is its number among the child's own, earlier ones counted."""
    last: dict[int, int] = {}
    for one in county.lives.episodes:
        if one.child in last:
            assert one.place == last[one.child] + 1
        last[one.child] = one.place
    first = Counter(one.place for one in county.lives.episodes).most_common(1)
    assert first[0][0] == 1
