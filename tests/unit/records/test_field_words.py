"""The field's own words: every rule is a rule that can be read."""

import re

import pytest

from trigpoint.records.field_words import FAMILIES


@pytest.mark.parametrize("family", sorted(FAMILIES))
def test_every_rule_is_a_pattern(family: str) -> None:
    """No rule is broken, and none is empty, which would tell everything."""
    for rules in FAMILIES[family]:
        for label, words in rules:
            assert label
            assert not re.compile(words).fullmatch("zzz no such word zzz"), (
                label,
                words,
            )
