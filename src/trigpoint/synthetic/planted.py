"""A handful of scripted children, so that every outcome occurs in a small county too.

What is rare (a duty that falls due just after the period, a fact nobody wrote down)
happens in a large county by itself. In one of a few thousand children it might not:
these few cases see to it, and the manifest lists them.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np

from trigpoint.synthetic import planted_disclosures, planted_plans, wall
from trigpoint.synthetic.contacts import add
from trigpoint.synthetic.county import County
from trigpoint.synthetic.lives import (
    Allocation,
    CareSpell,
    Discussion,
    Episode,
    Flag,
    Grade,
    Interview,
    Investigation,
    Notice,
    Occurrence,
    Screening,
)


def happen(county: County) -> None:
    """Script the cases, each for a child whom nobody knew before."""
    rng = county.streams.of("planted")
    children = unknown_children(county, rng)
    end = county.lives.end * wall.DAY
    for script in SCRIPTS:
        child = next(children, None)
        if child is None:
            return
        script(county, child, end)
    county.lives.episodes.sort(key=lambda one: (one.reported, one.child))
    county.lives.screenings.sort(key=lambda one: (one.at, one.child))


def words() -> list[str]:
    """What is planted, for the manifest."""
    return [(script.__doc__ or "").strip() for script in SCRIPTS]


def unknown_children(county: County, rng: np.random.Generator) -> Iterator[int]:
    """Children between 14 and 17 with whom nothing has to do yet, in a drawn order."""
    lives, people = county.lives, county.people
    known = {child for one in lives.occurrences for child, _ in one.children}
    known |= {one.child for one in lives.episodes} | {one.child for one in lives.care}
    known |= {one.child for one in lives.referrals}
    age = (lives.end - people.born) / 365.25
    able = [int(one) for one in np.flatnonzero((age > 14) & (age < 17.5))]
    able = [child for child in able if child not in known]
    rng.shuffle(able)
    return iter(able)


def episode(
    county: County, child: int, place: int, reported: int, hours: float | None
) -> Episode:
    """An episode graded and reviewed in time, and over after so many hours."""
    district = county.district(child)
    staff, rng = county.staff, county.streams.of("planted:staff")
    by = staff.anyone(("PS", "INSP"), reported // wall.DAY, rng, district)
    found = None if hours is None else reported + round(hours * 60)
    review = county.by(reported + 50)
    grades = () if review is None else (_checked(review, by),)
    return Episode(
        number=0,
        child=child,
        place=place,
        reported=reported,
        last_seen=reported - 90,
        found=None if found is None else county.by(found),
        found_where="Friend's address",
        at_risk=False,
        in_care=False,
        district=district,
        risk="MEDIUM",
        risk_at=county.by(reported + 20),
        reason="age and vulnerability",
        grades=grades if hours is None or hours > 1 else (),
        prevention=None if found is None else county.by(found + 180),
        team="Response A days",
    )


def _checked(at: int, by: str) -> Grade:
    return Grade(
        at=at, risk="MEDIUM", reason="agrees with the grade", by=by, supervisor=True
    )


def _interviewed(found: int, **changed: object) -> Interview:
    whole = Interview(
        offered=found + 300,
        accepted=True,
        held=found + 2000,
        by_whom="LA",
        shared=found + 3000,
        disclosures=("NONE",),
    )
    return replace(whole, **changed)  # type: ignore[arg-type]


def _three_reports(county: County, child: int, end: int) -> None:
    """A third report in ninety days, two days before the end: a meeting is to come."""
    for place, days in enumerate((40, 20, 2), 1):
        county.lives.episodes.append(
            episode(county, child, place, end - days * wall.DAY + 400, 9)
        )


def _two_reports(county: County, child: int, end: int) -> None:
    """A second report days before the end: a screening is to come."""
    for place, days in enumerate((12, 3), 1):
        county.lives.episodes.append(
            episode(county, child, place, end - days * wall.DAY + 400, 9)
        )


def _screened_late(county: County, child: int, end: int) -> None:
    """Screened, but a month after the second report."""
    second = end - 70 * wall.DAY + 1100
    county.lives.episodes += [
        episode(county, child, 1, second - 9 * wall.DAY, 9),
        episode(county, child, 2, second, 9),
    ]
    _screened(None, (end - second) // 60 - 30 * 24)(county, child, end)


def _just_reported(county: County, child: int, end: int) -> None:
    """Reported half an hour before the end, not yet graded."""
    one = episode(county, child, 1, end - 32, None)
    county.lives.episodes.append(replace(one, risk="", risk_at=None, reason=""))


def _just_graded(county: County, child: int, end: int) -> None:
    """Graded an hour before the end: the supervisor has time left."""
    one = episode(county, child, 1, end - 90, None)
    county.lives.episodes.append(replace(one, grades=()))


def _just_found(county: County, child: int, end: int) -> None:
    """Found hours before the end: nobody has spoken with the child yet."""
    one = episode(county, child, 1, end - 900, 10)
    county.lives.episodes.append(replace(one, prevention=None))


def _grade_unknown(county: County, child: int, end: int) -> None:
    """Graded, but nobody can say how."""
    one = episode(county, child, 1, end - 60 * wall.DAY + 1100, 9)
    county.lives.episodes.append(replace(one, risk="UNKNOWN", grades=()))


def _found_before_review(county: County, child: int, end: int) -> None:
    """Found before any supervisor had to look."""
    one = episode(county, child, 1, end - 70 * wall.DAY + 1150, 1.5)
    county.lives.episodes.append(replace(one, grades=()))


def _away_again(county: County, child: int, end: int) -> None:
    """Missing again hours after coming home, before anybody could ask."""
    reported = end - 80 * wall.DAY + 1000
    first = episode(county, child, 1, reported, 6)
    again = episode(county, child, 2, reported + 600, 9)
    county.lives.episodes += [replace(first, prevention=None), again]


def _interviews(**changed: int | str | None) -> Callable[[County, int, int], None]:
    """A return interview with one thing about it that is out of the way."""

    def script(county: County, child: int, end: int) -> None:
        """A return interview: late, not fed back, or by somebody unknown."""
        days = 4 if "near" in changed else 50
        one = episode(county, child, 1, end - days * wall.DAY + 1020, 9)
        assert one.found is not None
        moved = {
            name: one.found + value if isinstance(value, int) else value
            for name, value in changed.items()
            if name != "near"
        }
        told = _interviewed(one.found, **moved)
        county.lives.episodes.append(replace(one, interview=told))

    return script


def _screened(delay: int | None, hours: int) -> Callable[[County, int, int], None]:
    """Screened high so many hours before the end; flagged after `delay` minutes."""

    def script(county: County, child: int, end: int) -> None:
        """Screened high: flagged at once, late, not at all, or not yet."""
        at, district = end - hours * 60, county.district(child)
        one = Screening(
            child=child,
            at=at,
            score=17,
            band="HIGH",
            reviewed=None,
            officer="",
            district=district,
        )
        county.lives.screenings.append(one)
        if delay is not None:
            flag = Flag(
                child=child,
                flag="CSE",
                set_at=at + delay,
                removed=None,
                set_by="",
                district=district,
            )
            county.lives.flags.append(flag)

    return script


def _band_unknown(county: County, child: int, end: int) -> None:
    """Screened, and no band written down."""
    one = Screening(
        child=child,
        at=end - 44_000,
        score=9,
        band="UNKNOWN",
        reviewed=None,
        officer="",
        district=county.district(child),
    )
    county.lives.screenings.append(one)


def reported_call(
    county: County, child: int, at: int, kind: str, hours_to_record: float | None
) -> Occurrence:
    """A call about a child, whom somebody went to see."""
    recorded = None if hours_to_record is None else at + round(hours_to_record * 60)
    crime = kind != "DOMESTIC_ABUSE"
    number = add(
        county,
        Occurrence(
            number=0,
            type=kind,
            offence="88A" if crime else "",
            serious=crime,
            reported=at,
            crime_recorded=None if recorded is None else county.by(recorded),
            begun=at - 300,
            ended=at - 20,
            grade_first="PRIORITY",
            grade="PRIORITY",
            arrived=county.by(at + 40),
            district=county.district(child),
            children=((child, "VICTIM" if crime else "CHILD_PRESENT"),),
        ),
    )
    return county.lives.occurrences[number]


def _crime_today(county: County, child: int, end: int) -> None:
    """A crime reported hours before the end, neither recorded nor sent on yet."""
    reported_call(county, child, end - 330, "CRIME", None)


def _notice_today(county: County, child: int, end: int) -> None:
    """A notice sent hours before the end, still to be assessed in the hub."""
    one = reported_call(county, child, end - 400, "DOMESTIC_ABUSE", None)
    county.lives.notices.append(
        Notice(
            number=len(county.lives.notices),
            child=child,
            occurrence=one.number,
            submitted=end - 150,
            triaged=None,
            sent=None,
            risk="MEDIUM",
            decision="",
            district=one.district,
            officer=one.officer,
        )
    )


def _discussed_today(county: County, child: int, end: int) -> None:
    """A strategy discussion on the last day, with its record still to be written."""
    county.lives.discussions.append(
        Discussion(
            number=len(county.lives.discussions),
            child=child,
            purpose="section 47",
            held=end - wall.DAY + 15 * 60,
            format="MEETING",
            agencies=("LA", "POLICE", "HEALTH"),
            police_rep="",
            informed=end - wall.DAY + 14 * 60,
            decision="ASSESSMENT_NO_S47",
            section_47_type="",
            minutes=None,
            district=county.district(child),
            known_to_police=True,
        )
    )


def _council_alone(county: County, child: int, end: int) -> None:
    """Missing from care: the home told the council, and nobody told police."""
    day = county.lives.council_end - 60
    county.lives.care.append(
        CareSpell(
            child=child,
            begun=county.lives.start + 20,
            ended=None,
            legal_status="C2",
            placement="K2",
            provider="PR4",
            home=0,
        )
    )
    one = episode(county, child, 1, wall.start_of(day, 22), 14)
    alone = {
        "in_care": True,
        "known_to_police": False,
        "prevention": None,
        "grades": (),
    }
    county.lives.episodes.append(replace(one, **alone, risk_at=None, reason=""))
    assert one.reported < end


def _closed_on_review_day(county: County, child: int, end: int) -> None:
    """Reviewed and closed on one day, both written without the time."""
    one = reported_call(county, child, end - 90 * wall.DAY + 700, "CRIME", 2)
    closed = one.reported + 20 * wall.DAY
    vague = replace(one, closed=closed, vague=True)
    county.lives.occurrences[one.number] = vague


def _kind_unknown(county: County, child: int, end: int) -> None:
    """A child is a victim, and nobody wrote down of what."""
    reported_call(county, child, end - 95 * wall.DAY + 800, "UNKNOWN", 5)


def _unfit(county: County, child: int, end: int) -> None:
    """A serious case in the hands of a response officer."""
    one = reported_call(county, child, end - 85 * wall.DAY + 800, "CRIME", None)
    at, rng = one.reported + 300, county.streams.of("planted:staff")
    officer = county.staff.anyone(("PC",), at // wall.DAY, rng, one.district)
    given = Allocation(officer=officer, team="Response", at=at, until=None)
    county.lives.investigations.append(
        Investigation(
            number=len(county.lives.investigations),
            occurrence=one.number,
            allocations=(given,),
            reviews=(),
            district=one.district,
        )
    )


SCRIPTS: tuple[Callable[[County, int, int], None], ...] = (
    _three_reports,
    _two_reports,
    _just_reported,
    _just_graded,
    _just_found,
    _grade_unknown,
    _found_before_review,
    _away_again,
    _interviews(),
    _interviews(shared=12 * wall.DAY),
    _interviews(shared=None),
    _interviews(held=90 * 60, shared=None),
    _interviews(by_whom="UNKNOWN"),
    _interviews(shared=None, near=1),
    _screened(60, 2400),
    _screened(8 * wall.DAY, 1_800),
    _screened(None, 1200),
    _screened(None, 7),
    _screened(None, 11),
    _band_unknown,
    _crime_today,
    _notice_today,
    _discussed_today,
    _council_alone,
    _closed_on_review_day,
    _screened_late,
    _kind_unknown,
    _unfit,
    *planted_plans.SCRIPTS,
    *planted_disclosures.SCRIPTS,
)
