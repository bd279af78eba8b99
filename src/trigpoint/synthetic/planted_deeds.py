"""Scripted children for the files of the profile's second version (see planted.py).

One child for each way in which deeds turn out: nothing done, all late, all in time, the
clock still running, written as a day only, and not called for.
"""

from collections.abc import Callable
from dataclasses import replace

from trigpoint.synthetic import planted, planted_plans, planted_powers, wall
from trigpoint.synthetic.county import County
from trigpoint.synthetic.deeds import Doer
from trigpoint.synthetic.lives import Allocation, Flag, Investigation, Notice
from trigpoint.synthetic.planted_ways import WAYS, Way, deed, trained


def happen(county: County) -> None:
    """Script each way, for a child and, for the death, a second."""
    doer = Doer(county, "planted")
    children = planted.unknown_children(county, doer.rng)
    for way in WAYS:
        child, other = next(children, None), next(children, None)
        if child is None or other is None:
            break
        at = round(county.lives.end * wall.DAY - way.days * wall.DAY)
        for script in SCRIPTS:
            script(doer, way, child, at)
        planted_powers.dies(doer, way, other, at)
    for later, child in zip(planted_plans.AFTERWARDS, children, strict=False):
        later(county, child, county.lives.end * wall.DAY)
    _in_order(county)


def _in_order(county: County) -> None:
    """Sort the episodes again; what belongs to one follows it to its new place."""
    lives = county.lives
    before = list(lives.episodes)
    lives.episodes.sort(key=lambda one: (one.reported, one.child))
    now = {id(one): place for place, one in enumerate(lives.episodes)}
    for number, one in enumerate(lives.deeds):
        if one.of is not None and one.of[0] == "episode":
            lives.deeds[number] = replace(
                one, of=("episode", now[id(before[one.of[1]])])
            )


def words() -> list[str]:
    """What is planted, for the manifest."""
    scripts = planted_plans.AFTERWARDS
    return [way.words for way in WAYS] + [
        (script.__doc__ or "").strip() for script in scripts
    ]


def _called(doer: Doer, way: Way, child: int, at: int) -> None:
    """A domestic abuse call, and a crime with its investigation."""
    county = doer.county
    call = planted.reported_call(county, child, at, "DOMESTIC_ABUSE", None)
    arrived = at + 10
    first = "EMERGENCY" if way.excused else "PRIORITY"
    county.lives.occurrences[call.number] = replace(
        call, arrived=None if way.vague else arrived, grade_first=first, grade=first
    )
    one = deed(
        doer, way, "occurrence_response", child, ("", at),
        {
            "history_passed_on_at": 10, "risk_assessed_at": 1440,
            "school_told_at": 700, "child_seen_at": 180,
        },
        cells={"risk_first": "HIGH", "risk": "HIGH"}, of=("occurrence", call.number),
    )  # fmt: skip
    if way.share is not None and way.share > 1:
        one.times["history_passed_on_at"] = arrived + 20
    if way.excused:
        one.times["visit_planned_at"] = arrived + 5
    sent = county.by(at + 5)
    answered = None if way.share is None else county.by(at + way.share * 2 * wall.DAY)
    county.lives.notices.append(
        Notice(
            number=len(county.lives.notices), child=child, occurrence=call.number,
            submitted=at + 3, triaged=sent, sent=sent, risk="LOW", decision="REFER_LA",
            district=call.district, officer="", answered=answered,
        )
    )  # fmt: skip
    _investigated(doer, way, child, at + 12)


def _investigated(doer: Doer, way: Way, child: int, at: int) -> None:
    county = doer.county
    crime = planted.reported_call(county, child, at, "CRIME", 1)
    officer = county.staff.anyone(("DC",), at // wall.DAY, doer.rng)
    one = Investigation(
        number=len(county.lives.investigations),
        occurrence=crime.number,
        allocations=(
            Allocation(officer=officer, team="General CID", at=at + 1, until=None),
        ),
        reviews=(),
        district=crime.district,
    )
    county.lives.investigations.append(one)
    week = 7.0 * wall.DAY
    able = trained(county, "ABE_INTERVIEW", at // wall.DAY)
    made = deed(
        doer, way, "investigation_step", child, ("suspect_known_at", at + 2),
        {
            "interviewed_at": week * 0.9, "needs_assessed_at": week * 0.9,
            "suspect_kept_away_at": 1440, "other_children_assessed_at": 3 * wall.DAY,
            "devices_triaged_at": 28 * wall.DAY,
        },
        cells={"interviewer": able}, of=("investigation", one.number),
    )  # fmt: skip
    made.times["devices_seized_at"] = at + 2
    if way.excused:
        made.times["interview_deferred_at"] = at + 60


def _gone(doer: Doer, way: Way, child: int, at: int) -> None:
    """A missing episode of a child flagged as looked after."""
    county = doer.county
    county.lives.flags.append(
        Flag(
            child=child, flag="LOOKED_AFTER", set_at=at - 20 * wall.DAY, removed=None,
            set_by="", district=county.district(child),
        )
    )  # fmt: skip
    place = len(county.lives.episodes)
    hours = 0.5 if way.excused else (None if way.days < 1 else 20)
    gone = planted.episode(county, child, 2 if way.days < 1 else 1, at, hours)
    county.lives.episodes.append(replace(gone, number=place))
    one = deed(
        doer, way, "missing_response", child, ("", at),
        {"first_enquiry_at": 120, "partners_consulted_at": 240, "detective_review_at": 1800},
        cells={"reviewed_by": ""}, of=("episode", place),
    )  # fmt: skip
    if gone.found is not None and way.share is not None:
        one.times["address_checked_at"] = county.by(gone.found + way.share * 720)
    if way.days < 1:
        county.lives.episodes.append(_back(county, child, at - 3 * wall.DAY))
    given = at + 2
    staff, day = county.staff, at // wall.DAY
    deed(
        doer, way, "missing_handover", child, ("given_at", given), {"acknowledged_at": 30},
        cells={
            "given_by": staff.anyone(("INSP",), day, doer.rng),
            "given_to": staff.anyone(("PS",), day, doer.rng),
        },
        of=("episode", place),
    )  # fmt: skip


def _back(county: County, child: int, reported: int) -> object:
    """An episode that ended minutes before the end: the place is still to be checked."""
    end = county.lives.end * wall.DAY
    return replace(planted.episode(county, child, 1, reported, 1), found=end - 16)


def _planned(doer: Doer, way: Way, child: int, at: int) -> None:
    """New information during an enquiry, a disagreement, and what came in by mail."""
    county = doer.county
    deed(
        doer, way, "incoming_information", child, ("received_at", at), {"owned_at": 60},
        cells={"route": "EMAIL", "owner": county.staff.anyone(("DS",), at // wall.DAY, doer.rng)},
    )  # fmt: skip
    deed(
        doer, way, "escalation", child, ("disagreed_at", at),
        {"escalated_at": 2.0 * wall.DAY},
        cells={"about": "whether a conference is needed", "escalated_to": "head of service"},
    )  # fmt: skip
    day = (at - 5 * wall.DAY) // wall.DAY
    enquiry = planted_plans.enquired(
        county, child, day if way.days > 1 else county.lives.council_end - 5
    )
    if way.vague:
        planted.reported_call(county, child, at + 30, "UNKNOWN", None)
    if way.excused:
        begun = wall.working_day_after(enquiry.day, 4)
        planted_plans.on_plan(county, enquiry, begun, ())
        plan = county.lives.plans[-1]
        county.lives.plans[-1] = replace(plan, ended=plan.begun + 3)


SCRIPTS: tuple[Callable[[Doer, Way, int, int], None], ...] = (
    _called,
    _gone,
    _planned,
    *planted_powers.SCRIPTS,
)
