"""`trigpoint inspect`: a folder of extracts becomes a judged, explained report."""

import json
from datetime import date
from pathlib import Path

import click

from trigpoint.cli.progress import Steps
from trigpoint.cli.when import Day, When


@click.command()
@click.argument("extracts", type=click.Path(path_type=Path))
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    required=True,
    help="Folder to write; new.",
)
@click.option(
    "--as-at",
    type=When(),
    help="Judge what was on record then: a date (its end) or a date-time with offset. "
    "Default: the end of the day that the furthest-reaching source reaches.",
)
@click.option("--from", "start", type=Day(), help="Occasions from this date on.")
@click.option("--to", "end", type=Day(), help="Occasions before this date.")
@click.option(
    "--map",
    "mapping",
    type=click.Path(path_type=Path),
    help="The force's saved column-and-code mapping (see `trigpoint map suggest`).",
)
@click.option(
    "--with-cases",
    is_flag=True,
    help="Also a page for each child: marks the output as holding children's records.",
)
@click.option(
    "--decisions",
    type=click.Path(path_type=Path),
    help="What people decided about doubtful links (see `trigpoint links review`).",
)
@click.option(
    "--standards",
    "pack",
    type=click.Path(path_type=Path),
    help="The force's own pack of standards (see `trigpoint standards check`).",
)
@click.option(
    "--runner",
    type=click.Choice(["duckdb", "spark"]),
    default="duckdb",
    show_default=True,
    help="What works it out. The answers are the same; Spark must be installed, and "
    "pays only on a cluster.",
)
@click.option(
    "--link-costs",
    default="",
    help="What a false link, a missed link and a person's reading of one pair cost: "
    "100:1:0.5 if not said. They set which likely links are made, and which wait for a person.",
)
@click.option("--json", "as_json", is_flag=True, help="A summary for machines.")
def inspect(
    extracts: Path,
    out: Path,
    as_at: int | None,
    start: date | None,
    end: date | None,
    mapping: Path | None,
    with_cases: bool,
    decisions: Path | None,
    pack: Path | None,
    runner: str,
    link_costs: str,
    as_json: bool,
) -> int:
    """Read a folder of agencies' extracts, judge every duty, and write the report.

    EXTRACTS and its sub-folders may hold any mix of the formats that Trigpoint
    reads; each file is recognised by what it holds, not by its name.
    """
    from trigpoint.services import inspect_extracts as service

    request = service.Request(
        extracts=extracts,
        out=out,
        as_at=as_at,
        start=start,
        end=end,
        mapping=mapping,
        with_cases=with_cases,
        decisions=decisions,
        pack=pack,
        runner=runner,
        link_costs=link_costs,
    )
    done = service.inspect_extracts(request=request, progress=Steps(quiet=as_json))
    if as_json:
        click.echo(json.dumps(service.summary(done), indent=1))
    else:
        click.echo(service.in_words(done))
    return 1 if done.needs_a_person else 0
