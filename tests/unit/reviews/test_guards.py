"""The guards of case mix, volume and the first round: where they fire, and what they veto."""

from dataclasses import replace

import numpy as np
import pytest

from tests.support.rounds import made
from trigpoint.reviews.guards import case_mix, regression, standardised, volume
from trigpoint.reviews.verdict import Called, share


def mixed(easy: tuple[int, int], hard: tuple[int, int]):
    """A round of cases with one occasion and of cases with six: (risk, cases) of each."""
    one = made(easy[0] + hard[0], easy[1] + hard[1])
    risk = np.zeros(one.cases, dtype=bool)
    risk[: easy[0]] = True
    risk[easy[1] : easy[1] + hard[0]] = True
    occasions = np.where(np.arange(one.cases) < easy[1], 1, 6)
    return replace(one, risk=risk, occasions=occasions)


def test_the_same_practice_on_harder_cases_is_no_change() -> None:
    """10% of easy and 50% of hard in both rounds, but twice as many hard ones after."""
    before, after = mixed((30, 300), (50, 100)), mixed((20, 200), (100, 200))
    raw = share(before.count(before.risk), after.count(after.risk))
    assert raw.difference.value == pytest.approx(0.1)
    value, low, high = standardised(before, after)
    assert value == pytest.approx(0, abs=1e-9)
    assert low < 0 < high
    assert case_mix(before, after, raw).fired


def test_alike_rounds_are_not_spoken_of() -> None:
    """The same mix: raw and standardised agree."""
    before, after = mixed((30, 300), (50, 100)), mixed((15, 300), (25, 100))
    raw = share(before.count(before.risk), after.count(after.risk))
    assert not case_mix(before, after, raw).fired


def test_volume_fires_and_vetoes_where_the_same_mix_shows_no_harm() -> None:
    """Twice as many, with more occasions each: worse only because busier."""
    before, after = mixed((30, 300), (50, 100)), mixed((60, 600), (260, 520))
    guard = volume(before, after)
    assert guard.fired
    assert guard.vetoes == {Called.DETERIORATED}


def test_volume_fires_and_does_not_veto_what_the_same_mix_shows_too() -> None:
    """Twice as many of the same kinds, and twice as often wrong."""
    before, after = mixed((30, 300), (20, 100)), mixed((180, 600), (120, 200))
    guard = volume(before, after)
    assert guard.fired
    assert not guard.vetoes
    assert guard.does == "qualifies"


def test_volume_fires_on_fewer_too_and_rests_on_about_as_many() -> None:
    """Half as many is another kind of round as well."""
    assert volume(made(80, 900), made(40, 400)).fired
    calm = volume(made(80, 400), made(85, 420))
    assert not calm.fired
    assert calm.does == "nothing; could veto"


def test_the_first_round_on_the_move_qualifies_and_never_vetoes() -> None:
    """Firing and not firing: in neither case a verdict is taken away."""
    moving, steady = made(160, 400, risk_early=1.0), made(160, 400)
    assert regression(moving).fired
    assert regression(moving).does == "qualifies"
    assert not regression(steady).fired
    assert not regression(moving).vetoes
    assert not regression(moving).may_veto


def test_case_mix_vetoes_what_it_explains() -> None:
    """10% and 50% in both rounds, more hard cases after: not called worse."""
    before, after = mixed((60, 600), (100, 200)), mixed((40, 400), (200, 400))
    raw = share(before.count(before.risk), after.count(after.risk))
    assert raw.called is Called.DETERIORATED
    assert case_mix(before, after, raw).vetoes == {Called.DETERIORATED}
