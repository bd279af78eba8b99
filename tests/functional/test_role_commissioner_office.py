"""The commissioner's office: aggregates, and nothing behind them."""

from tests.support.browsing import Visitor


def test_a_commissioner_s_question(visitor: Visitor, child: str) -> None:
    """Figures of the organisation, and no way to a case, a look or a child."""
    assert visitor.signs_in("commissioner-office") == [
        "Notices", "How are we doing", "Standards",
    ]  # fmt: skip
    assert visitor.goes("/figures/") == 200
    visitor.keeps("role-commissioner-office")
    for path in ("/figures/risk-graded-response/cases/", "/looks/", "/team/"):
        assert visitor.goes(path) == 403
    assert visitor.goes(f"/child/{child}/") == 404
