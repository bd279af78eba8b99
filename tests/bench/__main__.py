"""Speed, each figure in one run with its limit and a peer: `python3 dev.py bench`.

Prints a table and writes `bench-out/bench.json`. `--quick` ends within 40 seconds.
"""

import argparse
import json
from pathlib import Path

from tests.bench import cold_start, force, importing, judging, shapes, site, starting
from tests.bench.figures import Figure, printed

OUT = Path("bench-out")


def main() -> int:
    """Run every benchmark; exit code 1 where a limit was missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--quick", action="store_true", help="smaller sizes, within 40 s"
    )
    parser.add_argument(
        "--events",
        type=int,
        help="only the twelve shapes, streamed over a log of so many events",
    )
    parser.add_argument(
        "--site", type=int, help="only the site, with a force of so many children"
    )
    parser.add_argument(
        "--minutes", type=float, default=10.0, help="for which 50 people view the site"
    )
    parser.add_argument(
        "--force",
        type=int,
        help="only synth and inspect, whole, of a force of so many children",
    )
    parser.add_argument(
        "--start", action="store_true", help="only the site's start, cold and warm"
    )
    asked = parser.parse_args()
    quick = asked.quick
    figures: list[Figure] = []
    if asked.events or asked.site or asked.force or asked.start:
        if asked.start:
            figures = cold_start.figures()
        elif asked.force:
            figures = force.figures(children=asked.force)
        elif asked.events:
            figures = shapes.beyond_memory(asked.events)
        else:
            figures = site.figures(children=asked.site, minutes=asked.minutes)
        print(printed(figures), flush=True)
        return 1 if any(figure.missed for figure in figures) else 0
    for part in (starting, importing, shapes, judging):
        print(f"\n{part.__doc__.splitlines()[0]}", flush=True)
        found = part.figures(quick=quick)
        print(printed(found), flush=True)
        figures += found
    OUT.mkdir(exist_ok=True)
    kept = [figure.as_dict() for figure in figures]
    (OUT / "bench.json").write_text(json.dumps(kept, indent=1) + "\n")
    missed = [figure for figure in figures if figure.missed]
    for figure in missed:
        print(f"limit missed: {figure.name}: {figure.value:.3g} {figure.unit}")
    return 1 if missed else 0


if __name__ == "__main__":
    raise SystemExit(main())
