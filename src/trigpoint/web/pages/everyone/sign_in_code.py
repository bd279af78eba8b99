"""The second step of signing in: a code of the app, a spare code, or a security key."""

import json

from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseRedirect,
    JsonResponse,
)
from django.shortcuts import render
from django.utils.translation import gettext

from trigpoint.web import second_factor, security_keys, sign_ins
from trigpoint.web.site import Page

WRONG = "That code is not right, or was used already. Wait for the next one."


def code(request: HttpRequest) -> HttpResponse:
    """Ask for the code; open the sign-in where it is right."""
    found = sign_ins.pending(request)
    if found is None:
        return HttpResponseRedirect("/sign-in/")
    account, goal = found
    error = ""
    if request.method == "POST" and "key" in request.POST:
        return _by_key(request)
    if request.method == "POST":
        by = second_factor.check(request, account, request.POST.get("code", "")[:60])
        if by:
            sign_ins.enter(request, account, by)
            return HttpResponseRedirect(goal)
        if sign_ins.pending(request) is None:
            return HttpResponseRedirect("/sign-in/")
        error = WRONG
    told = {
        "title": gettext("Check that it is you"),
        "error": error,
        "has_key": bool(security_keys.keys(account)),
    }
    return render(request, "everyone/sign_in_code.html", told)


def _by_key(request: HttpRequest) -> HttpResponse:
    """The browser's part with a key: first what to ask it, then its answer."""
    found = sign_ins.pending(request)
    assert found is not None
    account, goal = found
    if request.POST["key"] == "ask":
        return JsonResponse(security_keys.begin_asking(request, account))
    try:
        answer = json.loads(request.POST["key"])
    except ValueError:
        answer = {}
    if not security_keys.finish_asking(request, account, answer):
        return JsonResponse(
            {"said": gettext("The key's answer is not right.")}, status=400
        )
    sign_ins.enter(request, account, second_factor.KEY)
    return JsonResponse({"go": goal})


PAGE = Page(
    path="sign-in/code/", name="sign-in-code", title="Check that it is you", action=None,
    answer=code, posts=True,
)  # fmt: skip
