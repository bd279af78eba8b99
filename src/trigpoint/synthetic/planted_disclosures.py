"""Scripted children who told of a sexual crime on their return, and a meeting to come.

A part of `planted`: recorded in time, days later, never, and just told; and a discussion by
telephone whose full meeting is still to come.
"""

from collections.abc import Callable

from trigpoint.synthetic import wall
from trigpoint.synthetic.contacts import add
from trigpoint.synthetic.county import County
from trigpoint.synthetic.lives import Discussion, Episode, Interview, Occurrence

Script = Callable[[County, int, int], None]


def _told(days: float, hours: float | None, words: str) -> Script:
    """A child who told so many days before the end; recorded so many hours after."""

    def script(county: County, child: int, end: int) -> None:
        shared = end - round(days * wall.DAY)
        _returned(county, child, shared)
        if hours is not None:
            _recorded(county, child, shared, shared + round(hours * 60))

    script.__doc__ = words
    return script


def _unwritten(county: County, child: int, end: int) -> None:
    """An interview was shared, and nobody wrote down what was told."""
    _returned(county, child, end - 60 * wall.DAY, ())


def _returned(
    county: County,
    child: int,
    shared: int,
    disclosures: tuple[str, ...] = ("SEXUAL_OFFENCE",),
) -> None:
    # Near enough to the end that the clerk has entered it, if it was just told.
    found = shared - 2 * wall.DAY
    county.lives.episodes.append(
        Episode(
            number=0,
            child=child,
            place=1,
            reported=found - 600,
            last_seen=found - 700,
            found=found,
            found_where="Friend's address",
            at_risk=True,
            in_care=False,
            district=county.district(child),
            risk="HIGH",
            risk_at=found - 580,
            reason="older associates; no phone contact",
            prevention=found + 120,
            interview=Interview(
                offered=found + 300,
                accepted=True,
                held=shared - 600,
                by_whom="LA",
                shared=shared,
                disclosures=disclosures,
            ),
            team="Response A days",
        )
    )


def _recorded(county: County, child: int, shared: int, recorded: int) -> None:
    add(
        county,
        Occurrence(
            number=0,
            type="CRIME",
            offence="88A",
            serious=True,
            reported=shared + 40,
            crime_recorded=county.by(recorded),
            begun=shared - 4 * wall.DAY,
            ended=shared - 3 * wall.DAY,
            grade_first="PRIORITY",
            grade="PRIORITY",
            arrived=county.by(shared + 200),
            district=county.district(child),
            children=((child, "VICTIM"),),
        ),
    )


def _telephoned(county: County, child: int, end: int) -> None:
    """A discussion by telephone two days before the end: its full meeting is to come."""
    held = wall.start_of(wall.working_day_before(end // wall.DAY, 2), 11)
    county.lives.discussions.append(
        Discussion(
            number=len(county.lives.discussions),
            child=child,
            purpose="section 47",
            held=held,
            format="TELEPHONE",
            agencies=("LA", "POLICE", "HEALTH"),
            police_rep="",
            informed=held - 60,
            decision="FURTHER_DISCUSSION",
            section_47_type="",
            minutes=held + 90,
            district=county.district(child),
            known_to_police=True,
        )
    )


def _back_some_time_that_day(county: County, child: int, end: int) -> None:
    """Graded in the evening, and written as found "the next day", without an hour."""
    reported = end - 50 * wall.DAY
    reported += 18 * 60 - reported % wall.DAY
    county.lives.episodes.append(
        Episode(
            number=0,
            child=child,
            place=1,
            reported=reported,
            last_seen=reported - 100,
            found=reported + 20 * 60,
            found_where="Friend's address",
            at_risk=False,
            in_care=False,
            district=county.district(child),
            risk="MEDIUM",
            risk_at=reported + 20,
            reason="age and vulnerability",
            prevention=reported + 22 * 60,
            team="Response A days",
            vague=True,
        )
    )


SCRIPTS: tuple[Script, ...] = (
    _told(80, 5, "Told of a sexual crime on return: recorded the same day."),
    _told(90, 80, "Told of a sexual crime on return: recorded three days later."),
    _told(100, None, "Told of a sexual crime on return: never recorded."),
    _told(0.3, None, "Told of a sexual crime hours before the end: to be recorded."),
    _unwritten,
    _back_some_time_that_day,
    _telephoned,
)
