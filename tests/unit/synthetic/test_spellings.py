"""How council staff spell codes."""

import numpy as np

from tests.support import invented_county
from trigpoint.synthetic.spellings import Spelling


def test_one_code_is_spelt_in_several_ways() -> None:
    """Mostly one spelling, sometimes another; never nothing."""
    spelling = Spelling(np.random.default_rng(1))
    found = [spelling.source("6") for _ in range(500)]
    assert len(set(found)) > 2
    assert found.count("g) Police") > 350
    assert all(found)


def test_every_code_that_the_simulation_uses_has_a_spelling() -> None:
    """Sources, needs and categories of the simulated county can all be written."""
    spelling = Spelling(np.random.default_rng(1))
    lives = invented_county.simulated().lives
    for one in lives.referrals:
        assert spelling.source(one.source)
        assert spelling.need(one.need)
    for plan in lives.plans:
        assert spelling.category(plan.category)
    for spell in lives.care:
        assert spelling.placement(spell.placement)
        assert spelling.legal_status(spell.legal_status)
