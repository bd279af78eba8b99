"""Conferences and protection plans: dates drawn to the limit, and the police part."""

import numpy as np

from trigpoint.synthetic import wall
from trigpoint.synthetic.county import County, wait
from trigpoint.synthetic.lives import Conference, Enquiry, Flag, Plan
from trigpoint.synthetic.practice import Done, Hand

_CATEGORIES = {"NEG": 0.48, "EMO": 0.35, "PHY": 0.08, "SAB": 0.05, "MUL": 0.04}


def happen(county: County) -> None:
    """Draw the conferences that enquiries led to, the plans, reviews and flags."""
    rng = county.streams.of("conferences")
    hand = Hand(county.knobs, county.streams.of("conferences:response"))
    busy: dict[int, int] = {}
    for enquiry in county.lives.enquiries:
        # One plan at a time: a child on a plan needs no new initial conference.
        if enquiry.conference_needed and enquiry.day > busy.get(enquiry.child, 0):
            plan = _initial(county, enquiry, hand, rng)
            if plan is not None:
                busy[enquiry.child] = plan.ended or 10**9
                county.lives.plans.append(plan)
                _flagged(county, plan, hand, rng)
    county.lives.conferences.sort(key=lambda one: (one.day, one.child, one.kind))


def _initial(
    county: County, enquiry: Enquiry, hand: Hand, rng: np.random.Generator
) -> Plan | None:
    day = wall.working_day_after(enquiry.day, _working_days(county, rng))
    hand.on(enquiry.day)
    if not county.minor(enquiry.child, day + 1):
        return None
    cancelled = bool(rng.random() < county.knobs.number("conference.cancelled"))
    leads = rng.random() < county.knobs.share("conference_leads_to_plan")
    plan = not cancelled and leads and day < county.lives.end
    invitation = wall.working_day_after(enquiry.day, int(rng.integers(1, 5)))
    _add(
        county,
        Draft("ICPC", enquiry.child, day, cancelled, invitation),
        enquiry,
        bool(plan),
        hand,
        rng,
    )
    return _plan(county, enquiry, day, hand, rng) if plan else None


class Draft:
    """A conference that is called: kind, child, day, cancelled, day police were asked."""

    __slots__ = ("asked", "cancelled", "child", "day", "kind")

    def __init__(
        self, kind: str, child: int, day: int, cancelled: bool, asked: int
    ) -> None:
        """Keep what was drawn."""
        self.kind, self.child, self.day = kind, child, day
        self.cancelled, self.asked = cancelled, asked


def _working_days(county: County, rng: np.random.Generator) -> int:
    """Working days to the conference: fifteen is a magnet."""
    table = county.knobs.county["conference"]["by_working_day"]
    draw, before = rng.random(), 3
    for days, share in table:
        if draw < share:
            return int(rng.integers(before + 1, days + 1))
        before = days
    return int(table[-1][0])


def _add(
    county: County,
    draft: Draft,
    enquiry: Enquiry | None,
    plan: bool,
    hand: Hand,
    rng: np.random.Generator,
) -> None:
    """Keep a conference with what police were told and did."""
    district = county.district(draft.child)
    initial = draft.kind == "ICPC"
    told = _told(county, draft, district, hand, rng)
    unwritten: set[str] = set()
    report = _report(county, draft, told, district, hand, unwritten, rng)
    attends = hand.does("conference.police_attend", district)
    if not initial and rng.random() < 0.5:
        attends = Done.NOT
    if attends is Done.UNWRITTEN:
        unwritten.add("attended")
    if told is None and draft.day >= county.lives.end:
        return
    known = told is not None or (initial and rng.random() < 0.45)
    county.lives.conferences.append(
        Conference(
            number=0,
            child=draft.child,
            kind=draft.kind,
            day=draft.day,
            cancelled=draft.cancelled,
            told=told,
            report=report,
            attended=attends.truly and told is not None and not draft.cancelled,
            district=district,
            known_to_police=bool(known),
            enquiry_day=enquiry.day if enquiry else None,
            referral=enquiry.referral if enquiry else None,
            led_to_plan=plan,
            unwritten=frozenset(unwritten),
        )
    )


def _told(
    county: County, draft: Draft, district: int, hand: Hand, rng: np.random.Generator
) -> int | None:
    """When the invitation reached police: in good time, too late, or never."""
    chance = hand.happens("conference.police_told", district)
    if not chance or (draft.kind == "RCPC" and rng.random() < 0.25):
        return None
    if hand.happens("conference.told_too_late"):
        day = wall.working_day_before(draft.day, int(rng.integers(1, 3)))
        return county.by(wall.office_time(day, rng))
    day = min(draft.asked, wall.working_day_before(draft.day, 3))
    return county.by(wall.office_time(day, rng))


def _report(
    county: County,
    draft: Draft,
    told: int | None,
    district: int,
    hand: Hand,
    unwritten: set[str],
    rng: np.random.Generator,
) -> int | None:
    done = hand.does("conference.police_report", district)
    if told is None or draft.cancelled or not done.truly:
        return None
    if done is Done.UNWRITTEN:
        unwritten.add("report")
    if hand.happens("conference.report_in_time", district):
        before = 2 if draft.kind == "ICPC" else 5
        day = wall.working_day_before(draft.day, before + int(rng.integers(0, 3)))
        return county.by(max(told + 45, wall.office_time(day, rng)))
    return county.by(wall.start_of(draft.day, 9) + wait(rng, 900, 1.0))


def _plan(
    county: County, enquiry: Enquiry, day: int, hand: Hand, rng: np.random.Generator
) -> Plan:
    lives, child = county.lives, enquiry.child
    ended = day + 60 + int(wait(rng, 210, 0.6))
    ended = min(ended, wall.birthday(int(county.people.born[child]), 18) - 1)
    reviews = _reviews(county, child, day, ended, hand, rng)
    draw = float(rng.random())
    category = next(
        (name for name, share in _CATEGORIES.items() if (draw := draw - share) < 0),
        "NEG",
    )
    changed = rng.random() < 0.08
    return Plan(
        child=child,
        referral=enquiry.referral,
        begun=day,
        ended=ended if ended < lives.end else None,
        category=category,
        latest="EMO" if changed else category,
        reviews=tuple(reviews),
        previous=int(rng.random() < 0.17),
    )


def _reviews(
    county: County,
    child: int,
    day: int,
    ended: int,
    hand: Hand,
    rng: np.random.Generator,
) -> list[int]:
    """First within three months of the conference, then within six, or late."""
    found: list[int] = []
    limit, last = 90, day
    while True:
        hand.on(last)
        in_time = hand.happens("conference.review_in_time", county.district(child))
        days = (
            limit - int(wait(rng, 7, 0.9))
            if in_time
            else limit + 6 + int(wait(rng, 14, 0.8))
        )
        if hand.happens("conference.review_not_held"):
            # Nobody calls it: the plan runs on without.
            return found
        last = wall.working_day_after(last + max(20, days), 0)
        if in_time and not found and last > day + 91:
            last = wall.working_day_before(last, 2)
        if last > ended:
            return found
        asked = wall.working_day_before(last, int(rng.integers(5, 15)))
        _add(county, Draft("RCPC", child, last, False, asked), None, False, hand, rng)
        if last >= county.lives.end:
            return found
        found.append(last)
        limit = 180


def _flagged(county: County, plan: Plan, hand: Hand, rng: np.random.Generator) -> None:
    """The marker on police systems: at once, after days, or never; seldom taken off."""
    district = county.district(plan.child)
    hand.on(plan.begun)
    if not hand.happens("plan.flag_set", district):
        return
    at = float(wall.start_of(plan.begun, 16) + int(rng.integers(0, 300)))
    if not hand.happens("plan.flag_same_day", district):
        at += wait(rng, hand.number("plan.flag_days_median"), 0.9) * wall.DAY
    set_at = county.by(at)
    if set_at is None:
        return
    removed = None
    if plan.ended is not None and hand.happens("plan.flag_removed", district):
        removed = county.by(
            max(wall.start_of(plan.ended, 12), set_at) + wait(rng, 4000, 1.0)
        )
    county.lives.flags.append(
        Flag(
            child=plan.child,
            flag="CP_PLAN",
            set_at=set_at,
            removed=removed,
            set_by=county.staff.anyone(("STAFF",), set_at // wall.DAY, rng, district),
            district=district,
        )
    )
