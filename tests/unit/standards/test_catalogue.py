"""The library as a whole."""

from trigpoint.standards.catalogue import all_standards, by_slug
from trigpoint.vocabulary.areas import Area


def test_the_library_is_there_in_the_order_of_the_journey() -> None:
    """Seventy-two standards, area by area."""
    standards = all_standards()
    assert len(standards) == 72
    order = [list(Area).index(item.area) for item in standards]
    assert order == sorted(order)


def test_a_slug_names_one_standard() -> None:
    """A slug finds its versions, and an unknown one finds none."""
    assert [item.code for item in by_slug("icpc-15-working-days")] == ["S11"]
    assert by_slug("no-such-thing") == ()
