"""Missing again: children reported twice or more in ninety days."""

from trigpoint.access.roles import Action, Reach
from trigpoint.services.read_missing_again import read_missing_again
from trigpoint.web.site import Asked, Page, Shown


def missing_again(asked: Asked) -> Shown:
    """The list, most often first."""
    found = read_missing_again(
        asked.connection, person=asked.person, looking=asked.looking, now=asked.now
    )
    told = {
        "rows": found,
        "now": asked.now,
        "shared": asked.person.role.reach is Reach.SHARED,
    }
    return Shown(template="officers/missing_again.html", told=told)


PAGE = Page(
    path="missing/again/", name="missing-again", title="Missing again",
    action=Action.SEE_MISSING, answer=missing_again,
)  # fmt: skip
