"""An inspector: figures and standards with their sources, and no child."""

from tests.support.browsing import Visitor


def test_an_inspector_s_visit(visitor: Visitor, child: str) -> None:
    """A standard with its authority; a month of a few judgements is not shown."""
    assert visitor.signs_in("inspector") == [
        "Notices", "How are we doing", "Standards",
    ]  # fmt: skip
    visitor.goes("/standards/return-home-interview-72-hours/")
    visitor.keeps("role-inspector")
    assert "Authority:" in visitor.reads
    assert visitor.goes("/figures/") == 200
    assert visitor.goes(f"/child/{child}/") == 404
    assert visitor.goes("/my-work/") == 403
