"""`trigpoint doctor`: whether an installation is as safe as it must be."""

import json
from dataclasses import asdict
from pathlib import Path

import click

from trigpoint.cli.serve import PLACE


@click.command()
@PLACE
@click.option("--json", "as_json", is_flag=True, help="For machines.")
def doctor(place: Path, as_json: bool) -> int:
    """Print each check of an installation; exit 1 where one is not as it must be."""
    from trigpoint.services.examine_installation import examine_installation

    found = examine_installation(place=place.resolve())
    for one in found:
        if as_json:
            click.echo(json.dumps(asdict(one)))
        else:
            click.echo(f"{'well ' if one.well else 'WRONG'}  {one.name:9s} {one.said}")
    return 0 if all(one.well for one in found) else 1
