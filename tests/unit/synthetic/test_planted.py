"""Scripted children, so that every outcome occurs in a small county."""

from tests.support import invented_county
from trigpoint.synthetic import planted, wall


def test_even_a_tiny_county_has_them() -> None:
    """300 children are enough for every script."""
    lives = invented_county.simulated(400).lives
    last = lives.end * wall.DAY
    assert any(one.reported > last - 60 for one in lives.episodes)
    assert any(one.band == "UNKNOWN" for one in lives.screenings)
    assert any(not one.known_to_police for one in lives.episodes)
    assert any(one.vague and one.closed for one in lives.occurrences)


def test_the_manifest_can_say_what_is_planted() -> None:
    """Every script says in a sentence what it is."""
    assert len(planted.words()) == len(planted.SCRIPTS)
    assert all(words.endswith(".") for words in planted.words())
