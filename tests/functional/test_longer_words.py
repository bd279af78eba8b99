"""Pages hold their shape in a language a third longer, on a telephone and on a screen."""

from typing import Any

import pytest

from tests.support.pseudo import CODE, write_pseudo
from tests.support.site import FORCE, Site, serving

PAGES = (
    "/my-work/", "/notices/", "/missing/now/", "/missing/again/", "/inbox/", "/partners/",
    "/find/", "/links/", "/team/", "/figures/", "/figures/risk-graded-response/",
    "/records/", "/looks/", "/standards/", "/standards/risk-graded-response/",
    "/my-sign-in/", "/child/{child}/", "/child/{child}/summary/", "/child/{child}/enter/",
    "/child/{child}/enter/?kind=prevention-interview", "/child/xyzzy/",
)  # fmt: skip


def test_no_page_is_wider_than_its_window(
    site: Site, browser: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is wide (a table) scrolls by itself; the page never does."""
    write_pseudo(site.server.place / "locale")
    monkeypatch.setenv("TRIGPOINT_LANGUAGES", CODE)
    with site.acting_for(FORCE) as connection:
        row = connection.execute(
            "SELECT child FROM event_now WHERE NOT adult GROUP BY child "
            "ORDER BY count(*) DESC, child LIMIT 1"
        ).fetchone()
    assert row is not None
    with serving(site) as address:
        opened = browser.new_context(
            extra_http_headers={"Accept-Language": CODE},
        )
        page = opened.new_page()
        page.goto(f"{address}/sign-in/")
        page.fill("#name", "head-of-protection")
        page.fill("#password", site.password)
        page.click("main button")
        wide = {}
        for path in PAGES:
            page.goto(address + path.format(child=row[0]))
            assert page.get_attribute("html", "lang") == CODE
            for width in (1280, 390):
                page.set_viewport_size({"width": width, "height": 900})
                found = page.evaluate("document.documentElement.scrollWidth")
                if found > width:
                    wide[path] = (width, found)
        opened.close()
    assert wide == {}
