"""Is a review right? Many worlds in which the truth is known, each reviewed by the rule.

For the worlds in which nothing changed a force of many children is invented, read and judged
once, and its children are parted by a hash into worlds, each reviewed on its own: "improved"
is false there. Worlds of one force share its districts, staff and days; they are not as many
forces, and the output says of how many forces they are parts. Small worlds mostly cannot show
ten points; some large ones, which can, are run as well. Each decoy is a force of its own, from a
seed of its own, and must be told for what it is. No child is scripted in any.

    python3 dev.py soak reviews --worlds 1000 --large 20 --decoys 100
"""

import argparse
import hashlib
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from statistics import median

import pyarrow as pa
import pyarrow.compute as pc
from scipy import stats

from trigpoint.chronology import assembly
from trigpoint.judgements import batch, table
from trigpoint.records import intake as intakes
from trigpoint.reviews.cases import round_of
from trigpoint.reviews.compare import Review, compare
from trigpoint.reviews.record import record_of
from trigpoint.reviews.verdict import POWER
from trigpoint.standards.catalogue import all_standards
from trigpoint.standards.standard import Fault
from trigpoint.synthetic import generation
from trigpoint.timekeeping import london
from trigpoint.timekeeping.calendar import Calendar

WINDOWS = tuple(
    (london.day_start(start), london.day_start(end))
    for start, end in (
        (date(2016, 7, 1), date(2017, 5, 1)),
        (date(2017, 8, 1), date(2018, 6, 1)),
    )
)
#: Children of a null world, and of a world of a decoy.
NULL_CHILDREN, DECOY_CHILDREN = 1_000, 3_000
#: Children of a null world in which ten points would probably show.
LARGE_CHILDREN = 6_000
_FORCE = 60_000


def reviews(regime: str, seed: int, children: int, force: int) -> Iterator[Review]:
    """The reviews of the worlds of so many children in one force."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "force"
        generation.generate(
            out=place, children=force, seed=seed, regime=regime, scripted=False
        )
        intake = intakes.read_folder(
            place / "extracts", mapping=None, progress=lambda _: None
        )
    made = assembly.assemble(
        tables=intake.tables, reach=intake.reach, extracts=intake.extracts
    )
    as_at = london.day_end(london.local_date(max(intake.reach.values())))
    standards = all_standards()
    rounds = []
    for window in WINDOWS:
        result = batch.judge(
            made.log, standards=standards, coverage=made.coverage, calendar=Calendar(),
            as_at=as_at, window=window,
        )  # fmt: skip
        rounds.append(
            table.contract_table(
                result=result,
                log=made.log,
                standards=standards,
                missing_words=lambda code, _standard: code,
            )  # fmt: skip
        )
    entered = made.log.group_by("event").aggregate([("recorded", "min")])
    entered = entered.rename_columns(["event", "recorded"])
    worlds = force // children
    parted = [_parted(one, worlds, seed) for one in rounds]
    risky = [
        one.slug
        for one in standards
        if one.fault is Fault.RISK or one.becomes_risk is not None
    ]
    for world in range(worlds):
        yield compare(
            *(
                round_of(
                    part[world], entered, holder="POLICE",
                    standards=[one.slug for one in standards], may_be_risk=risky,
                    window=window,
                    record=record_of(
                        _of(made.log, part[world]), holder="POLICE", window=window
                    ),
                )
                for part, window in zip(parted, WINDOWS, strict=True)
            )
        )  # fmt: skip


def _of(log: pa.Table, judged: pa.Table) -> pa.Table:
    """The log of a world's children."""
    children = pc.unique(judged["child"])
    return log.filter(pc.is_in(log["child"], children))


def _parted(judged: pa.Table, worlds: int, seed: int) -> list[pa.Table]:
    """The judgements of each world, by a keyed hash of the child."""
    names = judged["child"].combine_chunks().dictionary_encode()
    group = [
        int(hashlib.sha256(f"{seed}/{name}".encode()).hexdigest()[:8], 16) % worlds
        for name in names.dictionary.to_pylist()
    ]
    of_row = pa.array(group).take(names.indices)
    judged = judged.append_column("world", of_row).sort_by("world")
    sizes = Counter(judged["world"].to_pylist())
    parts, at = [], 0
    for world in range(worlds):
        parts.append(judged.slice(at, sizes[world]))
        at += sizes[world]
    return parts


def gather(regime: str, worlds: int, children: int, force: int) -> list[Review]:
    """So many reviews, from as many seeds as it takes."""
    found: list[Review] = []
    seed = 1
    while len(found) < worlds:
        found += list(reviews(regime, seed, children, force))
        said = Counter(one.verdict.value for one in found)
        print(f"  {regime}: seed {seed}, {len(found)} worlds, {dict(said)}", flush=True)
        seed += 1
    return found[:worlds]


def told(regime: str, review: Review) -> bool:
    """Whether a decoy was told for what it is."""
    fired = {one.name for one in review.guards if one.fired}
    verdict = review.verdict.value
    if regime == "decoy-records":
        return verdict != "improved" and "recording" in fired
    if regime == "decoy-volume":
        return verdict != "deteriorated" and "volume" in fired
    return verdict not in ("improved", "deteriorated")


def _withheld(null: list[Review]) -> str:
    """Why the rule says "not enough evidence"; one world may have several reasons."""
    short = sum(one.errors is None or one.errors.power < POWER for one in null)
    turned = sum(one.within[0] < 0 < one.within[1] for one in null)
    vetoed = sum(any(guard.vetoes for guard in one.guards) for one in null)
    return (
        f"too small to show ten points {short}, what cannot be told could turn the sign "
        f"{turned}, a guard vetoes {vetoed}"
    )


def _null(worlds: int, children: int, force: int, *, large: bool = False) -> bool:
    """How often nothing is called an improvement; whether that keeps its limit.

    Of `large` worlds: whether the typical one could have shown ten points.
    """
    force = max(force, children)
    null = gather("decoy-nothing", worlds, children, force)
    forces = -(-worlds // (force // children))
    false = sum(one.verdict.value == "improved" for one in null)
    upper = float(stats.beta.ppf(0.95, false + 1, len(null) - false)) if null else 1.0
    errors = [one.errors for one in null if one.errors]
    exact = sum(one.false_improved for one in errors) / max(len(errors), 1)
    power = median(one.power for one in errors) if errors else 0.0
    said = Counter(one.verdict.value.replace("_", " ") for one in null)
    print(
        f"null worlds: {len(null)} parts, by a hash of the child, of {forces} invented "
        f"{'force' if forces == 1 else 'forces'} of {force:,} children ({children:,} a world); "
        "parts of one force are not independent forces"
    )
    print(f"  verdicts: {', '.join(f'{word} {n}' for word, n in said.most_common())}")
    print(f"  {_withheld(null)}")
    print(
        f"  the typical world has {median(one.risk.before[1] for one in null):,.0f} cases "
        f"before, and would show ten points with a chance of {power:.0%}"
    )
    limit = "one, and one in 25, is let pass" if large else "limit 4%"
    print(
        f'  false "improved": {false} of {len(null)}, upper 95% limit {upper:.2%} ({limit}); '
        f"the interval's own exact rate {exact:.2%}",
        flush=True,
    )
    return power >= POWER and false <= 1 + worlds // 25 if large else upper <= 0.04


def main(arguments: list[str]) -> int:
    """Print the figures; 1 where a limit is missed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--worlds", type=int, default=1000, help="0: none")
    parser.add_argument("--large", type=int, default=20, help="worlds with power")
    parser.add_argument("--force", type=int, default=_FORCE, help="parted into worlds")
    parser.add_argument("--decoys", type=int, default=100)
    asked = parser.parse_args(arguments)
    begun = time.monotonic()
    kept = asked.worlds == 0 or _null(asked.worlds, NULL_CHILDREN, asked.force)
    if asked.large:
        kept &= _null(asked.large, LARGE_CHILDREN, asked.force, large=True)
    for regime in ("decoy-nothing", "decoy-records", "decoy-volume"):
        found = gather(regime, asked.decoys, DECOY_CHILDREN, DECOY_CHILDREN)
        right = sum(told(regime, one) for one in found)
        kept &= right >= 0.9 * len(found)
        print(f"{regime} told for what it is: {right} of {len(found)} (limit 90%)")
    changed = gather("change", asked.decoys, DECOY_CHILDREN, DECOY_CHILDREN)
    seen = sum(one.verdict.value == "improved" for one in changed)
    print(f"a real improvement called improved: {seen} of {len(changed)}")
    print(f"seconds {time.monotonic() - begun:.0f}")
    return 0 if kept else 1
