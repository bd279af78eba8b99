"""Find a child: two things known of them, or a number. Sent by POST: no name in an address."""

from datetime import date

from trigpoint.access.roles import Action
from trigpoint.records.record import Refusal
from trigpoint.services.find_children import SOUGHT, Sought, find_children
from trigpoint.web.site import Asked, Page, Shown


def find(asked: Asked) -> Shown:
    """The form, and what was found."""
    if asked.request.method != "POST":
        return Shown(template="officers/find.html", told={"given": {}})
    sent = asked.request.POST
    given = {name: sent.get(name, "").strip()[:100] for name in SOUGHT}
    error, found = "", None
    try:
        sought = Sought(
            surname=given["surname"], number=given["number"], born=_day(given["born"])
        )
        found = find_children(
            asked.connection, person=asked.person, looking=asked.looking, sought=sought
        )
    except Refusal as refusal:
        error = str(refusal)
    told = {"given": given, "error": error, "found": found}
    return Shown(template="officers/find.html", told=told, status=400 if error else 200)


def _day(text: str) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        msg = f"{text} is not a date of birth: write it as 2003-08-19."
        raise Refusal(msg) from None


PAGE = Page(
    path="find/", name="find", title="Find a child", action=Action.SEARCH, answer=find,
    posts=True,
)  # fmt: skip
