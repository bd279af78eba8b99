"""The areas carry the names of the weaknesses that the mission lists."""

from trigpoint.vocabulary.areas import WEAKNESSES, Area


def test_the_five_weaknesses_have_their_rows() -> None:
    """The report's five rows are named for the areas."""
    assert [area.label for area in WEAKNESSES] == [
        "First assessment",
        "Protective plans",
        "Exploitation",
        "Missing",
        "Specialists",
    ]
    assert [area.label for area in Area if area not in WEAKNESSES] == ["Police powers"]
