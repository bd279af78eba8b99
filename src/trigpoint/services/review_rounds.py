"""Compare two runs, or two audits: the rounds as cases, then the rule."""

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from trigpoint.publication import review_page
from trigpoint.publication.review_page import Rounds
from trigpoint.records.record import Refusal
from trigpoint.reviews.audits import compare_audits, read_audit
from trigpoint.reviews.cases import Round, round_of
from trigpoint.reviews.compare import Review, compare
from trigpoint.reviews.verdict import Share
from trigpoint.services.run_folder import Run, load_run
from trigpoint.standards.catalogue import all_standards
from trigpoint.standards.standard import Fault
from trigpoint.timekeeping import london
from trigpoint.vocabulary.agencies import Agency


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed:
    """A review with what it was made from."""

    review: Review
    rounds: Rounds


def review_rounds(
    *,
    before: Path,
    after: Path,
    holder: Agency = Agency.POLICE,
    out: Path | None = None,
) -> Reviewed:
    """Compare two run folders, or two audit files; with `out`, write the page there.

    Refuses one of each kind, what is neither, and an output folder that holds something.
    """
    if out is not None and out.exists() and any(out.iterdir()):
        msg = f"{out} is not empty: give a new folder, so that nothing is lost."
        raise Refusal(msg)
    if before.is_dir() != after.is_dir():
        msg = f"{before} and {after}: give two run folders, or two audit files."
        raise Refusal(msg)
    made = _runs(before, after, holder) if before.is_dir() else _audits(before, after)
    if out is not None:
        review_page.write(made.review, made.rounds, as_data(made), out)
    return made


def _audits(before: Path, after: Path) -> Reviewed:
    review = compare_audits(read_audit(before), read_audit(after))
    rounds = Rounds(
        before=before.name, after=after.name, invented=False, whose="case files",
        risk="were graded inadequate", procedural="were graded requires improvement",
    )  # fmt: skip
    return Reviewed(review=review, rounds=rounds)


def _runs(before: Path, after: Path, holder: Agency) -> Reviewed:
    runs = load_run(before), load_run(after)
    judged = [pq.read_table(one.folder / "judgements.parquet") for one in runs]
    changed = _changed(*runs, *judged)
    slugs = [set(pc.unique(one["standard"]).to_pylist()) for one in judged]
    alike = (slugs[0] | slugs[1]) - set(changed)
    left_out = sum(
        int(
            pc.sum(
                pc.is_in(one["standard"], pa.array(sorted(changed), pa.string()))
            ).as_py()
            or 0
        )
        for one in judged
    )
    windows = [_window(run, table) for run, table in zip(runs, judged, strict=True)]
    first, second = (
        _round(run, table, window, holder, alike)
        for run, table, window in zip(runs, judged, windows, strict=True)
    )
    review = compare(first, second, changed=changed, left_out=left_out)
    words = [_period(window) for window in windows]
    rounds = Rounds(
        before=words[0], after=words[1], invented=runs[0].invented or runs[1].invented,
        whose=f"{holder.label} duties", risk="had a risk not seen or not acted on",
        procedural="had only procedure at fault",
    )  # fmt: skip
    return Reviewed(review=review, rounds=rounds)


def _round(
    run: Run, judged: pa.Table, window: tuple[int, int], holder: Agency, alike: set[str]
) -> Round:
    entered = run.log.group_by("event").aggregate([("recorded", "min")])
    return round_of(
        judged,
        entered.rename_columns(["event", "recorded"]),
        holder=holder.value,
        standards=alike,
        may_be_risk=[
            one.slug
            for one in all_standards()
            if one.fault is Fault.RISK or one.becomes_risk is not None
        ],
        window=window,
    )


def _changed(
    before: Run, after: Run, judged_before: pa.Table, judged_after: pa.Table
) -> dict[str, str]:
    """Standards that the rounds did not judge alike: other versions, or other content."""
    found = {}
    # A run of an older version did not keep its library: versions alone are compared.
    kept = bool(before.library and after.library)
    for slug in sorted(set(before.library) | set(after.library)) if kept else ():
        first, second = before.library.get(slug), after.library.get(slug)
        if first is None or second is None:
            found[slug] = "only in one round's library"
        elif first != second:
            found[slug] = "defined otherwise"
    versions = _versions(judged_before), _versions(judged_after)
    for slug in set(versions[0]) & set(versions[1]):
        if versions[0][slug] != versions[1][slug]:
            found[slug] = (
                f"version {versions[0][slug]} before, {versions[1][slug]} after"
            )
    return found


def _versions(judged: pa.Table) -> dict[str, str]:
    pairs = judged.group_by(["standard", "version"]).aggregate([])
    found: dict[str, list[int]] = {}
    for row in pairs.to_pylist():
        found.setdefault(row["standard"], []).append(row["version"])
    return {
        slug: " and ".join(map(str, sorted(numbers))) for slug, numbers in found.items()
    }


def _window(run: Run, judged: pa.Table) -> tuple[int, int]:
    """The window asked for; open ends from the first and last occasion there was."""
    triggered = judged["triggered_at"].cast(pa.int64())
    if not len(triggered):
        msg = f"{run.folder} holds no judgement: there is nothing to compare."
        raise Refusal(msg)
    first, last = pc.min(triggered).as_py(), pc.max(triggered).as_py() + 1
    start, end = run.window or (first, last)
    return max(start, first - london.DAY), min(end, last + london.DAY)


def _period(window: tuple[int, int]) -> str:
    first, last = london.moment(window[0]), london.moment(window[1] - 1)
    return f"{first:%-d %B %Y} to {last:%-d %B %Y}"


def as_data(made: Reviewed) -> dict[str, Any]:
    """The review for machines (the shape stands in the product's contract)."""
    review, errors = made.review, made.review.errors
    return {
        "verdict": review.verdict.value,
        "rounds": {"before": made.rounds.before, "after": made.rounds.after},
        "invented": made.rounds.invented,
        "risk": _share(review.risk),
        "procedural": {
            **_share(review.procedural),
            "verdict": review.procedural_called.value,
        },
        "bounds_with_cannot_tell": review.within,
        "guards": [
            {
                "name": one.name,
                "fired": one.fired,
                "says": one.says,
                "vetoes": sorted(item.value for item in one.vetoes),
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
        "check": {"low": check.low, "high": check.high, "method": check.method},
    }
