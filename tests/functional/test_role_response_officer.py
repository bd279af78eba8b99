"""A response officer: what is theirs to do, one child they know, and an emergency."""

from tests.support.browsing import Visitor
from tests.support.signed_in import a_child
from tests.support.site import Site


def test_a_response_officer_s_day(visitor: Visitor, site: Site) -> None:
    """Opens a child they dealt with, enters what they did, and reaches nobody else's."""
    menu = visitor.signs_in("response-officer")
    assert menu == ["My work", "Notices", "Find a child", "Standards"]
    visitor.keeps("role-response-officer")
    mine, other = a_child(site, own=True), a_child(site)
    assert visitor.goes(f"/child/{mine}/") == 200
    visitor.follows("New entry")
    visitor.follows("Child reported missing")
    visitor.page.fill("#at", "2016-06-30T21:10")
    visitor.presses("Add to the chronology")
    assert visitor.page.url.endswith(f"/child/{mine}/")
    assert "30 Jun 2016, 21:10" in visitor.reads
    assert visitor.goes(f"/child/{other}/") == 404
    assert "Emergency access" in visitor.reads
    assert visitor.goes("/missing/now/") == 403
