"""`trigpoint log`: is the access log as it was written?"""

import json
from pathlib import Path

import click

from trigpoint.cli.serve import PLACE


@click.group()
def log() -> None:
    """The access log: who looked at what."""


@log.command()
@PLACE
@click.option("--from-head", type=click.Path(path_type=Path, exists=True),
              help="A head held elsewhere: JSON of organisation, sequence and hash.")  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="For machines.")
def verify(place: Path, from_head: Path | None, as_json: bool) -> int:
    """Walk each organisation's chain; exit 1 where anything was altered or cut."""
    from trigpoint.services.verify_log import verify_log

    head = json.loads(from_head.read_text()) if from_head else None
    found = verify_log(place=place.resolve(), head=head)
    for one in found:
        if as_json:
            click.echo(json.dumps({"organisation": one.organisation, "entries": one.entries,
                                   "first_bad": one.first_bad, "said": one.said}))  # fmt: skip
        else:
            click.echo(f"{one.organisation}: {one.entries:,} entries, {one.said}")
    if not found:
        click.echo("No organisation has a log yet.")
        return 1
    return 1 if any(one.first_bad or not one.entries for one in found) else 0


@log.command()
@PLACE
def heads(place: Path) -> int:
    """Print the end of each chain, for somebody else to hold."""
    from trigpoint.services.verify_log import read_heads

    for one in read_heads(place=place.resolve()):
        click.echo(json.dumps(one))
    return 0
