"""Police protection, custody, and those who pose a risk."""

from tests.support import invented_county
from trigpoint.synthetic import wall


def test_police_protection_follows_its_order() -> None:
    """The inquiry is done after it was begun, and protection does not end before it began."""
    deeds = invented_county.simulated().lives.deeds
    for one in (one for one in deeds if one.file == "police_protection"):
        done, begun = one.times["inquiry_done_at"], one.times.get("inquiry_begun_at")
        # In the planted case "not called for" nobody began one.
        assert done is None or begun is None or done >= begun
        ended = one.times["ended_at"]
        assert ended is None or ended >= one.at


def test_only_children_of_ten_and_over_are_detained() -> None:
    """The age of criminal responsibility is ten."""
    county = invented_county.simulated()
    held = [one for one in county.lives.deeds if one.file == "detention"]
    assert held
    for one in held:
        assert county.people.age(one.child, one.at // wall.DAY) >= 10


def test_nothing_happens_to_a_child_after_their_death() -> None:
    """An unexpected death is of a child with whom nothing else has to do."""
    lives = invented_county.simulated(30_000).lives
    deaths = [one for one in lives.occurrences if one.type == "CHILD_DEATH"]
    assert deaths
    dead = {one.children[0][0]: one.reported for one in deaths}
    for one in lives.occurrences:
        for child, _ in one.children:
            assert one.reported <= dead.get(child, one.reported)
    assert not {one.child for one in lives.episodes} & set(dead)
