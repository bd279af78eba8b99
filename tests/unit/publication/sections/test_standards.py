"""The standards as a reader meets them."""

from tests.support.composed import evidence
from trigpoint.publication.parts import Card, plain
from trigpoint.publication.sections.standards import card, section


def test_every_standard_has_a_card_with_its_source() -> None:
    """Each says whose duty it is, by what authority, and since when."""
    cards = [block for block in section(evidence()).blocks if isinstance(block, Card)]
    assert {one.anchor for one in cards} == {
        f"standard-{slug}" for slug in evidence().standards
    }
    for one in cards:
        terms = dict(one.terms)
        assert {"Whose duty", "Authority", "In force", "A failure is"} <= set(terms)


def test_what_is_not_confirmed_is_never_shown_as_settled() -> None:
    """An unconfirmed source is marked on the card and in its authority."""
    for standard in evidence().standards.values():
        made = card(standard)
        waiting = not standard.source.confirmed
        assert ("to be confirmed" in made.marks) == waiting
        assert ("[to be confirmed]" in plain(dict(made.terms)["Authority"])) == waiting
