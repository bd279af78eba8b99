"""Sign-ins that are open: made once both factors are right, shown, and ended."""

from dataclasses import dataclass
from datetime import datetime

from axes.handlers.proxy import AxesProxyHandler
from axes.helpers import get_credentials
from axes.models import AccessFailureLog
from django.contrib.auth import login, logout
from django.contrib.sessions.models import Session
from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone

from trigpoint.services.look import Looking
from trigpoint.storage.access_log import Unwritable
from trigpoint.storage.models import Account, SignIn
from trigpoint.timekeeping import london
from trigpoint.web import acting, second_factor

#: Where a session keeps a person whose password was right and who owes a code.
PENDING = "pending"
#: By what the second factor was shown: or why none was.
BY = "second"
DEMONSTRATION, TO_SET_UP = "demonstration", "to-set-up"
#: The organisation's own provider of accounts says that it was shown there.
FEDERATED = "federated"
#: Where a session keeps the sign-in before it, and that its person is still to be told.
BEFORE, TO_TELL = "before", "to-tell"
#: Seconds in which the code must follow the password.
PATIENCE = 300
#: When the second factor was last shown, and for how many seconds that is enough to open
#: a record in an emergency (OWASP ASVS 7.5.3).
SHOWN, ENOUGH = "shown", 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Open:
    """A sign-in as its person sees it."""

    number: str
    began: datetime
    browser: str
    by: str
    this: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """When the person signed in before, and how many wrong tries there were since."""

    at: datetime
    wrong: int


def pending(request: HttpRequest) -> tuple[Account, str] | None:
    """Who owes a code, and where they want to go; None: nobody, too late, or locked."""
    told = request.session.get(PENDING)
    if not told:
        return None
    if not -acting.SLACK <= timezone.now().timestamp() - told["at"] <= PATIENCE:
        return None
    account = Account.objects.filter(pk=told["account"], is_active=True).first()
    if account is None:
        return None
    if not AxesProxyHandler.is_allowed(request, get_credentials(account.name)):
        return None
    return account, told["next"]


def enter(request: HttpRequest, account: Account, by: str) -> None:
    """Open the sign-in; where the log cannot be written it does not open."""
    request.session.pop(PENDING, None)
    before, wrong = account.last_login, _wrong_since(account)
    # Whoever signs in again where they are signed in begins anew: the framework would
    # go on with the session that is there.
    forget(request)
    login(request, account, backend="django.contrib.auth.backends.ModelBackend")
    request.session.cycle_key()
    request.session[BY] = by
    request.session[SHOWN] = timezone.now().timestamp()
    request.session[acting.BEGAN] = timezone.now().timestamp()
    request.session[acting.LAST] = timezone.now().timestamp()
    if before is not None:
        request.session[BEFORE] = {"at": before.timestamp(), "wrong": wrong}
        request.session[TO_TELL] = True
    request.session.save()
    SignIn.objects.create(
        account=account,
        session=request.session.session_key,
        browser=_browser(request),
        by=by,
    )
    person = acting.person_of(request)
    if person is None:
        return
    try:
        Looking(dsn=acting.logger_dsn(), person=person).did("signed-in", about=by)
    except Unwritable:
        forget(request)
        logout(request)
        raise


def _wrong_since(account: Account) -> int:
    """How often a wrong password or code was tried for the name since the last sign-in."""
    tried = AccessFailureLog.objects.filter(username=account.name)
    if account.last_login is not None:
        tried = tried.filter(attempt_time__gt=account.last_login)
    return tried.count()


def before(request: HttpRequest) -> Before | None:
    """The person's sign-in before this one; None where this is the first."""
    held = request.session.get(BEFORE)
    if not held:
        return None
    at = datetime.fromtimestamp(held["at"], tz=london.LONDON)
    return Before(at=at, wrong=held["wrong"])


def to_tell(request: HttpRequest) -> Before | None:
    """The same, once: for the first page after the sign-in."""
    return before(request) if request.session.pop(TO_TELL, False) else None


def must_set_up(request: HttpRequest) -> bool:
    """Whether this person has shown no second factor and may see nothing before."""
    return request.session.get(BY, TO_SET_UP) == TO_SET_UP


def set_up(request: HttpRequest, by: str) -> None:
    """The person has just shown that their new factor works."""
    request.session[BY] = by
    request.session[SHOWN] = timezone.now().timestamp()
    SignIn.objects.filter(session=request.session.session_key).update(by=by)


def shown_lately(request: HttpRequest) -> bool:
    """Whether this person showed their second factor within some minutes, or has none."""
    if request.session.get(BY) == DEMONSTRATION:
        return True
    since = timezone.now().timestamp() - request.session.get(SHOWN, 0)
    return -acting.SLACK <= since <= ENOUGH


def asked_again(request: HttpRequest) -> str:
    """How the person shows it again: "" not needed, `code`, or by signing in `anew`."""
    if shown_lately(request):
        return ""
    return "code" if second_factor.has_codes(request.user) else "anew"


def show_again(request: HttpRequest, code: str) -> bool:
    """Whether the code shows it; then it has been shown lately. Without a code it does not."""
    if not code or not second_factor.check(request, request.user, code[:60]):
        return False
    request.session[SHOWN] = timezone.now().timestamp()
    return True


def open_ones(request: HttpRequest, account: Account, role: str) -> list[Open]:
    """The person's open sign-ins, newest first; what ended by itself is forgotten.

    `role`: in which the person asks; where nothing was asked for too long, none is open.
    """
    held = SignIn.objects.filter(account=account).order_by("-began")
    alive = {
        one.session_key
        for one in Session.objects.filter(
            session_key__in=[one.session for one in held],
            expire_date__gt=timezone.now(),
        )
        if not acting.idle_since(one.get_decoded(), role)
    }
    return [
        Open(
            number=str(one.pk),
            began=one.began,
            browser=one.browser,
            by=one.by,
            this=one.session == request.session.session_key,
        )
        for one in held
        if one.session in alive
    ]


@transaction.atomic
def end(account: Account, number: str) -> bool:
    """End one of the person's sign-ins, wherever it is open."""
    one = SignIn.objects.filter(account=account, pk=number).first()
    if one is None:
        return False
    Session.objects.filter(session_key=one.session).delete()
    one.delete()
    return True


def forget(request: HttpRequest) -> None:
    """The person signs out here."""
    SignIn.objects.filter(session=request.session.session_key).delete()


def _browser(request: HttpRequest) -> str:
    """What the browser calls itself, in a few words."""
    told = request.headers.get("User-Agent", "")
    known = (
        ("Edg/", "Edge"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    )  # fmt: skip
    systems = (("Windows", "Windows"), ("Android", "Android"), ("iPhone", "iPhone"),
               ("Mac OS", "Mac"), ("Linux", "Linux"))  # fmt: skip
    name = next((words for mark, words in known if mark in told), "another program")
    system = next((words for mark, words in systems if mark in told), "")
    return f"{name} on {system}" if system else name
