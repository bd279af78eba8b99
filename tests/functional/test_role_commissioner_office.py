"""The commissioner's office: aggregates of the force it holds to account, nothing behind."""

import re

from tests.support.browsing import Visitor


def test_a_commissioner_s_question(visitor: Visitor, child: str) -> None:
    """How often returns were followed by an interview in time, and in which districts."""
    assert visitor.signs_in("commissioner-office") == [
        "Notices", "How are we doing", "Standards",
    ]  # fmt: skip
    assert visitor.goes("/figures/") == 200
    assert "Fellshire Constabulary" in visitor.reads
    assert visitor.page.get_by_role("heading", name="Partners' duties").count() == 1
    visitor.keeps("role-commissioner-office")
    visitor.goes("/figures/return-home-interview-72-hours/")
    assert re.search(r"In time: \d+% of [\d,]+ \(between", visitor.reads)
    districts = visitor.page.get_by_role("region", name="Districts").locator("tbody th")
    names = districts.all_inner_texts()
    assert len(names) > 1
    assert names == [*sorted(names[:-1]), "not recorded"]
    visitor.keeps("role-commissioner-office-figure")
    for path in ("/figures/risk-graded-response/cases/", "/looks/", "/team/"):
        assert visitor.goes(path) == 403
    assert visitor.goes(f"/child/{child}/") == 404
