"""Components, contradictions, and decisions that a newer one undoes."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from trigpoint.chronology.identity import (
    Described,
    Link,
    LinkDecision,
    components,
    contradict,
    in_force,
    join,
)

PAIRS = st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=20)


def slowly(count: int, pairs: list[tuple[int, int]]) -> list[int]:
    """The lowest record joined to each, by repeated walking."""
    label = list(range(count))
    for _ in range(count):
        for a, b in pairs:
            label[a] = label[b] = min(label[a], label[b])
    return label


@given(pairs=PAIRS)
def test_components_are_what_walking_finds(pairs: list[tuple[int, int]]) -> None:
    """The quick labels equal the slow ones, for any links."""
    one = np.array([a for a, _ in pairs], dtype=np.int64)
    other = np.array([b for _, b in pairs], dtype=np.int64)
    assert components(12, one, other).tolist() == slowly(12, pairs)


def test_a_long_chain_is_one_component() -> None:
    """A thousand records, each linked to the next, are one."""
    one = np.arange(999)
    assert set(components(1000, one, one + 1).tolist()) == {0}


def said(birth: int, name: str) -> Described:
    return Described(births=frozenset({birth}), names=frozenset({("", name)}))


def test_only_birth_date_and_name_together_contradict() -> None:
    """One of them alone may be a slip; silence contradicts nothing."""
    assert contradict(said(1, "a"), said(2, "b"))
    assert not contradict(said(1, "a"), said(2, "a"))
    assert not contradict(said(1, "a"), said(1, "b"))
    assert not contradict(said(1, "a"), Described())


def test_a_chain_is_cut_where_it_would_join_two_who_contradict() -> None:
    """0 and 2 contradict; the less trusted of the links that would join them goes."""
    joined = join(
        one=np.array([0, 1]),
        other=np.array([1, 2]),
        count=4,
        described={0: said(1, "a"), 2: said(2, "b")},
    )
    assert joined.refused == (1,)
    assert joined.label.tolist() == [0, 0, 2, 3]


@given(pairs=PAIRS, apart=PAIRS)
def test_what_was_decided_apart_stays_apart(
    pairs: list[tuple[int, int]], apart: list[tuple[int, int]]
) -> None:
    """No chain of links joins two records that a decision parts."""
    parted = [(a, b) for a, b in apart if a != b]
    one = np.array([a for a, _ in pairs], dtype=np.int64)
    other = np.array([b for _, b in pairs], dtype=np.int64)
    joined = join(one=one, other=other, count=12, described={}, apart=parted)
    assert all(joined.label[a] != joined.label[b] for a, b in parted)


def decision(
    kind: Link, recorded: int, one: str = "A", other: str = "B"
) -> LinkDecision:
    return LinkDecision(
        decision=kind,
        one=("police", one),
        other=("police", other),
        decided_by="DS1",
        recorded=recorded,
    )


def test_the_newest_decision_on_a_pair_is_in_force() -> None:
    """The pair has no direction, and an earlier moment has its own answer."""
    linked = decision(Link.RECORDS_LINKED, 1)
    undone = decision(Link.RECORDS_UNLINKED, 5, "B", "A")
    for order in ([linked, undone], [undone, linked]):
        assert list(in_force(order).values()) == [undone]
        assert list(in_force(order, at=4).values()) == [linked]
        assert in_force(order, at=0) == {}


def test_at_one_moment_apart_holds() -> None:
    """A false link harms more than a missing one."""
    linked = decision(Link.RECORDS_LINKED, 1)
    undone = decision(Link.RECORDS_UNLINKED, 1)
    assert list(in_force([undone, linked]).values()) == [undone]
