"""A standard is pure data with an authority."""

import dataclasses

import pytest

from trigpoint.standards.catalogue import all_standards
from trigpoint.standards.standard import Standard


@pytest.mark.parametrize("standard", all_standards(), ids=lambda item: item.slug)
def test_a_standard_is_frozen_hashable_and_sourced(standard: Standard) -> None:
    """It cannot be changed, can be a key, and names its authority and its date."""
    assert hash(standard) == hash(dataclasses.replace(standard))
    with pytest.raises(dataclasses.FrozenInstanceError):
        standard.version = 9  # type: ignore[misc]
    assert standard.source.instrument
    assert standard.in_force_from.year >= 1984
    assert standard.slug == standard.slug.lower()
