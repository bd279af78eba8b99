"""What agencies did about missing episodes."""

from tests.support import invented_county
from trigpoint.synthetic import wall


def test_grades_are_in_use_at_their_time() -> None:
    """Absent before April 2017, no apparent risk from then on."""
    for regime in ("before", "after"):
        for one in invented_county.simulated(20_000, 1, regime).lives.episodes:
            late = wall.iso_day(one.reported // wall.DAY) >= "2017-04-01"
            assert one.risk != ("ABSENT" if late else "NO APPARENT RISK")


def test_interviews_follow_the_return_and_accepted_ones_are_held() -> None:
    """Offered after the child is found, held after the offer, shared after it."""
    for one in invented_county.simulated(20_000).lives.episodes:
        told = one.interview
        if told is None or told.offered is None:
            continue
        assert one.found is not None
        assert told.offered >= one.found
        assert told.held is None or told.held > told.offered
        assert told.shared is None or told.shared > (told.held or 0)


def test_the_force_answers_better_after_than_before() -> None:
    """More interviews are offered and more meetings held in the later regime."""
    offered, met = {}, {}
    for regime in ("before", "after"):
        lives = invented_county.simulated(20_000, 1, regime).lives
        found = [one for one in lives.episodes if one.found is not None]
        offered[regime] = sum(one.interview is not None for one in found) / len(found)
        meetings = sum(one.purpose == "missing" for one in lives.discussions)
        met[regime] = meetings / len(lives.episodes)
    assert offered["before"] < 0.7 < offered["after"]
    assert met["before"] < met["after"]
