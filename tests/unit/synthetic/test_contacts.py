"""Occurrences and the notices that follow."""

import numpy as np

from tests.support import invented_county


def test_a_number_is_the_place_in_the_list() -> None:
    """Everything that names an occurrence or notice finds it by its number."""
    lives = invented_county.simulated().lives
    assert [one.number for one in lives.occurrences] == list(
        range(len(lives.occurrences))
    )
    assert [one.number for one in lives.notices] == list(range(len(lives.notices)))


def test_a_notice_is_about_a_child_of_its_occurrence() -> None:
    """The child of a notice was victim, present, living there, or in custody for it."""
    lives = invented_county.simulated().lives
    for one in lives.notices:
        children = dict(lives.occurrences[one.occurrence].children)
        own = ("VICTIM", "CHILD_PRESENT", "CHILD_LIVES_THERE", "SUSPECT")
        assert children[one.child] in own
        assert one.triaged is None or one.triaged > one.submitted


def test_triage_waits_as_the_regime_says() -> None:
    """Median hours near 30 before and near 8 after."""
    for regime, low, high in (("before", 22, 40), ("after", 6, 11)):
        lives = invented_county.simulated(20_000, 1, regime).lives
        waits = [
            (one.triaged - one.submitted) / 60
            for one in lives.notices
            if one.triaged is not None
        ]
        assert low < np.median(waits) < high


def test_only_crimes_are_recorded_as_crimes() -> None:
    """Of the other kinds only the scripted unknown one has a time of crime recording."""
    for one in invented_county.simulated().lives.occurrences:
        assert one.type in ("CRIME", "UNKNOWN") or one.crime_recorded is None
