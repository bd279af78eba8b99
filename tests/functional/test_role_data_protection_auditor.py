"""The data protection auditor: who looked at whom, and no record."""

from tests.support.browsing import Visitor


def test_an_auditor_s_question(visitor: Visitor, child: str) -> None:
    """Whoever opened a child stands on the log; the auditor opens none."""
    visitor.signs_in("hub-detective")
    visitor.goes(f"/child/{child}/")
    visitor.goes("/my-sign-in/")
    visitor.page.get_by_role("button", name="Sign out").click()
    visitor.page.wait_for_url("**/sign-in/")
    menu = visitor.signs_in("data-protection-auditor")
    assert menu == ["Notices", "Who looked", "Standards"]
    visitor.goes(f"/looks/?of={child}")
    visitor.keeps("role-data-protection-auditor")
    newest = visitor.page.locator("tbody tr").first.inner_text()
    assert "Safeguarding hub detective" in newest
    assert "open a child's record" in newest
    assert visitor.goes(f"/child/{child}/") == 404
