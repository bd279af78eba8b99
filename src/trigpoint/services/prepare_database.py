"""Bring the database of an installation up to date: tables, then walls."""

import os
import subprocess
import sys
from pathlib import Path

import psycopg

from trigpoint.records.record import Refusal
from trigpoint.services.keep_figures import keep_missing
from trigpoint.storage import launcher
from trigpoint.storage.walls import raise_walls


def prepare_database(*, place: Path) -> launcher.Server:
    """Start the server, migrate as the owner, raise the walls; safe to repeat."""
    server = launcher.start(place)
    environment = {
        **os.environ,
        "TRIGPOINT_PLACE": str(place),
        "TRIGPOINT_MIGRATING": "1",
        "DJANGO_SETTINGS_MODULE": "trigpoint.web.settings",
    }
    # A process of its own: the one that serves never becomes the owner.
    command = [sys.executable, "-m", "django", "migrate", "--verbosity", "0"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True)
    if done.returncode:
        msg = f"The tables could not be made: {done.stderr[-1500:]}"
        raise Refusal(msg)
    with psycopg.connect(server.owner_dsn()) as connection:
        raise_walls(connection)
    keep_missing(server)
    return server
