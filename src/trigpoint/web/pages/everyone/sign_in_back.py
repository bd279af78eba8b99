"""Back from who vouches for the person: signed in, asked for a second factor, or not."""

from authlib.common.errors import AuthlibBaseError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from joserfc.errors import JoseError
from requests import RequestException

from trigpoint.records.record import Refusal
from trigpoint.storage.models import FederatedName
from trigpoint.web import federation, sign_ins
from trigpoint.web.pages.everyone.sign_in import form, go_on
from trigpoint.web.site import Page

WRONG = "did not vouch for you, or too long ago. Try again."
UNKNOWN = (
    "knows you, but no account here is yours. Ask whoever runs this installation to "
    "connect the account; they need this: "
)


def sign_in_back(request: HttpRequest, provider: str) -> HttpResponse:
    """Check what the provider says, find the account, and go on as after a password."""
    found = federation.providers().get(provider)
    if found is None:
        return HttpResponseRedirect("/sign-in/")
    goal = request.session.pop("federated-next", "/")
    try:
        token = federation.client(found).authorize_access_token(request)
    except (
        RequestException,
        AuthlibBaseError,
        JoseError,
        Refusal,
        ValueError,
        KeyError,
    ):
        return form(request, goal, f"{found.called} {WRONG}", status=403)
    claims = token.get("userinfo") or {}
    subject = str(claims.get("sub", ""))[:255]
    known = (
        FederatedName.objects.select_related("account")
        .filter(provider=provider, subject=subject, account__is_active=True)
        .first()
    )
    if known is None or not subject:
        return form(request, goal, f"{found.called} {UNKNOWN}{subject}", status=403)
    if found.factor_shown(claims):
        sign_ins.enter(request, known.account, sign_ins.FEDERATED)
        return HttpResponseRedirect(goal)
    return go_on(request, known.account, goal)


PAGE = Page(
    path="sign-in/back/<slug:provider>/", name="sign-in-back", title="Sign in",
    action=None, answer=sign_in_back,
)  # fmt: skip
