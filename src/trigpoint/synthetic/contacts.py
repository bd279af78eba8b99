"""What is reported to police about children, and the notices that officers send on."""

from dataclasses import replace

import numpy as np

from trigpoint.synthetic import wall
from trigpoint.synthetic.county import County, evening_time, wait
from trigpoint.synthetic.lives import Notice, Occurrence
from trigpoint.synthetic.practice import Done, Hand

#: Home Office codes of the offences against children on the project's list; the last
#: three are offences of other kinds, for the other victims.
_CHILD_ABUSE_OFFENCES = (
    "11A",
    "13",
    "19D",
    "19E",
    "20B",
    "21",
    "22B",
    "71",
    "73",
    "88A",
)
_OTHER_OFFENCES = ("8N", "105A", "46")
_KINDS = (
    ("domestic_abuse", "DOMESTIC_ABUSE"),
    ("child_concern", "CHILD_CONCERN"),
    ("crime_child_abuse", "CRIME"),
    ("crime_other_victim", "CRIME"),
    ("child_suspected", "ASB"),
)
_GRADES = ("EMERGENCY", "PRIORITY", "SCHEDULED", "APPOINTMENT")
_GRADE_SHARES = {
    "DOMESTIC_ABUSE": (0.45, 0.40, 0.12, 0.03),
    "CHILD_CONCERN": (0.22, 0.43, 0.25, 0.10),
    "CRIME": (0.15, 0.30, 0.30, 0.25),
    "ASB": (0.08, 0.32, 0.40, 0.20),
}


def happen(county: County) -> None:
    """Draw the occurrences in order of report, then the notices that follow them."""
    rng = county.streams.of("contacts")
    adults = county.streams.of("adults")
    hand = Hand(county.knobs, county.streams.of("contacts:response"))
    made: list[Occurrence] = []
    for rate, kind in _KINDS:
        for child in _children(county, rate, rng):
            one = _occurrence(county, child, rate, kind, hand, rng, adults)
            if one is not None:
                made.append(one)
    made.sort(key=lambda one: (one.reported, one.children))
    for one in made:
        add(county, one)
    _notify(county)


def add(county: County, one: Occurrence) -> int:
    """Keep an occurrence; its number is its place."""
    number = len(county.lives.occurrences)
    county.lives.occurrences.append(replace(one, number=number))
    return number


def _children(county: County, rate: str, rng: np.random.Generator) -> list[int]:
    """Whom it happens to: need drives it, and age where the kind has one."""
    people = county.people
    count = county.counted(rate, rng)
    weight = people.need + 0.02
    if rate == "child_suspected":
        age = (county.lives.end - people.born) / 365.25
        weight = np.where(age > 11, weight, 0)
    drawn = rng.choice(len(people), size=count, p=weight / weight.sum())
    return [int(one) for one in drawn]


def _occurrence(
    county: County,
    child: int,
    rate: str,
    kind: str,
    hand: Hand,
    rng: np.random.Generator,
    adults: np.random.Generator,
) -> Occurrence | None:
    day = county.some_day(rng)
    hand.on(day)
    if not county.minor(child, day):
        return None
    reported = evening_time(day, rng)
    abuse = rate == "crime_child_abuse"
    begun = reported - int(wait(rng, 9000 if abuse else 45, 1.2))
    grade = _GRADES[int(rng.choice(4, p=_GRADE_SHARES[kind]))]
    lowered = hand.happens("contact.control_room_downgrade")
    later = _GRADES[min(3, _GRADES.index(grade) + 1)] if lowered else grade
    arrived = county.by(reported + wait(rng, _minutes(later), 0.6))
    district = county.district(child)
    return Occurrence(
        number=0,
        type=kind,
        offence=_offence(rate, rng),
        serious=abuse,
        reported=reported,
        crime_recorded=_crime_recorded(county, kind, reported, district, hand, rng),
        begun=begun,
        ended=reported - int(rng.integers(1, 30)),
        grade_first=grade,
        grade=later,
        arrived=arrived,
        closed=county.by(
            reported + wait(rng, 26 if kind == "CRIME" else 4, 0.9) * 1440
        ),
        outcome="OC15" if rng.random() < 0.5 else "OC16",
        district=district,
        children=_involved(county, child, rate, day, rng),
        adults=_grown_ups(county, child, rate, rng, adults),
        officer=county.staff.anyone(("PC",), day, rng, district),
    )


def _minutes(grade: str) -> float:
    return {"EMERGENCY": 14.0, "PRIORITY": 48.0, "SCHEDULED": 300.0}.get(grade, 1500.0)


def _offence(rate: str, rng: np.random.Generator) -> str:
    if rate == "crime_child_abuse":
        return _CHILD_ABUSE_OFFENCES[int(rng.integers(len(_CHILD_ABUSE_OFFENCES)))]
    if rate == "crime_other_victim":
        return _OTHER_OFFENCES[int(rng.integers(len(_OTHER_OFFENCES)))]
    return ""


def _crime_recorded(
    county: County,
    kind: str,
    reported: int,
    district: int,
    hand: Hand,
    rng: np.random.Generator,
) -> int | None:
    if kind != "CRIME" or hand.happens("contact.crime_never_recorded"):
        return None
    if hand.happens("contact.crime_recorded_in_day", district):
        return county.by(reported + min(1430.0, wait(rng, 240, 1.0)))
    return county.by(reported + 1450 + wait(rng, 3000, 1.0))


def _involved(
    county: County, child: int, rate: str, day: int, rng: np.random.Generator
) -> tuple[tuple[int, str], ...]:
    """The child, and at home the brothers and sisters."""
    if rate == "child_suspected":
        return ((child, "SUSPECT"),)
    role = "VICTIM"
    if rate == "domestic_abuse":
        role = "CHILD_PRESENT" if rng.random() < 0.6 else "CHILD_LIVES_THERE"
    elif rate == "child_concern" and rng.random() < 0.3:
        role = "CHILD_PRESENT"
    found = [(child, role)]
    if rate in ("domestic_abuse", "child_concern"):
        for other in county.people.household(child):
            near = other != child and county.minor(other, day)
            if near and rng.random() < (0.8 if rate == "domestic_abuse" else 0.25):
                found.append((other, "CHILD_LIVES_THERE"))
    return tuple(found)


def _grown_ups(
    county: County,
    child: int,
    rate: str,
    rng: np.random.Generator,
    adults: np.random.Generator,
) -> tuple[tuple[int, str], ...]:
    """A suspect where there is one; a parent who called."""
    people, found = county.people, []
    suspect = {"domestic_abuse": 0.75, "crime_child_abuse": 0.8}.get(rate, 0.3)
    if rate != "child_suspected" and rng.random() < suspect:
        at_home = rate == "domestic_abuse" or rng.random() < 0.45
        surname = people.surname[child] if at_home else ""
        address = people.address[child] if at_home else ""
        found.append((county.new_adult(adults, surname, address), "SUSPECT"))
    if rng.random() < 0.35:
        number = county.new_adult(adults, people.surname[child], people.address[child])
        found.append((number, "PARENT_CARER" if rng.random() < 0.6 else "REPORTER"))
    return tuple(found)


def _notify(county: County) -> None:
    """One notice for each child involved, sent, triaged and passed on, or not."""
    rng = county.streams.of("notices")
    hand = Hand(county.knobs, county.streams.of("notices:response"))
    made = [
        notice
        for one in county.lives.occurrences
        if one.type != "ASB"
        for child, _ in one.children
        if (notice := _notice(county, one, child, hand, rng)) is not None
    ]
    made.sort(key=lambda one: (one.submitted, one.child))
    numbered = (replace(one, number=place) for place, one in enumerate(made))
    county.lives.notices.extend(numbered)


def _notice(
    county: County, one: Occurrence, child: int, hand: Hand, rng: np.random.Generator
) -> Notice | None:
    # Theft from a child and the like: fewer officers think of a notice.
    hand.on(one.reported // wall.DAY)
    usual = one.type != "CRIME" or one.serious
    done = hand.does("contact.notice_submitted", one.district)
    if done is not Done.WRITTEN or (not usual and rng.random() < 0.25):
        return None
    seen = one.arrived if one.arrived is not None else one.reported + 120
    late = rng.random() < hand.number("contact.notice_late")
    median = hand.number("contact.notice_hours_median")
    hours = 26 + wait(rng, 40, 0.9) if late else wait(rng, median, 0.6)
    submitted = county.by(seen + hours * 60)
    if submitted is None:
        return None
    triaged = _triaged(county, submitted, one.district, hand, rng)
    decision = _decision(one, rng)
    sent = None
    if triaged is not None and decision in ("REFER_LA", "STRATEGY_DISCUSSION"):
        sent = county.by(triaged + wait(rng, 50, 0.8))
    elif triaged is not None and rng.random() < 0.5:
        sent = county.by(triaged + wait(rng, 200, 0.8))
    if not hand.happens("contact.sent_to_council", one.district):
        sent = None
    return Notice(
        number=0,
        child=child,
        occurrence=one.number,
        submitted=submitted,
        triaged=triaged,
        sent=sent,
        risk=_notice_risk(decision, rng),
        decision=decision if triaged is not None else "",
        district=one.district,
        officer=one.officer,
    )


def _triaged(
    county: County, submitted: int, district: int, hand: Hand, rng: np.random.Generator
) -> int | None:
    if hand.happens("contact.never_triaged"):
        return None
    median, sigma = county.knobs.spread(
        "contact.triage_hours_median",
        72,
        "contact.triage_over_72_hours",
        submitted // wall.DAY,
    )
    effect = county.knobs.effect(district, submitted // wall.DAY)
    hours = wait(rng, median * float(np.exp(-0.35 * effect)), sigma)
    return county.by(submitted + hours * 60)


def _decision(one: Occurrence, rng: np.random.Generator) -> str:
    names = (
        "STRATEGY_DISCUSSION", "REFER_LA", "SHARE_INFORMATION", "EARLY_HELP",
        "NO_FURTHER_ACTION",
    )  # fmt: skip
    shares = (0.03, 0.16, 0.42, 0.17, 0.22)
    if one.serious:
        shares = (0.30, 0.34, 0.22, 0.06, 0.08)
    return names[int(rng.choice(5, p=shares))]


def _notice_risk(decision: str, rng: np.random.Generator) -> str:
    if decision == "STRATEGY_DISCUSSION":
        return "HIGH" if rng.random() < 0.8 else "MEDIUM"
    if decision == "REFER_LA":
        return ("HIGH", "MEDIUM", "LOW")[int(rng.choice(3, p=[0.2, 0.6, 0.2]))]
    return ("MEDIUM", "LOW", "NONE")[int(rng.choice(3, p=[0.35, 0.5, 0.15]))]
