"""Signing in with an organisation's own account: off to who vouches for the person."""

from authlib.integrations.base_client.errors import OAuthError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from requests import RequestException

from trigpoint.records.record import Refusal
from trigpoint.web import federation
from trigpoint.web.pages.everyone.sign_in import form, safe_goal
from trigpoint.web.site import Page

NOT_REACHED = "could not be reached. Try again, or sign in with a name and password."


def sign_in_with(request: HttpRequest, provider: str) -> HttpResponse:
    """Send the browser to the provider."""
    found = federation.providers().get(provider)
    if found is None:
        return HttpResponseRedirect("/sign-in/")
    goal = safe_goal(request)
    request.session["federated-next"] = goal
    try:
        back = request.build_absolute_uri(f"/sign-in/back/{provider}/")
        return federation.client(found).authorize_redirect(request, back)
    except (RequestException, OAuthError, Refusal, ValueError):
        return form(request, goal, f"{found.called} {NOT_REACHED}", status=502)


PAGE = Page(
    path="sign-in/with/<slug:provider>/", name="sign-in-with", title="Sign in",
    action=None, answer=sign_in_with,
)  # fmt: skip
