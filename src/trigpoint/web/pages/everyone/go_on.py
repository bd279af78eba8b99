"""Go on after an hour's number of looks: say why, and come back to where one was."""

from django.utils.translation import gettext

from trigpoint.access.roles import Action
from trigpoint.records.record import Refusal
from trigpoint.services.find_children import SOUGHT
from trigpoint.services.keep_pace import go_on as say_why
from trigpoint.web.pages.everyone.sign_in import safe_goal
from trigpoint.web.site import Asked, Go, Page, Shown


def go_on(asked: Asked) -> Shown | Go:
    """The form, or the reason written down."""
    request = asked.request
    goal = safe_goal(request)
    kept = {name: request.POST.get(name, "")[:100] for name in SOUGHT}
    told = {"next": goal, "reason": request.POST.get("why", "")[:1000], "kept": kept}
    if request.method != "POST":
        return Shown(template="everyone/go_on.html", told=told)
    try:
        say_why(asked.looking, told["reason"])
    except Refusal as refusal:
        told["error"] = str(refusal)
        return Shown(template="everyone/go_on.html", told=told, status=400)
    if goal == "/find/" and any(kept.values()):
        # The search that was one too many, as it was typed.
        again = {"given": kept, "title": gettext("Find a child")}
        return Shown(template="officers/find.html", told=again)
    return Go(to=goal)


PAGE = Page(
    path="go-on/", name="go-on", title="Go on", action=Action.SEE_NOTICES,
    answer=go_on, posts=True,
)  # fmt: skip
