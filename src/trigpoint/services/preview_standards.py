"""What a change of a standard would flip, before it is made: over a run that is there."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa

from trigpoint.judgements import batch
from trigpoint.records.record import Refusal
from trigpoint.services.local_pack import load_pack
from trigpoint.services.run_folder import Run, load_run
from trigpoint.standards import prose
from trigpoint.standards.catalogue import by_slug
from trigpoint.standards.standard import Standard
from trigpoint.timekeeping.calendar import Calendar

Flips = Counter[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """One standard, old and new: what each says, and outcome to outcome how many."""

    slug: str
    old: tuple[str, ...]
    new: tuple[str, ...]
    flips: Flips
    examples: tuple[tuple[str, str, str, str], ...]

    @property
    def flipped(self) -> int:
        """How many verdicts would be others."""
        return sum(n for (one, other), n in self.flips.items() if one != other)


_NONE = "no occasion"


def preview(*, old: str, new: str, run: Path) -> list[Preview]:
    """Judge the run's log by both. `old` and `new` are a pack's file or a slug.

    A pack is compared in all that it adds or adjusts; against a pack, a slug of the library
    means all that the pack touches.
    """
    known = load_run(run)
    first, second = _read(old), _read(new)
    slugs = sorted(
        set(second) | set(first)
        if Path(old).is_file() == Path(new).is_file()
        else set(second if Path(new).is_file() else first)
    )
    found = []
    for slug in slugs:
        before = first.get(slug) or by_slug(slug)
        after = second.get(slug) or by_slug(slug)
        found.append(_compared(slug, before, after, known))
    return found


def _read(word: str) -> dict[str, tuple[Standard, ...]]:
    path = Path(word)
    if path.is_file():
        pack = load_pack(path)
        return {one.slug: (one,) for one in (*pack.added, *pack.adjusted)}
    versions = by_slug(word)
    if not versions:
        msg = f"{word} is neither a pack's file nor a standard of the library."
        raise Refusal(msg)
    return {word: versions}


def _compared(
    slug: str, before: tuple[Standard, ...], after: tuple[Standard, ...], run: Run
) -> Preview:
    outcomes = _judged(before, run), _judged(after, run)
    flips: Flips = Counter()
    examples = []
    for key in sorted(set(outcomes[0]) | set(outcomes[1])):
        one, other = (found.get(key, _NONE) for found in outcomes)
        flips[one, other] += 1
        if one != other and len(examples) < 10:
            examples.append((key[0], key[1], one, other))
    return Preview(
        slug=slug,
        old=tuple(
            line for item in before for line in prose.as_english(item).splitlines()
        ),
        new=tuple(
            line for item in after for line in prose.as_english(item).splitlines()
        ),
        flips=flips,
        examples=tuple(examples),
    )


def _judged(versions: tuple[Standard, ...], run: Run) -> dict[tuple[str, str], str]:
    if not versions:
        return {}
    result: pa.Table = batch.judge(
        run.log,
        standards=versions,
        coverage=run.coverage,
        calendar=Calendar(),
        as_at=run.as_at,
        window=run.window,
    )
    rows = result.select(["child", "occasion", "outcome"]).to_pylist()
    return {(row["child"], row["occasion"]): row["outcome"] for row in rows}
