"""Allocation and review of crimes against children."""

from dataclasses import replace

from tests.support import invented_county
from trigpoint.synthetic import generation, knobs


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


def most_open(cap: float) -> int:
    """The most cases that any officer had open when another was given to them."""
    after = knobs.load("after")
    own = {**after.practice["investigation"], "caseload_cap": cap}
    settings = replace(after, practice={**after.practice, "investigation": own})
    county = generation.simulate(
        children=20_000, seed=1, settings=settings, scripted=False
    )
    held: dict[str, list[tuple[int, int | None]]] = {}
    most = 0
    for one in county.lives.investigations:
        closed = county.lives.occurrences[one.occurrence].closed
        for given in one.allocations:
            mine = held.setdefault(given.officer, [])
            until = given.until or closed
            open_now = sum(
                since <= given.at and (end is None or end > given.at)
                for since, end in mine
            )
            most = max(most, open_now + 1)
            mine.append((given.at, until))
    return most


def test_nobody_is_given_more_than_the_cap() -> None:
    """Where there is one; without, some have more."""
    assert most_open(4) <= 4 < most_open(0)
