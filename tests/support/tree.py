"""A small decision tree, to ask whether something can be guessed from what should tell nothing."""

from dataclasses import dataclass

import numpy as np

#: Places at which a feature may be parted, and the fewest cases on either side.
CUTS, FEWEST = 24, 100


@dataclass(frozen=True, slots=True)
class Node:
    """`share`: of those here, how many are so; parted at `cut` of a feature, unless a leaf."""

    share: float
    feature: int = -1
    cut: float = 0.0
    below: "Node | None" = None
    above: "Node | None" = None


def grow(values: np.ndarray, truth: np.ndarray, depth: int = 3) -> Node:
    """The tree that parts best at each step (Gini), of all features and cuts."""
    share = float(truth.mean())
    best = _best(values, truth) if depth else None
    if best is None:
        return Node(share)
    feature, cut = best
    under = values[:, feature] <= cut
    return Node(
        share, feature, cut,
        grow(values[under], truth[under], depth - 1),
        grow(values[~under], truth[~under], depth - 1),
    )  # fmt: skip


def _best(values: np.ndarray, truth: np.ndarray) -> tuple[int, float] | None:
    gained, found = 1e-12, None
    whole = _impurity(truth.sum(), len(truth))
    for feature in range(values.shape[1]):
        column = values[:, feature]
        for cut in np.unique(np.quantile(column, np.linspace(0, 1, CUTS + 2)[1:-1])):
            under = column <= cut
            some = int(under.sum())
            if min(some, len(truth) - some) < FEWEST:
                continue
            yes = truth[under].sum()
            parted = _impurity(yes, some) + _impurity(
                truth.sum() - yes, len(truth) - some
            )
            if whole - parted > gained:
                gained, found = whole - parted, (feature, float(cut))
    return found


def _impurity(yes: float, count: int) -> float:
    return float(yes * (1 - yes / count))


def guess(tree: Node, values: np.ndarray) -> np.ndarray:
    """For each case, the share of the leaf that it falls into."""
    told = np.full(len(values), tree.share)
    if tree.below is None or tree.above is None:
        return told
    under = values[:, tree.feature] <= tree.cut
    told[under] = guess(tree.below, values[under])
    told[~under] = guess(tree.above, values[~under])
    return told
