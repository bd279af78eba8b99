"""Go on after an hour's number of looks: say why, and come back to where one was."""

from trigpoint.access.roles import Action
from trigpoint.records.record import Refusal
from trigpoint.services.keep_pace import go_on as say_why
from trigpoint.web.pages.everyone.sign_in import safe_goal
from trigpoint.web.site import Asked, Go, Page, Shown


def go_on(asked: Asked) -> Shown | Go:
    """The form, or the reason written down."""
    request = asked.request
    goal = safe_goal(request)
    told = {"next": goal, "reason": request.POST.get("why", "")[:1000]}
    if request.method != "POST":
        return Shown(template="everyone/go_on.html", told=told)
    try:
        say_why(asked.looking, told["reason"])
    except Refusal as refusal:
        told["error"] = str(refusal)
        return Shown(template="everyone/go_on.html", told=told, status=400)
    return Go(to=goal)


PAGE = Page(
    path="go-on/", name="go-on", title="Go on", action=Action.SEE_NOTICES,
    answer=go_on, posts=True,
)  # fmt: skip
