"""`trigpoint score`: a run held against the truth of an invented force."""

import json
from pathlib import Path

import click

#: Wrong duties in the terminal; --json lists all.
_SHOWN = 20


@click.command()
@click.argument("run", type=click.Path(path_type=Path))
@click.option(
    "--truth",
    type=click.Path(path_type=Path),
    required=True,
    help="The `truth` folder that `trigpoint synth` wrote.",
)
@click.option(
    "--out", type=click.Path(path_type=Path), help="Folder for the page; new."
)
@click.option("--json", "as_json", is_flag=True, help="For machines.")
def score(run: Path, truth: Path, out: Path | None, as_json: bool) -> int:
    """Hold RUN (a folder that `trigpoint inspect` wrote) against the truth.

    Duties, links, chronology and change: what was right, what was not, and what could not
    have been known from the files. Exit code 1 where a met duty was called missed or the
    other way.
    """
    from trigpoint.publication import score_page
    from trigpoint.services import score_run as service

    found = service.score_run(run=run, truth=truth, out=out)
    if as_json:
        click.echo(json.dumps(found, indent=1, ensure_ascii=False))
    else:
        click.echo("Invented data: no real child, officer or place.")
        for line in score_page.lines(found):
            click.echo(line)
        click.echo("\nExpected        judged          duties")
        for cell in found["duties"]["confusion"]:
            click.echo(
                f"{cell['expected']:15s} {cell['judged']:15s} {cell['duties']:6,d}"
            )
        for row in found["duties"]["wrong"][:_SHOWN]:
            click.echo(
                f"wrong: {row['person']} {row['duty']} {row['reference']} due {row['due']}: "
                f"{row['judged']}, expected {row['expected']}"
            )
        if out is not None:
            click.echo(f"\nThe page: {out / 'score.html'}")
    return 1 if found["duties"]["met_missed_swaps"] else 0
