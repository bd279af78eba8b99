"""Scripted children in police protection and custody, and near those who pose a risk."""

from collections.abc import Callable
from dataclasses import replace

from trigpoint.synthetic import deeds_powers, wall
from trigpoint.synthetic.county import County
from trigpoint.synthetic.deeds import Doer
from trigpoint.synthetic.lives import Deed, Discussion
from trigpoint.synthetic.planted_ways import Way, deed, trained

_HOUR = 60


def _protected(doer: Doer, way: Way, child: int, at: int) -> None:
    """Police protection, and the discussion that should follow."""
    staff, day = doer.county.staff, at // wall.DAY
    cells = {
        "grounds": "" if way.share is None else "found alone",
        "constable": staff.anyone(("PC",), day, doer.rng),
        "designated_officer": staff.anyone(("INSP",), day, doer.rng),
        "place": "LA_ACCOMMODATION",
        "still_at_risk": "false",
    }
    told = {**deeds_powers.TOLD, "ended_at": 72 * 60.0}
    one = deed(
        doer, way, "police_protection", child, ("began_at", at), told, cells=cells
    )
    if way.excused:
        one.times["ended_at"] = at + 200
        one.times["court_order_at"] = at + 190
        one.times["inquiry_done_at"] = at + 180
    elif way.share is not None:
        done = at + 15 * _HOUR
        one.times["inquiry_done_at"] = done
        released = deed(
            doer, way, "police_protection", child, ("began_at", at + 9 * wall.DAY),
            {}, cells=cells,
        )  # fmt: skip
        base = at + 9 * wall.DAY + 600
        released.times["inquiry_done_at"] = base
        released.times["ended_at"] = doer.county.by(base + round(way.share * 60))
    else:
        one.times["inquiry_done_at"] = at + 5
    if way.share is not None:
        held = at + round((0.2 if way.share < 1 else 4.0) * wall.DAY)
        _discussed(doer.county, child, held)


def _discussed(county: County, child: int, held: int) -> None:
    county.lives.discussions.append(
        Discussion(
            number=len(county.lives.discussions), child=child, purpose="section 47",
            held=held, format="MEETING", agencies=("LA", "POLICE", "HEALTH"),
            police_rep="", informed=held - 60, decision="ASSESSMENT_NO_S47",
            section_47_type="", minutes=county.by(held + 60),
            district=county.district(child), known_to_police=True,
        )
    )  # fmt: skip


def _detained(doer: Doer, way: Way, child: int, at: int) -> None:
    """A detention with bail refused, and its reviews."""
    county = doer.county
    refused = at + (1 if way.days < 1 else 10 * _HOUR)
    court = county.by(refused + 13 * _HOUR)
    one = deed(
        doer, way, "detention", child, ("detained_at", at),
        {"appropriate_adult_at": 180},
        cells={"bed_reply": "NO_SECURE_BED" if way.excused else "NO_BED"},
    )  # fmt: skip
    limits = {
        "bed_requested_at": 120,
        "certified_at": 12 * _HOUR,
        "moved_to_la_at": 12 * _HOUR,
    }
    for name, minutes in limits.items():
        late = way.share is not None and way.share > 1
        done = (
            None
            if way.share is None
            else refused + (1.2 if late else way.share) * minutes
        )
        one.times[name] = county.by(done)
    one.times.update(bail_refused_at=refused, court_at=court, ended_at=court)
    if way.excused:
        one.times["bed_requested_at"] = refused + 30
        one.times["moved_to_la_at"] = None
        _briefly(doer, way, child, at + 5 * wall.DAY, at + 5 * wall.DAY + 60)
    if way.days < 1:
        _briefly(doer, way, child, at + 1, None)
    if way.share is not None:
        when = at + round(way.share * 360)
        by = county.staff.anyone(("INSP",), at // wall.DAY, doer.rng)
        review = Deed(
            file="detention_review", child=child, at=when,
            district=county.district(child), times={"at": when}, cells={"by": by},
            of=("detention", at), vague=frozenset({"at"} if way.vague else ()),
        )  # fmt: skip
        county.lives.deeds.append(review)


def _briefly(doer: Doer, way: Way, child: int, at: int, ended: int | None) -> None:
    """A detention without a refusal of bail."""
    one = deed(doer, way, "detention", child, ("detained_at", at), {})
    one.times["ended_at"] = ended


def _at_risk(doer: Doer, way: Way, child: int, at: int) -> None:
    """An image referral, and an offender with contact."""
    county = doer.county
    deed(
        doer, way, "image_referral", child, ("received_at", at),
        {"acted_on_at": 7.0 * wall.DAY, "la_told_at": 1440},
        cells={"grade": "HIGH", "lives_with_children": "true"},
    )  # fmt: skip
    number = f"RSO9{child % 10_000:04d}"
    risk = "UNKNOWN" if way.vague else "VERY_HIGH"
    first = deeds_powers.visit(child, at, county.district(child), number, risk, "")
    county.lives.deeds.append(first)
    if way.excused:
        first.times["contact_ended_at"] = at + 3 * wall.DAY
    if way.share is not None and (again := county.by(at + way.share * 27 * wall.DAY)):
        county.lives.deeds.append(replace(first, at=again, times={"visited_at": again}))
    deed(
        doer, way, "offender_breach", child, ("known_at", at),
        {"followed_up_at": 2.0 * wall.DAY}, cells={"offender_id": number},
    )  # fmt: skip


def dies(doer: Doer, way: Way, child: int, at: int) -> None:
    """An unexpected death, with its lead detective there or not."""
    if way.excused:
        return
    one = deeds_powers.death(doer, child, at)
    lead = None if way.share is None else doer.county.by(at + way.share * wall.DAY / 2)
    if way.share == 0.5:
        lead = at + 5
    by = "" if way.vague else trained(doer.county, "CHILD_DEATH", at // wall.DAY)
    one.times["lead_at_scene_at"] = at + 5 if way.vague else lead
    one.cells["lead"] = by


SCRIPTS: tuple[Callable[[Doer, Way, int, int], None], ...] = (
    _protected,
    _detained,
    _at_risk,
)
