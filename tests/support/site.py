"""A running installation for tests: real PostgreSQL, an invented force, every role."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import psycopg

from tests.support.canary_force import write_canary_force
from trigpoint.access.person import Person
from trigpoint.access.roles import ROLES
from trigpoint.services import prepare_demonstration
from trigpoint.services.import_records import Imported, import_records
from trigpoint.services.prepare_database import prepare_database
from trigpoint.storage import launcher
from trigpoint.synthetic import generation

FORCE = prepare_demonstration.FORCE
#: Another force on the same installation; its children are never the first one's to see.
OTHER = "marlshire-police"


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """An installation: its server, extracts, first import and demonstration password."""

    server: launcher.Server
    extracts: Path
    imported: Imported
    password: str

    def organisation(self, slug: str = FORCE) -> str:
        """The id of an organisation."""
        with psycopg.connect(self.server.dsn("trigpoint_app")) as connection:
            row = connection.execute(
                "SELECT id::text FROM storage_organisation WHERE slug = %s", (slug,)
            ).fetchone()
        assert row is not None
        return row[0]

    @contextmanager
    def acting_for(self, slug: str = FORCE) -> Iterator[psycopg.Connection]:
        """A connection of the application that acts for an organisation."""
        number = self.organisation(slug)
        with psycopg.connect(self.server.dsn("trigpoint_app")) as connection:
            connection.execute(
                "SELECT set_config('trigpoint.organisation', %s, true)", (number,)
            )
            yield connection


def make_site(folder: Path, *, children: int = 300) -> Site:
    """Make it in a folder: about ten seconds."""
    extracts = folder / "force" / "extracts"
    generation.generate(
        out=folder / "force", children=children, seed=3, regime="before"
    )
    # Made durable only where durability is tested.
    launcher.start(folder / "place", throwaway=True)
    server = prepare_database(place=folder / "place")
    prepare_demonstration.prepare_organisations(server)
    with psycopg.connect(server.dsn("trigpoint_app")) as connection:
        connection.execute(
            "INSERT INTO storage_organisation (id, slug, name, kind, invented) VALUES "
            "(gen_random_uuid(), %s, 'Marlshire Police (invented)', 'force', true)",
            (OTHER,),
        )
    imported = bring_in(server, extracts)
    other = write_canary_force(folder / "other")
    bring_in(server, other, organisation=OTHER)
    told = prepare_demonstration.prepare_accounts(server)
    return Site(
        server=server, extracts=extracts, imported=imported, password=told.password
    )


def end_site(site: Site) -> None:
    """Stop its server and leave nothing of it behind."""
    launcher.stop(site.server)
    shutil.rmtree(site.server.place)


def bring_in(
    server: launcher.Server, extracts: Path, *, organisation: str = FORCE
) -> Imported:
    """Import a folder."""
    return import_records(
        server=server,
        organisation=organisation,
        paths=(extracts,),
        progress=lambda _: None,
    )


@contextmanager
def serving(site: Site, *, workers: int = 1) -> Iterator[str]:
    """The site over HTTP on this machine, ended with the block; its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [
        sys.executable,
        "-m",
        "trigpoint.cli.main",
        "serve",
        "--workers",
        str(workers),
    ]
    command = [str(Path(sys.executable).with_name("trigpoint")), *command[3:]]
    process = subprocess.Popen(
        [*command, "--place", str(site.server.place), "--port", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        address = f"http://localhost:{port}"
        _wait(address)
        yield address
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(15)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)


def _wait(address: str) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        try:
            with urlopen(f"{address}/sign-in/", timeout=5):
                return
        except (URLError, OSError):
            time.sleep(0.2)
    msg = f"{address} did not answer within a minute"
    raise AssertionError(msg)


def person_of(connection: psycopg.Connection, role: str) -> Person:
    """The demonstration's account of a role, as services know it."""
    row = connection.execute(
        "SELECT a.id::text, a.shown_as, o.id::text, o.name, o.kind, m.team, m.district, "
        "m.officer FROM storage_account a JOIN storage_membership m ON m.account_id = a.id "
        "JOIN storage_organisation o ON o.id = m.organisation_id WHERE a.name = %s",
        (role,),
    ).fetchone()
    assert row is not None
    names = ("account", "shown_as", "organisation", "organisation_name", "kind", "team",
             "district", "officer")  # fmt: skip
    return Person(**dict(zip(names, row, strict=True)), role=ROLES[role])
