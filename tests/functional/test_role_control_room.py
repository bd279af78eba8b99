"""The control room: who is missing, read at once, and a new report."""

from tests.support.browsing import Visitor


def test_a_control_room_s_hour(visitor: Visitor, child: str) -> None:
    """A report entered stands above everything until somebody says they read it."""
    menu = visitor.signs_in("control-room")
    assert menu == [
        "My work", "Notices", "Missing now", "Missing again", "Find a child", "Standards",
    ]  # fmt: skip
    visitor.goes(f"/child/{child}/enter/?kind=missing-report")
    visitor.page.fill("#at", "2016-06-30T23:20")
    visitor.presses("Add to the chronology")
    visitor.goes("/my-work/")
    visitor.follows("that nobody has read")
    assert visitor.page.url.endswith("/missing/now/")
    visitor.keeps("role-control-room")
    unread = visitor.page.locator("article", has_text="Nobody has read this")
    before = unread.count()
    mine = unread.filter(has=visitor.page.locator(f"a[href='/child/{child}/']"))
    visitor.presses("I have read this", mine.first)
    assert unread.count() == before - 1
    assert "Read by Control room (demonstration)" in visitor.reads
    assert visitor.goes("/figures/") == 403
