"""Names that name nobody."""

import pytest

from trigpoint.linkage.names import named, names_nobody


@pytest.mark.parametrize(
    "text",
    [
        "Unknown",
        "Baby",
        "UNKNOWN MALE 1",
        "Baby Smith",
        "unborn",
        "n/k",
        "  ",
        "-",
        "12",
    ],
)
def test_no_name(text: str) -> None:
    """Kept in the record, and no ground for a link."""
    assert named(text) is None
    assert names_nobody(text) == bool(text.strip())


@pytest.mark.parametrize(
    ("text", "plain"),
    [("O\u2019Neill", "oneill"), ("Ann-Marie", "annmarie"), (" De\u00a0La ", "dela"),
     ("Malene", "malene"), ("Boyd", "boyd"), ("Childs", "childs")],
)  # fmt: skip
def test_a_name(text: str, plain: str) -> None:
    """Case, hyphens, apostrophes and spaces carry no meaning; a word within is no word."""
    assert named(text) == plain
    assert not names_nobody(text)
