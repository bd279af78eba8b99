"""A reader opens the report in a browser: at a desk and on a telephone, offline."""

from pathlib import Path

import pytest

from tests.support.composed import run
from tests.support.rounds import made
from trigpoint.publication import report, review_page
from trigpoint.publication.review_words import Rounds
from trigpoint.reviews.compare import compare

axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="no axe here")
WIDTHS = (1280, 390)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    out = tmp_path_factory.mktemp("report")
    report.publish(run(), out, with_cases=True)
    cases = sorted((out / "cases").iterdir(), key=lambda path: path.stat().st_size)
    first, second = made(60, 200, procedural=40), made(30, 220, procedural=50)
    rounds = Rounds(
        before="the first year", after="the second year", invented=True,
        whose="Police duties", risk="had a risk not seen", procedural="had only procedure",
    )  # fmt: skip
    review_page.write(compare(first, second), rounds, {}, out / "review")
    return {
        "review": out / "review" / "review.html",
        "report": out / "report.html",
        "list": out / "lists" / "return-home-interview-72-hours.html",
        "case": cases[len(cases) // 2],
        "longest case": cases[-1],
    }


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", ["report", "list", "case", "review"])
def test_a_page_is_accessible_and_fits(
    pages: dict[str, Path], browser: object, name: str, width: int
) -> None:
    """No violation that a machine can see, nothing wider than the screen, no request."""
    # The injected checker is a script, which the page's own policy would refuse.
    context = browser.new_context(  # type: ignore[attr-defined]
        viewport={"width": width, "height": 900}, bypass_csp=True
    )
    opened = context.new_page()
    asked: list[str] = []
    opened.on("request", lambda request: asked.append(request.url))
    opened.goto(pages[name].as_uri())
    found = axe.Axe().run(opened)
    assert found.violations_count == 0, found.generate_report()
    assert opened.evaluate("document.documentElement.scrollWidth") <= width
    # What is long is made of the same parts: the checker would take a minute over it.
    opened.goto(pages["longest case"].as_uri())
    assert opened.evaluate("document.documentElement.scrollWidth") <= width
    assert [url for url in asked if not url.startswith("file:")] == []
    context.close()


def test_the_report_is_whole_without_script(
    pages: dict[str, Path], browser: object
) -> None:
    """With scripts off, and the page's own policy on, every chart and row is there."""
    context = browser.new_context(java_script_enabled=False)  # type: ignore[attr-defined]
    opened = context.new_page()
    said: list[str] = []
    opened.on("console", lambda message: said.append(message.text))
    opened.goto(pages["report"].as_uri())
    assert opened.locator(".weakness circle").count() == 5
    assert opened.locator("figure .wide svg").count() >= 9
    assert opened.locator(".tile .figure a").first.is_visible()
    assert said == []
    context.close()


def test_a_reader_goes_from_a_number_to_the_row_it_came_from(
    pages: dict[str, Path], browser: object
) -> None:
    """Rate, list, child, clause, event with its file and row: five steps, no dead end."""
    opened = browser.new_page()  # type: ignore[attr-defined]
    opened.goto(pages["report"].as_uri())
    opened.locator(".tile.risk .figure a").click()
    assert "risk" in opened.locator("h1").inner_text().lower()
    opened.locator("table.list tbody a").first.click()
    assert "Holds a child's records" in opened.locator(".mark").inner_text()
    place = opened.locator(".duty.risk a.place").first
    told = place.inner_text()
    place.click()
    assert told in opened.locator(".event:target .source").inner_text()
    opened.close()
