"""Invented places."""

import re

import numpy as np
import pytest

from trigpoint.synthetic import places


def test_postcodes_are_of_an_area_that_nobody_has() -> None:
    """Every postcode is of ZZ99 and shaped as postcodes are."""
    rng = np.random.default_rng(1)
    for district in range(len(places.DISTRICTS)):
        assert re.fullmatch(r"ZZ99 \d[A-Z]{2}", places.postcode(rng, district))


def test_the_districts_share_the_children_out() -> None:
    """Shares make a whole, and no two districts have one code."""
    assert sum(one.share for one in places.DISTRICTS) == pytest.approx(1)
    assert len({one.code for one in places.DISTRICTS}) == len(places.DISTRICTS)
