"""Twelve shapes of duty: the engine beside hand-written queries of the same rows."""

import json
import subprocess
import sys
import tempfile
from math import log
from pathlib import Path
from statistics import median

import pyarrow as pa
import pyarrow.compute as pc

from tests.bench import handwritten, process_mining
from tests.bench.figures import Figure
from tests.bench.twelve_shapes import AS_AT, COVERAGE, TWELVE, write_log
from trigpoint.judgements import batch
from trigpoint.timekeeping.calendar import Calendar

#: Both programs end with all rows made; ours gives them part by part, as to a file.
_OURS = """
import pandas  # pyarrow takes it up at the first hand-over to numpy, where it is there
import json, resource, sys, time
from pathlib import Path
from tests.bench.twelve_shapes import AS_AT, COVERAGE, TWELVE
from trigpoint.judgements import batch
from trigpoint.timekeeping.calendar import Calendar
began = time.perf_counter()
rows = sum(len(part) for part in batch.judged_parts(
    Path(sys.argv[1]), standards=TWELVE, coverage=COVERAGE, calendar=Calendar(),
    as_at=AS_AT))
print(json.dumps([time.perf_counter() - began, rows,
                  resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]))
"""
_HAND = """
import pandas
import json, resource, sys, time
from pathlib import Path
from tests.bench import handwritten
began = time.perf_counter()
rows = len(handwritten.run(Path(sys.argv[1])))
print(json.dumps([time.perf_counter() - began, rows,
                  resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]))
"""


def measured(program: str, path: Path) -> tuple[float, int, float]:
    """Seconds, rows and peak MiB of a program in its own process."""
    done = subprocess.run(
        [sys.executable, "-c", program, str(path)],
        capture_output=True,
        text=True,
        check=True,
    )
    seconds, rows, peak = json.loads(done.stdout.splitlines()[-1])
    return seconds, rows, peak


def differing(path: Path) -> int:
    """How many cells differ between the engine's rows and the hand-written ones."""
    ours = batch.judge(
        path, standards=TWELVE, coverage=COVERAGE, calendar=Calendar(), as_at=AS_AT
    )
    hand = handwritten.run(path)
    if len(ours) != len(hand):
        return abs(len(ours) - len(hand)) * len(hand.column_names)
    order = [("standard", "ascending"), ("occasion", "ascending")]
    ours, hand = ours.select(hand.column_names).sort_by(order), hand.sort_by(order)
    return sum(_differ(ours[name], hand[name]) for name in hand.column_names)


def _differ(one: pa.ChunkedArray, other: pa.ChunkedArray) -> int:
    same = pc.equal(one.cast(other.type), other)
    neither = pc.and_(pc.is_null(one), pc.is_null(other))
    return len(one) - pc.sum(pc.or_(pc.fill_null(same, False), neither)).as_py()


def _in_turn(path: Path, times: int) -> tuple[tuple[float, int, float], ...]:
    """Both by turns, so that neither has the quieter machine; the middle time of each."""
    hands, ours = [], []
    for _ in range(times):
        hands.append(measured(_HAND, path))
        ours.append(measured(_OURS, path))
    return tuple(
        (median(one[0] for one in runs), runs[0][1], max(one[2] for one in runs))
        for runs in (hands, ours)
    )


def beyond_memory(events: int) -> list[Figure]:
    """So many events streamed part by part: the promise is of 10^8 and of 10^9."""
    with tempfile.TemporaryDirectory(dir=".") as name:
        path = Path(name, f"{events}.parquet")
        write_log(path, events)
        on_disk = path.stat().st_size / 2**20
        seconds, rows, peak = measured(_OURS, path)
    seconds_allowed = 40.0 * events / 10**8 if events < 10**9 else 300.0
    label = f"{events:,} events"
    return [
        Figure(f"12 shapes, {label}, {rows:,} rows", seconds, "s", seconds_allowed),
        Figure(f"peak memory, {label}", peak, "MiB", limit=4096.0),
        Figure(f"the log on disk, {label}", on_disk, "MiB"),
        Figure("events a second", events / seconds, ""),
    ]


def figures(*, quick: bool) -> list[Figure]:
    """Rows first: then seconds, memory and growth at each size."""
    sizes = [100_000, 1_000_000] if quick else [100_000, 1_000_000, 10_000_000]
    found: list[Figure] = []
    ours: list[tuple[int, float]] = []
    with tempfile.TemporaryDirectory() as name:
        for size in sizes:
            path = Path(name, f"{size}.parquet")
            write_log(path, size)
            if size == sizes[0]:
                count = differing(path)
                found.append(
                    Figure("cells that differ, 100,000 events", count, "", limit=0.0)
                )
            (hand, _, hand_peak), (seconds, rows, peak) = _in_turn(
                path, 3 if size == 10_000_000 else 1
            )
            ours.append((size, seconds))
            label = f"{size:,} events"
            # The promise is of the largest size; below it start-up outweighs the work.
            limit = hand if size == 10_000_000 else None
            found += [
                Figure(f"12 shapes, {label}, {rows:,} rows", seconds, "s", limit=limit),
                Figure(f"peak memory, {label}", peak, "MiB", limit=1536.0),
                Figure(f"hand-written, {label}", hand, "s", peer="hand"),
                Figure(f"hand-written peak, {label}", hand_peak, "MiB", peer="hand"),
            ]
            if size <= 1_000_000 and not quick:
                found += process_mining.figures(path, label)
    (small, first), (large, last) = ours[-2], ours[-1]
    exponent = log(last / first) / log(large / small)
    found.append(Figure("growth exponent, last two sizes", exponent, "", limit=1.05))
    return found
