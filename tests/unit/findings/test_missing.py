"""Episodes held by few, grades by episode, and return interviews."""

from tests.support.drawn_events import drawn
from trigpoint.findings.missing import concentration, grades, interviews, most_often

OFTEN = [("C1", day, "MISSING_REPORTED", {"reference": f"M{day}"}) for day in range(9)]
ONCE = [("C2", 20, "MISSING_REPORTED", {"reference": "M20"})]


def test_one_child_of_two_holds_nine_of_ten() -> None:
    """The most often missing child holds nine tenths of the episodes."""
    found = concentration(drawn(*OFTEN, *ONCE))
    assert found is not None
    assert (found.children, found.episodes, found.most) == (2, 10, 9)
    assert (found.top_children, found.top_episodes) == (1, 9)
    assert found.curve == ((0.0, 0.0), (0.5, 0.9), (1.0, 1.0))
    assert most_often(drawn(*OFTEN, *ONCE), 1) == [("C1", 9)]
    assert concentration(drawn()) is None


def test_the_first_grade_stands_for_the_episode() -> None:
    """A later grade of the same episode does not count; the ninth episode is in its band."""
    graded = [
        ("C1", 0, "MISSING_GRADED", {"reference": "M0", "risk": "HIGH"}),
        ("C1", 1, "MISSING_GRADED", {"reference": "M0", "risk": "LOW"}),
        ("C1", 8, "MISSING_GRADED", {"reference": "M8", "risk": "MEDIUM"}),
        ("C2", 20, "MISSING_GRADED", {"reference": "M20", "risk": ""}),
    ]
    found = grades(drawn(*OFTEN, *ONCE, *graded))
    assert {band: dict(counts) for band, counts in found.items()} == {
        "1st": {"HIGH": 1},
        "5th to 9th": {"MEDIUM": 1},
    }


def test_a_refusal_and_a_silence_about_it_are_two_things() -> None:
    """Of three offers one was refused, one accepted, and one does not say."""
    found = interviews(
        drawn(
            ("C1", 1, "MISSING_RETURNED", {}),
            ("C1", 2, "RETURN_INTERVIEW_OFFERED", {"accepted": "false"}),
            ("C1", 3, "RETURN_INTERVIEW_OFFERED", {"accepted": "true"}),
            ("C1", 4, "RETURN_INTERVIEW_OFFERED", {}),
            ("C1", 5, "RETURN_INTERVIEW_HELD", {}),
        )
    )
    assert found is not None
    assert (found.offered, found.refused, found.refusal_not_told) == (3, 1, 1)
    assert (found.returns, found.held, found.shared) == (1, 1, 0)
    assert interviews(drawn(*ONCE)) is None
