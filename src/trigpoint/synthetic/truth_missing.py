"""Duties towards missing children that more than one row decides: the truth, and the cells."""

from collections.abc import Callable, Iterator

from trigpoint.synthetic import wall
from trigpoint.synthetic.county import County
from trigpoint.synthetic.lives import Deed, Episode
from trigpoint.synthetic.truth_duties import Duty
from trigpoint.synthetic.truth_files import (
    NEAR,
    UNSAID,
    Asked,
    Cells,
    day,
    first,
    minute,
    minutes,
    open_until,
    outcome,
    reference,
    working,
)

Numbers = dict[str, dict[int, str]]
_WINDOW = 90 * wall.DAY
_REVIEW_HOURS = {"HIGH": 1, "MEDIUM": 3, "LOW": 6, "NO APPARENT RISK": 6, "ABSENT": 6}
_NOT_LOW = ("HIGH", "MEDIUM")
#: Words that are no reason for a low grade.
_NO_REASON = ("", "regular", "streetwise", "regular missing person", "frequent")
#: A recommendation of December 2025 made it a duty to say that a case was taken.
_HANDOVER_SINCE = wall.start_of(day("2025-12-01"))


def rows(county: County, numbers: Numbers) -> Iterator[Duty]:
    """Every such duty of the truth."""
    response: dict[int, Deed] = {
        one.of[1]: one
        for one in county.lives.deeds
        if one.file == "missing_response" and one.of is not None
    }
    for place, one in enumerate(county.lives.episodes):
        number = numbers["episode"].get(place, "")
        if number:
            yield from _graded(one, number)
            yield from _shared(one, number)
            if one.in_care and place in response:
                yield _consulted(one, number, response[place])
    yield from _repeated(county, numbers["episode"])
    for deed in county.lives.deeds:
        if deed.file == "missing_handover" and deed.of is not None:
            yield from _handed_over(deed, numbers["episode"].get(deed.of[1], ""))


def _gradings(one: Episode) -> list[tuple[int, str, str, bool]]:
    """(when, grade, reason, by a supervisor) of every grade of the episode."""
    found = [
        (grade.at, grade.risk, grade.reason, grade.supervisor) for grade in one.grades
    ]
    if one.risk_at is not None:
        found.append((one.risk_at, one.risk, one.reason, False))
    return sorted(found)


def _graded(one: Episode, number: str) -> Iterator[Duty]:
    """The first grade is reviewed, and the risk every day while the child is away."""
    gradings = _gradings(one)
    for place, (at, risk, _, _) in enumerate(gradings):
        if one.found is not None and at >= one.found:
            continue
        after = gradings[place + 1 :]
        if place == 0 and risk in _REVIEW_HOURS:
            due = wall.hours_after(at, _REVIEW_HOURS[risk])
            act = first((when for when, _, _, by in after if by), at)
            yield _unless_found(one, "missing-supervisor-review", number, due, act)
        due = wall.hours_after(at, 24)
        act = first((when for when, *_ in after), at + 1)
        name = reference(number, at)
        yield _unless_found(one, "missing-risk-continuous-review", name, due, act)


def _unless_found(
    one: Episode, slug: str, number: str, due: int, act: int | None
) -> Duty:
    early = one.found is not None and one.found <= (
        due if act is None else min(due, act)
    )
    return one.child, slug, number, due, act, act, "found first" if early else ""


def _shared(one: Episode, number: str) -> Iterator[Duty]:
    told = one.interview
    if told is None or told.held is None or told.by_whom == "POLICE":
        return
    slug, due = "return-interview-shared-with-police", working(told.held, 5)
    yield one.child, slug, number, due, told.shared, told.shared, ""


def _consulted(one: Episode, number: str, deed: Deed) -> Duty:
    act = deed.times.get("partners_consulted_at")
    written = None if "partners_consulted_at" in deed.unwritten else act
    due = wall.hours_after(one.reported, 4)
    early = one.found is not None and one.found <= (
        due if act is None else min(due, act)
    )
    why = "done, not on record" if act != written else "found first" if early else ""
    slug = "missing-looked-after-partners-consulted"
    return one.child, slug, number, due, act, written, why


def _handed_over(deed: Deed, number: str) -> Iterator[Duty]:
    given, taken = deed.times.get("given_at"), deed.times.get("acknowledged_at")
    if given is None or given < _HANDOVER_SINCE or not number:
        return
    if deed.cells.get("given_to", "") == deed.cells.get("given_by", ""):
        taken = None
    written = None if "acknowledged_at" in deed.unwritten else taken
    why = "done, not on record" if taken != written else ""
    name, due = reference(number, given), wall.hours_after(given, 0) + 30
    yield deed.child, "missing-active-handover", name, due, taken, written, why


def _repeated(county: County, numbers: dict[int, str]) -> Iterator[Duty]:
    """A meeting after the third report in ninety days; a grade that is not lowered."""
    away: dict[int, list[tuple[int, int]]] = {}
    for place, one in enumerate(county.lives.episodes):
        away.setdefault(one.child, []).append((one.reported, place))
    for child, reports in away.items():
        times = sorted(at for at, _ in reports)
        thirds = [at for at in times if _in_window(times, at) >= 3]
        held = [
            one for one in county.lives.discussions if one.child == child and thirds
        ]
        named = {at: numbers.get(place, "") for at, place in reports}
        for at in open_until(thirds, [one.held for one in held]):
            due = working(at, 5)
            act = first((one.held for one in held), at)
            written = first((one.held for one in held if one.known_to_police), at)
            slug = "repeat-missing-strategy-meeting"
            yield child, slug, named[at], due, act, written, ""
        for at, place in reports:
            if at in thirds and numbers.get(place):
                yield from _kept(county.lives.episodes[place], numbers[place])


def _in_window(times: list[int], at: int) -> int:
    return sum(at - _WINDOW < one <= at for one in times)


def _kept(one: Episode, number: str) -> Iterator[Duty]:
    for at, risk, reason, _ in _gradings(one):
        kept = at if risk in _NOT_LOW or reason.strip() not in _NO_REASON else None
        slug = "missing-grade-not-lowered-for-repeat"
        yield one.child, slug, reference(number, at), at, kept, kept, ""


# --- from the cells ---------------------------------------------------------------


def _written(asked: Asked) -> tuple[Cells, list[Cells]] | None:
    """The report and its later grades, if every time in them is whole."""
    report = asked.files.one("missing", "misper_id", asked.number)
    if report is None or report["nominal_id"] != asked.nominal:
        return None
    grades = asked.files.rows("missing_risk", "misper_id", asked.number)
    known = [report["risk_at"], report["found_at"], *(row["at"] for row in grades)]
    return None if minutes(known) is None else (report, grades)


def _grades_of(report: Cells, grades: list[Cells]) -> list[tuple[int, str, str, str]]:
    found = [
        (row["at"], row["risk"], row["reason"], row["by_supervisor"]) for row in grades
    ]
    found.append((report["risk_at"], report["risk"], report["risk_reason"], "false"))
    timed = ((minute(at), *rest) for at, *rest in found)
    return sorted((at, *rest) for at, *rest in timed if at is not None)  # type: ignore[misc]


def _supervised(asked: Asked) -> str:
    told = _written(asked)
    gradings = _grades_of(*told) if told else []
    if told is None or not gradings or any(by in UNSAID for *_, by in gradings):
        return ""
    at, risk, _, by = gradings[0]
    found = minute(told[0]["found_at"])
    # Who reviews a grade that a supervisor gave is nowhere said.
    if risk not in _REVIEW_HOURS or by == "true" or (found is not None and found <= at):
        return ""
    act = first((when for when, *_, by in gradings[1:] if by == "true"), at)
    return outcome(wall.hours_after(at, _REVIEW_HOURS[risk]), act, found)


def _reviewed(asked: Asked) -> str:
    told = _written(asked)
    if told is None or asked.at is None:
        return ""
    times = [at for at, *_ in _grades_of(*told)]
    found = minute(told[0]["found_at"])
    if times.count(asked.at) != 1 or (found is not None and found <= asked.at):
        return ""
    return outcome(wall.hours_after(asked.at, 24), first(times, asked.at + 1), found)


def _shared_on(asked: Asked) -> str:
    report = asked.files.one("missing", "misper_id", asked.number)
    told = asked.files.one("return_interview", "misper_id", asked.number)
    if report is None or told is None or report["nominal_id"] != asked.nominal:
        return ""
    held, act = told["done_at"], told["shared_with_police_at"]
    at = minute(held)
    if at is None or minutes([held, act]) is None or told["by_whom"] in UNSAID:
        return ""
    return "" if told["by_whom"] == "POLICE" else outcome(working(at, 5), minute(act))


def _asked_partners(asked: Asked) -> str:
    """Where the council's returns say that the child was in care that day."""
    report = asked.files.one("missing", "misper_id", asked.number)
    told = asked.files.one("missing_response", "misper_id", asked.number)
    if report is None or told is None or report["nominal_id"] != asked.nominal:
        return ""
    at, cells = (
        minute(report["reported_at"]),
        (told["partners_consulted_at"], report["found_at"]),
    )
    if at is None or minutes(cells) is None or not _looked_after(asked, at // wall.DAY):
        return ""
    due = wall.hours_after(at, 4)
    act, found = map(minute, cells)
    return "" if act is not None and act < at else outcome(due, act, found)


def _looked_after(asked: Asked, number: int) -> bool:
    council = asked.council
    return (
        number < council.end
        and council.names_the_same(asked.child, asked.nominal)
        and any(
            one.begun < number and (one.ended is None or number < one.ended)
            for one in council.care.get(asked.child, ())
        )
    )


def _acknowledged(asked: Asked) -> str:
    found = [
        row
        for row in asked.files.rows("missing_handover", "misper_id", asked.number)
        if minute(row["given_at"]) == asked.at
    ]
    report = asked.files.one("missing", "misper_id", asked.number)
    if len(found) != 1 or report is None or report["nominal_id"] != asked.nominal:
        return ""
    (row,) = found
    taken = row["acknowledged_at"]
    if asked.at is None or minutes([taken]) is None:
        return ""
    if taken and "" in (row["given_by"], row["given_to"]):
        return ""
    act = None if row["given_by"] == row["given_to"] else minute(taken)
    return outcome(wall.hours_after(asked.at, 0) + 30, act)


def _counted(asked: Asked, at: int) -> int:
    """The child's reports of the ninety days up to then; 0 where that is in doubt."""
    reports = asked.times("missing", "reported_at")
    if not reports or asked.child in asked.council.untold:
        return 0
    if any(abs(at - _WINDOW - one) <= NEAR for one in reports):
        return 0
    return _in_window(reports, at)


def _met_about(asked: Asked) -> str:
    reports = asked.times("missing", "reported_at")
    held = asked.times("strategy_discussion", "took_place_at")
    own = asked.files.one("missing", "misper_id", asked.number)
    at = minute(own["reported_at"]) if own else None
    if reports is None or held is None or at is None or at not in reports:
        return ""
    counts = {one: _counted(asked, one) for one in reports}
    if not all(counts.values()):
        return ""
    thirds = [one for one in reports if counts[one] >= 3]
    if at not in open_until(thirds, held):
        return ""
    return outcome(working(at, 5), first(held, at))


def _not_lowered(asked: Asked) -> str:
    told = _written(asked)
    if told is None or asked.at is None:
        return ""
    found = [one for one in _grades_of(*told) if one[0] == asked.at]
    report = minute(told[0]["reported_at"])
    if len(found) != 1 or report is None:
        return ""
    counted = _counted(asked, report), _counted(asked, asked.at)
    _, risk, reason, _ = found[0]
    if 0 in counted or min(counted) < 3 or risk in UNSAID:
        return ""
    if risk in _NOT_LOW:
        return "met"
    # Whether words are a reason is for a person to read.
    return "" if reason.strip() else "missed"


READERS: dict[str, Callable[[Asked], str]] = {
    "missing-supervisor-review": _supervised,
    "missing-risk-continuous-review": _reviewed,
    "return-interview-shared-with-police": _shared_on,
    "missing-looked-after-partners-consulted": _asked_partners,
    "missing-active-handover": _acknowledged,
    "repeat-missing-strategy-meeting": _met_about,
    "missing-grade-not-lowered-for-repeat": _not_lowered,
}
