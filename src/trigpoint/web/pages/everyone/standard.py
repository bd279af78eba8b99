"""One standard: plain words, source, version, and how the organisation does on it."""

from django.utils.translation import gettext

from trigpoint.access.permissions import may
from trigpoint.access.roles import Action
from trigpoint.records.record import Refusal
from trigpoint.services import read_figures
from trigpoint.services.read_figures import reads_others
from trigpoint.standards import prose
from trigpoint.standards.catalogue import all_standards
from trigpoint.web.site import Asked, Page, Shown


def standard(asked: Asked, slug: str) -> Shown:
    """The standard of that slug, newest version first."""
    versions = [one for one in all_standards() if one.slug == slug]
    if not versions:
        msg = f"No standard is called {slug}: choose one from the list of standards."
        raise Refusal(msg)
    figures = None
    # Who reads the figures of several forces finds them under How are we doing.
    if may(asked.person, Action.SEE_FIGURES) and not reads_others(asked.person):
        shelf = read_figures.own(asked.connection, person=asked.person)
        figures = read_figures.one_standard(shelf, slug=slug)
    told = [(one, prose.as_english(one).splitlines()[1:]) for one in versions]
    return Shown(
        template="everyone/standard.html",
        told={
            "title": gettext(versions[-1].title),
            "versions": told[::-1],
            "figures": figures,
        },
    )


PAGE = Page(
    path="standards/<slug:slug>/", name="standard", title="Standard",
    action=Action.SEE_STANDARDS, answer=standard,
)  # fmt: skip
