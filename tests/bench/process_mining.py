"""pm4py on the two shapes it can say, in an environment of its own.

Its check keeps a child with *any* return followed by an interview within 72 hours; it
has no due time, no `cannot_tell` and no occasion, so its rows are not ours: time only.
"""

import json
import subprocess
import sys
from pathlib import Path

from tests.bench.figures import Figure

PLACE = Path("bench-out/process-mining")
LOCK = Path("requirements/process-mining.txt")
SECONDS_ALLOWED = 240

_PROGRAM = """
import json, sys, time
import pandas as pd
from pm4py.algo.filtering.pandas.ltl import ltl_checker
pairs = [("MISSING_RETURNED", "RETURN_INTERVIEW_HELD"), ("CARE_BEGUN", "CARE_ENDED")]
began = time.perf_counter()
kinds = [kind for pair in pairs for kind in pair]
log = pd.read_parquet(sys.argv[1], columns=["child", "kind", "earliest"],
                      filters=[("kind", "in", kinds)])
log = log.rename(columns={"child": "case:concept:name", "kind": "concept:name"})
log["time:timestamp"] = pd.to_datetime(log.pop("earliest"), unit="us", utc=True)
for pair in pairs:
    ltl_checker.eventually_follows(log, list(pair), parameters={
        "enable_timestamp": True, "timestamp_diff_boundaries": [[0, 72 * 3600]]})
print(json.dumps(time.perf_counter() - began))
"""


def environment() -> Path | None:
    """Python of an environment that holds pm4py; None where it cannot be made."""
    python = PLACE / "bin" / "python"
    if python.exists():
        return python
    subprocess.run([sys.executable, "-m", "venv", str(PLACE)], check=True)
    pip = [str(python), "-m", "pip", "install", "--quiet", "--require-hashes"]
    done = subprocess.run(
        [*pip, "--only-binary", ":all:", "-r", str(LOCK)],
        capture_output=True,
        text=True,
    )
    if done.returncode:
        print(f"pm4py could not be installed, so it is not measured: {done.stderr}")
        return None
    return python


def figures(path: Path, label: str) -> list[Figure]:
    """Two of twelve shapes by pm4py; nothing where it did not finish."""
    python = environment()
    if python is None:
        return []
    try:
        done = subprocess.run(
            [str(python), "-c", _PROGRAM, str(path)],
            capture_output=True,
            text=True,
            timeout=SECONDS_ALLOWED,
        )
    except subprocess.TimeoutExpired:
        print(f"pm4py did not finish in {SECONDS_ALLOWED} s, {label}")
        return []
    if done.returncode:
        print(f"pm4py could not do it, {label}: {done.stderr[-500:]}")
        return []
    seconds = json.loads(done.stdout.splitlines()[-1])
    return [Figure(f"2 of 12 shapes, pm4py, {label}", seconds, "s", peer="pm4py")]
