"""The order of the sections."""

from tests.support.composed import evidence
from trigpoint.publication.sections.order import SECTIONS, sections


def test_every_section_has_its_own_anchor_and_something_to_say() -> None:
    """Twelve sections, no anchor twice, none of them empty."""
    made = sections(evidence())
    assert len(made) == len(SECTIONS) == 12
    assert len({one.anchor for one in made}) == 12
    assert all(one.blocks for one in made)
