"""The cases behind a figure, within one's own reach."""

from django.utils.translation import gettext

from trigpoint.access.roles import Action
from trigpoint.services.read_cases_behind import ASKED, read_cases_behind
from trigpoint.web.pages.officers.figure import newest
from trigpoint.web.site import Asked, Page, Shown

#: What the address calls the district of duties that have none on record.
NOT_RECORDED = "-"


def cases(asked: Asked, slug: str) -> Shown:
    """A page of them: of one outcome, and of one month or district where it is given."""
    standard = newest(slug)
    given = asked.request.GET
    page = min(int(given.get("page", "0")), 10_000) if _number(given) else 0
    outcome, month = given.get("show", "missed")[:20], given.get("month", "")[:7]
    found, more = read_cases_behind(
        asked.connection, person=asked.person, looking=asked.looking, slug=slug,
        outcome=outcome, month=month, district=_district(given), page=page,
    )  # fmt: skip
    told = {
        "title": gettext(standard.title), "standard": standard, "rows": found, "more": more,
        "page": page, "outcome": outcome, "outcomes": ASKED, "month": month,
        "district": given.get("district", "")[:120], "now": asked.now,
        "not_recorded": NOT_RECORDED,
    }  # fmt: skip
    return Shown(template="officers/cases.html", told=told)


def _district(given: dict[str, str]) -> str | None:
    asked = given.get("district", "")[:120]
    if not asked:
        return None
    return "" if asked == NOT_RECORDED else asked


def _number(given: dict[str, str]) -> bool:
    return given.get("page", "").isdecimal()


PAGE = Page(
    path="figures/<slug:slug>/cases/", name="cases", title="Cases behind a figure",
    action=Action.SEE_CASES_BEHIND_FIGURES, answer=cases,
)  # fmt: skip
