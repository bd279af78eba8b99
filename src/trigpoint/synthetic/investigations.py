"""Crimes against children after they were recorded: who investigates, who looks on."""

from collections import defaultdict
from dataclasses import dataclass, field, replace

import numpy as np

from trigpoint.synthetic import places, wall
from trigpoint.synthetic.contacts import add
from trigpoint.synthetic.county import County, wait
from trigpoint.synthetic.exploitation import network_of, suspect_of
from trigpoint.synthetic.lives import (
    Allocation,
    Investigation,
    Network,
    Occurrence,
)
from trigpoint.synthetic.practice import Hand
from trigpoint.synthetic.staff import Posting

_REVIEW_DAYS = 28


@dataclass(slots=True, kw_only=True)
class _Desk:
    """Where crimes are allocated. `held`: officer to the cases they had, from and until."""

    county: County
    hand: Hand
    rng: np.random.Generator
    held: dict[str, list[tuple[int, int | None]]] = field(
        default_factory=lambda: defaultdict(list)
    )

    def busy(self, officer: str, at: int) -> int:
        """How many cases the officer has open then."""
        return sum(
            since <= at and (until is None or until > at)
            for since, until in self.held[officer]
        )

    def free(self, able: list[Posting], at: int) -> list[Posting]:
        """Who has room by the regime's cap (0: none); where nobody has, who has least."""
        cap = self.hand.number("investigation.caseload_cap")
        if not cap or not able:
            return able
        loads = [self.busy(one.officer, at) for one in able]
        below = max(cap, min(loads) + 1)
        return [one for one, load in zip(able, loads, strict=True) if load < below]


def disclosed(county: County) -> None:
    """Crimes that children told of in return interviews, where they were recorded."""
    rng = county.streams.of("disclosures")
    hand = Hand(county.knobs, rng)
    for episode in county.lives.episodes:
        told = episode.interview
        if (
            told is None
            or told.held is None
            or "SEXUAL_OFFENCE" not in told.disclosures
        ):
            continue
        hand.on(episode.reported // wall.DAY)
        if not hand.happens("exploitation.crime_from_disclosure", episode.district):
            continue
        reported = county.by((told.shared or told.held) + wait(rng, 90, 0.8))
        if reported is None:
            continue
        later = wait(rng, 300, 1.2)
        by = network_of(county, episode.child, episode.reported // wall.DAY)
        suspect = suspect_of(county, by)
        add(
            county,
            Occurrence(
                number=0,
                type="CRIME",
                offence="88A" if rng.random() < 0.5 else "71",
                serious=True,
                reported=reported,
                crime_recorded=county.by(reported + later),
                begun=episode.reported,
                ended=episode.found or reported,
                grade_first="PRIORITY",
                grade="PRIORITY",
                arrived=county.by(reported + wait(rng, 200, 0.8)),
                district=episode.district,
                hot_spot=_where(by, int(rng.integers(places.MEETING))),
                children=((episode.child, "VICTIM"),),
                adults=((suspect, "SUSPECT"),),
            ),
        )


def _where(by: Network | None, elsewhere: int) -> int:
    return elsewhere if by is None else by.hot_spot


def happen(county: County) -> None:
    """Allocate and review every crime against a child."""
    rng = county.streams.of("investigations")
    hand = Hand(county.knobs, county.streams.of("investigations:response"))
    desk = _Desk(county=county, hand=hand, rng=rng)
    for occurrence in county.lives.occurrences:
        if occurrence.type == "CRIME" and occurrence.crime_recorded is not None:
            _investigate(desk, occurrence)


def _investigate(desk: _Desk, occurrence: Occurrence) -> None:
    county, hand, rng = desk.county, desk.hand, desk.rng
    assert occurrence.crime_recorded is not None
    at = county.by(occurrence.crime_recorded + wait(rng, 400, 1.0))
    if at is None:
        return
    hand.on(at // wall.DAY)
    closed = occurrence.closed
    if closed is not None and closed <= at:
        closed = county.by(at + wait(rng, 40, 0.8) * wall.DAY)
        county.lives.occurrences[occurrence.number] = replace(occurrence, closed=closed)
    allocations = _allocations(desk, occurrence, at, closed)
    for one in allocations:
        desk.held[one.officer].append((one.at, one.until or closed))
    county.lives.investigations.append(
        Investigation(
            number=len(county.lives.investigations),
            occurrence=occurrence.number,
            allocations=tuple(allocations),
            reviews=tuple(
                ((closed - 30, "", True),)
                if occurrence.vague and closed is not None
                else _reviews(county, occurrence, at, closed, hand, rng)
            ),
            district=occurrence.district,
        )
    )


def _allocations(
    desk: _Desk, occurrence: Occurrence, at: int, closed: int | None
) -> list[Allocation]:
    county, rng = desk.county, desk.rng
    first = _chosen(desk, occurrence, at)
    passed = (
        county.by(at + wait(rng, 12, 0.8) * wall.DAY) if rng.random() < 0.1 else None
    )
    if passed is None or (closed is not None and passed >= closed):
        return [Allocation(officer=first[0], team=first[1], at=at, until=None)]
    # Passed on, mostly to somebody better fitted.
    day = passed // wall.DAY
    able = _able(county, day) if rng.random() < 0.7 else []
    others = able or county.staff.on_duty(("DC",), day)
    other = _pick(desk.free(others, passed), occurrence, rng)
    return [
        Allocation(officer=first[0], team=first[1], at=at, until=passed),
        Allocation(officer=other[0], team=other[1], at=passed, until=None),
    ]


def _able(county: County, day: int) -> list[Posting]:
    return [
        one
        for one in county.staff.on_duty(("DC", "DS"), day)
        if county.staff.accredited(one.officer, day)
    ]


def _chosen(desk: _Desk, occurrence: Occurrence, at: int) -> tuple[str, str]:
    """Skill first where the force thinks of it; otherwise whoever is near and free."""
    county, rng = desk.county, desk.rng
    day = at // wall.DAY
    wanted = occurrence.serious and desk.hand.happens(
        "investigation.accredited_to_serious", occurrence.district
    )
    if wanted:
        able = _able(county, day)
        if able:
            return _pick(desk.free(able, at), occurrence, rng)
    if rng.random() < 0.02:
        return f"AG{int(rng.integers(100, 999))}", "Agency investigator"
    ranks = ("DC",) if rng.random() < 0.6 else ("PC",)
    nearest = desk.free(county.staff.on_duty(ranks, day), at)
    return _pick(nearest, occurrence, rng)


def _pick(
    able: list[Posting], occurrence: Occurrence, rng: np.random.Generator
) -> tuple[str, str]:
    if not able:
        return "", ""
    near = [one for one in able if one.district == occurrence.district] or able
    one = near[int(rng.integers(len(near)))]
    return one.officer, one.team


def _reviews(
    county: County,
    occurrence: Occurrence,
    at: int,
    closed: int | None,
    hand: Hand,
    rng: np.random.Generator,
) -> list[tuple[int, str, bool]]:
    """A supervisor's review every four weeks, late ones, and gaps."""
    over = closed or county.lives.end * wall.DAY
    found: list[tuple[int, str, bool]] = []
    last = float(at)
    while len(found) < 12:
        hand.on(int(last) // wall.DAY)
        if hand.happens("investigation.supervisor_review_in_time", occurrence.district):
            last += (_REVIEW_DAYS - wait(rng, 5, 0.8) % 24) * wall.DAY
        elif rng.random() < hand.number("investigation.supervisor_review_late") * 2:
            last += (_REVIEW_DAYS + 1 + wait(rng, 10, 0.9)) * wall.DAY
        else:
            return found
        when = county.by(_office(last))
        if when is None or when >= over:
            return found
        day = when // wall.DAY
        by = county.staff.anyone(("DS", "DI"), day, rng, occurrence.district)
        found.append((when, by, hand.happens("investigation.direction_written")))
    return found


def _office(time: float) -> int:
    day, minute = divmod(int(time), wall.DAY)
    return wall.start_of(day, 8) + minute % 600
