"""Duties after a report to police: the notice, the investigator, reviews, the child's account."""

from collections.abc import Callable, Iterator

from trigpoint.synthetic import wall
from trigpoint.synthetic.county import County
from trigpoint.synthetic.lives import Allocation, Deed, Investigation, Occurrence
from trigpoint.synthetic.truth_duties import Duty
from trigpoint.synthetic.truth_expected import THERE
from trigpoint.synthetic.truth_files import (
    UNSAID,
    Asked,
    Cells,
    day,
    end_of,
    first,
    minute,
    minutes,
    outcome,
    reference,
    working,
)
from trigpoint.synthetic.truth_missing import Numbers

_SERIOUS = (
    "11A", "13", "19D", "19E", "19G", "19H", "20B", "21", "22B", "71", "73", "88A", "106",
)  # fmt: skip
_HOME = ("DOMESTIC_ABUSE", "CHILD_CONCERN")
_TYPES = (*_HOME, "CRIME", "CHILD_DEATH", "MISSING", "SUSPICIOUS", "ASB", "OTHER")
_FIT = ("PIP2", "SCAIDP")


def rows(county: County, numbers: Numbers) -> Iterator[Duty]:
    """Every such duty of the truth."""
    steps = {
        (one.of[1], one.child): one
        for one in county.lives.deeds
        if one.file == "investigation_step" and one.of is not None
    }
    for one in county.lives.investigations:
        call, number = (
            county.lives.occurrences[one.occurrence],
            numbers["investigation"][one.number],
        )
        for child, role in call.children:
            if role == "VICTIM":
                yield from _allocated(county, one, call, child, number)
                yield from _looked_at(one, call, child, number)
                step = steps.get((one.number, child))
                if step is not None:
                    yield from _of_victim(county, one, call, step, number)
    yield from _told_of(county, numbers["occurrence"])
    yield from _disclosed(county, numbers["episode"])


def _allocated(
    county: County, one: Investigation, call: Occurrence, child: int, number: str
) -> Iterator[Duty]:
    if not call.serious:
        return
    for held in one.allocations:
        fit = county.staff.accredited(held.officer, held.at // wall.DAY)
        act, name = held.at if fit else None, reference(number, held.at)
        yield child, "accredited-investigator-allocation", name, held.at, act, act, ""


def _looked_at(
    one: Investigation, call: Occurrence, child: int, number: str
) -> Iterator[Duty]:
    """A supervisor's review every 28 days, from the allocation and from each review."""
    reviews = sorted(at for at, *_ in one.reviews)
    for at in sorted({*reviews, *(held.at for held in one.allocations)}):
        due = end_of(at // wall.DAY + 28)
        act = first(reviews, at + 1)
        over = first((call.closed, _passed(one.allocations, at)), at)
        if over is None or over > due or (act is not None and act < over):
            slug = "investigation-supervisor-review"
            yield child, slug, reference(number, at), due, act, act, ""


def _passed(allocations: tuple[Allocation, ...], at: int) -> int | None:
    """When it was passed on by whoever held it then."""
    return next((one.until for one in reversed(allocations) if one.at <= at), None)


def _of_victim(
    county: County, one: Investigation, call: Occurrence, step: Deed, number: str
) -> Iterator[Duty]:
    begun = one.allocations[0].at
    if call.type == "CHILD_DEATH":
        return
    due = working(begun, 5)
    act = step.times.get("interviewed_at")
    if act is not None and not _held(
        county, step.cells.get("interviewer", ""), "ABE_INTERVIEW", act
    ):
        act = None
    for slug, column, done in (
        ("child-victim-visit-and-abe-interview", "interviewed_at", act),
        (
            "victim-needs-assessment",
            "needs_assessed_at",
            step.times.get("needs_assessed_at"),
        ),
    ):
        written = None if column in step.unwritten else done
        why = "done, not on record" if written != done else ""
        yield step.child, slug, number, due, done, written, why


def _held(county: County, officer: str, skill: str, at: int) -> bool:
    number = at // wall.DAY
    return any(
        one.skill == skill
        and one.gained <= number
        and (one.expires is None or number <= one.expires)
        for one in county.staff.held.get(officer, ())
    )


def _told_of(county: County, numbers: dict[int, str]) -> Iterator[Duty]:
    """A notice within a day of the report; a trained lead at the scene of a death."""
    sent = {
        (one.occurrence, one.child): one.submitted
        for one in reversed(county.lives.notices)
    }
    scenes = {
        one.child: one
        for one in county.lives.deeds
        if one.file == "investigation_step" and one.times.get("lead_at_scene_at")
    }
    for call in county.lives.occurrences:
        number = numbers[call.number]
        for child, role in call.children:
            if _calls_for_notice(call.type, role):
                due, act = (
                    wall.hours_after(call.reported, 24),
                    sent.get((call.number, child)),
                )
                yield (
                    child,
                    "safeguarding-referral-submitted",
                    number,
                    due,
                    act,
                    act,
                    "",
                )
            if (call.type, role) == ("CHILD_DEATH", "VICTIM"):
                due, step = end_of(call.reported // wall.DAY), scenes.get(child)
                act = step.times.get("lead_at_scene_at") if step else None
                lead = step.cells.get("lead", "") if step else ""
                if act is None or not _held(county, lead, "CHILD_DEATH", act):
                    act = None
                slug = "unexpected-child-death-lead-and-scene"
                yield child, slug, number, due, act, act, ""


def _calls_for_notice(kind: str, role: str) -> bool:
    return (kind in _HOME and role in THERE) or (kind, role) == ("CRIME", "VICTIM")


def _disclosed(county: County, numbers: dict[int, str]) -> Iterator[Duty]:
    """A sexual crime that a child told of on return is recorded within a day."""
    recorded = {
        (call.begun, child): call.crime_recorded
        for call in county.lives.occurrences
        for child, role in call.children
        if call.type == "CRIME" and role == "VICTIM" and call.serious
    }
    for place, one in enumerate(county.lives.episodes):
        told = one.interview
        if (
            told is None
            or told.shared is None
            or "SEXUAL_OFFENCE" not in told.disclosures
        ):
            continue
        act, due = (
            recorded.get((one.reported, one.child)),
            wall.hours_after(told.shared, 24),
        )
        number = numbers.get(place, "")
        yield one.child, "crime-disclosed-on-return-recorded", number, due, act, act, ""


# --- from the cells ---------------------------------------------------------------


def _investigated(asked: Asked) -> tuple[list[Cells], Cells] | None:
    """The allocations, the first one first, and the call, where the child was a victim."""
    held = asked.files.rows("investigation", "inv_id", asked.number)
    calls = {row["occ_id"] for row in held}
    call = (
        asked.files.one("occurrence", "occ_id", calls.pop())
        if len(calls) == 1
        else None
    )
    if call is None or asked.role(call["occ_id"]) != "VICTIM":
        return None
    if call["type"] in UNSAID or call["type"] == "CHILD_DEATH":
        return None
    return sorted(held, key=lambda row: row["allocated_at"]), call


def _valid(
    asked: Asked, officer: str, skills: tuple[str, ...], number: int
) -> bool | None:
    """Whether the officer held them all that day; None where nobody says who that is."""
    held = asked.files.rows("skill", "officer_id", officer)
    if not officer or not (held or asked.files.rows("staff", "officer_id", officer)):
        return None
    valid = {
        row["skill"]
        for row in held
        if day(row["gained"]) <= number
        and (not row["expires"] or number <= day(row["expires"]))
    }
    return set(skills) <= valid


def _accredited(asked: Asked) -> str:
    found = _investigated(asked)
    held = (
        [row for row in found[0] if minute(row["allocated_at"]) == asked.at]
        if found
        else []
    )
    if found is None or len(held) != 1 or asked.at is None:
        return ""
    if found[1]["offence_code"] not in _SERIOUS:
        return ""
    fit = _valid(asked, held[0]["officer_id"], _FIT, asked.at // wall.DAY)
    return "" if fit is None else "met" if fit else "missed"


def _supervised(asked: Asked) -> str:
    found, at = _investigated(asked), asked.at
    rows = asked.files.rows("investigation_review", "inv_id", asked.number)
    reviews = minutes(row["supervisor_review_at"] for row in rows)
    if found is None or at is None or reviews is None:
        return ""
    held, call = found
    begun = minutes(row["allocated_at"] for row in held) or []
    ends = minutes([call["closed_at"], *(row["reallocated_at"] for row in held)])
    if ends is None or [*begun, *reviews].count(at) != 1:
        return ""
    # Whoever holds it now had it passed on before: that ended another's duty.
    over = [one for one in ends if one > at or one == minute(call["closed_at"])]
    return outcome(end_of(at // wall.DAY + 28), first(reviews, at + 1), first(over, at))


def _step(asked: Asked) -> tuple[int, Cells] | None:
    """When the investigation was first allocated, and what was done for the child."""
    found = _investigated(asked)
    rows = [
        row
        for row in asked.files.rows("investigation_step", "inv_id", asked.number)
        if row["nominal_id"] == asked.nominal
    ]
    at = minute(found[0][0]["allocated_at"]) if found else None
    return None if at is None or len(rows) != 1 else (at, rows[0])


def _interviewed(asked: Asked) -> str:
    found = _step(asked)
    if found is None:
        return ""
    at, row = found
    done, off = row["interviewed_at"], row["interview_deferred_at"]
    act, deferred = minute(done), minute(off)
    if minutes([done, off]) is None or (act is not None and act < at):
        return ""
    if act is not None:
        fit = _valid(asked, row["interviewer"], ("ABE_INTERVIEW",), act // wall.DAY)
        if fit is None:
            return ""
        act = act if fit else None
    return outcome(working(at, 5), act, deferred)


def _needs(asked: Asked) -> str:
    found = _step(asked)
    if found is None:
        return ""
    at, row = found
    act = minute(row["needs_assessed_at"])
    early = act is not None and act < at
    if early or minutes([row["needs_assessed_at"]]) is None:
        return ""
    return outcome(working(at, 5), act)


def _at_the_scene(asked: Asked) -> str:
    call = asked.files.one("occurrence", "occ_id", asked.number)
    steps = asked.mine("investigation_step")
    reported = minute(call["reported_at"]) if call else None
    if (
        call is None
        or call["type"] != "CHILD_DEATH"
        or reported is None
        or len(steps) > 1
    ):
        return ""
    if asked.role(asked.number) != "VICTIM":
        return ""
    done = steps[0]["lead_at_scene_at"] if steps else ""
    act = minute(done)
    if minutes([done]) is None or (act is not None and act < reported):
        return ""
    if act is not None:
        fit = _valid(asked, steps[0]["lead"], ("CHILD_DEATH",), act // wall.DAY)
        if fit is None:
            return ""
        act = act if fit else None
    return outcome(end_of(reported // wall.DAY), act)


def _noticed(asked: Asked) -> str:
    call = asked.files.one("occurrence", "occ_id", asked.number)
    at = minute(call["reported_at"]) if call else None
    role = asked.role(asked.number)
    if call is None or at is None or not _calls_for_notice(call["type"], role):
        return ""
    sent = minutes(
        row["submitted_at"]
        for row in asked.mine("safeguarding_notice")
        if row["occ_id"] == asked.number
    )
    return "" if sent is None else outcome(wall.hours_after(at, 24), first(sent, at))


def _crime_recorded(asked: Asked) -> str:
    told = asked.files.one("return_interview", "misper_id", asked.number)
    report = asked.files.one("missing", "misper_id", asked.number)
    at = minute(told["shared_with_police_at"]) if told else None
    if told is None or report is None or report["nominal_id"] != asked.nominal:
        return ""
    if at is None or "SEXUAL_OFFENCE" not in told["disclosures"].split(";"):
        return ""
    parts = asked.mine("occ_person")
    calls = [asked.files.one("occurrence", "occ_id", row["occ_id"]) for row in parts]
    if any(row["role"] in UNSAID for row in parts) or None in calls:
        return ""
    recorded = minutes(
        call["crime_recorded_at"]
        for call, row in zip(calls, parts, strict=True)
        if call is not None and row["role"] == "VICTIM"
    )
    return (
        ""
        if recorded is None
        else outcome(wall.hours_after(at, 24), first(recorded, at))
    )


READERS: dict[str, Callable[[Asked], str]] = {
    "accredited-investigator-allocation": _accredited,
    "investigation-supervisor-review": _supervised,
    "child-victim-visit-and-abe-interview": _interviewed,
    "victim-needs-assessment": _needs,
    "unexpected-child-death-lead-and-scene": _at_the_scene,
    "safeguarding-referral-submitted": _noticed,
    "crime-disclosed-on-return-recorded": _crime_recorded,
}
