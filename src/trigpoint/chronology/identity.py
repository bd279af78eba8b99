"""Which records are one child: links that can be undone, and what they join.

That two records are one child is itself a recorded fact: who decided it, on what
ground, how surely. A wrong link is undone by a newer decision, never deleted. Here
links become components; how exact identifiers make links is in `identifier`.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np


class Link(StrEnum):
    """What was decided of two records."""

    RECORDS_LINKED = "RECORDS_LINKED"
    RECORDS_UNLINKED = "RECORDS_UNLINKED"


#: A record's key: its namespace (the system in which ids name one thing) and its id.
Key = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkDecision:
    """One decision that two records are, or are not, one child.

    `decided_by` is `exact:<rule>` or names the person; `recorded` is an instant in
    microseconds; a newer decision on the same pair replaces an older one.
    """

    decision: Link
    one: Key
    other: Key
    decided_by: str
    recorded: int = 0
    probability: float = 1.0

    @property
    def pair(self) -> tuple[Key, Key]:
        """The two records, in a fixed order: a decision has no direction."""
        return min(self.one, self.other), max(self.one, self.other)


def in_force(
    decisions: Iterable[LinkDecision], *, at: int | None = None
) -> dict[tuple[Key, Key], LinkDecision]:
    """The newest decision on each pair among those recorded by `at` (all, if None).

    Of two recorded at the same moment the one that keeps the records apart holds:
    a false link harms a child more than a missing one.
    """
    newest: dict[tuple[Key, Key], LinkDecision] = {}
    for one in decisions:
        if at is not None and one.recorded > at:
            continue
        held = newest.get(one.pair)
        if held is None or _rank(one) > _rank(held):
            newest[one.pair] = one
    return newest


def _rank(one: LinkDecision) -> tuple[int, bool, str]:
    return one.recorded, one.decision is Link.RECORDS_UNLINKED, one.decided_by


def components(count: int, one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """For each of `count` records the lowest number among those joined to it.

    Labels travel along the links and jump over what they reach, so a chain of any
    length settles in a logarithmic number of rounds.
    """
    label = np.arange(count, dtype=np.int64)
    while len(one):
        before = label.copy()
        lowest = np.minimum(label[one], label[other])
        np.minimum.at(label, one, lowest)
        np.minimum.at(label, other, lowest)
        np.minimum.at(label, before[one], lowest)
        np.minimum.at(label, before[other], lowest)
        label = label[label]
        if np.array_equal(label, before):
            break
    return label


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """What a record says of its person: firm birth dates (day numbers) and names."""

    births: frozenset[int] = frozenset()
    names: frozenset[tuple[str, str]] = frozenset()


def contradict(one: Described, other: Described) -> bool:
    """True where no firm birth date and no name of the two is the same.

    One of the two alone may be a slip of the pen, or a marriage; both are another
    child. A side that is silent contradicts nothing.
    """
    births = one.births and other.births and not one.births & other.births
    names = one.names and other.names and not one.names & other.names
    return bool(births and names)


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """What cautious joining gave: component labels, and the links it refused."""

    label: np.ndarray
    refused: tuple[int, ...]


def join(
    *,
    one: np.ndarray,
    other: np.ndarray,
    count: int,
    described: Mapping[int, Described],
    apart: Sequence[tuple[int, int]] = (),
) -> Joined:
    """Join records by links (in order of trust), unless that would contradict itself.

    `described` need hold only records that could contradict one another; `apart`
    are pairs that a decision keeps apart. Only components in which something is
    amiss are gone through link by link; all others are joined at once.
    """
    label = components(count, one, other)
    amiss = _amiss(label, described, apart)
    if not amiss:
        return Joined(label=label, refused=())
    doubtful = np.flatnonzero(np.isin(label[one], np.array(sorted(amiss))))
    refused = _refused(one, other, doubtful.tolist(), described, apart)
    kept = np.ones(len(one), dtype=bool)
    kept[list(refused)] = False
    return Joined(label=components(count, one[kept], other[kept]), refused=refused)


def _amiss(
    label: np.ndarray,
    described: Mapping[int, Described],
    apart: Sequence[tuple[int, int]],
) -> set[int]:
    """Components that hold a contradiction or a pair to be kept apart."""
    groups: dict[int, list[Described]] = defaultdict(list)
    for record, said in described.items():
        groups[int(label[record])].append(said)
    amiss = {
        group
        for group, all_said in groups.items()
        if len({said.births for said in all_said}) > 1
        and any(contradict(a, b) for i, a in enumerate(all_said) for b in all_said[:i])
    }
    return amiss | {int(label[a]) for a, b in apart if label[a] == label[b]}


def _refused(
    one: np.ndarray,
    other: np.ndarray,
    links: Sequence[int],
    described: Mapping[int, Described],
    apart: Sequence[tuple[int, int]],
) -> tuple[int, ...]:
    members: dict[int, set[int]] = {}
    enemies: dict[int, set[int]] = defaultdict(set)
    for a, b in apart:
        enemies[a].add(b)
        enemies[b].add(a)
    refused = []
    for link in links:
        left = members.setdefault(int(one[link]), {int(one[link])})
        right = members.setdefault(int(other[link]), {int(other[link])})
        if left is right:
            continue
        if _clash(left, right, described, enemies):
            refused.append(link)
            continue
        left |= right
        for record in right:
            members[record] = left
    return tuple(refused)


def _clash(
    left: set[int],
    right: set[int],
    described: Mapping[int, Described],
    enemies: Mapping[int, set[int]],
) -> bool:
    if any(enemies.get(a, set()) & right for a in left):
        return True
    silent = Described()
    return any(
        contradict(described.get(a, silent), described.get(b, silent))
        for a in left
        for b in right
    )
