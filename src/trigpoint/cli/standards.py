"""`trigpoint standards`: the library, in plain words."""

import json
from pathlib import Path
from typing import Any

import click


@click.group()
def standards() -> None:
    """The library of standards, in plain words."""


@standards.command("list")
@click.option("--json", "as_json", is_flag=True, help="For machines.")
def list_(as_json: bool) -> int:
    """Every standard, in the order of the child's journey."""
    from trigpoint.standards import catalogue, encoding, not_judged

    if as_json:
        told = [encoding.summary(item) for item in catalogue.all_standards()]
        click.echo(json.dumps(told, indent=1))
        return 0
    area = None
    for item in catalogue.newest():
        if item.area is not area:
            area = item.area
            click.echo(f"\n{area.label}")
        local = "  (local default)" if item.source.standing == "local" else ""
        version = f"  (version {item.version})" if item.version > 1 else ""
        click.echo(f"  {item.slug:46s} {item.title}{local}{version}")
    click.echo("\nKnown, and not judged")
    for duty in not_judged.NOT_JUDGED:
        click.echo(f"  {duty.slug:46s} {duty.why}")
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
        slugs = [item.slug for item in catalogue.newest()]
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


@standards.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="The standards as data.")
def check(file: Path, as_json: bool) -> int:
    """Check a force's own pack of standards, and say it back in plain words.

    A mistake is refused with its place and what may stand there. What is said back is what
    would be judged: read it before it is used.
    """
    from trigpoint.services.local_pack import load_pack
    from trigpoint.standards import encoding, prose

    pack = load_pack(file)
    everything = (*pack.adjusted, *pack.added)
    if as_json:
        kept = [encoding.as_data(item) for item in everything]
        click.echo(json.dumps(kept, indent=1, ensure_ascii=False))
        return 0
    click.echo(
        f"{pack.name}: {len(pack.adjusted)} set otherwise, {len(pack.added)} of the force's own."
    )
    for item in everything:
        click.echo("\n" + prose.as_english(item))
    return 0


@standards.command()
@click.argument("old")
@click.argument("new")
@click.option(
    "--on",
    "run",
    type=click.Path(path_type=Path),
    required=True,
    help="The folder of a run: its records are judged by both.",
)
@click.option("--json", "as_json", is_flag=True, help="For machines.")
def preview(old: str, new: str, run: Path, as_json: bool) -> int:
    """Which verdicts would flip, before a standard is changed.

    OLD and NEW are each a pack's file, or a standard of the library. Nothing is written.
    """
    from trigpoint.services import preview_standards as service

    found = service.preview(old=old, new=new, run=run)
    if as_json:
        rows = [
            {
                "slug": one.slug,
                "flipped": one.flipped,
                "outcomes": [
                    {"old": a, "new": b, "duties": n}
                    for (a, b), n in sorted(one.flips.items())
                ],
            }
            for one in found
        ]
        click.echo(json.dumps(rows, indent=1))
        return 0
    for one in found:
        _told(one)
    return 0


def _told(one: Any) -> None:
    click.echo(
        f"\n{one.slug}: {one.flipped:,} of {sum(one.flips.values()):,} would flip"
    )
    for line in one.old:
        if line not in one.new:
            click.echo(f"  - {line}")
    for line in one.new:
        if line not in one.old:
            click.echo(f"  + {line}")
    for (before, after), number in sorted(one.flips.items()):
        mark = "  " if before == after else "! "
        click.echo(f"  {mark}{before:12s} -> {after:12s} {number:8,d}")
    for child, occasion, before, after in one.examples[:3]:
        click.echo(f"    e.g. {child}, occasion {occasion}: {before} -> {after}")
