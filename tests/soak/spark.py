"""The second runner against the others: `python3 dev.py soak spark`.

Random standards over random chronologies, row by row against the reference evaluator; then
the whole library and the likeness of records on an invented force, against DuckDB; then the
command itself, `trigpoint inspect --runner spark`.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pyarrow.parquet as pq

from tests.support.two_engines import by_batch, by_single, differences, make_round
from trigpoint.chronology import assembly
from trigpoint.judgements import batch
from trigpoint.records import intake
from trigpoint.services.engines import Engines, engines
from trigpoint.standards.catalogue import all_standards
from trigpoint.synthetic import generation
from trigpoint.timekeeping.calendar import Calendar


def main(arguments: list[str] | None = None) -> int:
    """Exit code 1 where any row differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=6, help="of random standards")
    parser.add_argument("--children", type=int, default=1000, help="of the force")
    parser.add_argument("--seed", type=int, default=3_000_000, help="the first seed")
    asked = parser.parse_args(arguments)
    with engines("spark") as spark, engines() as duckdb:
        wrong = _rounds(asked, spark)
        wrong += _force(asked.children, spark, duckdb)
    wrong += _command(asked.children)
    print(f"disagreements {wrong}")
    return 1 if wrong else 0


def _rounds(asked: argparse.Namespace, spark: Engines) -> int:
    rows, wrong, began = 0, 0, time.perf_counter()
    for seed in range(asked.seed, asked.seed + asked.rounds):
        made = make_round(seed)
        one = by_single(made)
        found = differences(one, by_batch(made, runner=spark.runner, part_size=10**6))
        rows += len(one)
        wrong += len(found)
        for text in found[:5]:
            print(f"  seed {seed}: {text}")
    seconds = time.perf_counter() - began
    print(
        f"{asked.rounds} rounds, first seed {asked.seed}: {rows:,} judgements compared "
        f"with the reference evaluator, {seconds:.0f} s",
        flush=True,
    )
    return wrong


def _force(children: int, spark: Engines, duckdb: Engines) -> int:
    with tempfile.TemporaryDirectory() as place:
        generation.generate(
            out=Path(place) / "force", children=children, seed=1, regime="before"
        )
        read = intake.read_folder(Path(place) / "force" / "extracts")
    assembled = [
        assembly.assemble(
            tables=read.tables,
            reach=read.reach,
            extracts=read.extracts,
            proposer=one.proposer,
        )
        for one in (spark, duckdb)
    ]
    alike = assembled[0].proposals.equals(assembled[1].proposals)
    print(f"{len(assembled[0].proposals):,} proposed links: {_word(alike)}", flush=True)
    tables, seconds = [], []
    for one, made in zip((spark, duckdb), assembled, strict=True):
        began = time.perf_counter()
        table = batch.judge(
            made.log,
            standards=all_standards(),
            coverage=made.coverage,
            calendar=Calendar(),
            as_at=max(read.reach.values()),
            runner=one.runner,
        )
        tables.append(table)
        seconds.append(time.perf_counter() - began)
    same = tables[0].equals(tables[1])
    print(
        f"{len(all_standards())} standards, {len(tables[1]):,} judgements: {_word(same)}; "
        f"Spark {seconds[0]:.1f} s, DuckDB {seconds[1]:.1f} s on this computer"
    )
    return (not alike) + (not same)


def _command(children: int) -> int:
    """`trigpoint inspect --runner spark` as a person gives it, against the other runner."""
    command = Path(sys.executable).with_name("trigpoint")
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        generation.generate(
            out=place / "force", children=children, seed=1, regime="before"
        )
        for runner in ("spark", "duckdb"):
            done = subprocess.run(
                [command, "inspect", place / "force" / "extracts", "--runner", runner,
                 "--out", place / runner],
                capture_output=True, text=True, check=False,
            )  # fmt: skip
            if done.returncode not in (0, 1):
                print(f"--runner {runner} ended with {done.returncode}: {done.stderr}")
                return 1
        wrong = 0
        for file in ("judgements.parquet", "links.parquet", "children.parquet"):
            one, other = (pq.read_table(place / n / file) for n in ("spark", "duckdb"))
            alike = one.equals(other)
            wrong += not alike
            print(f"--runner spark, {file}: {_word(alike)}", flush=True)
    return wrong


def _word(same: bool) -> str:
    return "identical" if same else "DIFFERENT"


if __name__ == "__main__":
    raise SystemExit(main())
