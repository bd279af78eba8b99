"""Who is who on police systems."""

import numpy as np

from tests.support import invented_county
from trigpoint.synthetic import register


def test_some_children_have_two_records_and_half_of_those_are_merged() -> None:
    """About six in a hundred, as the knob says."""
    known = register.make(invented_county.simulated(20_000))
    assert 0.045 < len(known.second) / len(known.main) < 0.075
    merged = [one for one in known.versions if one.merged_into]
    assert 0.35 < len(merged) / len(known.second) < 0.65
    assert all(one.merged_into in known.main.values() for one in merged)


def test_numbers_do_not_tell_who_is_who() -> None:
    """Police numbers follow neither the children nor the order of contact."""
    known = register.make(invented_county.simulated(20_000))
    children = sorted(known.main)
    numbers = [int(known.main[child][3:]) for child in children]
    assert abs(np.corrcoef(children, numbers)[0, 1]) < 0.05


def test_nobody_is_known_before_the_first_contact() -> None:
    """A record takes effect when police first met the child."""
    county = invented_county.simulated()
    for one in register.make(county).versions:
        assert one.valid_from < county.lives.end * 1440
        assert one.born is None or one.born * 1440 <= one.valid_from + 1440
