"""Missing now: every child reported missing and not known to be back."""

from collections.abc import Sequence

from trigpoint.access.permissions import may
from trigpoint.access.roles import Action, Reach
from trigpoint.services import act_on_duty
from trigpoint.services.read_missing import Missing, read_missing
from trigpoint.services.read_missing_shared import (
    MissingShared,
    read_missing_shared,
    shares_missing,
)
from trigpoint.standards.catalogue import all_standards
from trigpoint.web.site import Asked, Go, Page, Shown

#: How many companions of one child a page names.
COMPANY = 5


def missing_now(asked: Asked) -> Shown | Go:
    """The list; a POST says that an episode has been read."""
    if asked.request.method == "POST":
        sent = asked.request.POST
        act_on_duty.acknowledge_missing(
            asked.connection, person=asked.person, looking=asked.looking,
            child=sent.get("child", "")[:40], episode=sent.get("occasion", "")[:40],
        )  # fmt: skip
        return Go(to="/missing/now/")
    shared = asked.person.role.reach is Reach.SHARED
    told = {
        "rows": _rows(_found(asked, shared=shared)),
        "now": asked.now,
        "shared": shared,
        "told_of": shared and shares_missing(asked.connection, asked.person),
        "may_acknowledge": may(asked.person, Action.ACKNOWLEDGE),
        "company": COMPANY,
    }
    return Shown(template="officers/missing_now.html", told=told)


def _found(asked: Asked, *, shared: bool) -> Sequence[Missing | MissingShared]:
    read = read_missing_shared if shared else read_missing
    return read(
        asked.connection, person=asked.person, looking=asked.looking, now=asked.now
    )


def _rows(found: Sequence[Missing | MissingShared]) -> list[dict[str, object]]:
    titles = {one.slug: one.title for one in all_standards()}
    return [
        {
            "row": row,
            "next": titles.get(row.next_standard or "", row.next_standard or ""),
            "opens": getattr(row, "opens", True),
        }
        for row in found
    ]


PAGE = Page(
    path="missing/now/", name="missing-now", title="Missing now",
    action=Action.SEE_MISSING, answer=missing_now, posts=True,
)  # fmt: skip
