"""A partner agency: its own duties, what police owe it, its own part of a child's record."""

from tests.support.browsing import Visitor
from tests.support.signed_in import shared_child
from tests.support.site import Site


def test_a_partner_s_work(visitor: Visitor, site: Site) -> None:
    """Opens a shared child and sees its own entries; what police recorded is not there."""
    menu = visitor.signs_in("partner-user")
    assert menu == ["My work", "Notices", "Partners", "Standards"]
    child, events = shared_child(site)
    assert visitor.goes(f"/child/{child}/") == 200
    visitor.keeps("role-partner-user")
    assert visitor.page.locator(".tp-event").count() == len(events)
    assert "What others recorded is not shown" in visitor.reads
    assert "Police," not in visitor.reads
    assert visitor.goes("/missing/now/") == 403
    assert visitor.goes("/partners/") == 200
    visitor.keeps("role-partner-user-partners")
    assert "Fellshire Constabulary" in visitor.reads
    first = visitor.page.locator("article h3 a").first
    # Nobody has written down some children's names; whose is known is named here as there.
    name = first.inner_text()
    first.click()
    visitor.page.wait_for_url("**/child/**")
    assert visitor.page.locator("h1").first.inner_text() == name
