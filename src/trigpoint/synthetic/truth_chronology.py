"""The true chronology: what happened when, and on whose record it stands."""

from collections.abc import Iterator

from trigpoint.synthetic import wall
from trigpoint.synthetic.county import County

Found = tuple[int, int, str, str, str]


def rows(county: County, police: dict[str, dict[int, str]]) -> list[tuple[str, ...]]:
    """One row per event: person, when, kind, reference, recorded by whom."""
    found = sorted(
        [
            *_missing(county, police),
            *_contacts(county, police),
            *_planning(county, police),
        ]
    )
    head = ("person", "happened", "kind", "reference", "recorded_by")
    return [
        head,
        *(
            (f"T{child:06d}", wall.iso(at), kind, reference, by)
            for child, at, kind, reference, by in found
        ),
    ]


def _missing(county: County, police: dict[str, dict[int, str]]) -> Iterator[Found]:
    for place, one in enumerate(county.lives.episodes):
        number = police["episode"].get(place, "")
        by = "police" if one.known_to_police else "council"
        yield one.child, one.reported, "MISSING_REPORTED", number, by
        if one.found is not None:
            yield one.child, one.found, "MISSING_RETURNED", number, by
        if one.prevention is not None:
            by = "nobody" if "prevention" in one.unwritten else "police"
            yield one.child, one.prevention, "PREVENTION_INTERVIEW", number, by
        told = one.interview
        if told is not None and told.held is not None:
            by = "nobody" if "held" in told.unwritten else "police"
            yield one.child, told.held, "RETURN_INTERVIEW_HELD", number, by


def _contacts(county: County, police: dict[str, dict[int, str]]) -> Iterator[Found]:
    for one in county.lives.occurrences:
        number = police["occurrence"][one.number]
        for child, _ in one.children:
            yield child, one.reported, "OCCURRENCE_REPORTED", number, "police"
    for notice in county.lives.notices:
        number = police["notice"][notice.number]
        yield notice.child, notice.submitted, "REFERRAL_MADE", number, "police"
    for referral in county.lives.referrals:
        at = wall.start_of(referral.day)
        yield referral.child, at, "REFERRAL_RECEIVED", "", "council"


def _planning(county: County, police: dict[str, dict[int, str]]) -> Iterator[Found]:
    for one in county.lives.discussions:
        number = police["discussion"].get(one.number, "")
        by = "police" if number else "council"
        yield one.child, one.held, "STRATEGY_DISCUSSION", number, by
    for place, held in enumerate(county.lives.conferences):
        if held.day < county.lives.end and not held.cancelled:
            kind = "INITIAL_CONFERENCE" if held.kind == "ICPC" else "REVIEW_CONFERENCE"
            number = police["conference"].get(place, "")
            by = "police and council" if number else "council"
            yield held.child, wall.start_of(held.day, 10), kind, number, by
    for plan in county.lives.plans:
        at = wall.start_of(plan.begun, 10)
        yield plan.child, at, "PROTECTION_PLAN_BEGUN", "", "council"
