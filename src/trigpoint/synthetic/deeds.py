"""What police did at calls, for missing children, in investigations and for plans.

These are the files of the profile's second version. Each deed leans on something that
happened before (a call, an episode, an enquiry); whether it was done, and in time, is
drawn by the regime's chances.
"""

from collections.abc import Iterator
from dataclasses import replace

from trigpoint.synthetic import wall
from trigpoint.synthetic.county import County, wait
from trigpoint.synthetic.lives import Deed, Episode, Investigation, Notice, Occurrence
from trigpoint.synthetic.practice import Done, Hand

_AT_A_CALL = ("DOMESTIC_ABUSE", "CHILD_CONCERN")
_OWN_ROLES = ("VICTIM", "CHILD_PRESENT", "CHILD_LIVES_THERE")
_RISKS = ("HIGH", "MEDIUM", "LOW")
_GRADES = ("EMERGENCY", "PRIORITY", "SCHEDULED", "APPOINTMENT")
_SHIFT = 8 * 60


class Doer:
    """Draws when something was done that was due within so many minutes."""

    def __init__(self, county: County, name: str) -> None:
        """Use streams of that name, so that nothing else is drawn anew."""
        self.county = county
        self.rng = county.streams.of(f"deeds:{name}")
        self.hand = Hand(county.knobs, county.streams.of(f"deeds:{name}:done"))

    def step(
        self, start: int | None, minutes: float, section: str, district: int
    ) -> tuple[int | None, bool]:
        """When it was done, if it was; and whether that stands on record."""
        if start is None:
            return None, True
        self.hand.on(start // wall.DAY)
        done = self.hand.does(f"{section}.done", district)
        timely = self.hand.happens(f"{section}.in_time", district)
        if done is Done.NOT:
            return None, True
        share = self.rng.random() if timely else 1.1 + wait(self.rng, 0.8, 0.8)
        at = self.county.by(start + share * minutes)
        return at, done is Done.WRITTEN

    def steps(
        self, start: int | None, limits: dict[str, float], section: str, district: int
    ) -> tuple[dict[str, int | None], frozenset[str]]:
        """Several things that are due from one time on, by column."""
        times: dict[str, int | None] = {}
        unwritten = set()
        for column, minutes in limits.items():
            times[column], written = self.step(start, minutes, section, district)
            if not written:
                unwritten.add(column)
        return times, frozenset(unwritten)


def happen(county: County) -> None:
    """Draw every deed that follows something which happened."""
    doer = Doer(county, "response")
    found: list[Deed] = []
    for one in county.lives.occurrences:
        found += _at_call(doer, one)
    for place, episode in enumerate(county.lives.episodes):
        if episode.known_to_police:
            found.append(for_missing(doer, episode, place))
            found += _handovers(doer, episode, place)
    for investigation in county.lives.investigations:
        found += in_investigation(doer, investigation)
    found += _for_plans(doer)
    county.lives.deeds += found
    _reasons(doer)
    county.lives.notices[:] = [_answered(doer, one) for one in county.lives.notices]


def _at_call(doer: Doer, one: Occurrence) -> Iterator[Deed]:
    if one.type not in _AT_A_CALL:
        return
    for child, role in one.children:
        if role in _OWN_ROLES:
            yield at_call(doer, one, child)


def at_call(doer: Doer, one: Occurrence, child: int) -> Deed:
    """What was done for one child of one call."""
    told, unwritten = doer.steps(
        one.reported,
        {"history_passed_on_at": (one.arrived or one.reported + 60) - one.reported},
        "response",
        one.district,
    )
    seen, gone = doer.steps(
        one.arrived, {"child_seen_at": 180}, "response", one.district
    )
    planned = None
    if one.arrived is not None and doer.rng.random() < 0.06:
        planned, seen = one.arrived, {"child_seen_at": None}
    cells = {}
    if one.type == "DOMESTIC_ABUSE":
        limits = {"risk_assessed_at": 24.0 * 60, "school_told_at": 11.0 * 60}
        more, blank = doer.steps(one.reported, limits, "response", one.district)
        told, unwritten = told | more, unwritten | blank
        cells = _assessed(doer)
    return Deed(
        file="occurrence_response",
        child=child,
        at=one.reported,
        district=one.district,
        times={**told, **seen, "visit_planned_at": planned},
        cells=cells,
        of=("occurrence", one.number),
        by=one.officer,
        unwritten=unwritten | gone,
    )


def _assessed(doer: Doer) -> dict[str, str]:
    first = int(doer.rng.choice(3, p=(0.2, 0.45, 0.35)))
    lowered = first < 2 and doer.rng.random() < 0.12
    reason = doer.hand.happens("response.downgrade_reason")
    return {
        "risk_first": _RISKS[first],
        "risk": _RISKS[first + lowered],
        "risk_reason": "suspect in custody" if lowered and reason else "",
    }


def for_missing(doer: Doer, one: Episode, place: int) -> Deed:
    """What was done in and after one missing episode."""
    times, unwritten = doer.steps(
        one.reported,
        {
            "first_enquiry_at": 120,
            "partners_consulted_at": 240,
            "detective_review_at": 30 * 60,
        },
        "response",
        one.district,
    )
    if one.found is not None and times["first_enquiry_at"] is not None:
        # Nobody enquires after a child who is back.
        over = times["first_enquiry_at"] > one.found
        times["first_enquiry_at"] = None if over else times["first_enquiry_at"]
    checked, gone = doer.steps(
        one.found, {"address_checked_at": 720}, "response", one.district
    )
    rng, day = doer.rng, one.reported // wall.DAY
    reviewed = times["detective_review_at"] is not None
    by = doer.county.staff.anyone(("DC", "DS"), day, rng, one.district)
    return Deed(
        file="missing_response",
        child=one.child,
        at=one.reported,
        district=one.district,
        times={**times, **checked},
        cells={"reviewed_by": by if reviewed else ""},
        of=("episode", place),
        unwritten=unwritten | gone,
    )


def _handovers(doer: Doer, one: Episode, place: int) -> Iterator[Deed]:
    """At each change of shift while the child is away, three at the most."""
    end = doer.county.lives.end * wall.DAY
    until = min(one.found or end, end)
    for shift in range(1, 4):
        given = one.reported + shift * _SHIFT
        if given >= until:
            return
        yield handover(doer, one, place, given)


def handover(doer: Doer, one: Episode, place: int, given: int) -> Deed:
    """One handover of one episode, acknowledged or not."""
    times, unwritten = doer.steps(
        given, {"acknowledged_at": 30}, "response", one.district
    )
    staff, day = doer.county.staff, given // wall.DAY
    by, to = (staff.anyone(("INSP", "PS"), day, doer.rng) for _ in range(2))
    return Deed(
        file="missing_handover",
        child=one.child,
        at=given,
        district=one.district,
        times={"given_at": given, **times},
        cells={
            "given_by": by,
            "given_to": to if times["acknowledged_at"] is not None else "",
        },
        of=("episode", place),
        by=by,
        unwritten=unwritten,
    )


def in_investigation(doer: Doer, one: Investigation) -> Iterator[Deed]:
    """The steps for each victim; a death's lead detective besides."""
    occurrence = doer.county.lives.occurrences[one.occurrence]
    begun = one.allocations[0].at
    for child, role in occurrence.children:
        if role == "VICTIM":
            yield _steps(doer, one, occurrence, child, begun)


def _steps(
    doer: Doer, one: Investigation, occurrence: Occurrence, child: int, begun: int
) -> Deed:
    rng, district, death = doer.rng, one.district, occurrence.type == "CHILD_DEATH"
    of_victims = ("interviewed_at", "needs_assessed_at")
    limits = {} if death else dict.fromkeys(of_victims, 6.0 * wall.DAY)
    times, unwritten = doer.steps(begun, limits, "response", district)
    deferred = None
    if not death and rng.random() < 0.08:
        deferred, times["interviewed_at"] = doer.county.by(begun + 600), None
    known = doer.county.by(begun + wait(rng, 900, 1.1)) if rng.random() < 0.6 else None
    seized = (
        doer.county.by(begun + wait(rng, 3000, 1.0)) if rng.random() < 0.25 else None
    )
    more, blank = doer.steps(
        known,
        {"suspect_kept_away_at": 1440, "other_children_assessed_at": 3 * wall.DAY},
        "response",
        district,
    )
    triaged, gone = doer.steps(
        seized, {"devices_triaged_at": 28 * wall.DAY}, "response", district
    )
    lead = None
    if death:
        lead, _ = doer.step(occurrence.reported, 300, "response", district)
    staff, day = doer.county.staff, begun // wall.DAY
    by = staff.anyone(("DC",), day, rng, district)
    senior = staff.anyone(("DS", "DI"), day, rng)
    return Deed(
        file="investigation_step",
        child=child,
        at=begun,
        district=district,
        times={
            **times, **more, **triaged,
            "interview_deferred_at": deferred,
            "suspect_known_at": known,
            "devices_seized_at": seized,
            "lead_at_scene_at": lead,
        },
        cells={
            "interviewer": by if times.get("interviewed_at") is not None else "",
            "lead": senior if lead is not None else "",
        },
        of=("investigation", one.number),
        unwritten=unwritten | blank | gone,
    )  # fmt: skip


def _for_plans(doer: Doer) -> Iterator[Deed]:
    county = doer.county
    for enquiry in county.lives.enquiries:
        start = wall.start_of(enquiry.day, 12)
        if enquiry.conference_needed and start < county.lives.end * wall.DAY:
            yield action(doer, enquiry.child, start)
    for plan in county.lives.plans:
        held, written = doer.step(
            wall.start_of(plan.begun, 10),
            13.5 * wall.DAY,
            "risk_management",
            county.district(plan.child),
        )
        if held is not None:
            group = core_group(county, plan.child, held)
            yield replace(group, entered=written)


def action(doer: Doer, child: int, start: int) -> Deed:
    """An interim action, from an enquiry on; done some days later."""
    district = doer.county.district(child)
    times, unwritten = doer.steps(
        start, {"agreed_at": 10 * wall.DAY}, "risk_management", district
    )
    done, blank = doer.steps(
        times["agreed_at"], {"done_at": 14 * wall.DAY}, "risk_management", district
    )
    agreed = times["agreed_at"]
    return Deed(
        file="plan_action",
        child=child,
        at=start,
        district=district,
        times={**times, **done},
        cells={
            "what": "marker on the address; visits by the response team",
            "owner": doer.county.staff.anyone(
                ("PS", "DS"), start // wall.DAY, doer.rng
            ),
            "due_on": "" if agreed is None else wall.iso_day(agreed // wall.DAY + 14),
        },
        unwritten=unwritten | blank,
    )


def core_group(county: County, child: int, held: int) -> Deed:
    """A core group of which police hold a record."""
    return Deed(
        file="core_group",
        child=child,
        at=held,
        district=county.district(child),
        times={},
        cells={"held_on": wall.iso_day(held // wall.DAY), "police_attended": "true"},
    )


def _reasons(doer: Doer) -> None:
    """Of the calls that were downgraded, some with a supervisor's reason."""
    occurrences = doer.county.lives.occurrences
    for place, one in enumerate(occurrences):
        if one.grade_first not in _GRADES or one.grade not in _GRADES:
            continue
        if _GRADES.index(one.grade) > _GRADES.index(one.grade_first):
            doer.hand.on(one.reported // wall.DAY)
            if doer.hand.happens("response.downgrade_reason", one.district):
                occurrences[place] = replace(one, grade_reason="child seen by school")


def _answered(doer: Doer, one: Notice) -> Notice:
    """The council's answer to what police sent it, where it came back."""
    at, written = doer.step(one.sent, 30 * 60, "risk_management", one.district)
    return replace(one, answered=at) if written else one
