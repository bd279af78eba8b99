"""From pages to addresses: who asks, may they, for whom; then, and only then, the page.

Every page declares itself (`PAGE`) and is found; there is no list to forget. A page
that shows records runs inside one transaction that can see one organisation's rows.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import psycopg
from django.db import OperationalError, connection, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext, gettext_lazy

from trigpoint import registry
from trigpoint.access.permissions import NotPermitted, check, may
from trigpoint.access.person import Person
from trigpoint.access.roles import Action
from trigpoint.records.record import Refusal
from trigpoint.services.asking import KEEP_PLANS
from trigpoint.services.find_children import SOUGHT
from trigpoint.services.keep_pace import TooMany
from trigpoint.services.look import Looking
from trigpoint.services.read_notices import MOST, Notices, count_notices
from trigpoint.storage.access_log import Unwritable
from trigpoint.timekeeping import london
from trigpoint.web import acting, sign_ins, signed_out


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One request by one person. `now`: the moment by the clock that holds for them."""

    request: HttpRequest
    person: Person
    looking: Looking
    connection: psycopg.Connection
    now: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A page to show: its template and what stands in it."""

    template: str
    told: dict[str, Any] = field(default_factory=dict)
    status: int = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Go:
    """Go to another page of ours."""

    to: str


Answer = Callable[..., Shown | Go | HttpResponse]
NO_LOG = gettext_lazy(
    "The access log cannot be written, so nothing is shown. Follow the "
    "emergency procedure and tell the system administrator."
)
NO_DATABASE = gettext_lazy(
    "The database cannot be reached or written, so nothing is shown and nothing was "
    "kept. Follow the emergency procedure and tell the system administrator."
)
#: The one page that a person without a second factor may see.
SET_UP = "my-sign-in"


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One address: its path, what it asks of a role, and how it answers.

    `action` None: open to anybody (`answer` then gets the bare request).
    """

    path: str
    name: str
    title: str
    action: Action | None
    answer: Callable[..., Any]
    posts: bool = False


def found() -> list[Page]:
    """Every page that there is, by path."""
    return sorted(
        registry.find("trigpoint.web.pages", "PAGE"), key=lambda page: page.path
    )


def guarded(page: Page) -> Callable[..., HttpResponse]:
    """The page behind both walls and the log."""

    def view(request: HttpRequest, **parts: object) -> HttpResponse:
        if request.method not in ("GET", "HEAD", *(("POST",) if page.posts else ())):
            return _refused(request, gettext("This page does not take that."), 405)
        try:
            return _asked_for(page, request, parts)
        except Unwritable:
            return _refused(request, NO_LOG, 503)
        except (psycopg.OperationalError, OperationalError):
            return _refused(request, NO_DATABASE, 503)

    view.__name__ = page.name
    return view


def _asked_for(
    page: Page, request: HttpRequest, parts: dict[str, object]
) -> HttpResponse:
    if page.action is None:
        return page.answer(request, **parts)
    person = acting.person_of(request)
    if person is None:
        return signed_out.to_sign_in(request)
    request.person = person  # type: ignore[attr-defined]
    acting.still_here(request)
    if sign_ins.must_set_up(request) and page.name != SET_UP:
        return HttpResponseRedirect("/my-sign-in/")
    return _answered(page, request, person, parts)


def _answered(
    page: Page, request: HttpRequest, person: Person, parts: dict[str, object]
) -> HttpResponse:
    looking = Looking(dsn=acting.logger_dsn(), person=person)
    try:
        assert page.action is not None
        check(person, page.action)
        with transaction.atomic():
            asked = within(request, person, looking)
            shown = page.answer(asked, **parts)
            # Rendered inside: nothing is read after the organisation is unset.
            return _made(asked, page, shown)
    except TooMany as refusal:
        looking.did("refused", about=page.name)
        return _paced(request, str(refusal))
    except NotPermitted as refusal:
        looking.did("refused", about=page.name)
        # The form is offered alike where there is no such child: it tells nothing.
        child = parts.get("child")
        offered = (
            f"/child/{child}/" if child and may(person, Action.BREAK_GLASS) else ""
        )
        return _refused(request, str(refusal), 404 if child else 403, opens=offered)
    except Refusal as refusal:
        return _refused(request, str(refusal), 400)


def within(request: HttpRequest, person: Person, looking: Looking) -> Asked:
    """The transaction that sees one organisation's rows."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT set_config('trigpoint.organisation', %s, true), ({KEEP_PLANS})",
            [person.organisation],
        )
    raw = connection.connection
    invented, reach = acting.clock(raw, person.organisation)
    request.invented = invented  # type: ignore[attr-defined]
    now = reach if invented and reach else london.instant(timezone.now())
    return Asked(
        request=request, person=person, looking=looking, connection=raw, now=now
    )


def _made(asked: Asked, page: Page, shown: Shown | Go | HttpResponse) -> HttpResponse:
    if isinstance(shown, HttpResponse):
        add_never_cache_headers(shown)
        return shown
    if isinstance(shown, Go):
        return HttpResponseRedirect(shown.to)
    told = {"title": gettext(page.title), **shown.told}
    told["notices_waiting"] = _waiting(asked, shown)
    response = render(asked.request, shown.template, told, status=shown.status)
    add_never_cache_headers(response)
    return response


def _waiting(asked: Asked, shown: Shown) -> str:
    """How much waits among the person's notices, for the menu; "" for nothing."""
    held = shown.told.get("notices")
    count = (
        held.count
        if isinstance(held, Notices)
        else count_notices(asked.connection, person=asked.person, now=asked.now)
    )
    if not count:
        return ""
    return str(count) if count < MOST else f"{MOST - 1}+"


def _paced(request: HttpRequest, said: str) -> HttpResponse:
    """Where the reason for going on is given."""
    told = {
        "title": gettext("Go on"), "said": said, "next": request.get_full_path(),
        # A search need not be typed again.
        "kept": {name: request.POST.get(name, "")[:100] for name in SOUGHT},
    }  # fmt: skip
    return render(request, "everyone/go_on.html", told, status=429)


def _refused(
    request: HttpRequest, said: str, status: int, *, opens: str = ""
) -> HttpResponse:
    """A refusal; `opens`: where emergency access to the record is asked for, if offered."""
    told = {
        "title": gettext("Not possible"), "said": said, "emergency": bool(opens),
        # Where it is asked for on the record's own address, nothing is named.
        "opens": opens if opens != request.path else "",
        "again": sign_ins.asked_again(request) if opens else "",
        "reason": request.POST.get("reason", "")[:1000] if opens else "",
    }  # fmt: skip
    return render(request, "everyone/refused.html", told, status=status)
