"""`trigpoint child`: one child's chronology, duties and why, in the terminal."""

import json
from itertools import groupby
from pathlib import Path

import click

from trigpoint.cli.when import When


@click.command()
@click.argument("ref")
@click.option(
    "--run",
    "folder",
    type=click.Path(path_type=Path),
    default=Path(),
    help="The folder that `trigpoint inspect --out` wrote. Default: this folder.",
)
@click.option("--as-at", type=When(), help="As known then: a date or a date-time.")
@click.option("--json", "as_json", is_flag=True, help="For machines.")
def child(ref: str, folder: Path, as_at: int | None, as_json: bool) -> int:
    """Show one child: REF is a child id (C...) or source:id, as an agency knows them."""
    from trigpoint.services import read_child as service
    from trigpoint.services.run_folder import load_run

    view = service.read_child(run=load_run(folder), ref=ref, as_at=as_at)
    if as_json:
        click.echo(json.dumps(service.as_data(view), indent=1, ensure_ascii=False))
        return 0
    from trigpoint.timekeeping import london

    click.echo(f"{view.child}, as known on {london.moment(view.as_at):%d %b %Y %H:%M}")
    if view.invented:
        click.echo("Invented data: no real child, officer or place.")
    click.echo("Known as: " + "; ".join(f"{s}:{n}" for s, n in view.records))
    click.echo("\nChronology (events of one time stand together; no order is meant)")
    for when, together in groupby(
        view.events, key=lambda e: service.at_words(e.happened)
    ):
        for number, event in enumerate(together):
            facts = ", ".join(
                f"{k}: {v.strip(';')}" for k, v in event.facts.items() if v
            )
            click.echo(
                f"  {when if not number else '':25s} {event.kind.label:28s} "
                f"{event.agency:7s} {facts}"
            )
    click.echo("\nDuties")
    for one, lines in zip(view.judgements, view.why, strict=True):
        fault = f" ({one.fault})" if one.fault else ""
        click.echo(
            f"\n  {one.outcome.value.replace('_', ' ').upper()}{fault}: {one.standard}"
        )
        for line in lines:
            click.echo(f"    {line}")
    return 0
