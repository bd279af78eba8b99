"""The system administrator: files in, and no child."""

from tests.support.browsing import Visitor


def test_an_administrator_s_import(visitor: Visitor, child: str) -> None:
    """Sees receipts and what needs a person; may send files; opens nobody's record."""
    assert visitor.signs_in("system-administrator") == [
        "Notices", "Records received", "Standards",
    ]  # fmt: skip
    visitor.goes("/records/")
    visitor.keeps("role-system-administrator")
    assert visitor.page.get_by_label("Send agencies").count() == 1
    assert "Receipts" in visitor.reads
    with visitor.page.expect_navigation():
        visitor.page.get_by_role("button", name="Send", exact=True).click()
    assert "Choose at least one file" in visitor.reads
    assert visitor.goes(f"/child/{child}/") == 404
    assert visitor.goes("/my-work/") == 403
