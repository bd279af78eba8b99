"""`trigpoint standards`: the library, in plain words."""

import json

import click


@click.group()
def standards() -> None:
    """The library of standards, in plain words."""


@standards.command("list")
@click.option("--json", "as_json", is_flag=True, help="For machines.")
def list_(as_json: bool) -> int:
    """Every standard, in the order of the child's journey."""
    from trigpoint.standards import catalogue, encoding

    everything = catalogue.all_standards()
    if as_json:
        click.echo(
            json.dumps([encoding.summary(item) for item in everything], indent=1)
        )
        return 0
    area = None
    for item in everything:
        if item.area is not area:
            area = item.area
            click.echo(f"\n{area.label}")
        local = "  (local default)" if item.source.standing == "local" else ""
        click.echo(f"  {item.slug:42s} {item.title}{local}")
    return 0


@standards.command()
@click.argument("slug")
@click.option("--json", "as_json", is_flag=True, help="The standard as data.")
def show(slug: str, as_json: bool) -> int:
    """One standard in plain words."""
    from difflib import get_close_matches

    from trigpoint.records.record import Refusal
    from trigpoint.standards import catalogue, encoding, prose

    versions = catalogue.by_slug(slug)
    if not versions:
        slugs = [item.slug for item in catalogue.all_standards()]
        near = get_close_matches(slug, slugs, n=3, cutoff=0.3)
        hint = f" Did you mean {', '.join(near)}?" if near else ""
        msg = f"There is no standard {slug!r}.{hint} See: trigpoint standards list."
        raise Refusal(msg)
    if as_json:
        kept = [
            {**encoding.as_data(item), "sha256": encoding.digest(item)}
            for item in versions
        ]
        click.echo(json.dumps(kept, indent=1, ensure_ascii=False))
        return 0
    click.echo("\n\n".join(prose.as_english(item) for item in versions))
    return 0
