"""The missing and exploitation coordinator: who goes missing again."""

import re

from tests.support.browsing import Visitor

COUNT = re.compile(r": (\d+) reports?$")


def test_a_coordinator_s_list(visitor: Visitor) -> None:
    """Children most often missing first, with places and flags, and their summary to print."""
    menu = visitor.signs_in("missing-coordinator")
    assert {"Missing now", "Missing again", "Partners", "How are we doing"} <= set(menu)
    visitor.goes("/missing/again/")
    visitor.keeps("role-missing-coordinator")
    heads = visitor.page.locator("article h2").all_inner_texts()
    counts = [int(found[1]) for one in heads if (found := COUNT.search(one))]
    assert len(counts) == len(heads) > 3, heads
    assert counts == sorted(counts, reverse=True)
    assert counts[0] > counts[-1]
    visitor.page.locator("article a").first.click()
    visitor.page.wait_for_url("**/child/**")
    visitor.follows("Summary to print")
    assert "What is due, and what was left" in visitor.reads
    assert visitor.goes("/records/") == 403
