"""The knobs of a regime, read from its file."""

from dataclasses import replace
from math import log
from statistics import NormalDist

import pytest

from trigpoint.synthetic import knobs


@pytest.mark.parametrize("regime", knobs.REGIMES)
def test_every_chance_lies_between_nought_and_one(regime: str) -> None:
    """Sections of chances hold numbers that can be chances."""
    practice = knobs.load(regime).practice
    for section in ("discussion", "assessment", "missing", "exploitation"):
        for name, value in practice[section].items():
            assert 0 <= value <= 1, name


def test_both_regimes_have_the_same_knobs() -> None:
    """What one regime sets, the other sets too."""
    before, after = (knobs.load(name).practice for name in ("before", "after"))
    assert {k: set(v) for k, v in before.items()} == {
        k: set(v) for k, v in after.items()
    }


def test_a_district_moves_a_chance_on_the_log_odds_scale() -> None:
    """An even chance and an effect of one give the logistic of one."""
    made = replace(
        knobs.load("before"),
        practice={"a": {"b": 0.5}, "district": {"logits": [1.0, 0.0]}},
    )
    assert made.chance("a.b", 0) == pytest.approx(0.731, abs=0.001)
    assert made.chance("a.b", 1) == made.chance("a.b") == 0.5


def test_a_wait_has_the_tail_that_its_knob_says() -> None:
    """18 in 100 notices wait over 72 hours where the regime says so."""
    settings = knobs.load("before")
    median, sigma = settings.spread(
        "contact.triage_hours_median", 72, "contact.triage_over_72_hours"
    )
    over = 1 - NormalDist(log(median), sigma).cdf(log(72))
    assert over == pytest.approx(0.18, abs=0.001)


def test_practice_moves_between_two_days_district_by_district() -> None:
    """Before the day the one practice, after the ramp the other, in between between."""
    made = knobs.load("change")
    assert made.change is not None
    day, ramp = made.change.at, made.change.ramp_days
    name = "missing.meeting_after_third"
    assert made.chance(name, day=day - 1) == pytest.approx(0.25)
    assert made.chance(name, day=day + ramp) == pytest.approx(0.75)
    assert 0.4 < made.chance(name, day=day + ramp // 2) < 0.6
    # The second district begins 30 days later: on the day it is as it was.
    earlier = made.chance(name, 1, day - 1)
    assert made.chance(name, 1, day + 29) == earlier < made.chance(name, 1, day + 60)
    hours = "contact.triage_hours_median"
    assert [made.number(hours, one) for one in (day - 1, day + ramp)] == [30, 8]


def test_decoys_are_what_they_say() -> None:
    """Nothing moves; only the record; and more happens while practice goes part of the way."""
    nothing, records, volume = (
        knobs.load(f"decoy-{name}") for name in ("nothing", "records", "volume")
    )
    late = nothing.change.at + 300
    for made in (nothing, records):
        assert made.chance("missing.graded", 2, late) == pytest.approx(
            made.chance("missing.graded", 2)
        )
    assert (nothing.change.volume, nothing.change.written_up) == (1, 0)
    assert records.change.written_up > 0.3
    assert volume.change.volume > 1.5
    assert volume.chance("missing.graded", day=late) > volume.chance("missing.graded")


def test_an_unknown_regime_is_refused_with_what_exists() -> None:
    """The refusal names the regimes that this version has."""
    with pytest.raises(knobs.UnknownRegime, match="'before', 'after', 'change'"):
        knobs.load("decoy-everything")
