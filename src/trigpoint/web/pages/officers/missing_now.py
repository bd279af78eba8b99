"""Missing now: every child reported missing and not known to be back."""

from trigpoint.access.permissions import may
from trigpoint.access.roles import Action, Reach
from trigpoint.services import act_on_duty
from trigpoint.services.read_missing import read_missing
from trigpoint.standards.catalogue import all_standards
from trigpoint.web.site import Asked, Go, Page, Shown


def missing_now(asked: Asked) -> Shown | Go:
    """The list; a POST says that an episode has been read."""
    if asked.request.method == "POST":
        sent = asked.request.POST
        act_on_duty.acknowledge_missing(
            asked.connection, person=asked.person, looking=asked.looking,
            child=sent.get("child", "")[:40], episode=sent.get("occasion", "")[:40],
        )  # fmt: skip
        return Go(to="/missing/now/")
    found = read_missing(
        asked.connection, person=asked.person, looking=asked.looking, now=asked.now
    )
    titles = {one.slug: one.title for one in all_standards()}
    told = {
        "rows": [(row, titles.get(row.next_standard or "", "")) for row in found],
        "now": asked.now,
        "shared": asked.person.role.reach is Reach.SHARED,
        "may_acknowledge": may(asked.person, Action.ACKNOWLEDGE),
    }
    return Shown(template="officers/missing_now.html", told=told)


PAGE = Page(
    path="missing/now/", name="missing-now", title="Missing now",
    action=Action.SEE_MISSING, answer=missing_now, posts=True,
)  # fmt: skip
