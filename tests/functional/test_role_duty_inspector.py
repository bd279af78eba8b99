"""The duty inspector: a grade with its reason, a handover, and what climbed."""

from tests.support.browsing import Visitor


def test_a_duty_inspector_s_night(visitor: Visitor, child: str) -> None:
    """Enters a report, its grade and a handover: each stands on Missing now as written."""
    menu = visitor.signs_in("duty-inspector")
    assert menu[:4] == ["My work", "Notices", "Missing now", "Missing again"]
    assert "Team" in menu
    enters = f"/child/{child}/enter/?kind="
    visitor.goes(f"{enters}missing-report")
    visitor.page.fill("#at", "2016-06-30T22:00")
    visitor.presses("Add to the chronology")
    visitor.goes(f"{enters}missing-grade")
    visitor.page.fill("#at", "2016-06-30T22:20")
    report = visitor.page.locator("#reference option", has_text="22:00").first
    visitor.page.select_option("#reference", report.get_attribute("value"))
    visitor.page.select_option("#risk", "HIGH")
    visitor.page.fill("#reason", "Found twice with an older man")
    visitor.presses("Add to the chronology")
    visitor.goes(f"{enters}handover")
    visitor.page.fill("#at", "2016-06-30T22:40")
    # Other tests may have reported the same child since: the newest is offered first.
    report = visitor.page.locator("#reference option", has_text="22:00").first
    visitor.page.select_option("#reference", report.get_attribute("value"))
    visitor.page.get_by_label("To whom, and what is still to be done").fill(
        "Night inspector: search the old mill again"
    )
    visitor.presses("Add to the chronology")
    assert "There is a problem" not in visitor.reads
    visitor.goes("/missing/now/")
    visitor.keeps("role-duty-inspector")
    told = visitor.page.locator("article", has_text="Found twice with an older man")
    words = told.first.inner_text()
    assert "High" in words
    assert "given 30 Jun 2016, 22:40" in words
    assert "not accepted" in words
    assert "not told by what is on record" in words
    assert visitor.goes("/inbox/") == 403
