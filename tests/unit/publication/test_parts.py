"""Prose as runs of text, and what every page says of itself."""

from dataclasses import replace

from tests.support.composed import composed
from trigpoint.publication.parts import Run, plain, prose


def test_prose_joins_texts_runs_and_proses() -> None:
    """Pieces keep their order and their links; an empty piece is left out."""
    link = Run("2", "lists/x.html")
    made = prose("In ", link, "", prose(" of ", "3"))
    assert plain(made) == "In 2 of 3"
    assert made == (Run("In "), link, Run(" of "), Run("3"))


def test_invented_data_says_so_and_real_data_does_not() -> None:
    """Every report is not for publication; only an invented one says invented."""
    assert composed().marks[0] == "Not for publication"
    assert "Invented" in composed().marks[1]
    assert replace(composed(), invented=False).marks == ("Not for publication",)
