"""A whole force: synth and inspect as processes of their own, with seconds and peak memory."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.figures import Figure

#: Seconds and MiB that 100,000 children may take; smaller forces are held to the same.
SYNTH_SECONDS, INSPECT_SECONDS, MEMORY = 60.0, 90.0, 3 * 1024.0
_EVERY = 0.1


def figures(*, children: int) -> list[Figure]:
    """Invent a force of so many children and inspect it, report and all."""
    command = str(Path(sys.executable).with_name("trigpoint"))
    with tempfile.TemporaryDirectory() as name:
        force, run = Path(name, "force"), Path(name, "run")
        made = _watched(
            [command, "synth", "--out", str(force), "--children", str(children),
             "--seed", "1", "--regime", "before"]
        )  # fmt: skip
        read = _watched(
            [command, "inspect", str(force / "extracts"), "--out", str(run)]
        )
    size = f"{children:,} children"
    return [
        Figure(f"synth, {size}", made[0], "s", limit=SYNTH_SECONDS),
        Figure(f"peak memory, synth, {size}", made[1], "MiB", limit=MEMORY),
        Figure(f"inspect with report, {size}", read[0], "s", limit=INSPECT_SECONDS),
        Figure(f"peak memory, inspect, {size}", read[1], "MiB", limit=MEMORY),
    ]


def _watched(command: list[str]) -> tuple[float, float]:
    """(seconds, peak MiB of it and of every process that it starts, together)."""
    began = time.perf_counter()
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    peak = 0.0
    while process.poll() is None:
        peak = max(peak, sum(_memory(one) for one in _family(process.pid)))
        time.sleep(_EVERY)
    seconds = time.perf_counter() - began
    if process.returncode not in (0, 1):
        msg = f"{' '.join(command[:2])} ended with {process.returncode}"
        raise RuntimeError(msg)
    return seconds, peak


def _family(first: int) -> list[int]:
    """The process and all below it."""
    parents: dict[int, list[int]] = {}
    for name in os.listdir("/proc"):
        if name.isdigit():
            try:
                text = Path("/proc", name, "stat").read_text()
            except OSError:
                continue
            parent = int(text.rsplit(")", 1)[1].split()[1])
            parents.setdefault(parent, []).append(int(name))
    found = [first]
    for one in found:
        found += parents.get(one, [])
    return found


def _memory(process: int) -> float:
    """MiB of its own; what processes share is counted by its part."""
    try:
        text = Path("/proc", str(process), "smaps_rollup").read_text()
    except OSError:
        return 0.0
    line = next((one for one in text.splitlines() if one.startswith("Pss:")), "Pss: 0")
    return int(line.split()[1]) / 1024
