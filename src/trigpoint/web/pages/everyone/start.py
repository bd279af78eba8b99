"""The way in: to the first page that the person's role has."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from trigpoint.access.permissions import may
from trigpoint.web import acting
from trigpoint.web.shared import MENU
from trigpoint.web.site import Page


def start(request: HttpRequest) -> HttpResponse:
    """Go to the first page of the person's menu."""
    person = acting.person_of(request)
    if person is None:
        return HttpResponseRedirect("/sign-in/")
    first = next(href for href, _, action in MENU if may(person, action))
    return HttpResponseRedirect(first)


PAGE = Page(path="", name="start", title="Trigpoint", action=None, answer=start)
