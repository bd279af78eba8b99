"""`trigpoint webhook`: addresses elsewhere that are told when something changed."""

from pathlib import Path

import click

from trigpoint.cli.serve import PLACE


@click.group()
def webhook() -> None:
    """Tell programs elsewhere, signed, that something changed; never about whom."""


@webhook.command()
@click.argument("organisation")
@click.argument("address")
@PLACE
def add(organisation: str, address: str, place: Path) -> int:
    """From now on tell ADDRESS what happens at ORGANISATION (its slug)."""
    from trigpoint.services.webhooks import add_webhook

    made = add_webhook(
        place=place.resolve(), organisation=organisation, address=address
    )
    click.echo(f"{made.number} tells {made.address}.")
    click.echo(f"Its secret, for checking signatures: {made.secret}")
    return 0


@webhook.command("list")
@PLACE
def list_(place: Path) -> int:
    """Each with what waits for it, and what was given up after seven tries."""
    from trigpoint.services.webhooks import read_webhooks

    found = read_webhooks(place=place.resolve())
    for one in found:
        click.echo(
            f"{one.number}  {one.organisation}  {one.address}  "
            f"{one.waiting} waiting, {one.given_up} given up"
        )
    if not found:
        click.echo("There is none.")
    return 0


@webhook.command()
@click.argument("number")
@PLACE
def end(number: str, place: Path) -> int:
    """Tell NUMBER nothing more."""
    from trigpoint.services.webhooks import end_webhook

    end_webhook(place=place.resolve(), number=number)
    click.echo(f"{number} is told nothing more.")
    return 0
