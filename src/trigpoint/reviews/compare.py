"""The review of two rounds of all cases."""

from dataclasses import dataclass

import numpy as np
from scipy import stats

from trigpoint.estimates.exact_rates import score_at_none
from trigpoint.estimates.several import benjamini_hochberg, holm
from trigpoint.reviews import guards as guard
from trigpoint.reviews.audited import SampleChange
from trigpoint.reviews.cases import Of, Round
from trigpoint.reviews.graders import Graders
from trigpoint.reviews.guards import Guard
from trigpoint.reviews.recording import recording
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
    """What a review says, and all that it rests on.

    The procedural share has its own verdict by the same rule: its own bounds, errors and
    guards (`procedural_guards`, of which only those that veto are told). `only_procedural`:
    of cases with any fault, those with no risk. `graders`: what two graders of the same files
    agree on; `sample`: people's grades of some cases beside the verdict on all.
    """

    verdict: Called
    risk: Share
    procedural: Share
    procedural_called: Called
    within: tuple[float, float]
    errors: Errors | None
    guards: tuple[Guard, ...]
    areas: tuple[AreaChange, ...]
    procedural_guards: tuple[Guard, ...] = ()
    procedural_within: tuple[float, float] = (0.0, 0.0)
    procedural_errors: Errors | None = None
    only_procedural: Share | None = None
    graders: tuple[Graders, ...] = ()
    sample: SampleChange | None = None


def compare(
    before: Round,
    after: Round,
    *,
    changed: dict[str, str] | None = None,
    left_out: int = 0,
) -> Review:
    """Compare two rounds. `changed`: standards judged otherwise (left out already)."""
    versions = guard.versions(changed or {}, left_out)
    risk = _primary(before, after, Of.RISK, versions)
    procedural = _primary(before, after, Of.PROCEDURAL, versions)
    return Review(
        verdict=risk.called,
        risk=risk.share,
        procedural=procedural.share,
        procedural_called=procedural.called,
        within=risk.within,
        errors=risk.errors,
        guards=risk.guards,
        areas=_areas(before, after),
        procedural_guards=procedural.guards,
        procedural_within=procedural.within,
        procedural_errors=procedural.errors,
        only_procedural=share(
            (procedural.share.before[0], _faults(before)),
            (procedural.share.after[0], _faults(after)),
        ),
    )


def _faults(one: Round) -> int:
    return one.count(one.risk | one.procedural)[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Primary:
    """One primary share with its verdict by the rule."""

    share: Share
    called: Called
    within: tuple[float, float]
    errors: Errors | None
    guards: tuple[Guard, ...]


def _primary(before: Round, after: Round, of: Of, versions: Guard) -> _Primary:
    found = share(
        before.count(before.seen_as(of).found), after.count(after.seen_as(of).found)
    )
    errors = errors_of(found.before, found.after)
    within = bounds(before.reach(of), after.reach(of))
    guards = (
        recording(before, after, of),
        guard.case_mix(before, after, found, of),
        guard.volume(before, after, of),
        versions,
        guard.regression(before, of),
    )
    vetoed = frozenset[Called]().union(*(one.vetoes for one in guards))
    return _Primary(
        share=found,
        called=called(found, errors, within, vetoed),
        within=within,
        errors=errors,
        guards=guards,
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
