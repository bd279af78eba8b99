"""Done, awaiting the record: said with its time and a note, without script."""

from tests.support.browsing import Visitor


def test_a_duty_is_said_to_be_done_with_its_time_and_a_note(visitor: Visitor) -> None:
    """A time ahead is refused with what was written kept; then it stands beside the duty."""
    visitor.signs_in("hub-detective")
    visitor.goes("/my-work/")
    page = visitor.page
    row = page.locator("article", has_text="Done, awaiting the record").first
    title = row.locator("h3").inner_text()
    row.get_by_text("Done, awaiting the record").click()
    row.get_by_label("When it was done").fill("2031-01-01T10:00")
    row.get_by_label("Note, if it helps").fill("Told by telephone")
    visitor.presses("Say that it is done", row)
    assert "The time lies ahead" in visitor.reads
    again = page.locator("article", has_text="The time lies ahead")
    assert again.get_by_label("Note, if it helps").input_value() == "Told by telephone"
    visitor.keeps("claim-refused")
    again.get_by_label("When it was done").fill("2016-06-29T10:00")
    visitor.presses("Say that it is done", again)
    assert "Told by telephone" in visitor.reads
    assert "29 Jun 2016, 10:00" in visitor.reads
    assert "such records reach to" in visitor.reads
    visitor.keeps("claim-said")
    visitor.goes("/notices/")
    assert "You said: done on 29 Jun 2016, 10:00" in visitor.reads
    assert title.split(":")[0] in visitor.reads
    visitor.keeps("claim-notices")
