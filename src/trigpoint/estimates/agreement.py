"""How far two or more people agree who graded the same cases.

Gwet, K. L. (2014), Handbook of Inter-Rater Reliability, 4th ed.: kappa (Cohen 1960, 1968),
pi (Scott; Fleiss 1971), AC1 and AC2, Brennan-Prediger and Krippendorff's alpha in one form,
with the standard error over cases. No words such as "substantial": the number and its
interval say it. Kappa falls apart where nearly all cases have one grade; show AC beside it.
"""

import math
from dataclasses import dataclass

import numpy as np

WEIGHTS = ("none", "linear", "quadratic", "ordinal")


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """A coefficient with its standard error over cases; `cases` graded by two or more."""

    coefficient: str
    weights: str
    value: float
    error: float
    cases: int


def weighting(size: int, kind: str) -> np.ndarray:
    """How much each pair of grades agrees: 1 the same, 0 the furthest apart."""
    if kind not in WEIGHTS:
        msg = f"{kind!r} is no weighting: use one of {', '.join(WEIGHTS)}."
        raise ValueError(msg)
    apart = np.abs(np.subtract.outer(np.arange(size), np.arange(size))).astype(float)
    if kind == "none" or size == 1:
        return (apart == 0).astype(float)
    if kind == "ordinal":
        pairs = apart * (apart + 1) / 2
        return 1 - pairs / pairs.max()
    return 1 - (apart / (size - 1)) ** (1 if kind == "linear" else 2)


def cases_of(table: np.ndarray) -> np.ndarray:
    """A two-rater table as one row of grade numbers for each case."""
    first, second = np.nonzero(table)
    times = np.asarray(table)[first, second].astype(int)
    return np.repeat(np.column_stack([first, second]).astype(float), times, axis=0)


def cohen_kappa(table: np.ndarray, weights: str = "none") -> Agreement:
    """Cohen's kappa of a two-rater table (rows one rater, columns the other)."""
    shares, whole, grid = _table(table, weights)
    rows, columns = shares.sum(1), shares.sum(0)
    seen = float((shares * grid).sum())
    chance = float(rows @ grid @ columns)
    value = (seen - chance) / (1 - chance)
    beside = np.add.outer(grid @ columns, rows @ grid)
    spread = (shares * (grid - (1 - value) * beside) ** 2).sum()
    spread -= (seen - 2 * (1 - value) * chance) ** 2
    error = math.sqrt(max(spread, 0) / whole) / (1 - chance)
    return Agreement(coefficient="Cohen kappa", weights=weights, value=value, error=error,
                     cases=whole)  # fmt: skip


def _table(table: np.ndarray, weights: str) -> tuple[np.ndarray, int, np.ndarray]:
    table = np.asarray(table, dtype=float)
    whole = int(table.sum())
    if table.ndim != 2 or table.shape[0] != table.shape[1] or whole < 2:
        msg = "Agreement needs a square table of at least two cases."
        raise ValueError(msg)
    return table / whole, whole, weighting(len(table), weights)


def percent_agreement(
    grades: np.ndarray, size: int, weights: str = "none"
) -> Agreement:
    """The (weighted) share of pairs of gradings that agree."""
    found = _Cases(grades, size, weights)
    each = found.agreed / found.seen_share
    return found.agreement("percent agreement", found.seen, each)


def gwet_ac(grades: np.ndarray, size: int, weights: str = "none") -> Agreement:
    """AC1 (no weights) or AC2: chance as two people would who are in doubt."""
    found = _Cases(grades, size, weights)
    scale = found.grid.sum() / (size * (size - 1))
    chance = float(scale * (found.prevalence * (1 - found.prevalence)).sum())
    each = scale * (found.shares @ (1 - found.prevalence))
    name = "Gwet AC1" if weights == "none" else "Gwet AC2"
    return found.corrected(name, chance, each, 2)


def scott_pi(grades: np.ndarray, size: int, weights: str = "none") -> Agreement:
    """Scott's pi for two raters, Fleiss' kappa for more: chance by the common grades."""
    found = _Cases(grades, size, weights)
    beside = (found.grid @ found.prevalence + found.prevalence @ found.grid) / 2
    chance = float(found.prevalence @ beside)
    name = "Scott pi" if found.raters == 2 else "Fleiss kappa"
    return found.corrected(name, chance, found.shares @ beside, 2)


def brennan_prediger(grades: np.ndarray, size: int, weights: str = "none") -> Agreement:
    """Chance as if every grade were as likely."""
    found = _Cases(grades, size, weights)
    chance = float(found.grid.sum() / size**2)
    return found.corrected("Brennan-Prediger", chance, np.full(found.cases, chance), 0)


def krippendorff_alpha(
    grades: np.ndarray, size: int, weights: str = "none"
) -> Agreement:
    """Krippendorff's alpha: cases with one grading only say nothing of agreement.

    `ordinal` are Gwet's ordinal weights, not Krippendorff's metric: the two differ. The
    error is linearised: where cases have unequal numbers of gradings, the one published
    example lies 0.06% above it.
    """
    paired = np.isfinite(grades).sum(1) >= 2
    found = _Cases(grades[paired], size, weights)
    values = found.counts.sum()
    common = found.counts.sum(0) / values
    chance = float(common @ found.grid @ common)
    mean = float(found.rated.mean())
    uneven = (found.rated - mean) / mean
    agreed = found.pairs / (mean * (found.rated - 1))
    plain = float(agreed.mean())
    seen = (1 - 1 / values) * plain + 1 / values
    value = (seen - chance) / (1 - chance)
    centre = (plain - chance) / (1 - chance)
    each = found.counts @ (found.grid @ common) / mean - chance * uneven
    own = (agreed - plain * uneven - chance) / (1 - chance)
    own = own - 2 * (1 - centre) * (each - chance) / (1 - chance)
    error = found.agreement("", centre, own).error
    return Agreement(coefficient="Krippendorff alpha", weights=weights, value=value,
                     error=error, cases=found.cases)  # fmt: skip


def krippendorff_ordinal(grades: np.ndarray, size: int) -> float:
    """Krippendorff's alpha by his own ordinal metric, whose steps depend on how common the
    grades between two are. It differs from Gwet's ordinal weights; no error is published.
    """
    counts = _Cases(grades, size, "none").counts
    counts = counts[counts.sum(1) >= 2]
    rated = counts.sum(1)
    pairs = np.einsum("nk,nl,n->kl", counts, counts, 1 / (rated - 1))
    pairs -= np.diag((counts / (rated - 1)[:, None]).sum(0))
    common = pairs.sum(0)
    upto = np.cumsum(common)
    low, high = (
        np.minimum.outer(range(size), range(size)),
        np.maximum.outer(range(size), range(size)),
    )
    between = upto[high] - upto[low] + common[low]
    apart = (between - (common[low] + common[high]) / 2) ** 2
    chance = float(common @ apart @ common) / (common.sum() - 1)
    return 1 - float((pairs * apart).sum()) / chance


def conger_kappa(grades: np.ndarray, size: int, weights: str = "none") -> Agreement:
    """Conger's kappa, for any number of named graders: chance by each one's own habits."""
    found = _Cases(grades, size, weights)
    known = np.isfinite(grades)
    if len(grades) != found.cases or not known.any(0).all():
        msg = "Conger's kappa needs a grading of every case and by every grader."
        raise ValueError(msg)
    given = np.stack([grades == grade for grade in range(size)], axis=2).astype(float)
    rated, raters = known.sum(0), found.raters
    habits = given.sum(0) / rated[:, None]
    common = habits.mean(0)
    spread = float(np.einsum("gk,kl,gl->", habits, found.grid, habits))
    pairs = raters * (raters - 1)
    chance = (raters**2 * float(common @ found.grid @ common) - spread) / pairs
    # How much each case moves each grader's habits, and they the chance.
    slope = 2 * (raters * found.grid @ common - habits @ found.grid) / pairs
    moved = (given - known[:, :, None] * habits) * (found.cases / rated)[:, None]
    each = chance + (moved * slope).sum((1, 2))
    return found.corrected("Conger kappa", chance, each, 1)


class _Cases:
    """Gradings counted: one row a case, one column a grade."""

    def __init__(self, grades: np.ndarray, size: int, weights: str) -> None:
        grades = np.asarray(grades, dtype=float)
        known = grades[np.isfinite(grades)]
        if grades.ndim != 2 or not len(known) or known.min() < 0 or known.max() >= size:
            msg = f"Gradings are cases x raters of numbers from 0 to {size - 1}."
            raise ValueError(msg)
        every = np.stack([(grades == grade).sum(1) for grade in range(size)], axis=1)
        self.raters = grades.shape[1]
        self.counts = every[every.sum(1) > 0].astype(float)
        self.rated = self.counts.sum(1)
        self.cases = len(self.counts)
        self.weights = weights
        self.grid = weighting(size, weights)
        self.pairs = (self.counts * (self.counts @ self.grid - 1)).sum(1)
        twice = self.rated >= 2
        if not twice.any():
            msg = "No case was graded twice: agreement cannot be told."
            raise ValueError(msg)
        self.twice = twice
        self.seen_share = twice.mean()
        possible = np.where(twice, self.rated * (self.rated - 1), 1)
        self.agreed = np.where(twice, self.pairs / possible, 0.0)
        self.seen = float(self.agreed[twice].mean())
        self.shares = self.counts / self.rated[:, None]
        self.prevalence = self.shares.mean(0)

    def corrected(
        self, name: str, chance: float, each_chance: np.ndarray, times: int
    ) -> Agreement:
        """(seen - chance) / (1 - chance), with each case's share of it."""
        value = (self.seen - chance) / (1 - chance)
        own = (self.agreed - chance * self.twice) / self.seen_share / (1 - chance)
        own = own - times * (1 - value) * (each_chance - chance) / (1 - chance)
        return self.agreement(name, value, own)

    def agreement(self, name: str, value: float, own: np.ndarray) -> Agreement:
        spread = float(((own - value) ** 2).sum())
        # A two-rater table is described as the cases it holds; more raters as a sample.
        freedom = self.cases if self.raters == 2 else self.cases - 1
        error = math.sqrt(spread / (self.cases * freedom))
        return Agreement(
            coefficient=name, weights=self.weights, value=value, error=error,
            cases=int(self.twice.sum()),
        )  # fmt: skip
