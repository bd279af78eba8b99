"""The main tasks, each by the keyboard alone and each without script."""

from collections.abc import Callable, Iterator

import pytest

from tests.support.browsing import Visitor
from tests.support.notices import another_notice
from tests.support.site import FORCE, Site

FOCUSED = (
    "(() => {const one = document.activeElement; return [one.id || '', "
    "(one.innerText || one.value || '').trim(), one.href || '']})()"
)


@pytest.fixture
def keyboard(site: Site, browser: object, address: str) -> Iterator[Visitor]:
    """Somebody with a keyboard and nothing else, who is at the sign-in page."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})  # type: ignore[attr-defined]
    yield Visitor(context.new_page(), address, site)
    context.close()


def tabs_to(
    visitor: Visitor, fits: Callable[[str, str, str], bool], most: int = 300
) -> None:
    """Press Tab until the focus is where it should be; every stop can be seen."""
    for _ in range(most):
        visitor.page.keyboard.press("Tab")
        if fits(*visitor.page.evaluate(FOCUSED)):
            box = visitor.page.locator(":focus").bounding_box()
            assert box is not None
            assert box["width"] > 1
            return
    raise AssertionError(visitor.page.url)


def has_id(wanted: str) -> Callable[[str, str, str], bool]:
    return lambda number, words, href: number == wanted


def says(wanted: str) -> Callable[[str, str, str], bool]:
    return lambda number, words, href: words.startswith(wanted)


def types_in(visitor: Visitor, field: str, text: str) -> None:
    """Into a field that Tab has come to."""
    tabs_to(visitor, has_id(field))
    visitor.page.keyboard.type(text)


def enters(visitor: Visitor) -> None:
    """Enter, and wait for what comes of it."""
    with visitor.page.expect_navigation():
        visitor.page.keyboard.press("Enter")


def signs_in(visitor: Visitor, role: str, goal: str) -> None:
    """By keyboard, on the way to a page."""
    visitor.goes(f"/sign-in/?next={goal}")
    types_in(visitor, "name", role)
    types_in(visitor, "password", visitor.site.password)
    enters(visitor)


def number_of(site: Site, child: str) -> str:
    with site.acting_for(FORCE) as connection:
        row = connection.execute(
            "SELECT source_id FROM storage_childrecord WHERE child = %s AND source LIKE "
            "'police%%' ORDER BY source_id LIMIT 1",
            (child,),
        ).fetchone()
    assert row is not None
    return row[0]


def test_a_duty_is_acknowledged_by_keyboard(keyboard: Visitor) -> None:
    signs_in(keyboard, "hub-detective", "/my-work/")
    acts = keyboard.page.get_by_role("button", name="Acknowledge")
    before = acts.count()
    tabs_to(keyboard, says("Acknowledge"))
    enters(keyboard)
    assert acts.count() == before - 1


def test_an_entry_is_made_by_keyboard(keyboard: Visitor, child: str) -> None:
    """From the child's page: the form is chosen, filled in and sent."""
    signs_in(keyboard, "hub-detective", f"/child/{child}/")
    tabs_to(keyboard, says("New entry"))
    enters(keyboard)
    tabs_to(keyboard, says("Child reported missing"))
    enters(keyboard)
    # A field for a time has parts of its own, in the order of the browser's language.
    tabs_to(keyboard, has_id("at"))
    keyboard.page.keyboard.type("06292016")
    keyboard.page.keyboard.press("Tab")
    keyboard.page.keyboard.type("0915PM")
    tabs_to(keyboard, says("Add to the chronology"))
    enters(keyboard)
    assert keyboard.page.url.endswith(f"/child/{child}/")
    assert "29 Jun 2016, 21:15" in keyboard.reads


def test_a_notice_is_triaged_by_keyboard(keyboard: Visitor, site: Site) -> None:
    another_notice(site)
    signs_in(keyboard, "hub-detective", "/inbox/")
    notice = keyboard.page.locator("article").first.locator("h2 .govuk-body-s")
    number = notice.inner_text()
    tabs_to(keyboard, says("Decide"))
    keyboard.page.keyboard.press("Enter")
    tabs_to(keyboard, has_id("decision-1"))
    keyboard.page.keyboard.press("ArrowDown")
    types_in(keyboard, "reason-1", "A discussion is being arranged")
    tabs_to(keyboard, says("Triage this notice"))
    enters(keyboard)
    assert "There is a problem" not in keyboard.reads
    assert keyboard.page.locator("article", has_text=number).count() == 0


def test_a_child_is_found_and_opened_by_keyboard(
    keyboard: Visitor, site: Site, child: str
) -> None:
    signs_in(keyboard, "hub-detective", "/find/")
    types_in(keyboard, "number", number_of(site, child))
    enters(keyboard)
    tabs_to(keyboard, lambda number, words, href: href.endswith(f"/child/{child}/"))
    enters(keyboard)
    assert "Chronology" in keyboard.reads


def test_a_notice_is_triaged_without_script(visitor: Visitor, site: Site) -> None:
    another_notice(site)
    visitor.signs_in("hub-detective")
    visitor.goes("/inbox/")
    first = visitor.page.locator("article").first
    number = first.locator("h2 .govuk-body-s").inner_text()
    first.locator("summary").click()
    first.get_by_label("Decision").select_option(index=1)
    first.get_by_label("Reason").fill("A discussion is being arranged")
    visitor.presses("Triage this notice", first)
    assert visitor.page.locator("article", has_text=number).count() == 0


def test_a_child_is_found_opened_and_entered_for_without_script(
    visitor: Visitor, site: Site, child: str
) -> None:
    """Search, the file, the list of forms, one of them, and the file again."""
    visitor.signs_in("hub-detective")
    visitor.goes("/find/")
    visitor.page.fill("#number", number_of(site, child))
    visitor.presses("Find")
    visitor.keeps("find-results")
    visitor.page.locator(f"main a[href='/child/{child}/']").click()
    visitor.page.wait_for_url("**/child/**")
    visitor.follows("New entry")
    visitor.follows("Child reported missing")
    visitor.page.fill("#at", "2016-06-29T20:45")
    visitor.presses("Add to the chronology")
    assert "29 Jun 2016, 20:45" in visitor.reads


def test_a_duty_is_acknowledged_without_script(visitor: Visitor) -> None:
    visitor.signs_in("head-of-protection")
    visitor.goes("/my-work/")
    acts = visitor.page.get_by_role("button", name="Acknowledge")
    before = acts.count()
    visitor.presses("Acknowledge")
    assert acts.count() == before - 1
