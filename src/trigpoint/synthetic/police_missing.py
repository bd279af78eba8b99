"""The police files about missing children: episodes, grades, interviews, screenings."""

from trigpoint.synthetic import wall
from trigpoint.synthetic.clerk import Clerk
from trigpoint.synthetic.county import County
from trigpoint.synthetic.lives import Episode, Screening
from trigpoint.synthetic.register import Register
from trigpoint.synthetic.written_up import TOUCHED


def write(county: County, clerk: Clerk, register: Register) -> dict[int, str]:
    """Enter every episode and screening; gives the episode numbers by their place."""
    numbers: dict[int, str] = {}
    for place, one in enumerate(county.lives.episodes):
        if not one.known_to_police:
            continue
        numbers[place] = clerk.number("MP", one.reported)
        _episode(clerk, register, one, numbers[place])
    for screening in county.lives.screenings:
        _screening(clerk, register, screening)
    return numbers


def _episode(clerk: Clerk, register: Register, one: Episode, number: str) -> None:
    prevention = None if "prevention" in one.unwritten else one.prevention
    graded = one.risk_at is not None
    cells = {
        "misper_id": number,
        "nominal_id": register.of(one.child),
        "reported_at": wall.iso(one.reported),
        "last_seen": wall.iso(one.last_seen),
        "risk": clerk.coded(one.risk) if graded else "",
        "risk_at": wall.iso(one.risk_at),
        "risk_reason": one.reason if graded else "",
        "found_at": clerk.time(clerk.slipped(one.found), vague=one.vague),
        "found_where": one.found_where if one.found is not None else "",
        "prevention_interview_at": clerk.time(prevention),
        "owner_team": one.team,
    }
    again = TOUCHED in one.unwritten
    if not clerk.write("missing", one.reported, "", one.district, cells, again=again):
        return
    for grade in one.grades:
        cells = {
            "misper_id": number,
            "at": wall.iso(grade.at),
            "risk": clerk.coded(grade.risk),
            "reason": grade.reason,
            "by": grade.by,
            "by_supervisor": clerk.coded("true" if grade.supervisor else "false"),
        }
        clerk.write(
            "missing_risk", grade.at, grade.by, one.district, cells, again=again
        )
    _interview(clerk, one, number)


def _interview(clerk: Clerk, one: Episode, number: str) -> None:
    told = one.interview
    if told is None or told.offered is None:
        return
    held = None if "held" in told.unwritten else told.held
    accepted = "" if told.accepted is None else ("true" if told.accepted else "false")
    cells = {
        "misper_id": number,
        "offered_at": wall.iso(told.offered),
        "accepted": accepted,
        "done_at": clerk.time(held),
        "by_whom": clerk.coded(told.by_whom) if held is not None else "",
        "shared_with_police_at": clerk.time(told.shared),
        "disclosures": ";".join(told.disclosures) if told.shared is not None else "",
    }
    again = TOUCHED in one.unwritten
    clerk.write("return_interview", told.offered, "", one.district, cells, again=again)


def _screening(clerk: Clerk, register: Register, one: Screening) -> None:
    cells = {
        "nominal_id": register.of(one.child),
        "at": wall.iso(one.at),
        "tool": "Fellshire screening tool v2 (invented)",
        "score": str(one.score),
        "band": clerk.coded(one.band),
        "reviewed": wall.iso(one.reviewed),
    }
    clerk.write("cse_assessment", one.at, one.officer, one.district, cells)
