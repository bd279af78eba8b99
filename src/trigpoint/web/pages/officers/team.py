"""Team: who has what, what is late, what nobody has acknowledged."""

from trigpoint.access.roles import Action
from trigpoint.services.read_team import read_team
from trigpoint.web.site import Asked, Page, Shown


def team(asked: Asked) -> Shown:
    """By officer."""
    rows = read_team(
        asked.connection, person=asked.person, looking=asked.looking, now=asked.now
    )
    return Shown(template="officers/team.html", told={"rows": rows, "now": asked.now})


PAGE = Page(
    path="team/", name="team", title="Team", action=Action.SEE_TEAM, answer=team
)
