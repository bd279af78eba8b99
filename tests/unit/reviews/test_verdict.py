"""The rule itself: bounds and vetoes."""

from trigpoint.reviews.verdict import Called, bounds, called, errors_of, share


def test_bounds_take_both_sides() -> None:
    """The least: all unclear before failed and none after; the greatest, the other way."""
    low, high = bounds((0.10, 0.25), (0.20, 0.25))
    assert (round(low, 9), round(high, 9)) == (-0.05, 0.15)


def test_a_veto_turns_a_claim_into_not_enough() -> None:
    """And a veto of another claim leaves it."""
    one = share((160, 400), (80, 400))
    errors = errors_of(one.before, one.after)
    within = (-0.2, -0.2)
    assert called(one, errors, within, frozenset()) is Called.IMPROVED
    other = frozenset({Called.DETERIORATED})
    assert called(one, errors, within, other) is Called.IMPROVED
    assert (
        called(one, errors, within, frozenset({Called.IMPROVED})) is Called.NOT_ENOUGH
    )
