"""`trigpoint links review`: doubtful links, for a person to decide."""

import json
from pathlib import Path
from typing import Any

import click


@click.group()
def links() -> None:
    """Records that may be one child."""


@links.command()
@click.argument("run", type=click.Path(path_type=Path))
@click.option("--by", help="Who decides: rank and name. Asked for if not given.")
@click.option(
    "--decisions",
    type=click.Path(path_type=Path),
    help="The file of decisions, added to. Default: link_decisions.jsonl beside the run.",
)
@click.option(
    "--every",
    is_flag=True,
    help="Also pairs linked by likeness, and pairs decided before: to undo one.",
)
@click.option("--json", "as_json", is_flag=True, help="List the pairs and ask nothing.")
def review(
    run: Path, by: str | None, decisions: Path | None, every: bool, as_json: bool
) -> int:
    """Go through the doubtful links of RUN, likeliest first: the same child, or not?

    Nothing is overwritten: a decision is a line of its own, and a newer one on the same pair
    replaces it. `trigpoint inspect --decisions FILE` judges by them.
    """
    from dataclasses import asdict

    from trigpoint.services import link_decisions as service

    path = decisions or run / service.DECISIONS_FILE
    doubts = service.load_doubts(run, every=every)
    if not every:
        doubts = service.still_open(doubts, path)
    if as_json:
        click.echo(
            json.dumps([asdict(one) for one in doubts], indent=1, ensure_ascii=False)
        )
        return 0
    costs = service.load_costs(run)
    click.echo(
        f"Taken to cost: a false link {costs.false_link:g}, a missed link "
        f"{costs.missed_link:g}, reading a pair {costs.reading:g}. So a pair is linked from "
        f"{costs.link_from:.3f} (without a warning), and shown from {costs.read_from:.2f}."
    )
    if not doubts:
        click.echo("No doubtful link waits for a decision.")
        return 0
    who = by or click.prompt("Who decides (rank and name)")
    done = 0
    for place, doubt in enumerate(doubts, start=1):
        _show(doubt, place, len(doubts))
        answer = click.prompt(
            "The same child? yes, no, skip or end",
            type=click.Choice(["y", "n", "s", "e"]),
        )
        if answer == "e":
            break
        if answer in ("y", "n"):
            service.decide(path, doubt, same=answer == "y", by=who)
            done += 1
    left = len(service.still_open(service.load_doubts(run), path))
    click.echo(f"\n{done} decided, {left} wait. Judge by them:")
    click.echo(f"  trigpoint inspect EXTRACTS --decisions {path} --out NEW_FOLDER")
    return 1 if left else 0


def _show(doubt: Any, place: int, size: int) -> None:
    click.echo(f"\n{place} of {size}: likely by {doubt.probability:.2%} ({doubt.band})")
    one, other = (
        f"{ns.split('#')[0]} {number}" for ns, number in (doubt.one, doubt.other)
    )
    click.echo(f"  {'':10s} {one:38s} {other}")
    for field in ("given", "surname", "birth", "sex", "postcode"):
        said = [
            str(row.get(field) or "-") for row in (doubt.said_one, doubt.said_other)
        ]
        click.echo(f"  {field:10s} {said[0]:38s} {said[1]:24s} {doubt.fields[field]}")
    for warning in doubt.warnings:
        click.echo(f"  ! {warning}")
