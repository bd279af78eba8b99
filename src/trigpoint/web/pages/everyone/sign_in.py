"""Signing in and out. The words are the same whatever was wrong."""

from django.contrib.auth import authenticate, logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext

from trigpoint.storage.models import Account
from trigpoint.web import federation, second_factor, sign_ins
from trigpoint.web.site import Page

WRONG = (
    "The name or the password is not right. After eight tries the name is locked "
    "for 15 minutes."
)
LOCKED = "This name is locked for 15 minutes after eight tries that were not right."


def sign_in(request: HttpRequest) -> HttpResponse:
    """Show the form; on a right name and password, ask for the second factor if any."""
    goal = safe_goal(request)
    if request.method != "POST":
        return form(request, goal, "")
    account = authenticate(
        request,
        username=request.POST.get("name", "")[:200],
        password=request.POST.get("password", "")[:1000],
    )
    if not isinstance(account, Account):
        return form(request, goal, WRONG)
    return go_on(request, account, goal)


def safe_goal(request: HttpRequest) -> str:
    """Where the person wanted to go, if it is here."""
    goal = request.POST.get("next") or request.GET.get("next") or "/"
    here = {request.get_host()}
    return goal if url_has_allowed_host_and_scheme(goal, allowed_hosts=here) else "/"


def go_on(request: HttpRequest, account: Account, goal: str) -> HttpResponse:
    """The first factor was right: ask for the second, or have one set up."""
    if second_factor.factors(account):
        request.session.cycle_key()
        request.session[sign_ins.PENDING] = {
            "account": str(account.pk), "at": timezone.now().timestamp(), "next": goal,
        }  # fmt: skip
        return HttpResponseRedirect("/sign-in/code/")
    by = sign_ins.DEMONSTRATION if account.demonstration else sign_ins.TO_SET_UP
    sign_ins.enter(request, account, by)
    return HttpResponseRedirect(goal)


def locked_out(request: HttpRequest, *_: object, **__: object) -> HttpResponse:
    """What is shown while a name is locked."""
    return form(request, "/", LOCKED, status=429)


def form(
    request: HttpRequest, goal: str, error: str, status: int = 200
) -> HttpResponse:
    """The form, with what was wrong."""
    told = {
        "title": gettext("Sign in"),
        "ended": request.GET.get("ended", ""), "next": goal, "error": error,
        "name": request.POST.get("name", "")[:200],
        "providers": federation.providers().values(),
    }  # fmt: skip
    return render(request, "everyone/sign_in.html", told, status=status)


def sign_out(request: HttpRequest) -> HttpResponse:
    """End the sign-in and clear what the browser holds."""
    if request.method == "POST":
        sign_ins.forget(request)
        logout(request)
    response = HttpResponseRedirect("/sign-in/")
    response["Clear-Site-Data"] = '"cache", "storage"'
    return response


PAGE = Page(
    path="sign-in/", name="sign-in", title="Sign in", action=None, answer=sign_in,
    posts=True,
)  # fmt: skip
