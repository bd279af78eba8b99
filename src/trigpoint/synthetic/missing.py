"""Missing episodes: self-exciting bursts, most in the evening, most soon over."""

import numpy as np

from trigpoint.synthetic import care, places, wall
from trigpoint.synthetic.county import County, evening_time, wait
from trigpoint.synthetic.lives import CareSpell, Episode, Exploited

#: More go missing towards the weekend: Monday first.
_WEEKDAYS = (0.9, 0.9, 0.95, 1.0, 1.25, 1.25, 1.0)


def happen(county: County) -> None:
    """Draw who goes missing and each of their episodes."""
    rng = county.streams.of("missing")
    in_care = care.in_care(county)
    truly = {one.child: one for one in county.lives.exploited}
    first = _who(county, in_care, truly, rng)
    made: list[Episode] = []
    for child, day in first.items():
        away: list[Episode] = []
        for reported in _reports(county, child, day, truly, in_care, rng):
            one = _episode(
                county, child, len(away) + 1, reported, in_care.get(child),
                truly.get(child), rng,
            )  # fmt: skip
            # Nobody is reported missing again who is not yet back.
            if not away or (away[-1].found or one.reported) < one.reported:
                away.append(one)
        made += away
    made.sort(key=lambda one: (one.reported, one.child))
    county.lives.episodes.extend(made)


def _who(
    county: County,
    in_care: dict[int, CareSpell],
    truly: dict[int, Exploited],
    rng: np.random.Generator,
) -> dict[int, int]:
    """Who, and from which day: mostly 15 to 17; in care or exploited far more than others."""
    knobs, people = county.knobs.county["missing"], county.people
    days = np.array([county.some_day(rng) for _ in range(len(people))])
    age = (days - people.born) / 365.25
    weight = np.interp(
        age, [2, 8, 10.5, 12, 13.5, 15, 17, 18.2, 18.4],
        [0, 0.05, 0.12, 1.0, 2.5, 4.1, 4.2, 2.0, 0],
    )  # fmt: skip
    weight = weight * (0.35 + people.need)
    cared_for = [
        child for child, spell in in_care.items() if _lasts(spell, int(days[child]))
    ]
    weight[cared_for] *= knobs["weight_in_care"]
    weight[list(truly)] *= knobs["weight_exploited"]
    count = county.counted("missing_children", rng)
    count = min(max(count, 4), int((weight > 0).sum()))
    drawn = rng.choice(len(people), size=count, replace=False, p=weight / weight.sum())
    return {child: int(days[child]) for child in sorted(drawn.tolist())}


def _lasts(spell: CareSpell, day: int) -> bool:
    return spell.begun <= day <= (day if spell.ended is None else spell.ended)


def _reports(
    county: County,
    child: int,
    first: int,
    truly: dict[int, Exploited],
    in_care: dict[int, CareSpell],
    rng: np.random.Generator,
) -> list[int]:
    """When a child is reported missing: a first time, then again, at shrinking gaps."""
    knobs, lives = county.knobs.county["missing"], county.lives
    day = float(first)
    groups = knobs["groups"]
    spell = in_care.get(child)
    if child in truly or (spell is not None and _lasts(spell, first)):
        # An exploited child, or one in care, is away again and again.
        groups = knobs["groups_at_risk"]
    shares = np.array([share for share, _ in groups])
    again = groups[int(rng.choice(len(groups), p=shares / shares.sum()))][1]
    found: list[int] = []
    while day < lives.end:
        number = _busier_day(int(day), rng)
        if county.minor(child, number) and number < lives.end:
            found.append(evening_time(number, rng))
        if rng.random() > again:
            break
        long = rng.random() < knobs["long_gap_share"]
        mean = knobs["long_gap_days"] if long else knobs["short_gap_days"]
        day += 1.0 + rng.exponential(mean)
    return sorted(set(found))


def _busier_day(day: int, rng: np.random.Generator) -> int:
    if rng.random() * 1.25 > _WEEKDAYS[wall.weekday(day)]:
        return day + int(rng.integers(1, 4))
    return day


def _met(county: County, truly: Exploited, else_where: int) -> int:
    """Where an exploited child is found: mostly where those who exploit it meet."""
    often = county.streams.of("missing:places").random()
    if often >= county.knobs.share("exploited_found_where_they_meet"):
        return else_where
    return county.lives.networks[truly.network].hot_spot


def _episode(
    county: County,
    child: int,
    place: int,
    reported: int,
    spell: CareSpell | None,
    truly: Exploited | None,
    rng: np.random.Generator,
) -> Episode:
    knobs, day = county.knobs.county["missing"], reported // wall.DAY
    hours = min(wait(rng, knobs["hours_median"], knobs["hours_sigma"]), 40 * 24)
    in_care = spell is not None and _lasts(spell, day)
    at_risk = truly is not None and truly.onset <= day <= (truly.ended or day)
    spots = len(places.HOT_SPOTS)
    where = int(rng.integers(spots)) if at_risk else int(rng.integers(spots - 6, spots))
    if truly is not None and at_risk:
        where = _met(county, truly, where)
    return Episode(
        number=0,
        child=child,
        place=place,
        reported=reported,
        last_seen=reported - int(wait(rng, 110, 0.8)),
        found=county.by(reported + 20 + hours * 60),
        found_where=places.HOT_SPOTS[where],
        at_risk=at_risk,
        in_care=in_care,
        district=county.district(child),
        known_to_police=not (in_care and rng.random() < _untold(county)),
    )


def _untold(county: County) -> float:
    """How often a home tells the council of an episode, and not police."""
    return float(county.knobs.county["recording"]["home_tells_council_only"])
