"""`trigpoint review`: two runs or two audits compared."""

import json
from pathlib import Path

import click


@click.command()
@click.argument("before", type=click.Path(path_type=Path))
@click.argument("after", type=click.Path(path_type=Path))
@click.option(
    "--agency",
    default="POLICE",
    show_default=True,
    help="Whose duties are compared (runs only): POLICE, LA, HEALTH, ...",
)
@click.option(
    "--audit-before",
    type=click.Path(path_type=Path),
    help="People's grades of some cases of BEFORE (runs only): CSV with case and grade.",
)
@click.option(
    "--audit-after",
    type=click.Path(path_type=Path),
    help="The same of AFTER: both, or neither.",
)
@click.option(
    "--out", type=click.Path(path_type=Path), help="Folder for the page; new."
)
@click.option("--json", "as_json", is_flag=True, help="For machines.")
def review(
    before: Path,
    after: Path,
    agency: str,
    audit_before: Path | None,
    audit_after: Path | None,
    out: Path | None,
    as_json: bool,
) -> int:
    """Compare two rounds by one rule, fixed beforehand, with its guards.

    BEFORE and AFTER are two folders that `trigpoint inspect` wrote (of other extracts, or of
    the same with other --from and --to), or two audit files: CSV with at least the columns
    case and grade (inadequate, requires improvement, good, outstanding). Columns stratum
    and chance (as `plan-audit` writes them) weigh the cases; force_grade beside
    inspector_grade shows how far the two agree.
    """
    from trigpoint.publication import review_words
    from trigpoint.services import review_rounds as service
    from trigpoint.vocabulary.agencies import Agency

    try:
        holder = Agency(agency.upper())
    except ValueError:
        known = ", ".join(one.value for one in Agency)
        raise click.BadParameter(f"{agency} is none of {known}.") from None
    audits = None
    if audit_before is not None and audit_after is not None:
        audits = audit_before, audit_after
    elif audit_before is not None or audit_after is not None:
        msg = "give --audit-before and --audit-after together, or neither."
        raise click.UsageError(msg)
    made = service.review_rounds(
        before=before, after=after, holder=holder, audits=audits, out=out
    )
    if as_json:
        click.echo(json.dumps(service.as_data(made), indent=1, ensure_ascii=False))
        return 0
    rounds = made.rounds
    if rounds.invented:
        click.echo("Invented data: no real child, officer or place.")
    for line in review_words.text(made.review, rounds):
        click.echo(line)
    if out is not None:
        click.echo(f"\nThe page: {out / 'review.html'}")
    return 0
