"""An inspector: how a force does on each standard, surely and over time, and no child."""

import re

from tests.support.browsing import Visitor


def test_an_inspector_s_visit(visitor: Visitor, child: str) -> None:
    """From the list of standards to one, its months and districts, and its authority."""
    assert visitor.signs_in("inspector") == [
        "Notices", "How are we doing", "Standards",
    ]  # fmt: skip
    assert visitor.goes("/figures/") == 200
    assert re.search(
        r"Fellshire Constabulary, as judged on \d+ \w+ 2016", visitor.reads
    )
    assert "Numbers from 1 to 4 are withheld" in visitor.reads
    rows = visitor.page.locator("tbody tr")
    assert rows.count() > 40
    rates = [one for one in rows.all_inner_texts() if re.search(r"\d+%", one)]
    assert len(rates) > 15
    assert visitor.page.locator("td", has_text="withheld").count() > 5
    visitor.keeps("role-inspector-figures")
    told = rows.filter(has_text=re.compile(r"\d+%")).first
    with visitor.page.expect_navigation():
        told.get_by_role("link").click()
    assert re.search(r"In time: \d+% of [\d,]+ \(between", visitor.reads)
    assert re.search(r"Of \d+ months, \d+ have something withheld", visitor.reads)
    for caption in ("Months", "Districts"):
        table = visitor.page.get_by_role("region", name=caption)
        assert table.locator("tbody tr").count() > 1
        assert "95% interval" in table.inner_text()
    assert "The cases" not in visitor.reads
    assert visitor.page.locator("main a[href*=cases]").count() == 0
    visitor.keeps("role-inspector-figure")
    visitor.follows("What the standard asks")
    assert "Authority:" in visitor.reads
    visitor.keeps("role-inspector")


def test_an_inspector_comes_to_no_case(visitor: Visitor, child: str) -> None:
    """Neither to a child, nor to cases, looks or work; nor to a force that agreed to nothing."""
    visitor.signs_in("inspector")
    assert visitor.goes(f"/child/{child}/") == 404
    for path in ("/my-work/", "/figures/risk-graded-response/cases/", "/looks/"):
        assert visitor.goes(path) == 403, path
    assert visitor.goes("/figures/?force=marlshire-police") == 400
    assert "No force called marlshire-police" in visitor.reads
