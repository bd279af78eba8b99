"""Slips of the pen in names, and who makes them."""

import numpy as np
import pytest

from trigpoint.synthetic import knobs, slips

RNG = np.random.default_rng(7)


def often(kind: str, given: str, surname: str) -> set[tuple[str, str]]:
    return {slips.written(given, surname, {kind: 1.0}, RNG) for _ in range(60)}


def test_each_kind_writes_the_name_in_its_own_way() -> None:
    """Swapped, a space that is none, an apostrophe or hyphen otherwise, read, heard."""
    assert often("swapped", "Isla", "Fell") == {("Fell", "Isla")}
    assert often("no_break_space", "Isla", "Fell") == {("Isla\u00a0", "Fell")}
    marks = {surname for _, surname in often("marks", "Isla", "O'Fell")}
    assert marks == {"O\u2019Fell", "OFell", "O Fell"}
    hyphens = {surname for _, surname in often("marks", "Isla", "Fell-Eskby")}
    assert hyphens == {"Fell Eskby", "FellEskby", "Fell\u2013Eskby"}
    assert ("Isla", "Thomwick") in often("read_wrong", "Isla", "Thornwick")
    assert ("Isla", "Fellbek") in often("heard_wrong", "Isla", "Fellbeck")


@pytest.mark.parametrize("kind", list(knobs.load("before").county["wrong_name"]))
def test_every_kind_leaves_a_name(kind: str) -> None:
    """Whatever the name, both parts keep something, and one of them differs."""
    for given, surname in (("Una", "Esk"), ("Hob", "Holby"), ("Jo", "Mosley-Ashby")):
        for told in often(kind, given, surname):
            assert all(part.strip() for part in told)


def test_some_scribes_err_more_than_others_and_all_as_often_as_the_knob_says() -> None:
    """The mean is one; a careless tenth errs more than twice as often."""
    scribes = slips.Scribes(np.random.default_rng(2), count=4_000)
    drawn = np.array([scribes.next() for _ in range(20_000)])
    assert drawn.mean() == pytest.approx(1, abs=0.05)
    assert np.quantile(drawn, 0.95) > 2
    rng = np.random.default_rng(3)
    slipped = np.mean([slips.errs(0.06, float(one), rng) for one in drawn])
    assert slipped == pytest.approx(0.06, abs=0.01)
