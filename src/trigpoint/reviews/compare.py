"""The review of two rounds of all cases."""

from dataclasses import dataclass

import numpy as np
from scipy import stats

from trigpoint.estimates.exact_rates import score_at_none
from trigpoint.estimates.several import benjamini_hochberg, holm
from trigpoint.reviews import guards as guard
from trigpoint.reviews.cases import Round
from trigpoint.reviews.guards import Guard
from trigpoint.reviews.verdict import (
    Called,
    Errors,
    Share,
    bounds,
    called,
    errors_of,
    share,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaChange:
    """One area: cases with something late or missed of those with an occasion there.

    `claim` and `exploring` are the p-value after Holm and after Benjamini-Hochberg.
    """

    area: str
    share: Share
    claim: float
    exploring: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """What a review says, and all that it rests on."""

    verdict: Called
    risk: Share
    procedural: Share
    procedural_called: Called
    within: tuple[float, float]
    errors: Errors | None
    guards: tuple[Guard, ...]
    areas: tuple[AreaChange, ...]


def compare(
    before: Round,
    after: Round,
    *,
    changed: dict[str, str] | None = None,
    left_out: int = 0,
) -> Review:
    """Compare two rounds. `changed`: standards judged otherwise (left out already)."""
    risk = share(before.count(before.risk), after.count(after.risk))
    procedural = share(before.count(before.procedural), after.count(after.procedural))
    errors = errors_of(risk.before, risk.after)
    within = bounds(before.reach(), after.reach())
    found = (
        guard.recording(before, after),
        guard.case_mix(before, after, risk),
        guard.volume(before, after),
        guard.versions(changed or {}, left_out),
        guard.regression(before),
    )
    vetoed = frozenset[Called]().union(*(one.vetoes for one in found))
    return Review(
        verdict=called(risk, errors, within, vetoed),
        risk=risk,
        procedural=procedural,
        procedural_called=called(
            procedural,
            errors_of(procedural.before, procedural.after),
            (0.0, 0.0),
            frozenset(),
        ),
        within=within,
        errors=errors,
        guards=found,
        areas=_areas(before, after),
    )


def _areas(before: Round, after: Round) -> tuple[AreaChange, ...]:
    names = [name for name in before.areas if name in after.areas]
    pairs = [(before.areas[name], after.areas[name]) for name in names]
    chances = [_chance(*pair) for pair in pairs]
    return tuple(
        AreaChange(area=name, share=share(*pair), claim=claim, exploring=exploring)
        for name, pair, claim, exploring in zip(
            names, pairs, holm(chances), benjamini_hochberg(chances), strict=True
        )
    )


def _chance(before: tuple[int, int], after: tuple[int, int]) -> float:
    """The two-sided p-value of the score test."""
    if not before[1] or not after[1]:
        return 1.0
    score = score_at_none(
        np.array([before[0]]), before[1], np.array([after[0]]), after[1]
    )
    return float(2 * stats.norm.sf(abs(float(score[0]))))
