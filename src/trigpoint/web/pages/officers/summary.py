"""One child on a page or two, to print: who, what is due, plans, people, what was last."""

from django.utils.translation import gettext

from trigpoint.access.roles import Action
from trigpoint.judgements.judgement import Judgement
from trigpoint.judgements.outcome import Outcome
from trigpoint.services.child_around import people_around, plans_for
from trigpoint.services.open_child import open_child
from trigpoint.timekeeping import london
from trigpoint.web.pages.officers.child import duties_of
from trigpoint.web.site import Asked, Page, Shown

#: What was left longer ago than this is history, and stands on the whole record.
RECENT = 90 * london.DAY
LATEST = 20
PEOPLE = 10


def summary(asked: Asked, child: str) -> Shown:
    """The file in short, as known now."""
    file = open_child(
        asked.connection, person=asked.person, looking=asked.looking, child=child,
        as_at=asked.now,
    )  # fmt: skip
    told = {
        "title": gettext("%(name)s, summary") % {"name": gettext(file.name)},
        "file": file,
        "as_at": asked.now,
        "duties": [
            one.told() for one in duties_of(file) if _matters(one.judgement, asked.now)
        ],
        "plans": [plan for plan in plans_for(file.events) if plan.ended is None],
        "running": True,
        "people": people_around(file.events)[:PEOPLE],
        "latest": sorted(file.events, key=lambda e: -e.happened.latest)[:LATEST],
        "events_at": f"/child/{child}/",
    }
    return Shown(template="officers/summary.html", told=told)


def _matters(one: Judgement, now: int) -> bool:
    if one.outcome is Outcome.NOT_YET_DUE:
        return True
    left = one.outcome is Outcome.MISSED
    return left and (one.due_latest or 0) > now - RECENT


PAGE = Page(
    path="child/<slug:child>/summary/", name="summary", title="Summary of a child",
    action=Action.LOOK, answer=summary,
)  # fmt: skip
