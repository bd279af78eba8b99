"""What agencies did about each missing episode: grades, reviews, interviews, meetings."""

from dataclasses import replace

import numpy as np

from trigpoint.synthetic import wall
from trigpoint.synthetic.county import County, wait
from trigpoint.synthetic.lives import Discussion, Episode, Grade, Interview
from trigpoint.synthetic.practice import Done, Hand

_GRADES = ("HIGH", "MEDIUM", "LOW", "ABSENT")
_REASONS = (
    "age and vulnerability",
    "older associates; no phone contact",
    "bad weather, no coat or money",
    "out of character",
    "known to come home late, own decision",
    "intelligence of exploitation",
)
#: No reason at all to lower a grade, however often it is written.
_NO_REASONS = ("regular", "streetwise", "regular missing person", "frequent")
_DISCLOSURES = (
    "NONE", "PLACE_NAMED", "SUBSTANCES", "ADULT_NAMED", "OTHER_CHILD_NAMED",
    "OTHER_OFFENCE",
)  # fmt: skip
_SUPERVISORS = ("PS", "INSP")


def respond(county: County) -> None:
    """Answer every episode, then meet about the children who go again and again."""
    hand = Hand(county.knobs, county.streams.of("missing:response"))
    rng = county.streams.of("missing:times")
    episodes = [_answered(county, one, hand, rng) for one in county.lives.episodes]
    county.lives.episodes[:] = episodes
    _meet(county)


def _answered(
    county: County, one: Episode, hand: Hand, rng: np.random.Generator
) -> Episode:
    if not one.known_to_police:
        return one
    day = one.reported // wall.DAY
    hand.on(day)
    unwritten: set[str] = set()
    risk = _risk(county, one, hand, rng)
    reason = _reason(one, risk, hand, rng)
    prevention = _prevention(county, one, hand, unwritten, rng)
    hour = one.reported // 60 % 24
    return replace(
        one,
        risk=risk,
        risk_at=_graded_at(county, one, hand, rng),
        reason=reason,
        grades=tuple(_reviews(county, one, risk, reason, hand, rng)),
        prevention=prevention,
        interview=_interview(county, one, hand, rng),
        team=f"Response {'A' if day % 3 else 'B'} {'nights' if hour > 20 else 'days'}",
        unwritten=frozenset(unwritten),
    )


def _lowest(day: int) -> str:
    """The lowest grade: "absent" was used until 2017, "no apparent risk" after it."""
    return "ABSENT" if wall.iso_day(day) < "2017-04-01" else "NO APPARENT RISK"


def _risk(county: County, one: Episode, hand: Hand, rng: np.random.Generator) -> str:
    """The first grade: a child at risk, or often away, may be graded too low."""
    lowest = _lowest(one.reported // wall.DAY)
    if one.at_risk and hand.happens("missing.absent_for_child_at_risk"):
        return lowest
    if one.place >= 3 and hand.happens("missing.lowered_for_repeat"):
        return "LOW" if rng.random() < 0.6 else lowest
    high, medium, low = county.knobs.county["missing"]["grades"]
    if one.at_risk:
        high, medium, low = 0.34, 0.62, 0.03
    draw = float(rng.random())
    for grade, share in (("HIGH", high), ("MEDIUM", medium), ("LOW", low)):
        draw -= share
        if draw < 0:
            return grade
    return lowest


def _reason(one: Episode, risk: str, hand: Hand, rng: np.random.Generator) -> str:
    if not hand.happens("missing.reason_written", one.district):
        return ""
    low = risk not in ("HIGH", "MEDIUM")
    if low and one.place >= 3 and rng.random() < 0.5:
        return _NO_REASONS[int(rng.integers(len(_NO_REASONS)))]
    return _REASONS[int(rng.integers(len(_REASONS)))]


def _graded_at(
    county: County, one: Episode, hand: Hand, rng: np.random.Generator
) -> int | None:
    if not hand.happens("missing.graded", one.district):
        return None
    if hand.happens("missing.grade_in_hour", one.district):
        return county.by(one.reported + min(58.0, wait(rng, 16, 0.7)))
    return county.by(one.reported + 61 + wait(rng, 70, 0.8))


def _reviews(
    county: County,
    one: Episode,
    risk: str,
    reason: str,
    hand: Hand,
    rng: np.random.Generator,
) -> list[Grade]:
    """A supervisor's review, and later grades while the child stays away."""
    over = one.found or county.lives.end * wall.DAY
    at = float(one.reported)
    found: list[Grade] = []
    if hand.happens("missing.supervisor_review", one.district):
        soon = hand.happens("missing.supervisor_in_time", one.district)
        at += wait(rng, 70, 0.6) if soon else 260 + wait(rng, 200, 0.8)
        grade = _grade(county, one, at, risk, reason, True, rng)
        found += [grade] if grade and at < over else []
    at = max(at, one.reported + 300.0)
    while (at := at + wait(rng, 620, 0.4)) < over and len(found) < 6:
        if rng.random() < 0.3 and risk in ("MEDIUM", "LOW"):
            risk, reason = "HIGH", "not home overnight"
        elif rng.random() < 0.06 and risk == "HIGH":
            risk, reason = "MEDIUM", "seen by a friend, phone answered"
        grade = _grade(county, one, at, risk, reason, rng.random() < 0.5, rng)
        found += [grade] if grade else []
    return found


def _grade(
    county: County,
    one: Episode,
    at: float,
    risk: str,
    reason: str,
    supervisor: bool,
    rng: np.random.Generator,
) -> Grade | None:
    when = county.by(at)
    if when is None:
        return None
    ranks = _SUPERVISORS if supervisor else ("PC",)
    by = county.staff.anyone(ranks, when // wall.DAY, rng, one.district)
    return Grade(at=when, risk=risk, reason=reason, by=by, supervisor=supervisor)


def _prevention(
    county: County,
    one: Episode,
    hand: Hand,
    unwritten: set[str],
    rng: np.random.Generator,
) -> int | None:
    """The police interview on return: within a day, later, or not at all."""
    done = hand.does("missing.prevention_interview", one.district)
    if one.found is None or not done.truly:
        return None
    if done is Done.UNWRITTEN:
        unwritten.add("prevention")
    soon = hand.happens("missing.prevention_in_day", one.district)
    hours = min(23.5, wait(rng, 4, 0.9)) if soon else 24.5 + wait(rng, 20, 0.8)
    return county.by(one.found + hours * 60)


def _interview(
    county: County, one: Episode, hand: Hand, rng: np.random.Generator
) -> Interview | None:
    """The return home interview of the council or the service it pays."""
    if one.found is None or not hand.happens("missing.interview_offered", one.district):
        return None
    offered = county.by(one.found + wait(rng, 18, 0.6) * 60)
    if offered is None:
        return None
    accepted = hand.happens("missing.interview_accepted", one.district)
    held = _held(county, one, offered, hand, rng) if accepted else None
    written = held is None or rng.random() > 0.08
    shared = None
    if held is not None and hand.happens("missing.interview_fed_back", one.district):
        shared = county.by(held + wait(rng, 40, 0.9) * 60)
    by_whom = ("LA", "COMMISSIONED", "CARER", "POLICE")
    draw = int(rng.choice(4, p=[0.55, 0.37, 0.05, 0.03]))
    told = _told(one, rng) if held is not None else ()
    return Interview(
        offered=offered,
        accepted=accepted if rng.random() > 0.03 else None,
        held=held,
        by_whom=by_whom[draw] if held is not None else "",
        shared=shared,
        disclosures=told,
        unwritten=frozenset() if written else frozenset({"held"}),
    )


def _held(
    county: County, one: Episode, offered: int, hand: Hand, rng: np.random.Generator
) -> int | None:
    assert one.found is not None
    limit = one.found + 72 * 60
    if hand.happens("missing.interview_in_72_hours", one.district):
        latest = max(offered + 30, limit - 60)
        return county.by(int(rng.integers(offered + 20, latest + 1)))
    if rng.random() < 0.3:
        return None
    late = limit + 90 + wait(rng, 60, 0.9) * 60
    return county.by(max(late, offered + 60))


def _told(one: Episode, rng: np.random.Generator) -> tuple[str, ...]:
    if one.at_risk and rng.random() < 0.30:
        return ("SEXUAL_OFFENCE", "ADULT_NAMED")
    if rng.random() < 0.02:
        return ("SEXUAL_OFFENCE",)
    first = _DISCLOSURES[int(rng.choice(6, p=[0.5, 0.18, 0.14, 0.08, 0.06, 0.04]))]
    return (first,)


def _meet(county: County) -> None:
    """A meeting of the agencies after a third report in ninety days, or none."""
    rng = county.streams.of("missing:meetings")
    hand = Hand(county.knobs, rng)
    recent: dict[int, list[int]] = {}
    for one in county.lives.episodes:
        if not one.known_to_police:
            continue
        times = [
            time
            for time in recent.get(one.child, [])
            if one.reported - time < 90 * wall.DAY
        ]
        times.append(one.reported)
        recent[one.child] = times
        hand.on(one.reported // wall.DAY)
        if len(times) < 3 or not hand.happens(
            "missing.meeting_after_third", one.district
        ):
            continue
        days = wait(rng, 4, 0.7) if rng.random() < 0.75 else 9 + wait(rng, 9, 0.6)
        held = _meeting_time(one.reported, days)
        if county.by(held) is not None:
            county.lives.discussions.append(_meeting(county, one, held, rng))
            recent[one.child] = []


def _meeting_time(reported: int, days: float) -> int:
    day = wall.working_day_after(reported // wall.DAY, max(1, round(days * 0.7)))
    return wall.start_of(day, 10) + reported % 300


def _meeting(
    county: County, one: Episode, held: int, rng: np.random.Generator
) -> Discussion:
    agencies = ["LA", "POLICE"]
    agencies += ["HEALTH"] if rng.random() < 0.6 else []
    agencies += ["PLACEMENT"] if one.in_care else ["EDUCATION"]
    day = held // wall.DAY
    return Discussion(
        number=len(county.lives.discussions),
        child=one.child,
        purpose="missing",
        held=held,
        format="MEETING",
        agencies=tuple(agencies),
        police_rep=county.staff.anyone(("DS", "PS"), day, rng, one.district),
        informed=held - int(rng.integers(30, 900)),
        decision="ASSESSMENT_NO_S47" if rng.random() < 0.7 else "FURTHER_DISCUSSION",
        section_47_type="",
        minutes=county.by(held + int(rng.integers(60, 400))),
        district=one.district,
        known_to_police=True,
    )
