"""The tables of a field's words: every pattern is one, and none tells everything."""

import re

import pytest

from trigpoint.records.field_words import FAMILIES
from trigpoint.records.wording import told_by_words


@pytest.mark.parametrize("family", sorted(FAMILIES))
def test_every_rule_is_a_pattern(family: str) -> None:
    """No rule is broken, and none is found in a word that says nothing."""
    kept = FAMILIES[family]
    assert told_by_words("zzqq", kept) == ()
    assert all(re.compile(pattern) for _, pattern in kept.official)
