"""`trigpoint serve`: the site, on this machine alone."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import click

PLACE = click.option(
    "--place",
    type=click.Path(path_type=Path),
    default=Path(".trigpoint"),
    show_default=True,
    help="Where the installation keeps its database and keys.",
)


@click.command()
@PLACE
@click.option("--port", default=8000, show_default=True, help="Port on localhost.")
@click.option("--workers", default=2, show_default=True, help="Processes that answer.")
@click.option("--demonstration", type=click.Path(path_type=Path, exists=True),
              help="Extracts of an invented force: load them, with an account a role.")  # fmt: skip
def serve(place: Path, port: int, workers: int, demonstration: Path | None) -> int:
    """Start the database if need be, bring it up to date, and serve the site."""
    from trigpoint.services.prepare_database import prepare_database

    server = prepare_database(place=place.resolve())
    if demonstration:
        from trigpoint.services.prepare_demonstration import load

        told = load(server, demonstration, lambda said: click.echo(said, err=True))
        click.echo("Accounts, one for each role (invented data, this machine only):")
        for name, title in told.names:
            click.echo(f"  {name:26s} {title}")
        click.echo(f"  the password of each: {told.password}")
    click.echo(f"The site: http://localhost:{port}  (Ctrl+C ends it)")
    sys.stdout.flush()
    environment = {
        **os.environ,
        "TRIGPOINT_PLACE": str(place.resolve()),
        "DJANGO_SETTINGS_MODULE": "trigpoint.web.settings",
    }
    command = [
        str(Path(sys.executable).with_name("granian")), "--interface", "wsgi",
        "--host", "127.0.0.1", "--port", str(port), "--workers", str(workers),
        "--workers-kill-timeout", "10", "--blocking-threads", "3", "--no-ws",
        "--log-level", "warning", "trigpoint.web.wsgi:application",
    ]  # fmt: skip
    worker = subprocess.Popen(
        [str(Path(sys.executable).with_name("trigpoint")), "work",
         "--place", str(place.resolve())],
        env=environment,
    )  # fmt: skip
    # Ended by a signal, it ends what it started, and waits for it.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    site = subprocess.Popen(command, env=environment)
    try:
        return site.wait()
    except KeyboardInterrupt:
        click.echo("trigpoint: stopped.", err=True)
        return 0
    finally:
        for started in (site, worker):
            started.terminate()
        for started in (site, worker):
            started.wait(30)
