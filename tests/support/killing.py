"""A server killed as by a power cut of its machine: all of its processes, at once."""

import os
import signal
from contextlib import suppress
from pathlib import Path

from trigpoint.storage import launcher


def processes(server: launcher.Server) -> list[int]:
    """The server's own number and those of its children."""
    held = server.place / "data" / "postmaster.pid"
    pid = int(held.read_text().splitlines()[0])
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [pid, *map(int, children)]


def kill_server(server: launcher.Server) -> None:
    """Kill -9. One process left alive would go on with the work of its client."""
    for pid in processes(server):
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
