"""Compare two runs, or two audits: the rounds as cases, then the rule."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from trigpoint.publication import review_page
from trigpoint.publication.review_words import Rounds
from trigpoint.records.record import Refusal
from trigpoint.reviews.audit_change import compare_audits
from trigpoint.reviews.audited import audited_change
from trigpoint.reviews.audits import read_audit
from trigpoint.reviews.cases import Round, round_of
from trigpoint.reviews.compare import Review, compare
from trigpoint.reviews.graders import graders
from trigpoint.reviews.record import record_of
from trigpoint.services import review_data
from trigpoint.services.run_folder import Run, load_run
from trigpoint.standards.catalogue import all_standards
from trigpoint.standards.standard import Fault
from trigpoint.timekeeping import london
from trigpoint.vocabulary.agencies import Agency

_PROCEDURE = (
    "Procedure is not risk: in these cases a step was late or not done, and no child was left "
    "at risk by it. More or fewer of them does not alter the verdict above."
)


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
    audits: tuple[Path, Path] | None = None,
    out: Path | None = None,
) -> Reviewed:
    """Compare two run folders, or two audit files; with `out`, write the page there.

    `audits`: people's grades of some of each run's cases, shown beside the verdict on all.
    Refuses one of each kind, what is neither, and an output folder that holds something.
    """
    if out is not None and out.exists() and any(out.iterdir()):
        msg = f"{out} is not empty: give a new folder, so that nothing is lost."
        raise Refusal(msg)
    if before.is_dir() != after.is_dir():
        msg = f"{before} and {after}: give two run folders, or two audit files."
        raise Refusal(msg)
    if audits is not None and not before.is_dir():
        msg = "--audit-before and --audit-after stand beside two run folders, not two files."
        raise Refusal(msg)
    runs = before.is_dir()
    made = _runs(before, after, holder, audits) if runs else _audits(before, after)
    if out is not None:
        review_page.write(made.review, made.rounds, as_data(made), out)
    return made


def as_data(made: Reviewed) -> dict[str, Any]:
    """The review for machines."""
    return review_data.as_data(made.review, made.rounds)


def _audits(before: Path, after: Path) -> Reviewed:
    review = compare_audits(read_audit(before), read_audit(after))
    rounds = Rounds(
        before=before.name, after=after.name, invented=False, whose="case files",
        risk="were graded inadequate", procedural="were graded requires improvement",
        note="It is the grade above, and a case that leaves inadequate may enter it.",
    )  # fmt: skip
    return Reviewed(review=review, rounds=rounds)


def _runs(
    before: Path, after: Path, holder: Agency, audits: tuple[Path, Path] | None
) -> Reviewed:
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
    if audits is not None:
        graded = read_audit(audits[0]), read_audit(audits[1])
        review = replace(
            review,
            sample=audited_change((first, second), graded),
            graders=tuple(one for one in map(graders, graded) if one is not None),
        )
    words = [_period(window) for window in windows]
    rounds = Rounds(
        before=words[0], after=words[1], invented=runs[0].invented or runs[1].invented,
        whose=f"{holder.label} duties", risk="had a risk not seen or not acted on",
        procedural="had only procedure at fault", note=_PROCEDURE,
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
        record=record_of(run.log, holder=holder.value, window=window),
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
