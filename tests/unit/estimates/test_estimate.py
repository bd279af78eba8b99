"""What an estimate carries, and when two of them could be the same."""

from trigpoint.estimates.proportion import wilson


def test_two_estimates_overlap_where_their_intervals_share_a_value() -> None:
    """Half of ten and six of ten overlap; none of a hundred and all of it do not."""
    assert wilson(5, 10).overlaps(wilson(6, 10))
    assert not wilson(0, 100).overlaps(wilson(100, 100))


def test_an_estimate_of_nothing_is_not_known_and_overlaps_nothing() -> None:
    """Where nothing was judged there is no value to share."""
    assert not wilson(0, 0).known
    assert wilson(1, 2).known
    assert not wilson(0, 0).overlaps(wilson(1, 2))
    assert not wilson(1, 2).overlaps(wilson(0, 0))
