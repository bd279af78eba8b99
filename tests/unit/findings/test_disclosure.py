"""What leaves a force is of no few children, whatever a reader works out from the rest."""

import numpy as np
import pytest

from tests.support.attacker import narrowest
from trigpoint.findings.disclosure import FEWEST, Counted, may_tell, release


def counted(part: str, judged: int, met: int, cannot_tell: int = 0) -> Counted:
    return Counted(part=part, judged=judged, met=met, cannot_tell=cannot_tell)


def whole_of(parts: list[Counted]) -> Counted:
    return counted(
        "", *(sum(getattr(one, name) for one in parts)
              for name in ("judged", "met", "cannot_tell")),
    )  # fmt: skip


def test_large_numbers_are_all_told() -> None:
    """Where nothing is small nothing is withheld; none at all is not a few."""
    parts = [counted("A", 20, 10, 0), counted("B", 30, 30, 9), counted("C", 0, 0, 0)]
    whole, (told,) = release(whole_of(parts), [parts])
    assert [(one.judged, one.met, one.cannot_tell) for one in told] == [
        (20, 10, 0), (30, 30, 9), (0, 0, 0),
    ]  # fmt: skip
    assert (whole.judged, whole.met, whole.cannot_tell) == (50, 40, 9)


def test_a_small_part_takes_another_with_it() -> None:
    """Three judged in one district: the next smallest goes too, or it would be the rest."""
    parts = [counted("A", 3, 0), counted("B", 40, 20), counted("C", 20, 10)]
    _, (told,) = release(whole_of(parts), [parts])
    assert [one.judged for one in told] == [None, 40, None]
    assert [one.met for one in told] == [None, 20, None]


def test_a_few_not_met_hide_how_many_were_met() -> None:
    """37 of 40 met is about three children; with it goes the smallest other share."""
    parts = [counted("A", 40, 37), counted("B", 20, 10), counted("C", 60, 30)]
    _, (told,) = release(whole_of(parts), [parts])
    assert [one.judged for one in told] == [40, 20, 60]
    assert [one.met for one in told] == [None, None, 30]


def test_a_small_whole_withholds_every_part() -> None:
    """Two not met in the whole force: no part says how many were met."""
    parts = [counted("A", 40, 38), counted("B", 20, 20)]
    whole, (told,) = release(whole_of(parts), [parts])
    assert (whole.judged, whole.met) == (60, None)
    assert [one.met for one in told] == [None, None]


def test_what_may_be_told_of_a_whole() -> None:
    assert may_tell(0, 5, 100)
    assert not may_tell(12, 4)


def cuts_of(rng: np.random.Generator) -> list[list[Counted]]:
    """The same duties by month and by district, mostly few to a month."""
    size = int(rng.integers(1, 160))
    month = rng.integers(0, rng.integers(1, 13), size)
    district = rng.integers(0, rng.integers(1, 6), size)
    fate = rng.choice(3, size, p=rng.dirichlet([1, 2, 0.5]))
    found = []
    for by in (month, district):
        found.append(
            [
                counted(
                    str(one), int(((by == one) & (fate < 2)).sum()),
                    int(((by == one) & (fate == 1)).sum()),
                    int(((by == one) & (fate == 2)).sum()),
                )
                for one in np.unique(by)
            ]
        )  # fmt: skip
    return found


@pytest.mark.parametrize("seed", range(150))
def test_no_withheld_number_is_worked_out(seed: int) -> None:
    """A reader with a linear program narrows none to a range of less than five."""
    cuts = cuts_of(np.random.default_rng(seed))
    whole, told = release(whole_of(cuts[0]), cuts)
    for cut, true in zip(told, cuts, strict=True):
        assert narrowest(whole, cut, true) >= FEWEST - 1e-6
        for one, was in zip(cut, true, strict=True):
            for name in ("judged", "met", "cannot_tell"):
                assert getattr(one, name) in (None, getattr(was, name))
                assert getattr(one, name) not in range(1, FEWEST)
            if one.met is not None:
                assert one.judged is not None
                assert one.judged - one.met not in range(1, FEWEST)
