"""How long `trigpoint --help` takes from nothing, beside a bare interpreter."""

import subprocess
import sys
import time
from statistics import median

from tests.bench.figures import Figure

HELP = "import sys; sys.argv=['trigpoint','--help']; from trigpoint.cli.main import main; main()"


def seconds(program: str, runs: int = 7) -> float:
    """The median wall time of a whole process."""
    times = []
    for _ in range(runs):
        began = time.perf_counter()
        subprocess.run(
            [sys.executable, "-c", program], stdout=subprocess.DEVNULL, check=True
        )
        times.append(time.perf_counter() - began)
    return median(times)


def figures(*, quick: bool) -> list[Figure]:
    """Start-up of the command, and of Python alone."""
    runs = 3 if quick else 7
    return [
        Figure("trigpoint --help", seconds(HELP, runs), "s", limit=0.3),
        Figure("python -c pass", seconds("pass", runs), "s", peer="bare interpreter"),
    ]
