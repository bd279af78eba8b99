"""Figures that the issue asks for, each printed by this program: `dev.py soak figures`.

Published intervals and coefficients, kept or missed; duties and links of invented forces held
against their truth, over seeds and regimes; likeness on records of others; and the sector's
rule 8675Q row by row. `--only published duties links clock` chooses.
"""

import argparse
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from _pytest.outcomes import Skipped

from tests.support import known_pairs, published, sector_clock
from tests.support.shared import shared_path
from trigpoint.services import inspect_extracts, score_run
from trigpoint.synthetic import generation

REGIMES = (
    "before",
    "after",
    "change",
    "decoy-nothing",
    "decoy-records",
    "decoy-volume",
)
PARTS = ("published", "duties", "clock")


def main(arguments: list[str] | None = None) -> int:
    """Print the figures; 1 where a limit is missed."""
    parser = argparse.ArgumentParser(prog="soak figures", description=__doc__)
    parser.add_argument("--only", nargs="+", choices=PARTS, default=PARTS)
    parser.add_argument("--children", type=int, default=10_000, help="of each force")
    parser.add_argument("--seeds", type=int, default=3, help="of each regime, from 1")
    parser.add_argument("--regimes", nargs="+", choices=REGIMES, default=REGIMES)
    parser.add_argument("--census", type=int, default=10_000, help="children of it")
    asked = parser.parse_args(arguments)
    begun = time.monotonic()
    kept = True
    if "published" in asked.only:
        kept &= _beside(_published)
    if "duties" in asked.only:
        kept &= _forces(asked)
        kept &= _beside(_others)
    if "clock" in asked.only:
        kept &= _clock(asked.census)
    print(f"seconds {time.monotonic() - begun:.0f}")
    return 0 if kept else 1


def _beside(part: Callable[[], bool]) -> bool:
    """A part that needs the reference files; said where they are not there."""
    try:
        return part()
    except Skipped as reason:
        print(f"not printed: {reason}", flush=True)
        return True


def _published() -> bool:
    found = published.checked(shared_path("statistics"))
    for one in found:
        word = (
            "kept" if one.kept else f"differs: {one.known}" if one.known else "MISSED"
        )
        print(f"{one.what:72.72s} {one.printed:>20s} {one.ours:20.10f}  {word}")
    missed = sum(not one.kept and not one.known for one in found)
    known = sum(not one.kept and bool(one.known) for one in found)
    print(
        f"published numbers met: {len(found) - missed - known} of {len(found)}; "
        f"{known} differ for a known reason, {missed} missed",
        flush=True,
    )
    return not missed


def _forces(asked: argparse.Namespace) -> bool:
    """Duties and links of every regime and seed, and their sums."""
    duties: Counter[str] = Counter()
    links: Counter[str] = Counter()
    for regime in asked.regimes:
        for seed in range(1, asked.seeds + 1):
            found = _scored(regime, seed, asked.children)
            _add(found, duties, links)
            print(f"{regime} seed {seed}: {_duty_words(_duties(found))}", flush=True)
    print(f"all: {_duty_words(duties)} (limits 99%, 0)")
    for who in ("all", "exploited"):
        print(f"links, {who}: {_link_words(links, who)}")
    kinds = [f"{k[6:]} {n}" for k, n in sorted(links.items()) if k.startswith("false ")]
    print(
        f"false links of twins and siblings: {links['false']} ({', '.join(kinds) or 'none'})",
        flush=True,
    )
    right = duties["right"] >= 0.99 * duties["knowable"]
    return right and duties["swaps"] == 0


def _scored(regime: str, seed: int, children: int) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        generation.generate(
            out=place / "force", children=children, seed=seed, regime=regime
        )
        inspect_extracts.inspect_extracts(
            request=inspect_extracts.Request(
                extracts=place / "force" / "extracts", out=place / "run"
            ),
            progress=lambda _: None,
        )
        return score_run.score_run(run=place / "run", truth=place / "force" / "truth")


def _duties(found: dict[str, Any]) -> Counter[str]:
    duties = found["duties"]
    return Counter(
        {
            "knowable": duties["knowable"],
            "right": duties["knowable"] - len(duties["wrong"]),
            "swaps": duties["met_missed_swaps"],
            "not knowable": duties["not_knowable"],
            "split": duties["wrong_of_split_children"],
        }
    )


def _add(found: dict[str, Any], duties: Counter[str], links: Counter[str]) -> None:
    duties.update(_duties(found))
    for who, part in (
        ("all", found["links"]),
        ("exploited", found["links"]["exploited"]),
    ):
        for name in ("pairs_linked", "pairs_true", "pairs_right"):
            links[f"{who} {name}"] += part[name]
    links["false"] += found["links"]["false_links_twins_siblings"]
    for kind, number in found["links"]["false_links_by_kind"].items():
        links[f"false {kind}"] += number


def _duty_words(duties: Counter[str]) -> str:
    share = duties["right"] / duties["knowable"] if duties["knowable"] else 0.0
    return (
        f"{duties['knowable']:,} knowable duties, {share:.2%} right, "
        f"{duties['swaps']} met/missed swaps; {duties['not knowable']:,} not knowable; "
        f"{duties['split']} wrong of children not joined"
    )


def _link_words(links: Counter[str], who: str) -> str:
    linked, real, right = (
        links[f"{who} pairs_{name}"] for name in ("linked", "true", "right")
    )
    precision = f"{right / linked:.2%}" if linked else "not known"
    recall = f"{right / real:.2%}" if real else "not known"
    f1 = f"{2 * right / (linked + real):.2%}" if linked + real else "not known"
    return (
        f"precision {precision}, recall {recall}, F1 {f1} ({linked:,} pairs linked, "
        f"{real:,} true)"
    )


def _others() -> bool:
    print("records of others, with known answers (febrl_dataset1):")
    for one in known_pairs.scored(
        shared_path("samples/person_linkage/febrl_dataset1.csv")
    ):
        print(f"  {one}", flush=True)
    return True


def _clock(children: int) -> bool:
    with tempfile.TemporaryDirectory() as name:
        found = sector_clock.clocks(sector_clock.census(Path(name), children))
    outcomes = ", ".join(f"{word} {n}" for word, n in sorted(found.outcomes.items()))
    print(
        f"8675Q on a census of {children:,} children: it asks about {len(found.asked)} rows, we "
        f"call {len(found.missed)} missed ({outcomes}); only its {len(found.asked - found.missed)},"
        f" only ours {len(found.missed - found.asked)}",
        flush=True,
    )
    return found.asked == found.missed


if __name__ == "__main__":
    raise SystemExit(main())
