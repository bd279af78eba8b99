"""A supervisor: the team's work, the cases behind a figure, an emergency to review."""

from tests.support.browsing import Visitor


def test_a_supervisor_s_week(visitor: Visitor) -> None:
    """From the figure to the cases of the own team, and to one child."""
    menu = visitor.signs_in("supervisor")
    assert {"Team", "How are we doing", "Who looked"} <= set(menu)
    assert visitor.goes("/team/") == 200
    visitor.keeps("role-supervisor")
    visitor.goes("/figures/risk-graded-response/")
    visitor.follows("Done in time")
    assert "Those within your reach" in visitor.reads
    visitor.page.locator("article a").first.click()
    visitor.page.wait_for_url("**/child/**")
    assert visitor.goes("/looks/") == 200
    assert "Emergency access to review" in visitor.reads
    assert visitor.goes("/missing/now/") == 403
