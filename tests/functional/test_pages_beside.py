"""Pages beside the road: signing in, refusals, errors, what was found, a partner's pages.

As accessible as the others, by a machine's reckoning, at two widths.
"""

import re
from collections.abc import Iterator
from typing import Any

import psycopg
import pyotp
import pytest

from tests.functional.test_main_tasks import number_of
from tests.support.browsing import Visitor
from tests.support.notices import another_notice
from tests.support.signed_in import shared_child
from tests.support.site import Site

axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="no axe here")
WIDTHS = (1280, 390)


@pytest.fixture(params=WIDTHS)
def somebody(
    request: pytest.FixtureRequest, site: Site, browser: Any, address: str
) -> Iterator[Visitor]:
    context = browser.new_context(
        viewport={"width": request.param, "height": 900}, bypass_csp=True
    )
    yield Visitor(context.new_page(), address, site)
    context.close()


def accessible(visitor: Visitor, name: str) -> None:
    """No violation that a machine can see; nothing wider than the screen; a picture."""
    found = axe.Axe().run(visitor.page)
    assert found.violations_count == 0, found.generate_report()
    width = visitor.page.viewport_size["width"]
    assert visitor.page.evaluate("document.documentElement.scrollWidth") <= width
    assert visitor.page.locator("h1").count() == 1
    visitor.pictures(f"beside-{name}")


def test_signing_in(somebody: Visitor) -> None:
    """The form, and the form after a wrong password."""
    somebody.goes("/sign-in/")
    accessible(somebody, "sign-in")
    somebody.page.fill("#name", "nobody-at-all")
    somebody.page.fill("#password", "not the password")
    somebody.presses("Sign in")
    assert "There is a problem" in somebody.reads
    accessible(somebody, "sign-in-wrong")


def test_the_second_step(somebody: Visitor, site: Site) -> None:
    """The code's page, and the same after a wrong code; spare codes as they are shown."""
    try:
        somebody.signs_in("force-liaison")
        somebody.goes("/my-sign-in/")
        somebody.page.locator("summary", has_text="Add an app").first.click()
        secret = somebody.page.inner_text(".tp-secret")
        somebody.page.fill("#code", pyotp.TOTP(secret).now())
        somebody.presses("Add the app")
        assert somebody.page.locator(".tp-codes code").count() == 8, somebody.reads
        accessible(somebody, "spare-codes")
        somebody.page.get_by_role("button", name="Sign out").click()
        somebody.page.wait_for_url("**/sign-in/")
        somebody.signs_in("force-liaison")
        assert somebody.page.url.endswith("/sign-in/code/"), somebody.reads
        accessible(somebody, "code")
        somebody.page.fill("#code", "not-a-code")
        somebody.presses("Continue")
        assert "That code is not right" in somebody.reads
        accessible(somebody, "code-wrong")
    finally:
        with psycopg.connect(site.server.dsn("trigpoint_app")) as connection:
            connection.execute("DELETE FROM storage_secondfactor")
            connection.execute("DELETE FROM axes_accessattempt")


def test_what_is_refused(somebody: Visitor, child: str) -> None:
    """A role that may not, a child out of reach, a question that is none, no such page."""
    somebody.signs_in("response-officer")
    for path, status, words, name in (
        ("/missing/now/", 403, "may not see who is missing now", "refused"),
        ("/child/NOBODY/", 404, "Emergency access", "no-such-child"),
        ("/standards/no-such-standard/", 400, "No standard is called", "no-standard"),
        ("/no-such-page/", 404, "There is no such page", "no-page"),
    ):
        assert somebody.goes(path) == status
        assert words in somebody.reads
        accessible(somebody, name)


def test_forms_that_are_refused(somebody: Visitor, site: Site, child: str) -> None:
    """An entry in the future; a search by one thing alone; a notice without a reason."""
    another_notice(site)
    somebody.signs_in("hub-detective")
    somebody.goes(f"/child/{child}/enter/?kind=missing-report")
    somebody.page.fill("#at", "2040-01-01T10:00")
    somebody.presses("Add to the chronology")
    assert "There is a problem" in somebody.reads
    accessible(somebody, "entry-refused")
    somebody.goes("/find/")
    somebody.page.fill("#surname", "Anybody")
    somebody.presses("Find")
    assert "one alone is too wide" in somebody.reads
    accessible(somebody, "search-refused")
    somebody.goes("/inbox/")
    first = somebody.page.locator("article").first
    first.locator("summary").click()
    somebody.presses("Triage this notice", first)
    assert "There is a problem" in somebody.reads
    accessible(somebody, "inbox-refused")


def test_what_a_search_finds(somebody: Visitor, site: Site, child: str) -> None:
    """A child, and nobody."""
    somebody.signs_in("hub-detective")
    for number, words, name in (
        (number_of(site, child), "born", "found"),
        ("no-such-number", "No child within your reach fits", "found-nobody"),
    ):
        somebody.goes("/find/")
        somebody.page.fill("#number", number)
        somebody.presses("Find")
        assert words in somebody.reads
        accessible(somebody, name)


def test_a_partner_s_pages(somebody: Visitor, site: Site) -> None:
    """Its work, its notices, a shared child and the summary; what it may not."""
    child, _ = shared_child(site)
    somebody.signs_in("partner-user")
    for path in (
        "/my-work/",
        "/notices/",
        f"/child/{child}/",
        f"/child/{child}/summary/",
    ):
        assert somebody.goes(path) == 200
        name = re.sub(r"[^a-z]+", "-", path.replace(child, "one")).strip("-")
        accessible(somebody, f"partner-{name}")
    assert somebody.goes("/figures/") == 403
    accessible(somebody, "partner-refused")


def test_released_figures(somebody: Visitor) -> None:
    """With much withheld: the list, one standard; a force that shows nothing."""
    somebody.signs_in("inspector")
    for path, name in (
        ("/figures/", "figures"), ("/figures/risk-graded-response/", "figure"),
    ):  # fmt: skip
        assert somebody.goes(path) == 200
        assert "withheld" in somebody.reads
        accessible(somebody, f"released-{name}")
    assert somebody.goes("/figures/?force=marlshire-police") == 400
    accessible(somebody, "released-none")
