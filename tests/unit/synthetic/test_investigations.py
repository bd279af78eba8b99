"""Allocation and review of crimes against children."""

from tests.support import invented_county


def fit(regime: str) -> float:
    county = invented_county.simulated(20_000, 1, regime)
    serious = [
        county.staff.accredited(
            one.allocations[0].officer, one.allocations[0].at // 1440
        )
        for one in county.lives.investigations
        if county.lives.occurrences[one.occurrence].serious
    ]
    return sum(serious) / len(serious)


def test_serious_cases_go_to_accredited_officers_as_the_regime_says() -> None:
    """About six in ten before, nine in ten after."""
    assert 0.52 < fit("before") < 0.76
    assert fit("after") > 0.85


def test_an_allocation_ends_where_the_next_begins() -> None:
    """Only the last allocation is open."""
    for one in invented_county.simulated().lives.investigations:
        *passed, last = one.allocations
        assert last.until is None
        for held, following in zip(passed, one.allocations[1:], strict=True):
            assert held.until == following.at


def test_reviews_come_after_the_allocation_and_before_the_end() -> None:
    """Nobody reviews what is not allocated, or closed."""
    lives = invented_county.simulated().lives
    for one in lives.investigations:
        closed = lives.occurrences[one.occurrence].closed or lives.end * 1440
        for at, _, _ in one.reviews:
            assert one.allocations[0].at < at <= closed
