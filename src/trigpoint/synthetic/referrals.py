"""Referrals to the council, what it made of them, and how long its assessments took."""

import numpy as np

from trigpoint.synthetic import wall
from trigpoint.synthetic.county import County, wait
from trigpoint.synthetic.lives import Assessment, Notice, Referral
from trigpoint.synthetic.practice import Hand, with_odds

#: Census referral sources other than police, with their weights.
_SOURCES = {
    "1A": 7, "1B": 3, "1D": 3, "2A": 22, "2B": 4, "3A": 3, "3B": 5, "3D": 4, "3E": 5,
    "4": 3, "5A": 6, "5B": 6, "5C": 5, "7": 4, "8": 9, "9": 6, "10": 3,
}  # fmt: skip
_NEEDS = {"N1": 52, "N2": 9, "N3": 4, "N4": 10, "N5": 16, "N6": 3, "N8": 4, "N9": 2}
_FACTORS = {
    "1B": 0.16, "2B": 0.17, "2A": 0.05, "3A": 0.08, "3B": 0.34, "4A": 0.10, "4B": 0.28,
    "5B": 0.04, "6B": 0.05, "7A": 0.03, "15A": 0.04, "16A": 0.18, "17A": 0.20,
    "18A": 0.13, "19A": 0.06, "14A": 0.06,
}  # fmt: skip
_AGAIN_AFTER = 60


def happen(county: County) -> None:
    """Draw the referrals of two years in order of day, then their assessments."""
    rng = county.streams.of("referrals")
    drafts = [*_from_police(county, rng), *_from_others(county, rng)]
    drafts.sort(key=lambda draft: (draft[0], draft[1], draft[2] is None))
    last: dict[int, int] = {}
    for day, child, notice in drafts:
        if day - last.get(child, -999) < _AGAIN_AFTER or day >= county.lives.end:
            continue
        last[child] = day
        _received(county, day, child, notice, rng)
    _assess(county)


def _from_police(
    county: County, rng: np.random.Generator
) -> list[tuple[int, int, Notice | None]]:
    wanted = ("REFER_LA", "STRATEGY_DISCUSSION")
    return [
        (_office_day(one.sent, rng), one.child, one)
        for one in county.lives.notices
        if one.sent is not None
        and one.decision in wanted
        # Some the council takes for a contact only.
        and (
            one.decision == "STRATEGY_DISCUSSION"
            or rng.random()
            < county.knobs.chance(
                "contact.counted_as_referral", day=one.sent // wall.DAY
            )
        )
    ]


def _office_day(time: int, rng: np.random.Generator) -> int:
    """Mostly the next working day; now and then the out-of-hours team enters it."""
    day = time // wall.DAY
    return day if rng.random() < 0.12 else wall.working_day_after(day, 0)


def _from_others(
    county: County, rng: np.random.Generator
) -> list[tuple[int, int, Notice | None]]:
    people, lives = county.people, county.lives
    weight = people.need + 0.05
    count = county.counted("referral_not_police", rng)
    drawn = rng.choice(len(people), size=count, p=weight / weight.sum())
    found = []
    for child in drawn.tolist():
        day = int(rng.integers(lives.begun, lives.end))
        if _holiday(day) and rng.random() < 0.45:
            continue
        day = wall.working_day_after(day, 0)
        if county.minor(child, day):
            found.append((day, child, None))
            if rng.random() < county.knobs.share("referred_again"):
                again = wall.working_day_after(day + int(rng.integers(62, 360)), 0)
                found.append((again, child, None))
    return found


def _holiday(day: int) -> bool:
    """Schools are closed in August and around the new year: fewer referrals."""
    month_and_day = wall.iso_day(day)[5:]
    return "07-24" <= month_and_day <= "08-31" or not "01-03" < month_and_day < "12-21"


def _received(
    county: County,
    day: int,
    child: int,
    notice: Notice | None,
    rng: np.random.Generator,
) -> None:
    share = county.knobs.share
    nothing = rng.random() < share("referral_no_further_action") and notice is None
    county.lives.referrals.append(
        Referral(
            number=len(county.lives.referrals),
            child=child,
            day=day,
            source="6" if notice is not None else _weighted(_SOURCES, rng),
            no_further_action=bool(nothing),
            need="N1" if notice is not None else _weighted(_NEEDS, rng),
            closed=day + int(rng.integers(0, 4)) if nothing else None,
            reason="RC8" if nothing else "",
            notice=notice.number if notice is not None else None,
        )
    )


def _weighted(weights: dict[str, int], rng: np.random.Generator) -> str:
    draw = float(rng.random()) * sum(weights.values())
    for name, weight in weights.items():
        draw -= weight
        if draw < 0:
            return name
    return next(iter(weights))


def _assess(county: County) -> None:
    rng = county.streams.of("assessments")
    hand = Hand(county.knobs, county.streams.of("assessments:response"))
    missed: dict[int, list[int]] = {}
    for one in county.lives.episodes:
        missed.setdefault(one.child, []).append(one.reported // wall.DAY)
    known = {one.child: one for one in county.lives.exploited}
    for one in county.lives.referrals:
        if one.no_further_action or rng.random() > county.knobs.share("assessed"):
            continue
        away = any(
            one.day - 120 < day <= one.day + 30 for day in missed.get(one.child, ())
        )
        truly = known.get(one.child)
        odds = truly.plain if truly is not None and truly.onset <= one.day else 0.0
        factors = _factors(away, odds, rng)
        if rng.random() < county.knobs.county["recording"]["factors_empty"]:
            factors = ()
        begun = wall.working_day_after(one.day, int(rng.integers(0, 4)))
        if begun < county.lives.end:
            hand.on(one.day)
            done = _finished(county, one, hand, rng)
            county.lives.assessments.append(
                Assessment(
                    child=one.child,
                    referral=one.number,
                    begun=begun,
                    authorised=done if done is None or done >= begun else begun,
                    factors=factors,
                )
            )


def _finished(
    county: County, one: Referral, hand: Hand, rng: np.random.Generator
) -> int | None:
    """When it was authorised: many on the last days allowed."""
    if hand.happens("assessment.in_45_working_days", county.district(one.child)):
        draw = rng.random()
        days = int(rng.integers(38, 46)) if draw < 0.45 else int(rng.integers(6, 40))
    elif rng.random() < 0.12:
        # Never signed off: the file stays open.
        return None
    else:
        days = 46 + int(wait(rng, 9, 0.9))
    done = wall.working_day_after(one.day, days)
    return done if done < county.lives.end else None


def _factors(away: bool, odds: float, rng: np.random.Generator) -> tuple[str, ...]:
    """What stands on the assessment; `odds` (0: not exploited) of being recognised."""
    found = [name for name, share in _FACTORS.items() if rng.random() < share]
    if away and rng.random() < 0.7:
        found.append("10A")
    if rng.random() < (with_odds(0.5, odds) if odds else 0.031):
        found.append("11A")
    return tuple(sorted(found, key=_census_order)) or ("21",)


def _census_order(factor: str) -> tuple[int, str]:
    digits = factor.rstrip("ABCDEF")
    return int(digits), factor
