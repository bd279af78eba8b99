"""The county lives for a year before its period begins; here that year is cut away.

So the period begins as any other day: with cases open, plans running and children away.
What was over by then is in no extract. What was open then is there with its earlier
dates, and numbers (which are places in lists) follow what they name.
"""

from dataclasses import replace
from datetime import date

from trigpoint.synthetic import cases as cases_of
from trigpoint.synthetic import wall
from trigpoint.synthetic.knobs import Knobs
from trigpoint.synthetic.lives import Lives
from trigpoint.timekeeping import london

#: Bank holidays are known from this day on.
_FIRST = london.day_number(date(2012, 1, 2))


def first_lived(settings: Knobs) -> int:
    """The day from which the county is simulated."""
    start = london.day_number(settings.start)
    return max(start - int(settings.county["simulation"]["days_before"]), _FIRST)


def cut(lives: Lives) -> None:
    """Leave out what was over before the period began; from here on nothing precedes it."""
    _planning(lives)
    _contacts(lives)
    start, at = lives.start, wall.start_of(lives.start)
    lives.episodes[:] = [one for one in lives.episodes if _open(one.found, at)]
    lives.screenings[:] = [one for one in lives.screenings if one.at >= at]
    lives.flags[:] = [one for one in lives.flags if _open(one.removed, at)]
    lives.care[:] = [one for one in lives.care if _open(one.ended, start)]
    lives.begun = start


def _open(ended: int | None, start: int) -> bool:
    """Whether something was not over by then."""
    return ended is None or ended >= start


def _contacts(lives: Lives) -> None:
    """What was reported in the period, and crimes that were still being investigated."""
    at = wall.start_of(lives.start)
    kept = [
        one
        for one in lives.occurrences
        if one.reported >= at
        or (one.type == "CRIME" and one.crime_recorded and _open(one.closed, at))
    ]
    places = _places([one.number for one in kept])
    lives.occurrences[:] = [
        replace(one, number=place) for place, one in enumerate(kept)
    ]
    notices = [one for one in lives.notices if one.occurrence in places]
    renumbered = _places([one.number for one in notices])
    lives.notices[:] = [
        replace(one, number=place, occurrence=places[one.occurrence])
        for place, one in enumerate(notices)
    ]
    lives.referrals[:] = [
        replace(one, notice=renumbered.get(-1 if one.notice is None else one.notice))
        for one in lives.referrals
    ]


def _places(numbers: list[int]) -> dict[int, int]:
    return {number: place for place, number in enumerate(numbers)}


def _year_first(day: int) -> int:
    """The first day of the census year in which a day lies."""
    on = london.from_day_number(day)
    return london.day_number(date(on.year - (on.month < 4), 4, 1))


def _planning(lives: Lives) -> None:
    """Cases that were open: of their work, what was still to be done."""
    start, at = lives.start, wall.start_of(lives.start)
    lives.referrals[:] = [
        one for one in lives.referrals if one.day >= start or _open(one.closed, start)
    ]
    cases = {one.number for one in lives.referrals}
    lives.assessments[:] = [
        one
        for one in lives.assessments
        if one.referral in cases and _open(one.authorised, start)
    ]
    lives.plans[:] = [one for one in lives.plans if _open(one.ended, start)]
    # A plan of this census year is written with its conference.
    year = _year_first(start)
    begun = {(one.child, one.begun) for one in lives.plans if one.begun >= year}
    lives.conferences[:] = [
        one
        for one in lives.conferences
        if one.day >= start or (one.child, one.day) in begun
    ]
    # Enquiries whose conference was still to come.
    running = {(one.child, one.enquiry_day) for one in lives.conferences}
    lives.enquiries[:] = [
        one
        for one in lives.enquiries
        if one.referral in cases
        and (one.day >= start or (one.child, one.day) in running)
    ]
    behind = {one.discussion for one in lives.enquiries}
    lives.discussions[:] = [
        one for one in lives.discussions if one.held >= at or one.number in behind
    ]
    cases_of.renumber(lives)
