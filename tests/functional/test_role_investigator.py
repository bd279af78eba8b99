"""A child abuse investigator: a child of the team, and a duty that is done."""

from tests.support.browsing import Visitor
from tests.support.signed_in import a_child
from tests.support.site import Site


def test_an_investigator_s_case(visitor: Visitor, site: Site) -> None:
    """Sees why a duty is judged so, clause by clause, and reviews are entered."""
    menu = visitor.signs_in("investigator")
    assert menu == ["My work", "Notices", "Find a child", "Standards"]
    mine = a_child(site, own=True)
    assert visitor.goes(f"/child/{mine}/") == 200
    visitor.page.locator("summary", has_text="Clause by clause").first.click()
    assert visitor.page.locator("th", has_text="What was looked at").first.is_visible()
    visitor.keeps("role-investigator")
    visitor.goes(f"/child/{mine}/enter/?kind=allocation")
    visitor.page.fill("#at", "2016-06-30T09:00")
    visitor.presses("Add to the chronology")
    assert visitor.goes("/looks/") == 403
