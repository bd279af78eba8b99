"""The head of public protection: how we do, and the cases behind it."""

from tests.support.browsing import Visitor


def test_a_head_of_protection_s_question(visitor: Visitor) -> None:
    """A standard, its months against the baseline, its cases, and one child."""
    menu = visitor.signs_in("head-of-protection")
    assert len(menu) == 13
    visitor.goes("/figures/risk-graded-response/")
    assert visitor.page.locator("figure svg").count() == 2
    visitor.keeps("role-head-of-protection")
    visitor.follows("Not done")
    assert visitor.page.locator("article").count() > 0
    visitor.page.locator("article a").first.click()
    visitor.page.wait_for_url("**/child/**")
    assert "Duties" in visitor.reads
