"""Who looked: the access log, for those who watch over it."""

from trigpoint.access.roles import Action
from trigpoint.services import review_emergencies
from trigpoint.services.read_looks import read_looks
from trigpoint.web.site import Asked, Go, Page, Shown


def looks(asked: Asked) -> Shown | Go:
    """Entries, newest first; of one child, where asked; a POST reviews an emergency."""
    if asked.request.method == "POST":
        sent = asked.request.POST
        review_emergencies.review(
            asked.connection, person=asked.person, looking=asked.looking,
            entry=sent.get("entry", "")[:12], justified=sent.get("justified", ""),
            because=sent.get("because", "")[:500],
        )  # fmt: skip
        return Go(to="/looks/")
    child = asked.request.GET.get("of", "")[:40]
    given = asked.request.GET.get("page", "0")
    page = min(int(given), 100_000) if given.isdecimal() else 0
    rows = read_looks(
        asked.connection,
        person=asked.person,
        looking=asked.looking,
        child=child,
        page=page,
    )
    waiting = review_emergencies.read_waiting(asked.connection, person=asked.person)
    told = {"rows": rows, "of": child, "page": page, "more": len(rows) == 100,
            "waiting": waiting}  # fmt: skip
    return Shown(template="officers/looks.html", told=told)


PAGE = Page(
    path="looks/", name="looks", title="Who looked", action=Action.SEE_LOOKS,
    answer=looks, posts=True,
)  # fmt: skip
