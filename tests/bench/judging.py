"""Judging the library: a force at growing sizes, and one child after one new event."""

import json
import subprocess
import sys
import tempfile
import time
from math import log
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from tests.bench.figures import Figure
from trigpoint.chronology import assembly
from trigpoint.chronology.event import events_of
from trigpoint.judgements.single import judge_child
from trigpoint.records.intake import read_folder
from trigpoint.services.run_folder import load_run, save_log
from trigpoint.standards.catalogue import all_standards
from trigpoint.synthetic import generation
from trigpoint.timekeeping.calendar import Calendar

#: Programs run in a process of their own, so that each has its own peak of memory.
_JUDGE = """
import pandas  # pyarrow takes it up at the first hand-over to numpy, where it is there
import sys, time, json, resource
from pathlib import Path
from trigpoint.judgements import batch
from trigpoint.services.run_folder import load_terms
from trigpoint.standards.catalogue import all_standards
from trigpoint.timekeeping.calendar import Calendar
folder = Path(sys.argv[1]); terms = load_terms(folder); standards = all_standards()
began = time.perf_counter()
rows = sum(len(part) for part in batch.judged_parts(
    folder / "log.parquet", standards=standards, coverage=terms.coverage,
    calendar=Calendar(), as_at=terms.as_at))
print(json.dumps([time.perf_counter() - began, rows,
                  resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]))
"""
_SCAN = """
import sys, time, json, resource, duckdb
path = sys.argv[1] + "/log.parquet"
con = duckdb.connect(); began = time.perf_counter()
con.execute(f"SELECT count(*), max(earliest), max(latest), max(recorded), max(seq), "
            f"max(kind), max(child_no) FROM '{path}'").fetchall()
print(json.dumps([time.perf_counter() - began, 0,
                  resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]))
"""
_SORT = """
import sys, time, json, resource, duckdb
path = sys.argv[1] + "/log.parquet"
con = duckdb.connect(); began = time.perf_counter()
con.execute(f"CREATE TABLE t AS SELECT child_no, earliest, latest, recorded, seq, kind, "
            f"reference FROM '{path}' ORDER BY child_no, earliest")
print(json.dumps([time.perf_counter() - began, 0,
                  resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]))
"""
_PANDAS = """
import sys, time, json, resource
import pandas as pd
path = sys.argv[1] + "/log.parquet"; began = time.perf_counter()
t = pd.read_parquet(path, columns=["child_no", "kind", "reference", "earliest"])
a = t[t.kind == "MISSING_RETURNED"].sort_values("earliest")
b = t[t.kind == "RETURN_INTERVIEW_HELD"].sort_values("earliest")
m = pd.merge_asof(a, b.assign(act=b.earliest), on="earliest",
                  by=["child_no", "reference"], direction="forward")
print(json.dumps([time.perf_counter() - began, len(m),
                  resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]))
"""


def measured(program: str, folder: Path) -> tuple[float, int, float]:
    """Seconds, rows and peak MiB of a program in its own process."""
    done = subprocess.run(
        [sys.executable, "-c", program, str(folder)],
        capture_output=True,
        text=True,
        check=True,
    )
    seconds, rows, peak = json.loads(done.stdout.splitlines()[-1])
    return seconds, rows, peak


def invented_run(folder: Path) -> Path:
    """A run on an invented force of 3,000 children."""
    generation.generate(out=folder / "force", children=3000, seed=1, regime="before")
    intake = read_folder(folder / "force" / "extracts")
    made = assembly.assemble(tables=intake.tables, reach=intake.reach)
    base = folder / "base"
    base.mkdir()
    as_at = max(intake.reach.values())
    save_log(log=made.log, coverage=made.coverage, as_at=as_at, invented=True, out=base)
    pq.write_table(made.children, base / "children.parquet")
    return base


def grown(base: Path, events: int, folder: Path) -> tuple[Path, int]:
    """The same force over and over, each copy other children, to about so many events."""
    run = load_run(base)
    copies = max(1, round(events / len(run.log)))
    children = int(pc.max(run.log["child_no"]).as_py()) + 1
    folder.mkdir()
    schema = pq.read_schema(base / "log.parquet")
    with pq.ParquetWriter(folder / "log.parquet", schema, compression="zstd") as writer:
        for copy in range(copies):
            writer.write_table(_copy(run.log, copy, children).cast(schema))
    pq.write_table(run.children, folder / "children.parquet")
    return folder, copies * len(run.log)


def _copy(log_: pa.Table, copy: int, children: int) -> pa.Table:
    mark = f"{copy:06d}"
    shifted = {
        "child_no": pc.add(log_["child_no"], pa.scalar(copy * children, pa.int32())),
        "seq": pc.add(log_["seq"], copy * len(log_)),
        "child": pc.binary_join_element_wise(log_["child"], mark, "."),
        "event": pc.binary_join_element_wise(log_["event"], mark, "."),
    }
    for name, column in shifted.items():
        log_ = log_.set_column(log_.schema.get_field_index(name), name, column)
    return log_


def one_child(base: Path, runs: int) -> tuple[float, float]:
    """Milliseconds (median, 99th percentile) to judge one child's whole chronology."""
    run = load_run(base)
    by_child: dict[str, list] = {}
    for event in events_of(run.log):
        by_child.setdefault(event.child, []).append(event)
    standards, calendar, times = all_standards(), Calendar(), []
    for events in list(by_child.values())[:runs]:
        began = time.perf_counter()
        judge_child(
            events,
            standards=standards,
            coverage=run.coverage,
            calendar=calendar,
            as_at=run.as_at,
        )
        times.append((time.perf_counter() - began) * 1000)
    return float(np.median(times)), float(np.percentile(times, 99))


def figures(*, quick: bool) -> list[Figure]:
    """The library over a force, beside a scan, a sort and one duty in pandas."""
    sizes = [100_000, 300_000] if quick else [100_000, 1_000_000, 10_000_000]
    found: list[Figure] = []
    ours: list[tuple[int, float]] = []
    count = len(all_standards())
    with tempfile.TemporaryDirectory() as name:
        base = invented_run(Path(name))
        for size in sizes:
            folder, events = grown(base, size, Path(name, str(size)))
            seconds, rows, peak = measured(_JUDGE, folder)
            ours.append((events, seconds))
            label = f"{events:,} events"
            found += [
                Figure(
                    f"{count} standards, {label}, {rows:,} judgements", seconds, "s"
                ),
                Figure(f"peak memory, {label}", peak, "MiB"),
            ]
            for peer, program in (
                ("scan", _SCAN),
                ("sort", _SORT),
                ("pandas", _PANDAS),
            ):
                words = {"pandas": f"one duty of {count}, pandas merge_asof"}.get(
                    peer, peer
                )
                found.append(
                    Figure(
                        f"{words}, {label}",
                        measured(program, folder)[0],
                        "s",
                        peer=peer,
                    )
                )
        (small, first), (large, last) = ours[-2], ours[-1]
        exponent = log(last / first) / log(large / small)
        found.append(
            Figure("growth exponent, last two sizes", exponent, "", limit=1.05)
        )
        median, high = one_child(base, 300 if quick else 2000)
        found.append(Figure("one child judged whole, median", median, "ms"))
        found.append(
            Figure("one child judged whole, 99th percentile", high, "ms", limit=2.0)
        )
    return found
