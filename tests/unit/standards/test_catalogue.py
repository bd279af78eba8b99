"""The library as a whole."""

from trigpoint.standards.catalogue import all_standards, by_slug, newest
from trigpoint.vocabulary.areas import Area


def test_the_library_is_there_in_the_order_of_the_journey() -> None:
    """Seventy-two standards in 75 versions, area by area."""
    standards = all_standards()
    assert len(standards) == 75
    assert len({item.slug for item in standards}) == 72
    order = [list(Area).index(item.area) for item in standards]
    assert order == sorted(order)


def test_a_slug_names_one_standard() -> None:
    """A slug finds its versions, and an unknown one finds none."""
    assert [item.code for item in by_slug("icpc-15-working-days")] == ["S11"]
    assert by_slug("no-such-thing") == ()


def test_the_newest_of_each() -> None:
    """One of each slug, in the order of the library."""
    found = newest()
    assert len(found) == 72
    assert all(item.in_force_to is None for item in found)
    assert [item for item in all_standards() if item in found] == list(found)


def test_versions_follow_one_another() -> None:
    """Each begins on the day on which the one before it ends; only the last has no end."""
    for slug in {item.slug for item in all_standards()}:
        versions = by_slug(slug)
        assert [item.version for item in versions] == list(range(1, len(versions) + 1))
        ends = [item.in_force_to for item in versions]
        assert ends == [*(item.in_force_from for item in versions[1:]), None]
