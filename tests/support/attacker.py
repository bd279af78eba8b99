"""A reader of released figures who works out what was withheld, by linear programming."""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from scipy.optimize import linprog

#: The numbers told of each part, in the order of the unknowns.
NAMES = ("judged", "met", "cannot_tell")


def narrowest(whole: Any, cut: Sequence[Any], true: Sequence[Any]) -> float:
    """The least range to which a reader of one cut can narrow a withheld number.

    Also of how many were not met. Judged, met and cannot tell of every part are unknowns,
    tied by what is told and by met being no more than judged; infinity where nothing is
    withheld. Checks that the truth lies within every range. Cuts need not be tried
    together: whatever numbers fit each of two, there is a table with both as margins.
    """
    size = len(cut)
    equal, right = _told(whole, cut)
    below = np.hstack([-np.eye(size), np.eye(size), np.zeros((size, size))])
    least = np.inf
    for name, goal in _unknown(whole, cut):
        low, high = (
            sign * _least(sign * goal, equal, right, below) for sign in (1, -1)
        )
        at = int(np.flatnonzero(goal)[0]) % size
        assert low - 1e-6 <= value(true[at], name) <= high + 1e-6
        least = min(least, high - low)
    return least


def value(one: Any, name: str) -> int | None:
    """A number of a part; `not_met` is what is left of judged."""
    if name != "not_met":
        return getattr(one, name)
    return None if None in (one.judged, one.met) else one.judged - one.met


def _unknown(whole: Any, cut: Sequence[Any]) -> Iterator[tuple[str, np.ndarray]]:
    """What was withheld, as a sum of unknowns; none of which the whole says that all are."""
    size = len(cut)
    signs = {"judged": (1, 0, 0), "met": (0, 1, 0), "cannot_tell": (0, 0, 1),
             "not_met": (1, -1, 0)}  # fmt: skip
    for name, by in signs.items():
        if value(whole, name) == 0:
            continue
        for at, one in enumerate(cut):
            if value(one, name) is None:
                goal = np.zeros(3 * size)
                goal[[at, size + at, 2 * size + at]] = by
                yield name, goal


def _told(whole: Any, cut: Sequence[Any]) -> tuple[np.ndarray, list[int]]:
    size, equal, right = len(cut), [], []
    for column, name in enumerate(NAMES):
        for at, one in enumerate(cut):
            if getattr(one, name) is not None:
                row = np.zeros(3 * size)
                row[column * size + at] = 1
                equal.append(row)
                right.append(getattr(one, name))
        if getattr(whole, name) is not None:
            row = np.zeros(3 * size)
            row[column * size : (column + 1) * size] = 1
            equal.append(row)
            right.append(getattr(whole, name))
    return np.array(equal), right


def _least(
    cost: np.ndarray, equal: np.ndarray, right: list[int], below: np.ndarray
) -> float:
    done = linprog(
        cost, A_ub=below, b_ub=np.zeros(len(below)), A_eq=equal if right else None,
        b_eq=right or None, bounds=(0, 100_000),
    )  # fmt: skip
    assert done.status == 0
    return float(done.fun)
