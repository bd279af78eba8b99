"""How we do on one standard: by month against a fixed baseline, and by district."""

import numpy as np
from django.utils.translation import gettext

from trigpoint.access.permissions import may
from trigpoint.access.roles import Action
from trigpoint.findings import spc
from trigpoint.publication.monthly import month_picture
from trigpoint.publication.parts import Picture
from trigpoint.records.record import Refusal
from trigpoint.services import read_figures
from trigpoint.services.read_cases_behind import ASKED
from trigpoint.services.read_figures import Figure, Shelf
from trigpoint.standards.catalogue import all_standards
from trigpoint.standards.standard import Standard
from trigpoint.web import shelves
from trigpoint.web.pages.officers.figures import whose
from trigpoint.web.site import Asked, Page, Shown


def newest(slug: str) -> Standard:
    """The newest version of a standard; Refusal where none has that slug."""
    versions = [one for one in all_standards() if one.slug == slug]
    if not versions:
        msg = f"No standard is called {slug}: choose one from How are we doing."
        raise Refusal(msg)
    return versions[-1]


def figure(asked: Asked, slug: str) -> Shown:
    """The rate, its months as a control chart, its districts, and links to the cases."""
    standard = newest(slug)
    told = {
        "title": gettext(standard.title),
        "standard": standard,
        "outcomes": ASKED,
        "may_see_cases": may(asked.person, Action.SEE_CASES_BEHIND_FIGURES)
        and standard.duty_holder.value == "POLICE",
    }
    with shelves.opened(asked, shelves.wanted(asked)) as (shelf, forces):
        if shelf is None:
            told["nobody"] = True
        else:
            told |= whose(asked, shelf, forces) | _parts(shelf, standard)
    return Shown(template="officers/figure.html", told=told)


def _parts(shelf: Shelf, standard: Standard) -> dict[str, object]:
    months = read_figures.by_month(shelf, slug=standard.slug)
    districts = read_figures.by_district(shelf, slug=standard.slug)
    return {
        "figure": read_figures.one_standard(shelf, slug=standard.slug),
        "picture": picture(standard, months),
        "months": months,
        "districts": districts,
        "withheld_months": sum(one.withheld for one in months),
        "withheld_districts": sum(one.withheld for one in districts),
    }


def picture(standard: Standard, months: list[Figure]) -> Picture | None:
    """The chart of the share in time; None where there are too few months for a baseline."""
    told = [one for one in months if one.not_met is not None]
    made = spc.control_chart(
        [one.part for one in told],
        np.array([one.met for one in told]),
        np.array([one.judged for one in told]),
    )
    if made is None:
        return None
    return month_picture("months", standard.title, made, risk=False)


PAGE = Page(
    path="figures/<slug:slug>/", name="figure", title="How we do on a standard",
    action=Action.SEE_FIGURES, answer=figure,
)  # fmt: skip
