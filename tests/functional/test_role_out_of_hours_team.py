"""The council's out-of-hours team: what is due tonight, acknowledged."""

from tests.support.browsing import Visitor


def test_an_out_of_hours_team_s_night(visitor: Visitor) -> None:
    """Its own duties; who is missing tonight, read; the list of before says it is not shared."""
    menu = visitor.signs_in("out-of-hours-team")
    assert menu == ["My work", "Notices", "Missing now", "Missing again", "Standards"]
    visitor.goes("/my-work/")
    visitor.keeps("role-out-of-hours-team")
    acts = visitor.page.get_by_role("button", name="Acknowledge")
    before = acts.count()
    assert before > 0
    visitor.presses("Acknowledge")
    assert acts.count() == before - 1
    visitor.goes("/missing/now/")
    visitor.keeps("role-out-of-hours-team-missing")
    unread = visitor.page.locator("article", has_text="Nobody has read this")
    before = unread.count()
    assert before > 0
    visitor.presses("I have read this", unread.first)
    assert unread.count() == before - 1
    assert "Read by Council out-of-hours team" in visitor.reads
    assert "no reason written" not in visitor.reads
    visitor.goes("/missing/again/")
    assert "does not mean that no child was missing again" in visitor.reads
