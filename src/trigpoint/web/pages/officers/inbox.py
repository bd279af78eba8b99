"""The hub's inbox: what waits, in the order of a points card; a decision with its reason."""

from trigpoint.access.permissions import may
from trigpoint.access.roles import Action
from trigpoint.records.record import Refusal
from trigpoint.services.read_inbox import DECISIONS, decide_notice, read_inbox
from trigpoint.web.site import Asked, Go, Page, Shown

#: What one page shows; how many wait in all is said above.
SHOWN = 50


def inbox(asked: Asked) -> Shown | Go:
    """The list; a POST triages one notice."""
    error, sent = "", asked.request.POST
    if asked.request.method == "POST":
        try:
            decide_notice(
                asked.connection, person=asked.person, looking=asked.looking,
                child=sent.get("child", "")[:40], reference=sent.get("reference", "")[:80],
                decision=sent.get("decision", ""), reason=sent.get("reason", ""),
                now=asked.now,
            )  # fmt: skip
            return Go(to="/inbox/")
        except Refusal as refusal:
            error = str(refusal)
    found = read_inbox(
        asked.connection, person=asked.person, looking=asked.looking, now=asked.now
    )
    told = {
        "rows": found.waiting[:SHOWN],
        "waiting": len(found.waiting),
        "decided": [
            (one, DECISIONS.get(one.decision or "", one.decision or ""))
            for one in found.decided
        ],
        "shown": SHOWN,
        "late": sum(
            one.due is not None and one.due < asked.now for one in found.waiting
        ),
        "now": asked.now,
        "decisions": DECISIONS.items(),
        "error": error,
        "sent": sent,
        "may_decide": may(asked.person, Action.ENTER),
    }
    return Shown(
        template="officers/inbox.html", told=told, status=400 if error else 200
    )


PAGE = Page(
    path="inbox/", name="inbox", title="Hub inbox",
    action=Action.SEE_INBOX, answer=inbox, posts=True,
)  # fmt: skip
