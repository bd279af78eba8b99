"""Both evaluators on many random cases: `python -m tests.soak.judging --cases 100000`.

Prints the seed, the cases, the disagreements, what was reached and the seconds.
"""

import argparse
import time

from tests.support.two_engines import Tally, all_elements, run_round


def main(arguments: list[str] | None = None) -> int:
    """Run so many cases; exit code 1 where the evaluators disagree."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=100_000, help="at least so many")
    parser.add_argument("--seed", type=int, default=1_000_000, help="the first seed")
    asked = parser.parse_args(arguments)
    tally, seed, began = Tally(), asked.seed, time.perf_counter()
    print(f"seed {asked.seed}", flush=True)
    while tally.cases < asked.cases:
        run_round(seed, tally)
        seed += 1
    seconds = time.perf_counter() - began
    elements = all_elements()
    print(f"cases {tally.cases:,} (one standard, one child, one moment)")
    print(f"rounds {seed - asked.seed}; judgements compared {tally.rows:,}")
    print(f"disagreements {len(tally.disagreements)}")
    for text in tally.disagreements[:20]:
        print(f"  {text}")
    reached = len(elements & set(tally.elements))
    print(f"elements of the language reached {reached} of {len(elements)}")
    print("outcomes " + _counts(tally.outcomes))
    print("missing " + _counts(tally.missing))
    print(f"seconds {seconds:.1f}")
    return 1 if tally.disagreements else 0


def _counts(counter: dict) -> str:
    return ", ".join(f"{name or 'none'} {n:,}" for name, n in sorted(counter.items()))


if __name__ == "__main__":
    raise SystemExit(main())
