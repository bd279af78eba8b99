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
              help="Heads held elsewhere, as `trigpoint log heads` printed them.")  # fmt: skip
@click.option("--key", default="", help="The holder's own copy of `trigpoint log key`.")
@click.option("--json", "as_json", is_flag=True, help="For machines.")
def verify(place: Path, from_head: Path | None, key: str, as_json: bool) -> int:
    """Walk each organisation's chain; exit 1 where anything was altered or cut."""
    from trigpoint.services.log_heads import public_key, read_held
    from trigpoint.services.verify_log import verify_log

    held = []
    if from_head:
        key = key or public_key(place=place.resolve())
        held = read_held(from_head.read_text(encoding="utf-8"), key=key)
    found = verify_log(place=place.resolve(), held=held)
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
    """Print the end of each chain, signed, for somebody else to hold."""
    from trigpoint.services.log_heads import signed_heads

    for one in signed_heads(place=place.resolve()):
        click.echo(json.dumps(one))
    return 0


@log.command()
@PLACE
def key(place: Path) -> int:
    """Print the key by which others check heads: hand it over once, in person."""
    from trigpoint.services.log_heads import public_key

    click.echo(public_key(place=place.resolve()))
    return 0


@log.command()
@click.argument("child")
@PLACE
@click.option("--for", "organisation", required=True, help="Whose log: its slug.")
@click.option("--json", "as_json", is_flag=True, help="For machines.")
def who(child: str, place: Path, organisation: str, as_json: bool) -> int:
    """Print who looked at CHILD, newest first; asking is itself on the log."""
    from trigpoint.services.who_looked import who_looked

    found = who_looked(place=place.resolve(), organisation=organisation, child=child)
    for one in found:
        if as_json:
            click.echo(json.dumps(one))
        else:
            list_of = "" if one["alone"] else " (in a list)"
            why = f": {one['reason']}" if one["reason"] else ""
            click.echo(f"{one['entry']:>8}  {one['at']}  {one['who']}, {one['role']}: "
                       f"{one['action']}{list_of}{why}")  # fmt: skip
    if not found and not as_json:
        click.echo("Nobody has looked, by this log.")
    return 0
