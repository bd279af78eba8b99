"""A disk that fails under the database: what was acknowledged is there after a restart.

`strace` makes the n-th flush of each process of the server fail (EIO); a small file system
of memory is filled to its last byte (ENOSPC). Both need root; what cannot be run here is
named. A disk that forgets what it was told (a power cut) is not made here.
"""

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.support.killing import kill_server, processes
from tests.support.promises import promise
from tests.support.site import Site
from trigpoint.records.record import Refusal
from trigpoint.services.verify_log import verify_log
from trigpoint.storage import access_log, launcher

#: How many looks are tried while the disk fails.
LOOKS = 60


def flushes_fail(site: Site, looks: Callable[[], bool], times: int) -> int:
    """So many times, each with a later flush that fails; 1 where anything was lost."""
    if not shutil.which("strace"):
        print("NOT RUN: flushes that fail (apt-get install strace)")
        return 0
    failed = answered = 0
    for number in range(1, times + 1):
        with _failing(site.server, number) as ended:
            told, refused = _looked(looks, ended)
        answered += told
        failed += refused
        if not _whole(site, told):
            return 1
    if not answered or not failed:
        print(f"nothing was shown: {answered} looks answered, {failed} refused")
        return 1
    promise(2, f"{times} failing flushes: {answered} looks acknowledged, 0 missing; "
            f"{failed} refused plainly")  # fmt: skip
    return 0


@contextmanager
def _failing(server: launcher.Server, number: int) -> Iterator[Callable[[], None]]:
    """What is given ends it: a server that comes back flushes, and could not."""
    command = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=fsync,fdatasync",
               "-e", f"inject=fdatasync,fsync:error=EIO:when={number}"]  # fmt: skip
    for pid in processes(server):
        command += ["-p", str(pid)]
    tracing = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    time.sleep(0.7)

    def ended() -> None:
        if tracing.poll() is None:
            tracing.send_signal(signal.SIGINT)
        try:
            tracing.wait(10)
        except subprocess.TimeoutExpired:
            tracing.kill()

    try:
        yield ended
    finally:
        ended()


def disk_fills(site: Site, looks: Callable[[], bool], mounted: Path, times: int) -> int:
    """The file system that the site lies on has no byte left; then it has again."""
    answered = failed = 0
    for _ in range(times):
        filler = mounted / "filler"
        with filler.open("wb", buffering=0) as handle:
            try:
                while handle.write(b"\0" * 4096):
                    pass
            except OSError:
                pass
        told, refused = _looked(looks, lambda: None)
        filler.unlink()
        answered += told
        failed += refused
        if not _whole(site, told):
            return 1
    if not failed:
        print("the file system never was full: nothing was shown by it")
        return 1
    promise(2, f"{times} full disks: {answered} looks acknowledged, 0 missing; "
            f"{failed} refused plainly")  # fmt: skip
    return 0


@contextmanager
def small_disk(folder: Path, megabytes: int = 700) -> Iterator[Path | None]:
    """A file system of memory of this size; None where it may not be made."""
    # The server's own account must come to it, or the site would lie elsewhere.
    folder.parent.chmod(0o711)
    folder.mkdir(mode=0o755)
    command = ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m,mode=0755", "tmpfs"]
    done = subprocess.run([*command, str(folder)], capture_output=True, check=False)
    if os.geteuid() != 0 or done.returncode:
        print("NOT RUN: a disk that fills (needs root and tmpfs)")
        yield None
        return
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=False)


def _looked(
    looks: Callable[[], bool], refused_first: Callable[[], None]
) -> tuple[int, int]:
    """How many looks were answered with the record, and how many plainly refused."""
    told = refused = 0
    for _ in range(LOOKS):
        if looks():
            told += 1
            continue
        if not refused:
            refused_first()
        refused += 1
        time.sleep(0.05)
    return told, refused


_BEFORE: dict[Path, int] = {}


def _whole(site: Site, told: int) -> bool:
    """After a restart: every acknowledged look is on the log, and its chain is whole."""
    started = _started(site.server)
    access_log._HELD.connection = None
    found = {one.organisation: one for one in verify_log(place=started.place)}
    entries = sum(one.entries for one in found.values())
    before = _BEFORE.get(site.server.place)
    _BEFORE[site.server.place] = entries
    broken = [one for one in found.values() if one.first_bad is not None]
    if broken:
        print(f"the log is not whole: {broken}")
        return False
    if before is not None and entries < before + told:
        print(f"{before + told - entries} acknowledged looks are missing")
        return False
    return True


def note_entries(site: Site) -> None:
    """How many entries there are before anything fails."""
    _whole(site, 0)


def _started(server: launcher.Server) -> launcher.Server:
    """Stopped and started; it may be in the middle of coming back by itself.

    A server whose control file could not be flushed while it came back waits for itself
    for ever (seen with PostgreSQL 18): an administrator ends it, and so is it done here.
    """
    until = time.monotonic() + 180
    while True:
        try:
            launcher.stop(launcher.start(server.place))
            return launcher.start(server.place)
        except Exception as error:  # noqa: BLE001 - tried again until its time is over
            if time.monotonic() > until:
                raise
            if isinstance(error, Refusal) and "does not answer" in str(error):
                print("a server that waited for itself was killed and started anew")
                kill_server(server)
            time.sleep(0.5)
