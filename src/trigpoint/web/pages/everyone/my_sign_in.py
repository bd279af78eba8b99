"""A person's own way in: second factors, spare codes, and where they are signed in."""

import json
from typing import Any

from django.http import HttpRequest, JsonResponse
from django.utils.translation import gettext

from trigpoint.access.roles import Action
from trigpoint.storage.models import Account
from trigpoint.web import second_factor, security_keys, sign_ins
from trigpoint.web.site import Asked, Go, Page, Shown

_SECRET = "new-app-secret"  # noqa: S105 - the name of a place in the session
NOT_RIGHT = "That code is not right. Check the telephone's clock, and type the code it shows now."
FIRST_THE_OLD = "Type a code of what you have now first: only then is it replaced."


def my_sign_in(asked: Asked) -> Shown | Go | JsonResponse:
    """Show it, or do what was asked: add an app or a key, end a sign-in, new spare codes."""
    request = asked.request
    account = Account.objects.get(pk=asked.person.account)
    if request.method != "POST":
        return _shown(asked, account)
    act = request.POST.get("act", "")
    if act == "key":
        return _key(asked, account)
    if act == "end":
        return _end(asked, account)
    if act == "spares":
        return _spares(asked, account)
    return _app(asked, account)


def _app(asked: Asked, account: Account) -> Shown:
    request = asked.request
    if not _allowed(request, account):
        return _shown(asked, account, error=FIRST_THE_OLD)
    secret = request.session.get(_SECRET, "")
    right = bool(secret) and second_factor.add_app(
        account, secret, request.POST.get("code", "")[:20]
    )
    if not right:
        return _shown(asked, account, error=NOT_RIGHT)
    request.session.pop(_SECRET)
    sign_ins.set_up(request, second_factor.APP)
    asked.looking.did("second-factor-added", about=second_factor.APP)
    return _shown(asked, account, spares=second_factor.new_spares(account))


def _spares(asked: Asked, account: Account) -> Shown:
    if not _allowed(asked.request, account):
        return _shown(asked, account, error=FIRST_THE_OLD)
    asked.looking.did("spare-codes-made")
    return _shown(asked, account, spares=second_factor.new_spares(account))


def _key(asked: Asked, account: Account) -> JsonResponse:
    """The browser's part with a new key: first what to ask it, then its answer."""
    request = asked.request
    told = request.POST.get("key", "")
    if told == "ask":
        if not _allowed(request, account):
            return JsonResponse({"said": gettext(FIRST_THE_OLD)}, status=400)
        return JsonResponse(security_keys.begin_adding(request, account))
    try:
        answer = json.loads(told)
    except ValueError:
        answer = {}
    called = request.POST.get("called", "").strip() or gettext("Security key")
    if not security_keys.finish_adding(request, account, answer, called):
        return JsonResponse(
            {"said": gettext("The key's answer is not right.")}, status=400
        )
    sign_ins.set_up(request, second_factor.KEY)
    asked.looking.did("second-factor-added", about=second_factor.KEY)
    return JsonResponse({"go": "/my-sign-in/"})


def _end(asked: Asked, account: Account) -> Go:
    if sign_ins.end(account, asked.request.POST.get("number", "")):
        asked.looking.did("sign-in-ended")
    return Go(to="/my-sign-in/")


def _allowed(request: HttpRequest, account: Account) -> bool:
    """Who has a second factor shows it again before it changes."""
    if not second_factor.factors(account):
        return True
    return bool(second_factor.check(request, account, request.POST.get("old", "")[:60]))


def _shown(asked: Asked, account: Account, error: str = "", spares: Any = ()) -> Shown:
    request = asked.request
    secret = request.session.setdefault(_SECRET, second_factor.new_secret())
    return Shown(
        template="everyone/my_sign_in.html",
        told={
            "error": error,
            "signed_in_before": sign_ins.before(request),
            "must": sign_ins.must_set_up(request),
            "factors": second_factor.factors(account),
            "spares_left": second_factor.spares_left(account),
            "spares": spares,
            "secret": secret,
            "picture": second_factor.picture(second_factor.address(account, secret)),
            "open": sign_ins.open_ones(request, account, asked.person.role.slug),
        },
        status=400 if error else 200,
    )


PAGE = Page(
    path="my-sign-in/", name="my-sign-in", title="My sign-in",
    action=Action.SEE_STANDARDS, answer=my_sign_in, posts=True,
)  # fmt: skip
