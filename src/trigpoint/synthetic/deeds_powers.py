"""Police protection, custody, what comes in, and those who pose a risk to a child."""

from collections.abc import Callable

from trigpoint.synthetic import wall
from trigpoint.synthetic.contacts import add
from trigpoint.synthetic.county import County, evening_time, wait
from trigpoint.synthetic.deeds import Doer, in_investigation
from trigpoint.synthetic.lives import (
    Allocation,
    Deed,
    Investigation,
    Notice,
    Occurrence,
)

_RISKS = ("VERY_HIGH", "HIGH", "MEDIUM", "LOW")
_VISIT_DAYS = {"VERY_HIGH": 28, "HIGH": 88, "MEDIUM": 178, "LOW": 360}
_IMAGE_DAYS = {"VERY_HIGH": 1, "HIGH": 7, "MEDIUM": 14, "LOW": 30}
_HOUR = 60
_BEFORE = 400
#: What follows police protection, and within how many minutes.
TOLD = {
    "la_where_found_told_at": 4.0 * _HOUR,
    "la_of_residence_told_at": 4 * _HOUR,
    "child_told_at": 4 * _HOUR,
    "wishes_sought_at": 4 * _HOUR,
    "parents_told_at": 6 * _HOUR,
    "accommodated_at": 6 * _HOUR,
    "inquiry_begun_at": 6 * _HOUR,
}


def happen(county: County) -> None:
    """Draw what happens by itself, each for a child of its time."""
    doer = Doer(county, "powers")
    found: list[Deed] = []
    for rate, make in _RATES:
        for _ in range(county.counted(rate, doer.rng)):
            child = int(doer.rng.integers(len(county.people)))
            at = evening_time(county.some_day(doer.rng), doer.rng)
            if county.minor(child, at // wall.DAY):
                found += make(doer, child, at)
    for _ in range(county.counted("offender_with_contact", doer.rng)):
        # Contact lasts a year or more: some of it began before the period.
        child = int(doer.rng.integers(len(county.people)))
        at = evening_time(county.some_day(doer.rng) - _BEFORE, doer.rng)
        if county.minor(child, at // wall.DAY):
            made = _offender(doer, child, at)
            found += [
                one for one in made if one.at >= wall.start_of(county.lives.start)
            ]
    found += _in_custody(doer)
    county.lives.deeds += found
    _deaths(doer)


def protection(doer: Doer, child: int, at: int) -> list[Deed]:
    """One use of police protection."""
    county, rng = doer.county, doer.rng
    district = county.district(child)
    times, unwritten = doer.steps(at, dict(TOLD), "powers", district)
    done, _ = doer.step(times["inquiry_begun_at"], 10 * _HOUR, "powers", district)
    at_risk = rng.random() < 0.3
    order = county.by(at + 40 * _HOUR) if at_risk and rng.random() < 0.6 else None
    ended, _ = doer.step(
        order or done or at, (60 if done else 70 * _HOUR), "powers", district
    )
    doer.hand.on(at // wall.DAY)
    written = doer.hand.happens("powers.grounds_written", district)
    excused = _excused(doer, times)
    day = at // wall.DAY
    constable = county.staff.anyone(("PC",), day, rng, district)
    inspector = county.staff.anyone(("INSP", "PS"), day, rng, district)
    begun = times["inquiry_begun_at"] is not None
    return [
        Deed(
            file="police_protection",
            child=child,
            at=at,
            district=district,
            times={
                "began_at": at, **times,
                "inquiry_done_at": done,
                "court_order_at": order,
                "ended_at": ended,
            },
            cells={
                "grounds": "found alone; nobody able to care" if written else "",
                "constable": constable,
                "excused": excused,
                "designated_officer": inspector if begun else "",
                "place": _place(doer) if times["accommodated_at"] is not None else "",
                "still_at_risk": ("true" if at_risk else "false") if done else "",
            },
            by=constable,
            unwritten=unwritten,
        )
    ]  # fmt: skip


def _excused(doer: Doer, times: dict[str, int | None]) -> str:
    """What was not called for; it was then not done, either."""
    rng, codes = doer.rng, []
    if rng.random() < 0.6:
        codes.append("SAME_COUNCIL")
        times["la_of_residence_told_at"] = None
    if rng.random() < 0.2:
        codes.append("COULD_NOT_UNDERSTAND")
        times["child_told_at"] = None
    if rng.random() < 0.08:
        codes.append("NOT_PRACTICABLE")
        times["wishes_sought_at"] = times["parents_told_at"] = None
    return ";".join(codes)


def _place(doer: Doer) -> str:
    places = ("LA_ACCOMMODATION", "FAMILY", "HOSPITAL", "POLICE_STATION")
    return places[int(doer.rng.choice(4, p=(0.55, 0.2, 0.15, 0.1)))]


def _information(doer: Doer, child: int, at: int) -> list[Deed]:
    """Something about a child that came in by mail, letter or telephone."""
    county = doer.county
    district = county.district(child)
    times, unwritten = doer.steps(at, {"owned_at": 60}, "risk_management", district)
    owner = county.staff.anyone(("STAFF", "DS"), at // wall.DAY, doer.rng)
    routes = ("EMAIL", "TELEPHONE", "PORTAL", "LETTER")
    return [
        Deed(
            file="incoming_information",
            child=child,
            at=at,
            district=district,
            times={"received_at": at, **times},
            cells={
                "route": routes[int(doer.rng.integers(4))],
                "owner": owner if times["owned_at"] is not None else "",
            },
            unwritten=unwritten,
        )
    ]


def _disagreement(doer: Doer, child: int, at: int) -> list[Deed]:
    """Two agencies that do not agree about a child."""
    district = doer.county.district(child)
    times, unwritten = doer.steps(
        at, {"escalated_at": 26 * _HOUR}, "risk_management", district
    )
    escalated = times["escalated_at"] is not None
    return [
        Deed(
            file="escalation",
            child=child,
            at=at,
            district=district,
            times={"disagreed_at": at, **times},
            cells={
                "about": "whether a conference is needed",
                "escalated_to": "service manager" if escalated else "",
            },
            unwritten=unwritten,
        )
    ]


def _images(doer: Doer, child: int, at: int) -> list[Deed]:
    """A referral about somebody near the child."""
    district = doer.county.district(child)
    grade = _RISKS[int(doer.rng.choice(4, p=(0.1, 0.3, 0.4, 0.2)))]
    limits = {"acted_on_at": _IMAGE_DAYS[grade] * wall.DAY, "la_told_at": wall.DAY}
    times, unwritten = doer.steps(at, limits, "risk_management", district)
    near, covert = doer.rng.random() < 0.7, doer.rng.random() < 0.1
    if not near or covert:
        times["la_told_at"] = None
    return [
        Deed(
            file="image_referral",
            child=child,
            at=at,
            district=district,
            times={"received_at": at, **times},
            cells={
                "grade": grade,
                "lives_with_children": "true" if near else "false",
                "excused": "COVERT_RISK_AGREED" if near and covert else "",
            },
            unwritten=unwritten,
        )
    ]


def _offender(doer: Doer, child: int, at: int) -> list[Deed]:
    """Visits to an offender who has contact with the child, and perhaps a breach."""
    county, rng = doer.county, doer.rng
    district, number = county.district(child), f"RSO{int(rng.integers(100_000)):05d}"
    risk = _RISKS[int(rng.choice(4, p=(0.08, 0.27, 0.4, 0.25)))]
    ended = county.by(at + wait(rng, 400 * wall.DAY, 0.7))
    found: list[Deed] = []
    when: int | None = at
    while when is not None and (ended is None or when < ended):
        by = county.staff.anyone(("DC",), when // wall.DAY, rng, district)
        found.append(visit(child, when, district, number, risk, by))
        late = rng.random() < 0.25
        gap = _VISIT_DAYS[risk] * (1.3 if late else rng.uniform(0.7, 1.0))
        when = county.by(when + gap * wall.DAY)
    if ended is not None and found:
        found[-1].times["contact_ended_at"] = ended
    if rng.random() < 0.3 and (known := county.by(at + wait(rng, 90 * wall.DAY, 0.9))):
        found.append(breach(doer, child, known, number))
    return found


def visit(child: int, at: int, district: int, number: str, risk: str, by: str) -> Deed:
    """One visit to an offender who has contact with the child."""
    return Deed(
        file="offender_visit",
        child=child,
        at=at,
        district=district,
        times={"visited_at": at, "contact_ended_at": None},
        cells={"offender_id": number, "risk": risk, "by": by, "unannounced": "true"},
        by=by,
    )


def breach(doer: Doer, child: int, at: int, number: str) -> Deed:
    """A breach by such an offender, looked into or not."""
    district = doer.county.district(child)
    times, unwritten = doer.steps(
        at, {"followed_up_at": 2 * wall.DAY}, "risk_management", district
    )
    return Deed(
        file="offender_breach",
        child=child,
        at=at,
        district=district,
        times={"known_at": at, **times},
        cells={"offender_id": number},
        unwritten=unwritten,
    )


_RATES: tuple[tuple[str, Callable[[Doer, int, int], list[Deed]]], ...] = (
    ("police_protection", protection),
    ("information_received", _information),
    ("disagreement", _disagreement),
    ("image_referral", _images),
)


def _in_custody(doer: Doer) -> list[Deed]:
    """A third of the children who were suspected are detained."""
    county, found = doer.county, []
    for one in list(county.lives.occurrences):
        for child, role in one.children:
            held = (
                role == "SUSPECT"
                and county.people.age(child, one.reported // wall.DAY) >= 10
            )
            if held and one.arrived is not None and doer.rng.random() < 0.35:
                found += custody(doer, child, one.arrived + 50, one)
    return found


def custody(doer: Doer, child: int, at: int, one: Occurrence) -> list[Deed]:
    """One detention with its reviews, and the notice that follows it."""
    county, rng, district = doer.county, doer.rng, one.district
    refused = county.by(at + 9 * _HOUR) if rng.random() < 0.25 else None
    court = None
    if refused is not None:
        court = county.by(wall.start_of(refused // wall.DAY + 1, 10))
    ended = court or county.by(at + wait(rng, 11 * _HOUR, 0.4))
    adult, unwritten = doer.steps(
        at, {"appropriate_adult_at": 3 * _HOUR}, "powers", district
    )
    limits = {"bed_requested_at": 2 * _HOUR, "certified_at": 10 * _HOUR}
    times, blank = doer.steps(refused, limits, "powers", district)
    doer.hand.on(at // wall.DAY)
    moved = None
    if refused is not None and doer.hand.happens("powers.council_bed_found", district):
        moved = county.by(refused + 3 * _HOUR)
    asked = times["bed_requested_at"] is not None
    replies = ("NO_BED", "NO_SECURE_BED", "NO_REPLY", "NO_BED")
    reply = "BED_OFFERED" if moved else replies[int(rng.integers(4))]
    sergeant = county.staff.anyone(("PS",), at // wall.DAY, rng)
    found = Deed(
        file="detention",
        child=child,
        at=at,
        district=district,
        times={
            "detained_at": at, **adult, "bail_refused_at": refused, **times,
            "moved_to_la_at": moved, "court_at": court, "ended_at": ended,
        },
        cells={
            "custody_officer": sergeant,
            "excused": "NOT_PRACTICABLE" if refused and rng.random() < 0.08 else "",
            "bed_reply": reply if asked else "",
        },
        by=sergeant,
        unwritten=unwritten | blank,
    )  # fmt: skip
    _notice(doer, child, at, one)
    return [
        found,
        *_reviews(doer, child, at, min(refused or ended or at, ended or at), district),
    ]


def _notice(doer: Doer, child: int, at: int, one: Occurrence) -> None:
    sent, written = doer.step(at, 9 * _HOUR, "powers", one.district)
    if sent is None or not written:
        return
    triaged, _ = doer.step(sent, 24 * _HOUR, "risk_management", one.district)
    doer.county.lives.notices.append(
        Notice(
            number=len(doer.county.lives.notices),
            child=child,
            occurrence=one.number,
            submitted=sent,
            triaged=triaged,
            sent=None,
            risk="LOW",
            decision="SHARE_INFORMATION" if triaged is not None else "",
            district=one.district,
            officer=one.officer,
        )
    )


def _reviews(doer: Doer, child: int, at: int, until: int, district: int) -> list[Deed]:
    found, due = [], 6 * _HOUR
    when: int | None = at
    while when is not None:
        when, written = doer.step(when, due, "powers", district)
        if when is None or when >= until:
            break
        staff, day = doer.county.staff, when // wall.DAY
        by = staff.anyone(("INSP",), day, doer.rng) if written else ""
        found.append(
            Deed(
                file="detention_review", child=child, at=when, district=district,
                times={"at": when}, cells={"by": by}, of=("detention", at), by=by,
                entered=written,
            )
        )  # fmt: skip
        due = 9 * _HOUR
    return found


def _deaths(doer: Doer) -> None:
    """Unexpected deaths, of children with whom nothing else has to do."""
    county = doer.county
    known = {child for one in county.lives.occurrences for child, _ in one.children}
    known |= {one.child for one in county.lives.deeds}
    known |= {one.child for one in county.lives.referrals}
    known |= {one.child for one in county.lives.episodes}
    known |= {one.child for one in county.lives.care}
    for _ in range(county.counted("child_death", doer.rng)):
        child = int(doer.rng.integers(len(county.people)))
        at = evening_time(county.some_day(doer.rng), doer.rng)
        if county.minor(child, at // wall.DAY) and child not in known:
            known.add(child)
            death(doer, child, at)


def death(doer: Doer, child: int, at: int, kind: str = "CHILD_DEATH") -> Deed:
    """An unexpected death and its investigation."""
    county = doer.county
    district = county.district(child)
    number = add(
        county,
        Occurrence(
            number=0, type=kind, reported=at, begun=at - 300, ended=at,
            grade_first="EMERGENCY", grade="EMERGENCY", arrived=county.by(at + 12),
            district=district, children=((child, "VICTIM"),),
        ),
    )  # fmt: skip
    officer = county.staff.anyone(("DI", "DS"), at // wall.DAY, doer.rng)
    one = Investigation(
        number=len(county.lives.investigations),
        occurrence=number,
        allocations=(
            Allocation(
                officer=officer, team="Public protection", at=at + 60, until=None
            ),
        ),
        reviews=(),
        district=district,
    )
    county.lives.investigations.append(one)
    (deed,) = in_investigation(doer, one)
    county.lives.deeds.append(deed)
    return deed
