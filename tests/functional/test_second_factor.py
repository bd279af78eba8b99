"""Signing in as people outside a demonstration do: an app's code, spare codes, a key."""

import datetime
import re
import subprocess
import sys
import time
from pathlib import Path

import pyotp

from tests.support.site import FORCE, Site

TRIGPOINT = str(Path(sys.executable).with_name("trigpoint"))
PASSWORDS: dict[str, str] = {}


def account(site: Site, name: str) -> None:
    """An account outside the demonstration, made as an installation makes it."""
    done = subprocess.run(
        [TRIGPOINT, "account", "add", name, "--shown-as", "DC A. Person",
         "--organisation", FORCE, "--role", "hub-detective", "--begins", "2014-01-01",
         "--place", str(site.server.place)],
        capture_output=True, text=True, timeout=120, check=True,
    )  # fmt: skip
    PASSWORDS[name] = done.stdout.splitlines()[0].rpartition(": ")[2]


def password(page: object, address: str, name: str) -> None:
    page.goto(f"{address}/sign-in/")  # type: ignore[attr-defined]
    page.fill("#name", name)  # type: ignore[attr-defined]
    page.fill("#password", PASSWORDS[name])  # type: ignore[attr-defined]
    with page.expect_navigation():  # type: ignore[attr-defined]
        page.click("main button")  # type: ignore[attr-defined]


def sign_out(page: object) -> None:
    page.click("text=Sign out")  # type: ignore[attr-defined]
    page.wait_for_url("**/sign-in/")  # type: ignore[attr-defined]


def fresh_code(secret: str) -> str:
    """A code that was not used yet: the next step's, once it has come."""
    now = datetime.datetime.now(datetime.UTC).timestamp()  # noqa: TID251 - a real app's
    time.sleep(30 - now % 30 + 0.5)
    return pyotp.TOTP(secret).now()


def set_up_app(page: object) -> tuple[str, list[str]]:
    """Add an app; its secret and the spare codes."""
    secret = page.inner_text(".tp-secret")  # type: ignore[attr-defined]
    page.fill("#code", pyotp.TOTP(secret).now())  # type: ignore[attr-defined]
    page.click("text=Add the app")  # type: ignore[attr-defined]
    page.wait_for_load_state()  # type: ignore[attr-defined]
    return secret, page.locator(".tp-codes code").all_inner_texts()  # type: ignore[attr-defined]


def test_nothing_is_seen_before_a_second_factor_and_each_code_works_once(
    site: Site, browser: object, address: str
) -> None:
    """Set-up is forced; then password and code; a code or spare code is taken once."""
    account(site, "set-up-person")
    context = browser.new_context(java_script_enabled=False)  # type: ignore[attr-defined]
    page = context.new_page()
    password(page, address, "set-up-person")
    page.goto(f"{address}/find/")
    assert page.url.endswith("/my-sign-in/")
    page.fill("#code", "000000")
    page.click("text=Add the app")
    assert "not right" in page.inner_text(".govuk-error-summary")
    secret, spares = set_up_app(page)
    assert len(set(spares)) == 8
    page.goto(f"{address}/find/")
    assert page.url.endswith("/find/")
    sign_out(page)

    password(page, address, "set-up-person")
    assert page.url.endswith("/sign-in/code/")
    page.goto(f"{address}/find/")
    assert "/sign-in/" in page.url, "the password alone opens nothing"
    page.goto(f"{address}/sign-in/code/")
    page.fill("#code", spares[0].upper().replace("-", " "))
    page.click("main button")
    page.wait_for_load_state()
    assert page.url.rstrip("/") != f"{address}/sign-in/code"
    sign_out(page)

    password(page, address, "set-up-person")
    page.fill("#code", spares[0])
    page.click("main button")
    assert "used already" in page.inner_text(".govuk-error-summary")
    code = fresh_code(secret)
    page.fill("#code", code)
    page.click("main button")
    page.wait_for_load_state()
    page.goto(f"{address}/find/")
    assert page.url.endswith("/find/")
    sign_out(page)
    password(page, address, "set-up-person")
    page.fill("#code", code)
    page.click("main button")
    assert "used already" in page.inner_text(".govuk-error-summary")
    context.close()


def test_wrong_codes_lock_the_name_like_wrong_passwords(
    site: Site, browser: object, address: str
) -> None:
    """Knowing the password is not enough to try a million codes."""
    account(site, "guessed-person")
    context = browser.new_context()  # type: ignore[attr-defined]
    page = context.new_page()
    password(page, address, "guessed-person")
    set_up_app(page)
    sign_out(page)
    password(page, address, "guessed-person")
    for _ in range(8):
        if not page.url.endswith("/sign-in/code/"):
            break
        page.fill("#code", "000000")
        with page.expect_navigation():
            page.click("form:has(#code) button")
    password(page, address, "guessed-person")
    assert "locked" in page.inner_text(".govuk-error-summary")
    context.close()


def test_a_security_key_is_added_and_signs_in(
    site: Site, browser: object, address: str
) -> None:
    """A real browser with a key of its own making: added, asked, and a sign-in ended."""
    account(site, "key-person")
    context = browser.new_context()  # type: ignore[attr-defined]
    page = context.new_page()
    devtools = context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    devtools.send(
        "WebAuthn.addVirtualAuthenticator",
        {"options": {"protocol": "ctap2", "transport": "usb",
                     "hasResidentKey": False, "hasUserVerification": False,
                     "isUserVerified": False}},
    )  # fmt: skip
    password(page, address, "key-person")
    page.click("text=Add a security key")
    page.fill("#called", "Blue key")
    page.click("text=Add the key")
    page.wait_for_selector("text=Blue key, added")
    sign_out(page)
    password(page, address, "key-person")
    page.click("text=Use my security key")
    page.wait_for_url(re.compile(r"^(?!.*sign-in)"))
    page.goto(f"{address}/my-sign-in/")
    assert "last used" in page.inner_text("main")
    page.click("main dl button")
    page.wait_for_load_state()
    assert "/sign-in/" in page.url, "ending this sign-in ends it here"
    context.close()


def test_who_lost_everything_is_let_in_anew(
    site: Site, browser: object, address: str
) -> None:
    """A reset ends the open sign-in, forgets the app, and asks for a new factor."""
    account(site, "lost-person")
    context = browser.new_context()  # type: ignore[attr-defined]
    page = context.new_page()
    password(page, address, "lost-person")
    set_up_app(page)
    done = subprocess.run(
        [TRIGPOINT, "account", "reset", "lost-person", "--place", str(site.server.place)],
        capture_output=True, text=True, timeout=120, check=True,
    )  # fmt: skip
    page.goto(f"{address}/find/")
    assert "/sign-in/" in page.url
    old = PASSWORDS["lost-person"]
    PASSWORDS["lost-person"] = done.stdout.splitlines()[0].rpartition(": ")[2]
    assert PASSWORDS["lost-person"] != old
    password(page, address, "lost-person")
    assert page.url.endswith("/my-sign-in/")
    context.close()
