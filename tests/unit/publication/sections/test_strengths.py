"""Strengths."""

from tests.support.composed import bare, evidence, words
from trigpoint.publication.sections.strengths import STRONG, section


def test_a_strength_is_sure_of_itself() -> None:
    """Only duties whose whole interval lies at 90% or more are named."""
    said = words(section(evidence()))
    for slug in evidence().slugs(holder="POLICE"):
        rate = evidence().counts(slug).rate
        strong = (rate.low or 0) >= STRONG
        assert (f"{rate.count} of {rate.of}" in said) == strong
    assert "not an official one" in said
    assert "No police duty reached this" in words(section(bare()))
