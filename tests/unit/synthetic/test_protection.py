"""Strategy discussions and section 47 enquiries."""

import numpy as np

from tests.support import invented_county


def test_police_take_part_as_the_regime_says() -> None:
    """Over half before (with what was never written down), nine in ten after."""
    share = {}
    for regime in ("before", "after"):
        found = [
            one
            for one in invented_county.simulated(20_000, 1, regime).lives.discussions
            if one.purpose == "section 47"
        ]
        written = [one.police and "police" not in one.unwritten for one in found]
        share[regime] = np.mean(written)
    assert 0.45 < share["before"] < 0.65
    assert share["after"] > 0.8


def test_a_follow_up_names_the_telephone_discussion_before_it() -> None:
    """What it follows was by telephone, about the same child, and earlier."""
    discussions = invented_county.simulated().lives.discussions
    followed = [one for one in discussions if one.follows is not None]
    assert followed
    for one in followed:
        first = discussions[one.follows or 0]
        assert first.number == one.follows
        assert (first.format, first.child) == ("TELEPHONE", one.child)
        assert first.held < one.held


def test_an_enquiry_hangs_on_the_discussion_that_decided_it() -> None:
    """The discussion of an enquiry decided on section 47, that day."""
    lives = invented_county.simulated().lives
    for one in lives.enquiries:
        if one.discussion >= 0:
            discussion = lives.discussions[one.discussion]
            assert discussion.decision == "S47"
            assert discussion.held // 1440 == one.day
