"""Records received: each file's receipt, and the rows that need a person."""

from trigpoint.access.roles import Action
from trigpoint.services import read_received
from trigpoint.web.site import Asked, Go, Page, Shown


def records(asked: Asked) -> Shown | Go:
    """The last import; a POST settles a row with a reason."""
    if asked.request.method == "POST":
        sent = asked.request.POST
        read_received.settle(
            asked.connection, person=asked.person, looking=asked.looking,
            row=sent.get("row", "")[:40], settled_as=sent.get("settled_as", ""),
            because=sent.get("because", "")[:500],
        )  # fmt: skip
        return Go(to="/records/")
    files = read_received.read_received(asked.connection, person=asked.person)
    rows = read_received.read_quarantine(
        asked.connection, person=asked.person, looking=asked.looking
    )
    return Shown(template="officers/records.html", told={"files": files, "rows": rows})


PAGE = Page(
    path="records/", name="records", title="Records received",
    action=Action.SETTLE_QUARANTINE, answer=records, posts=True,
)  # fmt: skip
