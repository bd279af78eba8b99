"""The police files of the profile, from what happened to what was written down."""

from pathlib import Path

from trigpoint.synthetic import deeds_export, police_missing, wall
from trigpoint.synthetic.clerk import Clerk
from trigpoint.synthetic.county import County
from trigpoint.synthetic.lives import Conference, Discussion, Notice, Occurrence
from trigpoint.synthetic.register import Register
from trigpoint.synthetic.written_up import TOUCHED, as_written

#: The columns of the profile's files (ours, data reference 1.8).
HEADERS: dict[str, tuple[str, ...]] = {
    name: tuple(columns.split())
    for name, columns in {
        "nominal": "nominal_id pnc_id given middle surname aliases dob dob_estimated sex "
        "ethnicity_16p1 address postcode merged_into valid_from",
        "occurrence": "occ_id type offence_code reported_at crime_recorded_at event_from "
        "event_to location_id grade_first grade arrived_at outcome_code closed_at "
        "grade_reason",
        "occ_person": "occ_id nominal_id role",
        "flag": "subject subject_type flag set_at removed_at set_by",
        "missing": "misper_id nominal_id reported_at last_seen risk risk_at risk_reason "
        "found_at found_where prevention_interview_at owner_team",
        "missing_risk": "misper_id at risk reason by by_supervisor",
        "safeguarding_notice": "scn_id nominal_id occ_id submitted_at triaged_at risk "
        "decision sent_to_la_at la_decision_at",
        "strategy_discussion": "sd_id nominal_id took_place_at format follows_sd_id "
        "agencies police_present police_rep police_info_shared_at decision s47_type "
        "minutes_at",
        "conference": "conf_id nominal_id type conference_date police_invited_at "
        "police_report_at police_attended",
        "return_interview": "misper_id offered_at accepted done_at by_whom "
        "shared_with_police_at disclosures",
        "cse_assessment": "nominal_id at tool score band reviewed",
        "investigation": "inv_id occ_id team officer_id allocated_at reallocated_at",
        "investigation_review": "inv_id supervisor_review_at by direction_recorded",
        "staff": "officer_id rank team from to fte",
        "skill": "officer_id skill gained expires",
    }.items()
} | deeds_export.HEADERS


def write(
    county: County, register: Register, folder: Path
) -> tuple[dict[str, dict[int, str]], dict[str, list[dict[str, str]]]]:
    """Write every file; gives the numbers of things and the rows, for the truth."""
    folder.mkdir(parents=True, exist_ok=True)
    county = as_written(county)
    clerk = Clerk(county)
    lives = county.lives
    _nominals(clerk, register)
    occurrences = {
        one.number: _occurrence(county, clerk, register, one)
        for one in sorted(lives.occurrences, key=lambda one: one.reported)
    }
    notices = {
        one.number: _notice(clerk, register, one, occurrences) for one in lives.notices
    }
    discussions = _discussions(clerk, register, lives.discussions)
    conferences = {
        place: _conference(county, clerk, register, one)
        for place, one in enumerate(lives.conferences)
        if one.known_to_police
    }
    _flags(county, clerk, register)
    episodes = police_missing.write(county, clerk, register)
    investigations = _investigations(county, clerk, occurrences)
    _staff(county, clerk)
    numbers = {
        "occurrence": occurrences,
        "notice": notices,
        "discussion": discussions,
        "conference": conferences,
        "episode": episodes,
        "investigation": investigations,
    }
    numbers["deed"] = deeds_export.write(county, clerk, register, numbers)
    clerk.save(folder, HEADERS)
    return numbers, clerk.rows


def _nominals(clerk: Clerk, register: Register) -> None:
    for one in register.versions:
        cells = {
            "nominal_id": one.nominal,
            "given": one.given,
            "surname": one.surname,
            "aliases": one.aliases,
            "dob": "" if one.born is None else wall.iso_day(one.born),
            "dob_estimated": "true" if one.estimated else "false",
            "sex": one.sex,
            "ethnicity_16p1": one.ethnicity,
            "address": one.address,
            "postcode": one.postcode,
            "merged_into": one.merged_into,
            "valid_from": wall.iso(one.valid_from),
        }
        clerk.write("nominal", one.valid_from, "", one.district, cells, sure=True)


def _occurrence(
    county: County, clerk: Clerk, register: Register, one: Occurrence
) -> str:
    number = clerk.number("OCC", one.reported, 7)
    offence = one.offence
    if clerk_forgets(county, "recording.offence_code", one.reported // wall.DAY):
        offence = ""
    cells = {
        "occ_id": number,
        "type": clerk.coded(one.type),
        "offence_code": offence,
        "reported_at": wall.iso(one.reported),
        "crime_recorded_at": clerk.time(one.crime_recorded),
        "event_from": wall.iso(one.begun),
        "event_to": wall.iso(one.ended),
        "location_id": f"LOC{1000 + one.hot_spot}" if one.hot_spot >= 0 else "",
        "grade_first": one.grade_first,
        "grade": clerk.coded(one.grade),
        "arrived_at": wall.iso(one.arrived),
        "outcome_code": one.outcome if one.closed is not None else "",
        "closed_at": clerk.time(one.closed, vague=one.vague),
        "grade_reason": one.grade_reason,
    }
    entered = clerk.write("occurrence", one.reported, one.officer, one.district, cells)
    people = [(register.of(child), role) for child, role in one.children]
    people += [(register.adult[adult], role) for adult, role in one.adults]
    for nominal, role in people if entered else ():
        cells = {"occ_id": number, "nominal_id": nominal, "role": clerk.coded(role)}
        clerk.write("occ_person", one.reported, one.officer, one.district, cells)
    return number


def clerk_forgets(county: County, name: str, day: int) -> bool:
    """Whether a cell that the regime fills with some chance is left empty."""
    rng = county.streams.of(f"police:{name}")
    return bool(rng.random() > county.knobs.number(name, day))


def _notice(
    clerk: Clerk, register: Register, one: Notice, occurrences: dict[int, str]
) -> str:
    number = clerk.number("SCN", one.submitted)
    cells = {
        "scn_id": number,
        "nominal_id": register.of(one.child),
        "occ_id": occurrences[one.occurrence],
        "submitted_at": wall.iso(one.submitted),
        "triaged_at": clerk.time(one.triaged),
        "risk": clerk.coded(one.risk),
        "decision": clerk.coded(one.decision) if one.decision else "",
        "sent_to_la_at": wall.iso(one.sent),
        "la_decision_at": wall.iso(one.answered),
    }
    clerk.write(
        "safeguarding_notice", one.submitted, one.officer, one.district, cells,
        again=TOUCHED in one.unwritten,
    )  # fmt: skip
    return number


def _discussions(
    clerk: Clerk, register: Register, discussions: list[Discussion]
) -> dict[int, str]:
    """Numbers first: a follow-up names the discussion before it."""
    known = [one for one in discussions if one.known_to_police]
    known.sort(key=lambda one: (one.held, one.number))
    numbers = {one.number: f"{clerk.number('SD', one.held, 4)}-1" for one in known}
    for one in known:
        _discussion(clerk, register, one, numbers)
    return numbers


def _discussion(
    clerk: Clerk, register: Register, one: Discussion, numbers: dict[int, str]
) -> None:
    written = one.police and "police" not in one.unwritten
    listed = [name for name in one.agencies if name != "POLICE" or written]
    follows = numbers.get(one.follows, "") if one.follows is not None else ""
    cells = {
        "sd_id": numbers[one.number],
        "nominal_id": register.of(one.child),
        "took_place_at": wall.iso(one.held),
        "format": clerk.coded(one.format),
        "follows_sd_id": follows,
        "agencies": clerk.coded(";".join(listed)),
        "police_present": clerk.coded("true" if written else "false"),
        "police_rep": one.police_rep if written else "",
        "police_info_shared_at": clerk.time(one.informed),
        "decision": clerk.coded(one.decision),
        "s47_type": one.section_47_type,
        "minutes_at": clerk.time(one.minutes),
    }
    again = TOUCHED in one.unwritten
    clerk.write(
        "strategy_discussion",
        one.held,
        one.police_rep,
        one.district,
        cells,
        again=again,
    )


def _conference(
    county: County, clerk: Clerk, register: Register, one: Conference
) -> str:
    """A conference to come stands there with its date, once police were told of it."""
    held = one.day < county.lives.end
    told = one.told if one.told is not None else wall.start_of(one.day, 9)
    number = f"{clerk.number('CONF', told, 4)}-1"
    attended = one.attended and "attended" not in one.unwritten
    there = clerk.coded("true" if attended else "false") if held else ""
    report = "" if "report" in one.unwritten else wall.iso(one.report)
    cells = {
        "conf_id": number,
        "nominal_id": register.of(one.child),
        "type": one.kind,
        "conference_date": wall.iso_day(one.day),
        "police_invited_at": wall.iso(one.told),
        "police_report_at": "NA" if one.cancelled and held else report,
        "police_attended": "NA" if one.cancelled and held else there,
    }
    again = TOUCHED in one.unwritten
    clerk.write("conference", told, "", one.district, cells, again=again)
    return number


def _flags(county: County, clerk: Clerk, register: Register) -> None:
    for one in sorted(county.lives.flags, key=lambda one: (one.set_at, one.child)):
        cells = {
            "subject": register.of(one.child),
            "subject_type": "NOMINAL",
            "flag": one.flag,
            "set_at": wall.iso(one.set_at),
            "removed_at": wall.iso(one.removed),
            "set_by": one.set_by,
        }
        clerk.write("flag", one.set_at, one.set_by, one.district, cells)


def _investigations(
    county: County, clerk: Clerk, occurrences: dict[int, str]
) -> dict[int, str]:
    numbers: dict[int, str] = {}
    for one in sorted(
        county.lives.investigations, key=lambda one: one.allocations[0].at
    ):
        number = clerk.number("INV", one.allocations[0].at, 4)
        numbers[one.number] = number
        for held in one.allocations:
            cells = {
                "inv_id": number,
                "occ_id": occurrences[one.occurrence],
                "team": held.team,
                "officer_id": held.officer,
                "allocated_at": wall.iso(held.at),
                "reallocated_at": wall.iso(held.until),
            }
            clerk.write("investigation", held.at, "", one.district, cells)
        vague = county.lives.occurrences[one.occurrence].vague
        for at, by, direction in one.reviews:
            cells = {
                "inv_id": number,
                "supervisor_review_at": clerk.time(at, vague=vague),
                "by": by,
                "direction_recorded": clerk.coded("true" if direction else "false"),
            }
            clerk.write("investigation_review", at, by, one.district, cells)
    return numbers


def _staff(county: County, clerk: Clerk) -> None:
    start, end = county.lives.start, county.lives.end
    entered = wall.start_of(start, 8)
    for one in county.staff.postings:
        cells = {
            "officer_id": one.officer,
            "rank": one.rank,
            "team": one.team,
            "from": wall.iso_day(one.begins),
            "to": "" if one.ends is None or one.ends >= end else wall.iso_day(one.ends),
            "fte": f"{one.fte:.1f}",
        }
        at = max(entered, wall.start_of(one.begins, 9))
        clerk.write("staff", at, "", one.district, cells, sure=True)
    for held in county.staff.skills:
        cells = {
            "officer_id": held.officer,
            "skill": held.skill,
            "gained": wall.iso_day(held.gained),
            "expires": "" if held.expires is None else wall.iso_day(held.expires),
        }
        at = max(entered, wall.start_of(held.gained, 9))
        clerk.write("skill", at, "", -1, cells, sure=True)
