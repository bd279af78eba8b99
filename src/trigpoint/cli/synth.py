"""`trigpoint synth`: an invented force and council, in the agencies' real formats."""

import json
from datetime import date
from pathlib import Path

import click

from trigpoint.cli.progress import Steps
from trigpoint.cli.when import Day


@click.command()
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    required=True,
    help="Folder to write; new.",
)
@click.option(
    "--children", type=int, required=True, help="How many children the county has."
)
@click.option("--seed", type=click.IntRange(min=0), required=True)
@click.option(
    "--regime",
    required=True,
    help="How well agencies respond: before, after, change, or a decoy.",
)
@click.option("--from", "start", type=Day(), help="First day. Default: the regime's.")
@click.option("--to", "end", type=Day(), help="Day after the last.")
@click.option("--json", "as_json", is_flag=True, help="The manifest, for machines.")
def synth(
    out: Path,
    children: int,
    seed: int,
    regime: str,
    start: date | None,
    end: date | None,
    as_json: bool,
) -> int:
    """Write an invented force in the agencies' real file formats.

    OUT gets `extracts/`, which `trigpoint inspect` reads, and `truth/` beside it.
    The same arguments write the same files, byte for byte.
    """
    from trigpoint.records.record import Refusal
    from trigpoint.synthetic import generation, knobs

    try:
        made = generation.generate(
            out=out,
            children=children,
            seed=seed,
            regime=regime,
            start=start,
            end=end,
            progress=Steps(quiet=as_json),
        )
    except (generation.Refused, knobs.UnknownRegime) as refused:
        raise Refusal(str(refused)) from refused
    if as_json:
        click.echo(json.dumps(made.as_json(), indent=1))
    else:
        click.echo(
            f"An invented county of {children:,} children ({regime}, {made.start} to "
            f"{made.end}): {len(made.files)} files.\n"
            f"Read it: trigpoint inspect {out / 'extracts'} --out NEW_FOLDER"
        )
    return 0
