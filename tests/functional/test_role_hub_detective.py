"""The safeguarding hub: the inbox in order, a decision with its reason."""

import re

from tests.support.browsing import Visitor
from tests.support.notices import another_notice
from tests.support.site import Site


def test_a_hub_detective_s_morning(visitor: Visitor, site: Site) -> None:
    """The card's factors add up; without a reason it is refused; then it waits no more."""
    another_notice(site)
    menu = visitor.signs_in("hub-detective")
    assert {"Hub inbox", "Links to decide", "Records received", "Partners"} <= set(menu)
    visitor.goes("/inbox/")
    visitor.keeps("role-hub-detective")
    first = visitor.page.locator("article").first
    number = first.locator("h2 .govuk-body-s").inner_text()
    points = first.locator("dt").nth(2).inner_text()
    factors = first.locator("dd").nth(2).inner_text()
    assert int(points.split()[0]) == sum(
        int(n) for n in re.findall(r"\((\d+)\)", factors)
    )
    first.locator("summary").click()
    first.get_by_label("Decision").select_option("REFER_LA")
    visitor.presses("Triage this notice", first)
    assert "Reason: write why" in visitor.reads
    again = visitor.page.locator("article", has_text=number)
    assert again.get_by_label("Decision").input_value() == "REFER_LA"
    again.get_by_label("Reason").fill("A strategy discussion is being arranged")
    visitor.presses("Triage this notice", again)
    assert visitor.page.locator("article", has_text=number).count() == 0
    done = visitor.page.locator("li", has_text=number).inner_text()
    assert "“A strategy discussion is being arranged”" in done
    visitor.keeps("inbox-decided")
    assert visitor.goes("/team/") == 403
