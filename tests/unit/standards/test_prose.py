"""A standard in plain English."""

import pytest

from trigpoint.standards.catalogue import all_standards, by_slug
from trigpoint.standards.prose import as_english
from trigpoint.standards.standard import Standard, Standing


@pytest.mark.parametrize("standard", all_standards(), ids=lambda item: item.slug)
def test_prose_holds_no_code(standard: Standard) -> None:
    """No name of a class, no None, no dotted path: a tired inspector reads it."""
    text = as_english(standard)
    for code in ("EventKind", "None", "Act(", "Field.", "microseconds"):
        assert code not in text
    assert text.startswith(standard.title)


@pytest.mark.parametrize("standard", all_standards(), ids=lambda item: item.slug)
def test_what_is_local_is_never_shown_as_law(standard: Standard) -> None:
    """A local default says so; what is not confirmed is marked."""
    text = as_english(standard)
    if standard.source.standing is Standing.LOCAL:
        assert "Authority: Local: a default that a force can set, not law" in text
    assert ("[to be confirmed]" in text) == (not standard.source.confirmed)


def test_one_standard_reads_as_one_would_say_it() -> None:
    """The limit, the duty holder and the exception stand in the text."""
    text = as_english(by_slug("icpc-15-working-days")[0])
    assert "within 15 working days" in text
    assert "Whose duty: Council." in text
    assert "Excepted: no conference required" in text
