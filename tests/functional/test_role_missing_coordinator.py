"""The missing and exploitation coordinator: who goes missing again."""

from tests.support.browsing import Visitor


def test_a_coordinator_s_list(visitor: Visitor) -> None:
    """Children most often missing first, with places and flags, and their summary to print."""
    menu = visitor.signs_in("missing-coordinator")
    assert {"Missing now", "Missing again", "Partners", "How are we doing"} <= set(menu)
    visitor.goes("/missing/again/")
    visitor.keeps("role-missing-coordinator")
    counts = [
        int(words.split()[0])
        for words in visitor.page.locator("dd", has_text="times").all_inner_texts()
        if words.split()[0].isdecimal()
    ]
    assert counts == sorted(counts, reverse=True)
    visitor.page.locator("article a").first.click()
    visitor.page.wait_for_url("**/child/**")
    visitor.follows("Summary to print")
    assert "What is due, and what was left" in visitor.reads
    assert visitor.goes("/records/") == 403
