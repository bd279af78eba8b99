"""Missing now renews itself in a real browser, and says so in red when it cannot."""

import re
from collections.abc import Iterator

import pytest

from tests.functional.test_site_pages import sign_in
from tests.support.browsing import PICTURES
from tests.support.site import FORCE, Site

axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="no axe here")
MINUTE = 61_000


@pytest.fixture
def page(site: Site, browser: object, address: str) -> Iterator[object]:
    """Missing now, in a browser whose clock the test moves."""
    context = browser.new_context(bypass_csp=True)  # type: ignore[attr-defined]
    page = context.new_page()
    page.clock.install()
    sign_in(page, address, "duty-inspector", site.password)
    page.goto(f"{address}/missing/now/")
    yield page
    context.close()


def status(page: object) -> object:
    return page.locator("#renewal")  # type: ignore[attr-defined]


def a_minute_on(page: object) -> None:
    """The clock goes on by a minute; what is asked for then comes."""
    with page.expect_event("requestfinished"):  # type: ignore[attr-defined]
        page.clock.run_for(MINUTE)  # type: ignore[attr-defined]
    page.wait_for_timeout(300)  # type: ignore[attr-defined]


def somebody_reads(site: Site) -> str:
    """Somebody elsewhere has read the first unread report; which it was."""
    with site.acting_for(FORCE) as connection:
        row = connection.execute(
            "INSERT INTO storage_acknowledgement (id, organisation_id, by_id, at, child, "
            "standard, occasion) SELECT gen_random_uuid(), m.organisation_id, a.id, now(), "
            "m.child, 'missing-now', m.event FROM event_now m, storage_account a WHERE "
            "m.kind = 'MISSING_REPORTED' AND a.name = 'control-room' AND NOT EXISTS (SELECT "
            "1 FROM event_now e WHERE e.child = m.child AND e.reference = m.reference AND "
            "e.kind = 'MISSING_RETURNED') AND NOT EXISTS (SELECT 1 FROM "
            "storage_acknowledgement k WHERE k.occasion = m.event) ORDER BY m.earliest DESC "
            "LIMIT 1 RETURNING occasion"
        ).fetchone()
    assert row is not None
    return row[0]


def test_the_list_renews_itself_and_says_when(page: object, site: Site) -> None:
    """What somebody else did stands on the page a minute later, without a click."""
    assert re.fullmatch(r"Renewed at \d\d:\d\d", status(page).inner_text())  # type: ignore[attr-defined]
    assert status(page).get_attribute("aria-live") == "polite"  # type: ignore[attr-defined]
    report = somebody_reads(site)
    a_minute_on(page)
    row = page.locator(f"#report-{report}")  # type: ignore[attr-defined]
    assert "Read by Control room" in row.inner_text()
    assert re.fullmatch(r"Renewed at \d\d:\d\d", status(page).inner_text())  # type: ignore[attr-defined]


@pytest.mark.parametrize("why", ["no network", "signed out", "an error"])
def test_a_renewal_that_fails_is_said_in_red(page: object, why: str) -> None:
    """Whatever is the reason; and the red goes when it works again."""
    since = status(page).inner_text().split()[-1]  # type: ignore[attr-defined]
    context = page.context  # type: ignore[attr-defined]
    cookies = context.cookies()
    if why == "no network":
        context.set_offline(True)
    elif why == "signed out":
        context.clear_cookies()
    else:
        page.route("**/missing/now/", lambda route: route.fulfill(status=503))  # type: ignore[attr-defined]
    page.clock.run_for(MINUTE)  # type: ignore[attr-defined]
    page.wait_for_selector("#renewal.tp-late")  # type: ignore[attr-defined]
    told = status(page).inner_text()  # type: ignore[attr-defined]
    assert told.startswith(f"Not renewed since {since}")
    assert page.locator("article").count() > 0  # type: ignore[attr-defined]
    assert axe.Axe().run(page).violations_count == 0
    PICTURES.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=PICTURES / "missing-now-not-renewed.png")  # type: ignore[attr-defined]
    context.set_offline(False)
    context.add_cookies(cookies)
    page.unroute("**/missing/now/")  # type: ignore[attr-defined]
    a_minute_on(page)
    page.wait_for_selector("#renewal:not(.tp-late)")  # type: ignore[attr-defined]


def test_a_page_that_slept_does_not_pass_for_renewed(page: object) -> None:
    """The clock has gone on and no renewal came back: it is said before one does."""
    page.route("**/missing/now/", lambda route: None)  # type: ignore[attr-defined]
    page.clock.run_for(3 * MINUTE)  # type: ignore[attr-defined]
    page.wait_for_selector("#renewal.tp-late")  # type: ignore[attr-defined]
    page.unroute("**/missing/now/")  # type: ignore[attr-defined]


def test_it_goes_on_while_somebody_acts(page: object, site: Site) -> None:
    """With the focus on a button of the list it renews, and the focus stays where it was."""
    button = page.get_by_role("button", name="I have read this").first  # type: ignore[attr-defined]
    button.focus()
    row = button.locator("xpath=ancestor::article")
    mine = row.get_attribute("id")
    held = page.evaluate("document.activeElement.textContent")  # type: ignore[attr-defined]
    page.evaluate("document.querySelector('article dd').textContent = 'stale'")  # type: ignore[attr-defined]
    a_minute_on(page)
    page.wait_for_function(
        "!document.querySelector('main').innerText.includes('stale')"
    )  # type: ignore[attr-defined]
    assert page.evaluate("document.activeElement.textContent") == held  # type: ignore[attr-defined]
    assert page.evaluate("document.activeElement.closest('article').id") == mine  # type: ignore[attr-defined]
