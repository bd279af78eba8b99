"""For whom a request acts: the account's membership of today, read anew each time."""

import hashlib
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from typing import Any

import psycopg
from django.conf import settings
from django.contrib.sessions.backends.base import UpdateError
from django.db import connection
from django.http import HttpRequest
from django.utils import timezone

from trigpoint.access.person import Person
from trigpoint.access.roles import ROLES
from trigpoint.timekeeping import london

_MEMBERSHIPS = (
    "SELECT m.id, m.role, m.team, m.district, m.officer, o.id, o.name, o.kind "
    "FROM storage_membership m JOIN storage_organisation o ON o.id = m.organisation_id "
    "WHERE m.account_id = %s AND daterange(m.begins, m.ends) @> %s::date "
    "ORDER BY m.begins, m.id"
)

_TOKEN = (
    "SELECT t.id, a.id, a.shown_as, t.called, t.membership_id, a.demonstration "
    "FROM storage_apitoken t JOIN storage_membership m ON m.id = t.membership_id "
    "JOIN storage_account a ON a.id = m.account_id "
    "WHERE t.hash = %s AND t.ends > %s::date AND a.is_active"
)


#: Where a session keeps when it began (seconds since 1970).
BEGAN = "began"
#: Where it keeps when its person last asked for something.
LAST = "last"
#: By this header a page says that it asks by itself, and nobody need be there for it.
RENEWAL = "Trigpoint-Renewal"
#: Seconds within which another request changes nothing of it.
_FRESH = 30
#: Who may change what others come to is signed out sooner.
SOONER = {"system-administrator": 3}
#: Seconds by which a clock that was put right may have gone back.
SLACK = 300


def today() -> date:
    """The day in London: memberships and tokens end with it, and not an hour later."""
    return london.local_date(london.instant(timezone.now()))


def lasts(request: HttpRequest) -> bool:
    """Whether the sign-in is not older than one may be, nor begun in a time to come."""
    began = request.session.get(BEGAN)
    if not isinstance(began, int | float):
        return False
    age = timezone.now().timestamp() - began
    return -SLACK <= age <= settings.SESSION_COOKIE_AGE


def still_here(request: HttpRequest) -> None:
    """Note that the person asked for something; a list that renews itself does not count."""
    now = timezone.now().timestamp()
    by_itself = RENEWAL in request.headers
    if by_itself or abs(now - request.session.get(LAST, 0)) <= _FRESH:
        return
    request.session[LAST] = now
    # Here, where a database that takes no writes is answered in words.
    with suppress(UpdateError):
        request.session.save()
    request.session.modified = False


def idle(request: HttpRequest) -> bool:
    """Whether a sign-in is there that ended because nothing was asked for."""
    return bool(getattr(request, "away", False))


def _away(request: HttpRequest, person: Person) -> bool:
    """Whether nothing was asked for in too long; remembered with the request."""
    request.away = idle_since(request.session, person.role.slug)  # type: ignore[attr-defined]
    return bool(request.away)  # type: ignore[attr-defined]


def idle_since(session: Mapping[str, Any], role: str) -> bool:
    """Whether in this session nothing was asked for longer than one of the role may wait."""
    last = session.get(LAST, session.get(BEGAN, 0))
    longest = settings.IDLE_SECONDS / SOONER.get(role, 1)
    return bool(timezone.now().timestamp() - last > longest)


def person_of(request: HttpRequest) -> Person | None:
    """The person, in the membership chosen or else the first; None if not signed in."""
    account = request.user
    if not account.is_authenticated or not lasts(request):
        return None
    with connection.cursor() as cursor:
        cursor.execute(_MEMBERSHIPS, [account.pk, today()])
        rows = cursor.fetchall()
    chosen = request.session.get("membership")
    rows = [row for row in rows if str(row[0]) == chosen] or rows
    person = _person(str(account.pk), account.shown_as, rows, account.demonstration)
    return None if person is None or _away(request, person) else person


def person_of_token(token: str) -> tuple[str, Person] | None:
    """The token's id, and whom it stands for; None where it is not valid today."""
    digest = hashlib.sha256(token.encode()).hexdigest()
    with connection.cursor() as cursor:
        cursor.execute(_TOKEN, [digest, today()])
        row = cursor.fetchone()
        if row is None:
            return None
        number, account, shown_as, called, membership, shared = row
        cursor.execute(_MEMBERSHIPS, [account, today()])
        rows = [one for one in cursor.fetchall() if one[0] == membership]
    person = _person(str(account), f"{shown_as}, by {called}", rows, shared)
    return (str(number), person) if person else None


def _person(
    account: str, shown_as: str, rows: list[tuple[Any, ...]], shared: bool
) -> Person | None:
    for _, role, team, district, officer, organisation, name, kind in rows:
        if role in ROLES and kind in ROLES[role].kinds:
            return Person(
                account=account,
                shown_as=shown_as,
                organisation=str(organisation),
                organisation_name=name,
                kind=kind,
                role=ROLES[role],
                team=team,
                district=district,
                officer=officer,
                shared=shared,
            )
    return None


def logger_dsn() -> str:
    """How the access log is written: another role, another connection."""
    return _dsn("trigpoint_logger")


def reporter_dsn() -> str:
    """How a body outside the force reads figures: a role that is granted no more."""
    return _dsn("trigpoint_reporter")


def _dsn(role: str) -> str:
    chosen = settings.DATABASES["default"]
    return f"host={chosen['HOST']} dbname={chosen['NAME']} user={role}"


def clock(raw: psycopg.Connection, organisation: str) -> tuple[bool, int | None]:
    """Whether the organisation is invented, and how far its records, or
    those shared with it, reach (instant)."""
    row = raw.execute(
        "SELECT o.invented, (SELECT max(reach) FROM storage_sourcereach s "
        "WHERE s.organisation_id = o.id OR s.organisation_id IN (SELECT h.owner_id FROM "
        "storage_sharing h WHERE h.partner_id = o.id)) "
        "FROM storage_organisation o WHERE o.id = %s",
        (organisation,),
    ).fetchone()
    return (row[0], row[1]) if row else (False, None)
