"""`trigpoint import`: agencies' extracts into the running system."""

import json
from dataclasses import asdict
from pathlib import Path

import click

from trigpoint.cli.serve import PLACE


@click.command(name="import")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@PLACE
@click.option("--for", "organisation", default="fellshire-constabulary",
              show_default=True, help="The organisation, by its short name.")  # fmt: skip
@click.option("--map", "mapping", type=click.Path(path_type=Path), help="TOML mapping.")
@click.option("--json", "as_json", is_flag=True, help="For machines.")
def importing(
    paths: tuple[Path, ...],
    place: Path,
    organisation: str,
    mapping: Path | None,
    as_json: bool,
) -> int:
    """Read PATHS (files or folders) into the system; the same again adds nothing."""
    from trigpoint.services.import_records import import_records
    from trigpoint.services.prepare_database import prepare_database

    done = import_records(
        server=prepare_database(place=place.resolve()),
        organisation=organisation,
        paths=paths,
        progress=lambda said: click.echo(said, err=True),
        mapping=mapping,
    )
    if as_json:
        click.echo(json.dumps(asdict(done)))
    else:
        click.echo(
            f"{done.files} files, {done.rows:,} rows; {done.events_added:,} event "
            f"versions added, {done.judgements:,} duties judged."
        )
        if done.quarantined:
            click.echo(f"{done.quarantined} rows need a person: see Records received.")
    return 1 if done.quarantined else 0
