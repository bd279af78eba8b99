"""`trigpoint backup`: a copy of an installation, and an installation from a copy."""

from pathlib import Path

import click

from trigpoint.cli.serve import PLACE


@click.group()
def backup() -> None:
    """Copy an installation, and make one from a copy.

    The keys are not in a copy: keep secret.key of the place apart, and put it into the
    new place before people sign in, or their second factors must be set up anew.
    """


@backup.command()
@click.argument("out", type=click.Path(path_type=Path))
@PLACE
def make(out: Path, place: Path) -> int:
    """Write the database, the files as received and the log's heads to OUT, a new folder."""
    from trigpoint.services.back_up import back_up

    told = back_up(place=place.resolve(), out=out.resolve())
    click.echo(f"{out}: the database and {told['files']:,} files as received.")
    click.echo("Encrypt it before it leaves this machine; keep secret.key apart.")
    return 0


@backup.command()
@click.argument("source", type=click.Path(path_type=Path, exists=True))
@PLACE
def restore(source: Path, place: Path) -> int:
    """Make an installation in a new place from SOURCE, and check its log."""
    from trigpoint.services.back_up import restore as make_anew

    for line in make_anew(source=source.resolve(), place=place.resolve()):
        click.echo(line)
    click.echo(f"{place} is made. Put secret.key there before people sign in.")
    return 0
