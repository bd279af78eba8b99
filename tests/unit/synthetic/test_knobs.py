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
    before, after = (knobs.load(name).practice for name in knobs.REGIMES)
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


def test_an_unknown_regime_is_refused_with_what_exists() -> None:
    """The refusal names the regimes that this version has."""
    with pytest.raises(knobs.UnknownRegime, match="'before' and 'after'"):
        knobs.load("decoy-records")
