"""A review as data for machines (the shape stands in the product's contract)."""

from dataclasses import asdict
from typing import Any

from trigpoint.publication.review_words import Rounds
from trigpoint.reviews.audited import SampleChange
from trigpoint.reviews.compare import Review
from trigpoint.reviews.graders import Graders
from trigpoint.reviews.verdict import Share


def as_data(review: Review, rounds: Rounds) -> dict[str, Any]:
    """The review for machines (the shape stands in the product's contract)."""
    errors = review.errors
    return {
        "verdict": review.verdict.value,
        "rounds": {"before": rounds.before, "after": rounds.after},
        "invented": rounds.invented,
        "risk": _share(review.risk),
        "procedural": {
            **_share(review.procedural),
            "verdict": review.procedural_called.value,
            "bounds_with_cannot_tell": review.procedural_within,
            "vetoed_by": [one.name for one in review.procedural_guards if one.vetoes],
            "errors": (
                asdict(review.procedural_errors) if review.procedural_errors else None
            ),
        },
        "only_procedural_of_any_fault": (
            _share(review.only_procedural) if review.only_procedural else None
        ),
        "bounds_with_cannot_tell": review.within,
        "guards": [
            {
                "name": one.name,
                "fired": one.fired,
                "says": one.says,
                "vetoes": sorted(item.value for item in one.vetoes),
                "may_veto": one.may_veto,
                "does": one.does,
            }
            for one in review.guards
        ],
        "power": errors.power if errors else None,
        "errors": asdict(errors) if errors else None,
        "areas": [
            {
                "area": one.area,
                "p_holm": one.claim,
                "p_benjamini_hochberg": one.exploring,
                **_share(one.share),
            }
            for one in review.areas
        ],
        "audited_sample": _sample(review.sample),
        "graders": [_graders(one) for one in review.graders],
    }


def _sample(found: SampleChange | None) -> dict[str, Any] | None:
    if found is None:
        return None
    return {
        "before": asdict(found.before),
        "after": asdict(found.after),
        "difference": found.difference.value,
        "low": found.difference.low,
        "high": found.difference.high,
        "method": found.difference.method,
        "confidence": 0.975,
        "verdict": found.called.value,
    }


def _graders(found: Graders) -> dict[str, Any]:
    return {
        "file": found.name,
        "grades": list(found.grades),
        "table_force_by_inspector": [list(row) for row in found.table],
        "graded_down": found.down,
        "graded_up": found.up,
        "cases": found.cases,
        "down_minus_up": asdict(found.self_flattering),
        "kappa_linear": asdict(found.kappa) if found.kappa else None,
        "ac2_linear": asdict(found.ac2),
    }


def _share(one: Share) -> dict[str, Any]:
    difference, check = one.difference, one.check
    return {
        "before": difference.before,
        "after": difference.after,
        "difference": difference.value,
        "low": difference.low,
        "high": difference.high,
        "cases": [one.before[1], one.after[1]],
        "counts": [one.before[0], one.after[0]],
        "method": difference.method,
        "confidence": 0.975,
        "frames": one.frames,
        "effective_cases": one.effective,
        "paired": one.moved is not None,
        "check": {"low": check.low, "high": check.high, "method": check.method},
    }
