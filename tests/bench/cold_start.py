"""From an empty clone to a page that answers, and once more with everything there.

    python3 dev.py bench --start

The packages come from wherever pip finds them: say beside the figure whether that was near.
"""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from tests.bench.figures import Figure
from trigpoint.storage import launcher

COLD_SECONDS, WARM_SECONDS = 60.0, 5.0
_PATIENCE = 600.0
_ROOT = Path(__file__).resolve().parents[2]


def figures() -> list[Figure]:
    """Both starts of `python3 dev.py run`, with the database stopped in between."""
    with tempfile.TemporaryDirectory() as name:
        clone = Path(name, "clone")
        subprocess.run(["git", "clone", "--quiet", str(_ROOT), str(clone)], check=True)
        try:
            cold = _until_it_answers(clone)
            warm = _until_it_answers(clone)
        finally:
            shutil.rmtree(_stopped(clone).place, ignore_errors=True)
    return [
        Figure("site up from an empty clone", cold, "s", limit=COLD_SECONDS),
        Figure("site up again, database stopped before", warm, "s", limit=WARM_SECONDS),
    ]


def _until_it_answers(clone: Path) -> float:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    began = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "dev.py", "run", "--port", str(port)],
        cwd=clone, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        start_new_session=True,
    )  # fmt: skip
    try:
        while not _answers(port):
            if process.poll() is not None or time.perf_counter() - began > _PATIENCE:
                msg = f"the site did not come up (exit code {process.returncode})"
                raise RuntimeError(msg)
            time.sleep(0.05)
        return time.perf_counter() - began
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(60)
        _stopped(clone)


def _answers(port: int) -> bool:
    try:
        with urlopen(f"http://localhost:{port}/sign-in/", timeout=5) as answer:
            return bool(answer.status == 200)
    except (URLError, OSError):
        return False


def _stopped(clone: Path) -> launcher.Server:
    server = launcher.start(clone / "out" / "site")
    launcher.stop(server)
    return server
