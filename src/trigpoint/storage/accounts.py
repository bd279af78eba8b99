"""Accounts of the operating system: the server never runs with root's rights."""

import hashlib
import os
import pwd
import subprocess
from dataclasses import dataclass
from pathlib import Path

from trigpoint.records.record import Refusal

#: The account that a server runs as where we are root; it owns nothing else.
SERVER_ACCOUNT = "trigpoint-db"
_SECONDS = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """Whom a process runs as. `other`: it is not the account that we run as."""

    name: str
    uid: int
    gid: int
    other: bool


def own_name() -> str:
    """The name of the account that this process runs as."""
    return pwd.getpwuid(os.geteuid()).pw_name


def server_account() -> Account:
    """Our own account; where we are root, one without rights, made if need be."""
    if os.geteuid() != 0:
        mine = pwd.getpwuid(os.geteuid())
        return Account(name=mine.pw_name, uid=mine.pw_uid, gid=mine.pw_gid, other=False)
    try:
        found = pwd.getpwnam(SERVER_ACCOUNT)
    except KeyError:
        _add(SERVER_ACCOUNT)
        found = pwd.getpwnam(SERVER_ACCOUNT)
    return Account(name=found.pw_name, uid=found.pw_uid, gid=found.pw_gid, other=True)


def _add(name: str) -> None:
    command = ["useradd", "--system", "--no-create-home", "--user-group"]
    command += ["--home-dir", "/nonexistent", "--shell", "/usr/sbin/nologin", name]
    done = subprocess.run(command, capture_output=True, text=True)
    # 9: the account is there; another start has just made it.
    if done.returncode not in (0, 9):
        msg = (
            f"PostgreSQL does not run as root, and the account {name} could not be "
            f"made ({done.stderr.strip()}): start Trigpoint as an ordinary user."
        )
        raise Refusal(msg)


def give(path: Path, account: Account) -> None:
    """Make a path the account's."""
    if account.other:
        os.chown(path, account.uid, account.gid)


def own_folder(path: Path, account: Account) -> None:
    """A folder of the account's own that nobody else may enter (root may)."""
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    give(path, account)


def reachable_place(place: Path, account: Account) -> Path:
    """The folder asked for; another in /var/lib where the account cannot come to it.

    Nothing above the folder is opened: a home that is closed stays closed.
    """
    place.mkdir(parents=True, exist_ok=True, mode=0o711)
    if not account.other or reaches(place, account):
        return place
    name = hashlib.sha256(str(place).encode()).hexdigest()[:16]
    other = Path("/var/lib/trigpoint") / name
    other.mkdir(parents=True, exist_ok=True, mode=0o711)
    return other


def reaches(path: Path, account: Account) -> bool:
    """Whether the account can come to a folder and read it."""
    return try_as(account, ["/usr/bin/test", "-x", str(path)]).returncode == 0


def try_as(
    account: Account, command: list[str], *, entered: str | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a command as the account, in the root folder, with a plain environment."""
    rights = (
        {"user": account.uid, "group": account.gid, "extra_groups": []}
        if account.other
        else {}
    )
    environment = {"PATH": "/usr/bin:/bin:/usr/sbin:/sbin", "LC_ALL": "C.UTF-8"}
    # A file and not a pipe: a server that stays running would keep a pipe open.
    with open("/dev/null") as nothing:
        return subprocess.run(
            command,
            **rights,  # type: ignore[arg-type]
            cwd="/",
            env=environment,
            input=entered,
            stdin=None if entered is not None else nothing,
            capture_output=True,
            text=True,
            timeout=_SECONDS,
        )


def run_as(
    account: Account, command: list[str], *, what: str, entered: str | None = None
) -> None:
    """Run a command as the account; refuses, with what it said, where it fails."""
    done = try_as(account, command, entered=entered)
    if done.returncode or "ERROR:" in done.stderr:
        msg = f"{what} failed: {done.stdout[-500:]}{done.stderr[-1500:]}"
        raise Refusal(msg)
