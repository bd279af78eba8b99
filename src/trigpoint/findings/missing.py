"""Missing children: who holds the episodes, how they are graded, and who is listened to."""

from collections import Counter, defaultdict
from dataclasses import dataclass

import pyarrow as pa

from trigpoint.findings.facts import fact, of_kind
from trigpoint.vocabulary.agencies import Agency
from trigpoint.vocabulary.event_kinds import EventKind

#: Episodes are told apart up to the fifth; then they are many.
BANDS = ("1st", "2nd", "3rd", "4th", "5th to 9th", "10th and more")
GRADES = ("HIGH", "MEDIUM", "LOW", "NO_APPARENT", "ABSENT")


@dataclass(frozen=True, slots=True, kw_only=True)
class Concentration:
    """Of `episodes` held by `children`: the share held by the most often missing.

    `curve`: (share of children, share of episodes), most often missing first.
    """

    children: int
    episodes: int
    most: int
    top_children: int
    top_episodes: int
    curve: tuple[tuple[float, float], ...]


def episodes(chronology: pa.Table) -> pa.Table:
    """The missing reports, of police where there are any; else of whoever holds them."""
    mine = of_kind(chronology, EventKind.MISSING_REPORTED, agency=Agency.POLICE.value)
    return mine if len(mine) else of_kind(chronology, EventKind.MISSING_REPORTED)


def concentration(chronology: pa.Table, top: float = 0.05) -> Concentration | None:
    """How far episodes are held by few; None where there is no episode."""
    held = sorted(Counter(episodes(chronology)["child"].to_pylist()).values())[::-1]
    if not held:
        return None
    whole, so_far = sum(held), 0
    curve = [(0.0, 0.0)]
    for number, episodes_of_one in enumerate(held, start=1):
        so_far += episodes_of_one
        curve.append((number / len(held), so_far / whole))
    often = max(1, round(len(held) * top))
    step = max(1, len(curve) // 150)
    drawn = [*curve[::step], curve[-1]]
    return Concentration(
        children=len(held),
        episodes=whole,
        most=held[0],
        top_children=often,
        top_episodes=sum(held[:often]),
        curve=tuple(dict.fromkeys(drawn)),
    )


def most_often(chronology: pa.Table, number: int) -> list[tuple[str, int]]:
    """The children most often missing and how often, most first, then by reference."""
    held = Counter(episodes(chronology)["child"].to_pylist())
    return sorted(held.items(), key=lambda one: (-one[1], one[0]))[:number]


def grades(chronology: pa.Table) -> dict[str, Counter[str]]:
    """For each band of episode number, how often each grade was first given.

    An episode is tied to its first grade by the child and the episode's reference;
    where a source gives no reference, by the order of the child's own events.
    """
    reports, graded = (
        episodes(chronology),
        of_kind(chronology, EventKind.MISSING_GRADED),
    )
    first: dict[tuple[str, str], str] = {}
    rows = zip(
        graded["child"].to_pylist(), fact(graded, "reference"), fact(graded, "risk"),
        strict=True,
    )  # fmt: skip
    for child, reference, risk in rows:
        first.setdefault((child, reference or ""), risk or "")
    seen: Counter[str] = Counter()
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for child, reference in zip(
        reports["child"].to_pylist(), fact(reports, "reference"), strict=True
    ):
        seen[child] += 1
        grade = first.get((child, reference or ""), "")
        if grade:
            found[_band(seen[child])][grade] += 1
    return {band: found[band] for band in BANDS if band in found}


def _band(number: int) -> str:
    if number <= 4:
        return BANDS[number - 1]
    return BANDS[4] if number <= 9 else BANDS[5]


@dataclass(frozen=True, slots=True, kw_only=True)
class Interviews:
    """Return interviews, step by step, as events on record."""

    returns: int
    offered: int
    refused: int
    refusal_not_told: int
    held: int
    shared: int


def interviews(chronology: pa.Table) -> Interviews | None:
    """The steps from return to what was shared; None where no source holds them."""
    returned = of_kind(
        chronology, EventKind.MISSING_RETURNED, agency=Agency.POLICE.value
    )
    offered = of_kind(chronology, EventKind.RETURN_INTERVIEW_OFFERED)
    held = of_kind(chronology, EventKind.RETURN_INTERVIEW_HELD)
    if not len(offered) and not len(held):
        return None
    accepted = fact(offered, "accepted")
    return Interviews(
        returns=len(returned),
        offered=len(offered),
        refused=sum(word == "false" for word in accepted),
        refusal_not_told=sum(not word for word in accepted),
        held=len(held),
        shared=len(of_kind(chronology, EventKind.RETURN_INTERVIEW_SHARED)),
    )
