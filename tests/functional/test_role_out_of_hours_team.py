"""The council's out-of-hours team: what is due tonight, acknowledged."""

from tests.support.browsing import Visitor


def test_an_out_of_hours_team_s_night(visitor: Visitor) -> None:
    """Its own duties; an empty list of missing children says what it does not mean."""
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
    assert "does not mean that no child is missing" in visitor.reads
