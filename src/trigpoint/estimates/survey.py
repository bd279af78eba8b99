"""Means and totals from a drawn sample: stratified, finite, and helped by what is known.

Särndal, Swensson and Wretman (1992), Model Assisted Survey Sampling: the stratified
estimator with the finite population correction, and the regression (GREG) estimator,
whose variance is that of the residuals.
"""

import math
from dataclasses import dataclass

import numpy as np
from scipy import stats


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyEstimate:
    """A mean or total with its standard error."""

    value: float
    error: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """Drawn cases: `stratum` of each (0 ...), and how many each stratum holds in all."""

    stratum: np.ndarray
    sizes: np.ndarray

    def __post_init__(self) -> None:
        drawn = np.bincount(self.stratum, minlength=len(self.sizes))
        if (drawn < np.minimum(self.sizes, 2)).any() or (drawn > self.sizes).any():
            msg = (
                "Each stratum needs two drawn cases or more (one, where it holds one), "
                "and no more than it holds."
            )
            raise ValueError(msg)

    @property
    def weights(self) -> np.ndarray:
        """How many cases each drawn one stands for."""
        drawn = np.bincount(self.stratum, minlength=len(self.sizes))
        return (self.sizes / drawn)[self.stratum]


def total(sample: Sample, values: np.ndarray, *, finite: bool = True) -> SurveyEstimate:
    """The total of the whole population.

    `finite`: the claim is about those very cases, so that what was read has no error. A
    claim about the practice behind them needs the error without that correction.
    """
    values = np.asarray(values, dtype=float)
    found = float((sample.weights * values).sum())
    return SurveyEstimate(value=found, error=_error(sample, values, finite))


def mean(sample: Sample, values: np.ndarray, *, finite: bool = True) -> SurveyEstimate:
    """The mean of the whole population (`finite`: see `total`)."""
    whole = float(sample.sizes.sum())
    found = total(sample, values, finite=finite)
    return SurveyEstimate(value=found.value / whole, error=found.error / whole)


def greg_total(
    sample: Sample,
    values: np.ndarray,
    known: np.ndarray,
    totals: np.ndarray,
    *,
    textbook: bool = False,
) -> SurveyEstimate:
    """The total, helped by columns known for every case.

    `known`: drawn cases x columns, the first all ones; `totals`: of each column over
    the whole population. The error is the g-weighted one (as R's `calibrate` gives it);
    `textbook`: that of the plain residuals, with a degree lost for each column.
    """
    values = np.asarray(values, dtype=float)
    known = np.asarray(known, dtype=float)
    weighted = known * sample.weights[:, None]
    slope = np.linalg.solve(known.T @ weighted, weighted.T @ values)
    gap = np.asarray(totals, dtype=float) - weighted.sum(0)
    found = float((sample.weights * values).sum() + gap @ slope)
    residuals = values - known @ slope
    if textbook:
        drawn, columns = known.shape
        residuals = residuals * math.sqrt((drawn - 1) / (drawn - columns))
    else:
        # The weights after calibration carry the residuals.
        residuals = residuals * (1 + known @ np.linalg.solve(known.T @ weighted, gap))
    return SurveyEstimate(value=found, error=_error(sample, residuals))


def greg_mean(
    sample: Sample,
    values: np.ndarray,
    known: np.ndarray,
    totals: np.ndarray,
    *,
    textbook: bool = False,
) -> SurveyEstimate:
    """The mean, helped by columns known for every case (see `greg_total`)."""
    whole = float(sample.sizes.sum())
    found = greg_total(sample, values, known, totals, textbook=textbook)
    return SurveyEstimate(value=found.value / whole, error=found.error / whole)


def post_stratified_total(
    sample: Sample, values: np.ndarray, kinds: np.ndarray, sizes: np.ndarray
) -> SurveyEstimate:
    """The total, helped by how many cases of each kind (0 ...) there are in all."""
    known = (kinds[:, None] == np.arange(len(sizes))).astype(float)
    return greg_total(sample, values, known, sizes)


def _error(sample: Sample, values: np.ndarray, finite: bool = True) -> float:
    variance = 0.0
    for stratum, size in enumerate(sample.sizes):
        inside = values[sample.stratum == stratum]
        drawn = len(inside)
        if drawn < 2:
            # The only case of its stratum was read.
            continue
        unseen = 1 - drawn / size if finite else 1.0
        variance += size**2 * unseen * inside.var(ddof=1) / drawn
    return math.sqrt(variance)


def logit_interval(share: SurveyEstimate, degrees: int) -> tuple[float, float]:
    """The 95% interval of a share, on the logit scale, with Student's t."""
    spread = share.value * (1 - share.value)
    if spread == 0:
        msg = "A share of none or all has no logit interval: use `beta_interval`."
        raise ValueError(msg)
    middle = math.log(share.value / (1 - share.value))
    half = float(stats.t.ppf(0.975, degrees)) * share.error / spread
    low, high = (1 / (1 + math.exp(-(middle + way * half))) for way in (-1, 1))
    return low, high


def beta_interval(
    share: SurveyEstimate, degrees: int, drawn: int
) -> tuple[float, float]:
    """The 95% interval of a share by the exact method on the effective number of cases.

    Korn, E. and Graubard, B. (1998), Survey Methodology 24:193-201.
    """
    if share.error == 0:
        effective = float(drawn)
    else:
        ratio = stats.t.ppf(0.025, drawn - 1) / stats.t.ppf(0.025, degrees)
        effective = share.value * (1 - share.value) / share.error**2 * ratio**2
    yes, no = effective * share.value, effective * (1 - share.value)
    low = 0.0 if yes == 0 else float(stats.beta.ppf(0.025, yes, no + 1))
    high = 1.0 if no == 0 else float(stats.beta.ppf(0.975, yes + 1, no))
    return low, high
