"""How are we doing: rates with their intervals, by standard."""

from urllib.parse import urlencode

from django.utils.translation import gettext

from trigpoint.access.permissions import may
from trigpoint.access.roles import Action
from trigpoint.services import read_figures
from trigpoint.services.read_figures import Shelf
from trigpoint.standards.catalogue import all_standards
from trigpoint.web import shelves
from trigpoint.web.site import Asked, Page, Shown


def figures(asked: Asked) -> Shown:
    """Every standard with its counts; police duties first, partners' apart."""
    with shelves.opened(asked, shelves.wanted(asked)) as (shelf, forces):
        if shelf is None:
            return Shown(template="officers/figures.html", told={"nobody": True})
        told = {**whose(asked, shelf, forces), **_groups(asked, shelf)}
    return Shown(template="officers/figures.html", told=told)


def whose(
    asked: Asked, shelf: Shelf, agreed: list[read_figures.Force]
) -> dict[str, object]:
    """What both pages say of whose figures they show."""
    query = "?" + urlencode({"force": shelf.force.slug}) if agreed else ""
    return {
        "forces": agreed, "force": shelf.force, "whole": shelf.whole, "query": query,
        "judged_at": read_figures.judged_at(shelf) if agreed else None,
    }  # fmt: skip


def _groups(asked: Asked, shelf: Shelf) -> dict[str, object]:
    newest = {one.slug: one for one in all_standards()}
    sees_cases = may(asked.person, Action.SEE_CASES_BEHIND_FIGURES)
    rows = [
        {
            "standard": newest[figure.standard],
            "figure": figure,
            "may_see_cases": sees_cases
            and newest[figure.standard].duty_holder.value == "POLICE",
        }
        for figure in read_figures.by_standard(shelf)
        if figure.standard in newest
    ]
    rows.sort(key=lambda row: (row["standard"].area.label, row["standard"].title))
    police = [row for row in rows if row["standard"].duty_holder.value == "POLICE"]
    others = [row for row in rows if row["standard"].duty_holder.value != "POLICE"]
    groups = ((gettext("Police duties"), police), (gettext("Partners' duties"), others))
    return {"groups": groups, "none": not rows}


PAGE = Page(
    path="figures/", name="figures", title="How are we doing", action=Action.SEE_FIGURES,
    answer=figures,
)  # fmt: skip
