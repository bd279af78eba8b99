"""Somebody whose sign-in is over asks for a page: why, and back to where they were."""

from urllib.parse import urlencode

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext

from trigpoint.web import acting, sign_ins

#: What a form carries for the program and not for a person, and what is never shown.
_NOT_WORDS = {
    "csrfmiddlewaretoken", "child", "occasion", "standard", "reference", "seen", "act",
    "number", "entry", "kind", "old", "code", "key", "password", "corrects", "next",
}  # fmt: skip


def to_sign_in(request: HttpRequest) -> HttpResponse:
    """Off to the sign-in page; words that were typed are shown once more before.

    What a form says is not kept: whoever comes next to this browser may be somebody else.
    """
    asked = {"next": request.get_full_path()}
    if acting.idle(request):
        asked["ended"] = "idle"
        sign_ins.forget(request)
        logout(request)
    goal = f"/sign-in/?{urlencode(asked, safe='/')}"
    words = typed(request) if request.method == "POST" else []
    if not words:
        return HttpResponseRedirect(goal)
    told = {"title": gettext("Not sent"), "words": words, "goal": goal}
    return render(request, "everyone/not_sent.html", told, status=403)


def typed(request: HttpRequest) -> list[tuple[str, str]]:
    """What a person had written in a form: (field, words)."""
    return [
        (name.replace("_", " ").replace("-", " ").capitalize(), value[:4000])
        for name, value in request.POST.items()
        if name not in _NOT_WORDS and value.strip()
    ]
