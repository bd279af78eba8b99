"""A standard as data and back again."""

import json

import pytest

from trigpoint.standards.catalogue import all_standards
from trigpoint.standards.decoding import NotAStandard, decode
from trigpoint.standards.encoding import as_data
from trigpoint.standards.standard import Standard


@pytest.mark.parametrize("standard", all_standards(), ids=lambda one: one.slug)
def test_there_and_back_means_the_same(standard: Standard) -> None:
    """Every standard of the library, through JSON text."""
    text = json.dumps(as_data(standard))
    assert decode(json.loads(text), "it") == standard


def test_a_refusal_names_its_place() -> None:
    """Down to the element of a list."""
    data = as_data(all_standards()[0])
    data["applies_to"]["each"][0]["kinds"][0] = "NOTHING_OF_THE_KIND"
    with pytest.raises(NotAStandard, match=r"it\.applies_to\.each\[0\]\.kinds\[0\]"):
        decode(data, "it")
