"""The force liaison: figures, and no child."""

from tests.support.browsing import Visitor


def test_a_liaison_s_figures(visitor: Visitor, child: str) -> None:
    """Rates with intervals; neither a child nor the cases behind."""
    assert visitor.signs_in("force-liaison") == [
        "Notices", "How are we doing", "Standards",
    ]  # fmt: skip
    visitor.goes("/figures/")
    visitor.keeps("role-force-liaison")
    assert "95% interval" in visitor.reads
    assert visitor.goes("/figures/risk-graded-response/") == 200
    assert "The cases" not in visitor.reads
    assert visitor.goes("/figures/risk-graded-response/cases/") == 403
    assert visitor.goes(f"/child/{child}/") == 404
