"""People use the site in a browser: at a desk, on a telephone, by keyboard, without script."""

import re
from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any

import pytest

from tests.support.browsing import PICTURES
from tests.support.site import Site

axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="no axe here")
WIDTHS = (1280, 390)

#: Each page with a role that may open it; `{child}` is a child within reach.
PAGES = {
    "/my-work/": "head-of-protection",
    "/child/{child}/": "hub-detective",
    "/child/{child}/?as-at=2015-12-31": "hub-detective",
    "/child/{child}/enter/": "hub-detective",
    "/child/{child}/enter/?kind=missing-grade": "hub-detective",
    "/notices/": "head-of-protection",
    "/missing/now/": "duty-inspector",
    "/missing/again/": "missing-coordinator",
    "/inbox/": "hub-detective",
    "/child/{child}/enter/?kind=police-protection": "hub-detective",
    "/find/": "hub-detective",
    "/team/": "supervisor",
    "/figures/": "commissioner-office",
    "/figures/return-home-interview-72-hours/": "inspector",
    "/figures/risk-graded-response/": "head-of-protection",
    "/figures/risk-graded-response/cases/": "head-of-protection",
    "/child/{child}/summary/": "hub-detective",
    "/records/": "system-administrator",
    "/looks/": "data-protection-auditor",
    "/my-sign-in/": "response-officer",
    "/partners/": "hub-detective",
    "/partners/?with=EDUCATION": "partner-user",
    "/missing/now/?": "out-of-hours-team",
    "/links/": "hub-detective",
    "/links/?show=joined": "hub-detective",
    "/standards/": "inspector",
    "/standards/return-home-interview-72-hours/": "head-of-protection",
}


def sign_in(page: object, address: str, role: str, password: str) -> None:
    page.goto(f"{address}/sign-in/")  # type: ignore[attr-defined]
    page.fill("#name", role)  # type: ignore[attr-defined]
    page.fill("#password", password)  # type: ignore[attr-defined]
    page.click("main button")  # type: ignore[attr-defined]


@pytest.fixture(scope="module")
def signed_in(site: Site, browser: Any, address: str) -> Callable[[str], Any]:
    """What a browser keeps of a role's sign-in: one for all of its pages."""

    @cache
    def state(role: str) -> Any:
        context = browser.new_context()
        page = context.new_page()
        with page.expect_navigation():
            sign_in(page, address, role, site.password)
        kept = context.storage_state()
        context.close()
        return kept

    return state


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_accessible_and_fits(
    signed_in: Callable[[str], Any], browser: Any, address: str, child: str, path: str
) -> None:
    """No violation a machine can see, nothing wider than the screen, invented data said."""
    context = browser.new_context(bypass_csp=True, storage_state=signed_in(PAGES[path]))
    page = context.new_page()
    PICTURES.mkdir(parents=True, exist_ok=True)
    name = re.sub(r"[^a-z0-9]+", "-", path.replace("{child}", "one")).strip("-")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        answer = page.goto(address + path.format(child=child))
        assert answer.status == 200
        assert page.locator("h1").count() == 1
        assert "Invented data" in page.inner_text("body")
        found = axe.Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.screenshot(path=PICTURES / f"{name}-{width}.png", full_page=True)
    context.close()


def test_a_page_breaks_none_of_its_own_rules(
    site: Site, browser: object, address: str, child: str
) -> None:
    """With the policy on, no page asks for anything elsewhere or runs what it refuses."""
    context = browser.new_context()  # type: ignore[attr-defined]
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on(
        "request",
        lambda request: (
            said.append(request.url) if not request.url.startswith(address) else None
        ),
    )
    sign_in(page, address, "hub-detective", site.password)
    for path in ("/my-work/", f"/child/{child}/", "/missing/now/", "/find/"):
        page.goto(address + path)
    assert [text for text in said if "favicon" not in text and "404" not in text] == []
    context.close()


def test_the_day_s_work_is_done_without_script(
    site: Site, browser: object, address: str
) -> None:
    """See what is due, acknowledge it, open the child, come back: all without script."""
    context = browser.new_context(java_script_enabled=False)  # type: ignore[attr-defined]
    page = context.new_page()
    sign_in(page, address, "hub-detective", site.password)
    page.goto(f"{address}/my-work/")
    acts = page.get_by_role("button", name="Acknowledge")
    before = acts.count()
    assert before > 0
    acts.first.click()
    page.wait_for_load_state()
    assert page.get_by_role("button", name="Acknowledge").count() == before - 1
    assert page.get_by_text("Acknowledged by Safeguarding hub detective").count() >= 1
    page.locator("article a").first.click()
    page.wait_for_load_state()
    assert "/child/" in page.url
    assert page.get_by_role("heading", name="Chronology").count() == 1
    context.close()


def test_an_entry_changes_the_worklist_at_once(
    site: Site, browser: object, address: str, child: str
) -> None:
    """A report entered by hand stands in the chronology, and its duty on the list."""
    context = browser.new_context(java_script_enabled=False)  # type: ignore[attr-defined]
    page = context.new_page()
    sign_in(page, address, "hub-detective", site.password)
    # Others may have reported the child on this site before.
    page.goto(f"{address}/missing/now/")
    before = page.locator(f"a[href='/child/{child}/']").count()
    page.goto(f"{address}/child/{child}/enter/?kind=missing-report")
    page.fill("#at", "2016-06-30T23:40")
    page.get_by_role("button", name="Add to the chronology").click()
    page.wait_for_load_state()
    assert page.url == f"{address}/child/{child}/"
    assert "entered in Trigpoint" in page.inner_text("main")
    page.goto(f"{address}/missing/now/")
    assert page.locator(f"a[href='/child/{child}/']").count() == before + 1
    context.close()


def test_what_nobody_acknowledged_climbs_to_the_inspector(
    browser: object, site: Site, address: str
) -> None:
    """It stands above the rest for who sees a team, until somebody acknowledges it."""
    context = browser.new_context(java_script_enabled=False)  # type: ignore[attr-defined]
    page = context.new_page()
    sign_in(page, address, "duty-inspector", site.password)
    page.goto(f"{address}/my-work/")
    told = page.locator("p", has_text="with half of their time").inner_text()
    before = int(told.split()[0].replace(",", ""))
    page.get_by_role("button", name="Acknowledge").first.click()
    page.wait_for_load_state()
    after = page.locator("p", has_text="with half of their time").inner_text()
    assert int(after.split()[0].replace(",", "")) == before - 1
    other = context.browser.new_context()
    page = other.new_page()
    sign_in(page, address, "hub-detective", site.password)
    page.goto(f"{address}/my-work/")
    assert page.get_by_text("Climbed to you").count() == 0
    other.close()
    context.close()


def test_what_begins_here_can_be_followed_up(
    browser: object, site: Site, address: str, child: str
) -> None:
    """Police protection entered here is offered to its end, and its duties are judged."""
    context = browser.new_context(java_script_enabled=False)  # type: ignore[attr-defined]
    page = context.new_page()
    sign_in(page, address, "hub-detective", site.password)
    page.goto(f"{address}/child/{child}/enter/?kind=police-protection-ended")
    assert "no record that it could belong to" in page.inner_text("main")
    assert not page.locator("#at").count()
    page.goto(f"{address}/child/{child}/enter/?kind=police-protection")
    page.fill("#at", "2016-06-30T23:30")
    page.fill("#reason", "found alone at night")
    page.get_by_role("button", name="Add to the chronology").click()
    page.wait_for_load_state()
    page.goto(f"{address}/child/{child}/enter/?kind=police-protection-ended")
    page.fill("#at", "2016-06-30T23:50")
    page.get_by_role("button", name="Add to the chronology").click()
    page.wait_for_load_state()
    assert page.url == f"{address}/child/{child}/"
    page.goto(f"{address}/child/{child}/?whole=1")
    page.get_by_text("that were met or did not apply").click()
    assert "Police protection ends within 72 hours" in page.inner_text("main")
    context.close()


def test_the_second_of_two_people_sees_the_first_s_entry(
    site: Site, browser: object, address: str, child: str
) -> None:
    """Both open the form; the second to send is told, shown the other's, loses nothing."""
    one, other = (browser.new_context() for _ in range(2))  # type: ignore[attr-defined]
    pages = []
    for context, role in ((one, "hub-detective"), (other, "missing-coordinator")):
        page = context.new_page()
        sign_in(page, address, role, site.password)
        page.goto(f"{address}/child/{child}/enter/?kind=prevention-interview")
        page.fill("#at", "2016-06-30T23:50")
        pages.append(page)
    pages[0].get_by_role("button", name="Add to the chronology").click()
    assert "/enter/" not in pages[0].url
    pages[1].get_by_role("button", name="Add to the chronology").click()
    assert "Somebody else has added" in pages[1].inner_text("main")
    assert pages[1].input_value("#at") == "2016-06-30T23:50"
    pages[1].get_by_role("button", name="Add to the chronology").click()
    assert "/enter/" not in pages[1].url
    one.close()
    other.close()


def test_the_main_road_goes_by_keyboard(
    site: Site, browser: object, address: str
) -> None:
    """Sign in, skip to the content, and open a child, with the keyboard alone."""
    context = browser.new_context()  # type: ignore[attr-defined]
    page = context.new_page()
    page.goto(f"{address}/sign-in/")
    page.focus("#name")
    page.keyboard.type("hub-detective")
    page.keyboard.press("Tab")
    page.keyboard.type(site.password)
    page.keyboard.press("Enter")
    page.wait_for_url("**/my-work/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    for _ in range(40):  # past the notices, however many there are
        if "/child/" in page.evaluate("document.activeElement.href || ''"):
            break
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/child/**")
    context.close()


def test_a_day_is_chosen_by_sliding(
    site: Site, browser: object, address: str, child: str
) -> None:
    """By keyboard too: the slide moves the day, the day moves the slide, and it is shown."""
    context = browser.new_context()  # type: ignore[attr-defined]
    page = context.new_page()
    sign_in(page, address, "hub-detective", site.password)
    page.goto(f"{address}/child/{child}/")
    before = page.input_value("#as-at")
    page.focus("input[type=range]")
    for _ in range(30):
        page.keyboard.press("ArrowLeft")
    moved = page.input_value("#as-at")
    days = date.fromisoformat(before) - date.fromisoformat(moved)
    assert days.days == 30
    page.fill("#as-at", before)
    assert page.input_value("input[type=range]") == page.get_attribute(
        "input[type=range]", "max"
    )
    page.fill("#as-at", moved)
    page.get_by_role("button", name="Show").click()
    page.wait_for_url("**/?as-at=*")
    assert "earlier state of the record" in page.inner_text("main")
    context.close()


@pytest.mark.parametrize("script", [True, False])
def test_files_are_sent_and_brought_in_beside_the_site(
    site: Site, browser: object, address: str, tmp_path: object, script: bool
) -> None:
    """An administrator sends a file; the worker beside the site reads it; its receipt shows."""
    name = f"return_interview_{'with' if script else 'without'}.csv"
    extract = tmp_path / name  # type: ignore[operator]
    extract.write_text(
        "misper_id,offered_at,accepted,done_at,by_whom,recorded_at\n"
        "M1,2016-03-02T12:00,true,2016-03-04T12:00,LA,2016-06-30T10:00\n"
    )
    context = browser.new_context(java_script_enabled=script)  # type: ignore[attr-defined]
    page = context.new_page()
    sign_in(page, address, "system-administrator", site.password)
    page.goto(f"{address}/records/")
    page.set_input_files("#files", str(extract))
    with page.expect_navigation():
        page.get_by_role("button", name="Send", exact=True).click()
    for _ in range(60):
        page.goto(f"{address}/records/")
        if name in page.inner_text("table"):
            break
        page.wait_for_timeout(500)
    assert name in page.inner_text("table")
    assert page.locator("article >> nth=0").inner_text().startswith("Done")
    context.close()


def test_a_row_set_aside_is_mended_on_the_page(
    site: Site, browser: object, address: str
) -> None:
    """The right value with a reason: the row is read again as a file of its own."""
    context = browser.new_context(java_script_enabled=False)  # type: ignore[attr-defined]
    page = context.new_page()
    sign_in(page, address, "hub-detective", site.password)
    page.goto(f"{address}/records/")
    row = page.locator("article", has_text="role is empty").first
    row.get_by_label("to mend it").fill("VICTIM")
    with page.expect_navigation():
        row.get_by_role("button", name="Mend").click()
    assert "say how you know it" in page.inner_text("main")
    row = page.locator("article", has_text="say how you know it").first
    assert row.get_by_label("to mend it").input_value() == "VICTIM"
    row.get_by_label("Why").fill("The officer's pocket book says so.")
    with page.expect_navigation():
        row.get_by_role("button", name="Mend").click()
    for _ in range(60):
        page.goto(f"{address}/records/")
        mended = page.locator("tr", has_text="_mended_")
        if mended.count():
            break
        page.wait_for_timeout(500)
    assert mended.first.locator("td").all_inner_texts() == ["1", "1", "0", "0"]
    assert "Mended: role: VICTIM. The officer" in page.inner_text("main")
    context.close()
