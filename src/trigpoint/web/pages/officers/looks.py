"""Who looked: the access log, for those who watch over it."""

from trigpoint.access.roles import Action
from trigpoint.services.read_looks import read_looks
from trigpoint.web.site import Asked, Page, Shown


def looks(asked: Asked) -> Shown:
    """Entries, newest first; of one child, where asked."""
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
    told = {"rows": rows, "of": child, "page": page, "more": len(rows) == 100}
    return Shown(template="officers/looks.html", told=told)


PAGE = Page(
    path="looks/", name="looks", title="Who looked", action=Action.SEE_LOOKS,
    answer=looks,
)  # fmt: skip
