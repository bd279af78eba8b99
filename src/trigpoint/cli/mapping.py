"""`trigpoint map`: help with a force's own columns and codes."""

from pathlib import Path

import click


@click.group("map")
def mapping() -> None:
    """Help with a force's own columns and codes."""


@mapping.command()
@click.argument("file", type=click.Path(path_type=Path))
def suggest(file: Path) -> int:
    """Print a draft mapping (TOML) of FILE for a person to review and save."""
    from trigpoint.records import mapping as mappings
    from trigpoint.records.record import Refusal

    if not file.is_file():
        raise Refusal(f"{file} is not a file: give one CSV file of the force.")
    click.echo(mappings.suggest(file))
    return 0
