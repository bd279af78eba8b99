"""`trigpoint account`: who may sign in to this installation."""

from datetime import date
from pathlib import Path

import click

from trigpoint.cli.serve import PLACE
from trigpoint.cli.when import Day

_ROLES = (
    "response-officer", "control-room", "duty-inspector", "hub-detective",
    "investigator", "supervisor", "missing-coordinator", "head-of-protection",
    "force-liaison", "system-administrator", "data-protection-auditor", "partner-user",
    "out-of-hours-team", "inspector", "commissioner-office",
)  # fmt: skip
_KINDS = ("force", "partner", "inspectorate", "commissioner")


@click.group()
def account() -> None:
    """Organisations and the people who sign in for them.

    For whoever runs the installation, on its own machine. A new person gets a password
    to be handed over by word of mouth, and adds a second factor at the first sign-in.
    """


@account.command()
@click.argument("slug")
@click.argument("name")
@click.option("--kind", type=click.Choice(_KINDS), required=True)
@PLACE
def organisation(slug: str, name: str, kind: str, place: Path) -> int:
    """Make an organisation: SLUG is its short name in addresses, NAME what is shown."""
    from trigpoint.services.manage_accounts import add_organisation

    add_organisation(place=place.resolve(), slug=slug, name=name, kind=kind)
    click.echo(f"{name} is {slug}.")
    return 0


@account.command(name="share-figures")
@click.argument("owner")
@click.argument("reader")
@click.option("--end", "ends", is_flag=True, help="The agreement is over.")
@PLACE
def share_figures(owner: str, reader: str, ends: bool, place: Path) -> int:
    """Let READER, an inspectorate or commissioner's office, read OWNER's figures.

    Counts by standard, month and district, without any number of a few children; never
    a record or a child.
    """
    from trigpoint.services import manage_accounts

    manage_accounts.share_figures(
        place=place.resolve(), owner=owner, reader=reader, ends=ends
    )
    said = "no longer reads" if ends else "reads"
    click.echo(f"{reader} {said} the figures of {owner}.")
    return 0


@account.command()
@click.argument("name")
@click.option("--shown-as", required=True, help="Rank and name, as others see it.")
@click.option("--organisation", required=True, help="Its slug.")
@click.option("--role", type=click.Choice(_ROLES), required=True)
@click.option("--officer", default="", help="Their number in the force's own systems.")
@click.option("--team", default="", help="Their team; for a partner: its agency, LA.")
@click.option("--district", default="", help="Their district.")
@click.option("--begins", type=Day(), required=True, help="First day of the role.")
@click.option("--ends", type=Day(), help="Day from which they no longer have it.")
@PLACE
def add(
    name: str,
    shown_as: str,
    organisation: str,
    role: str,
    officer: str,
    team: str,
    district: str,
    begins: date,
    ends: date | None,
    place: Path,
) -> int:
    """Let a person in: NAME is what they sign in with."""
    from trigpoint.services.manage_accounts import Newcomer, add_account

    who = Newcomer(
        name=name, shown_as=shown_as, organisation=organisation, role=role,
        begins=begins, ends=ends, team=team, district=district, officer=officer,
    )  # fmt: skip
    _hand_over(name, add_account(place=place.resolve(), who=who))
    return 0


@account.command()
@click.argument("name")
@PLACE
def reset(name: str, place: Path) -> int:
    """Let NAME in anew: a new password, second factors and open sign-ins gone.

    For who lost the telephone and the spare codes. Make sure first that it is they.
    """
    from trigpoint.services.manage_accounts import let_in_anew

    _hand_over(name, let_in_anew(place=place.resolve(), name=name))
    return 0


@account.command()
@click.argument("name")
@click.option(
    "--on",
    type=Day(),
    required=True,
    help="The day from which they no longer have the role.",
)
@PLACE
def end(name: str, on: date, place: Path) -> int:
    """End NAME's account now; what it did stays on record."""
    from trigpoint.services.manage_accounts import end_account

    end_account(place=place.resolve(), name=name, on=on)
    click.echo(f"{name} can no longer sign in.")
    return 0


@account.command()
@click.argument("name")
@click.option("--provider", required=True, help="Its slug in sign-in.toml.")
@click.option("--subject", required=True, help="What the provider calls the person.")
@PLACE
def connect(name: str, provider: str, subject: str, place: Path) -> int:
    """Let NAME sign in with an account of their organisation (OpenID Connect).

    SUBJECT is the provider's own lasting number of the person (`sub`), never an address
    of mail: the sign-in page tells it to a person who is not connected yet.
    """
    from trigpoint.services.manage_accounts import connect_account

    connect_account(
        place=place.resolve(), name=name, provider=provider, subject=subject
    )
    click.echo(f"{name} can sign in with {provider}.")
    return 0


@account.command()
@click.argument("name")
@click.option("--called", required=True, help="Which program it is for.")
@click.option("--ends", type=Day(), required=True, help="Day from which it is no use.")
@PLACE
def token(name: str, called: str, ends: date, place: Path) -> int:
    """Make a token by which a program acts as NAME, in NAME's role and organisation."""
    from trigpoint.services.manage_accounts import add_token

    made = add_token(place=place.resolve(), name=name, called=called, ends=ends)
    click.echo(made)
    click.echo("It is shown once. Give each program an account of its own.", err=True)
    return 0


def _hand_over(name: str, password: str) -> None:
    click.echo(f"{name} signs in with: {password}")
    click.echo("It is shown once. At the first sign-in a second factor is asked for.")
