"""A record opens in an emergency only to whoever shows their second factor now."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import psycopg
import pyotp
import pytest
import time_machine
from django.utils import timezone

from tests.support.members import member
from tests.support.signed_in import a_child, signed_in
from tests.support.site import FORCE, Site

REASON = "The child is with a man who was seen with a knife; nobody else is on duty."
#: The moment after which what was shown at the sign-in is too long ago.
LATER = timedelta(minutes=6)

Posting = Callable[..., Any]


@pytest.fixture
def officer(site: Site, client: object, emergencies_end: None) -> tuple[Any, str, str]:
    """A new officer who has just added an app: browser, its secret, their number."""
    one = member(site, client, "response-officer", FORCE)
    browser: Any = one.browser
    page = browser.get("/my-sign-in/").content.decode()
    found = re.search(r'tp-secret">([^<]+)<', page)
    assert found is not None
    sent = {"act": "app", "code": pyotp.TOTP(found[1]).now()}
    assert browser.post("/my-sign-in/", sent).status_code == 200
    return browser, found[1], one.number


def opens(browser: Any, child: str, **sent: str) -> Any:
    return browser.post(f"/child/{child}/", {"reason": REASON, **sent})


def code_of(secret: str) -> str:
    """What the app shows at the moment of this process."""
    return pyotp.TOTP(secret).at(timezone.now())


def test_what_was_shown_lately_is_enough(
    site: Site, officer: tuple[Any, str, str]
) -> None:
    """Within five minutes of it nothing more is asked."""
    browser, _, _ = officer
    child = a_child(site)
    assert b'name="code"' not in browser.get(f"/child/{child}/").content
    assert opens(browser, child).status_code == 302


def test_later_it_is_shown_again_with_the_reason(
    site: Site, officer: tuple[Any, str, str]
) -> None:
    """No code and a wrong one open nothing and keep what was typed; a right one opens."""
    browser, secret, _ = officer
    child = a_child(site)
    with time_machine.travel(timezone.now() + LATER, tick=True):
        assert b'name="code"' in browser.get(f"/child/{child}/").content
        for sent in ({}, {"code": "000000"}, {"code": "0"}):
            answer = opens(browser, child, **sent)
            assert answer.status_code == 400, sent
            body = answer.content.decode()
            assert REASON in body
            assert 'name="code"' in body
            assert "only with a second factor that you show now" in body
            assert browser.get(f"/child/{child}/").status_code == 404
        short = browser.post(
            f"/child/{child}/", {"reason": "in haste", "code": code_of(secret)}
        )
        assert b"at least 20 characters" in short.content
        assert b'name="code"' not in short.content, "it need not be typed twice"
        assert opens(browser, child).status_code == 302
        assert browser.get(f"/child/{child}/").status_code == 200


def test_a_code_is_not_guessed(site: Site, officer: tuple[Any, str, str]) -> None:
    """After eight that were wrong the right one opens nothing either."""
    browser, secret, _ = officer
    child = a_child(site)
    with time_machine.travel(timezone.now() + LATER, tick=True):
        for _ in range(8):
            assert opens(browser, child, code="000000").status_code in (400, 429)
        assert opens(browser, child, code=code_of(secret)).status_code != 302
        assert browser.get(f"/child/{child}/").status_code == 404


def test_who_has_no_emergency_access_is_offered_none(
    site: Site, client: object
) -> None:
    """With a reason or without: refused as for any child out of reach, without a form."""
    child = a_child(site)
    for role in ("partner-user", "force-liaison"):
        browser = signed_in(client, site, role)
        for reason in ("in haste", REASON):
            answer: Any = browser.post(f"/child/{child}/", {"reason": reason})  # type: ignore[attr-defined]
            assert answer.status_code in (403, 404), (role, reason)
            assert b'name="reason"' not in answer.content, (role, reason)


def test_who_has_a_key_alone_signs_in_again(
    site: Site, officer: tuple[Any, str, str]
) -> None:
    """A key answers where people sign in, so the way there and back is shown."""
    browser, _, account = officer
    with psycopg.connect(site.server.owner_dsn()) as connection:
        connection.execute(
            "DELETE FROM storage_secondfactor WHERE account_id = %s", (account,)
        )
    child = a_child(site)
    with time_machine.travel(timezone.now() + LATER, tick=True):
        answer = opens(browser, child)
        assert answer.status_code == 400
        assert f"/sign-in/?next=/child/{child}/".encode() in answer.content
        assert b'name="code"' not in answer.content
