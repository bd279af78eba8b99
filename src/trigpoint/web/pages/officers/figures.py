"""How are we doing: rates with their intervals, by standard."""

from trigpoint.access.roles import Action
from trigpoint.services import read_figures
from trigpoint.standards.catalogue import all_standards
from trigpoint.web.site import Asked, Page, Shown


def figures(asked: Asked) -> Shown:
    """Every standard with its counts; police duties first, partners' apart."""
    found = {
        one.standard: one
        for one in read_figures.by_standard(asked.connection, person=asked.person)
    }
    newest = {one.slug: one for one in all_standards()}
    rows = [
        {"standard": newest[slug], "figure": figure}
        for slug, figure in found.items()
        if slug in newest
    ]
    rows.sort(key=lambda row: (row["standard"].area.label, row["standard"].title))
    police = [row for row in rows if row["standard"].duty_holder.value == "POLICE"]
    others = [row for row in rows if row["standard"].duty_holder.value != "POLICE"]
    return Shown(
        template="officers/figures.html",
        told={"groups": (("Police duties", police), ("Partners' duties", others))},
    )


PAGE = Page(
    path="figures/", name="figures", title="How are we doing", action=Action.SEE_FIGURES,
    answer=figures,
)  # fmt: skip
