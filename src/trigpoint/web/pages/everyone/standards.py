"""The standards, in plain words."""

from trigpoint.access.roles import Action
from trigpoint.standards.catalogue import newest
from trigpoint.web.site import Asked, Page, Shown


def standards(asked: Asked) -> Shown:
    """Every standard by area, in its newest version."""
    by_area: dict[str, list[object]] = {}
    for one in sorted(newest(), key=lambda s: (s.area.label, s.title)):
        by_area.setdefault(one.area.label, []).append(one)
    return Shown(template="everyone/standards.html", told={"areas": by_area.items()})


PAGE = Page(
    path="standards/", name="standards", title="Standards", action=Action.SEE_STANDARDS,
    answer=standards,
)  # fmt: skip
