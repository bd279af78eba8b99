"""`trigpoint judge`: judge everything that the system holds, anew."""

import json
from dataclasses import asdict
from pathlib import Path

import click

from trigpoint.cli.serve import PLACE
from trigpoint.cli.when import When


@click.command()
@PLACE
@click.option(
    "--for", "organisation", default="", help="One organisation's slug; else all."
)
@click.option(
    "--as-at", type=When(), help="As known then: tells the counts, keeps nothing."
)
@click.option("--json", "as_json", is_flag=True, help="For machines.")
def judge(place: Path, organisation: str, as_at: int | None, as_json: bool) -> int:
    """Judge every chronology in the database, and keep how the duties came out.

    An import and an entry judge by themselves; this is for a library of standards that
    has changed, and for asking how it stood at another moment.
    """
    from trigpoint.services.judge_stored import judge_stored
    from trigpoint.timekeeping import london

    for one in judge_stored(
        place=place.resolve(), organisation=organisation, as_at=as_at
    ):
        at = london.moment(one.as_at).isoformat(timespec="minutes")
        if as_json:
            click.echo(json.dumps({**asdict(one), "as_at": at}))
            continue
        told = ", ".join(f"{count:,} {name}" for name, count in one.outcomes.items())
        kept = "kept" if one.kept else "nothing kept"
        duties = sum(one.outcomes.values())
        click.echo(f"{one.organisation}: {one.children:,} children, {duties:,} duties "
                   f"as known at {at} ({kept}): {told.replace('_', ' ')}")  # fmt: skip
    return 0
