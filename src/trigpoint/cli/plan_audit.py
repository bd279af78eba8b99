"""`trigpoint plan-audit`: how many cases to read, and the repeatable draw."""

import json
from dataclasses import asdict
from pathlib import Path

import click


@click.command(name="plan-audit")
@click.option(
    "--share", type=float, required=True, help="Share inadequate expected, 0 to 1."
)
@click.option(
    "--change",
    type=float,
    required=True,
    help="Change that must show: -0.15 is a fall of 15 points.",
)
@click.option(
    "--power", type=float, default=0.8, show_default=True, help="Chance of showing it."
)
@click.option(
    "--frame",
    type=click.Path(path_type=Path),
    help="CSV of all cases: case, and stratum if there are kinds of them. Or the folder of "
    "a run: its children with a duty of police, by district.",
)
@click.option("--cases", type=int, help="Draw so many instead.")
@click.option("--seed", default="", help="Any words; written beside each drawn case.")
@click.option("--out", type=click.Path(path_type=Path), help="The draw as CSV; new.")
@click.option("--json", "as_json", is_flag=True, help="For machines.")
def plan_audit(
    share: float,
    change: float,
    power: float,
    frame: Path | None,
    cases: int | None,
    seed: str,
    out: Path | None,
    as_json: bool,
) -> int:
    """How many cases each of two rounds must read, so that a change probably shows.

    With --frame and --seed also draws them: anybody with the frame and the seed draws the
    same cases.
    """
    from trigpoint.services import plan_audit as service

    made = service.plan_audit(
        share=share, change=change, power=power, frame=frame, cases=cases, seed=seed, out=out
    )  # fmt: skip
    if as_json:
        click.echo(json.dumps(asdict(made), indent=1, ensure_ascii=False))
        return 0
    plan = made.plan
    click.echo(
        f"{plan.cases:,} cases in each round show a change from {plan.share:.0%} to "
        f"{plan.share + plan.change:.0%} with a chance of {plan.power:.0%} (exact)."
    )
    click.echo("\nCases in each round   chance that it shows")
    for size, chance in plan.beside:
        click.echo(f"{size:19,d}   {chance:.0%}")
    if made.given:
        click.echo("\nStratum                 cases    to draw")
        for name, size in made.sizes.items():
            click.echo(f"{name:20s} {size:8,d} {made.given[name]:10,d}")
        if out is None:
            click.echo("\nDrawn: " + ", ".join(one.case for one in made.drawn))
        else:
            click.echo(f"\nThe draw: {out}")
    return 0
