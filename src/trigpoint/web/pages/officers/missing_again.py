"""Missing again: children reported twice or more in ninety days."""

from trigpoint.access.roles import Action, Reach
from trigpoint.services.read_missing_again import read_missing_again
from trigpoint.services.read_missing_shared import shares_missing
from trigpoint.web.pages.officers.missing_now import COMPANY
from trigpoint.web.site import Asked, Page, Shown


def missing_again(asked: Asked) -> Shown:
    """The list, most often first."""
    found = read_missing_again(
        asked.connection, person=asked.person, looking=asked.looking, now=asked.now
    )
    shared = asked.person.role.reach is Reach.SHARED
    told = {
        "rows": found,
        "now": asked.now,
        "shared": shared,
        "told_of": shared and shares_missing(asked.connection, asked.person),
        "company": COMPANY,
    }
    return Shown(template="officers/missing_again.html", told=told)


PAGE = Page(
    path="missing/again/", name="missing-again", title="Missing again",
    action=Action.SEE_MISSING, answer=missing_again,
)  # fmt: skip
