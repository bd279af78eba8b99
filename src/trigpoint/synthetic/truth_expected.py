"""What a reader of the police files could know of a duty, and the outcome that follows.

Worked out from the cells as written, by the wall clock and on its own: it shares nothing with
the judging of standards. A cell that is empty, unknown or only a day where a time decides
leaves the duty not knowable.
"""

from collections import defaultdict
from collections.abc import Callable
from datetime import datetime, timedelta

from trigpoint.synthetic import wall

#: Written times are London wall clock, without offset.
_FIRST = datetime(1970, 1, 1)  # noqa: DTZ001
Cells = dict[str, str]
#: Outcome, or "" where it cannot be known.
Answer = str
_REPORTED = {"missing": "misper_id", "missing_risk": "misper_id",
             "return_interview": "misper_id", "occurrence": "occ_id",
             "occ_person": "occ_id", "safeguarding_notice": "scn_id",
             "conference": "conf_id", "strategy_discussion": "sd_id"}  # fmt: skip
_INDEPENDENT = ("LA", "COMMISSIONED", "OTHER")
#: Response grades, the most urgent first, and whom a response is for.
GRADES = ("EMERGENCY", "PRIORITY", "SCHEDULED", "APPOINTMENT", "NO_ATTENDANCE")
THERE = ("VICTIM", "CHILD_PRESENT", "CHILD_LIVES_THERE")
_HOLDERS = (*_INDEPENDENT, "CARER", "POLICE")
_TRIAGE_HOURS = {"HIGH": 4, "MEDIUM": 24, "LOW": 72, "NONE": 72}


class Written:
    """The police rows as entered, by the number of the thing they tell of."""

    def __init__(self, rows: dict[str, list[Cells]]) -> None:
        self._by_number: dict[str, dict[str, list[Cells]]] = {}
        for file, key in _REPORTED.items():
            kept: dict[str, list[Cells]] = defaultdict(list)
            for row in rows.get(file, ()):
                kept[row[key]].append(row)
            self._by_number[file] = kept
        self._reports: dict[str, list[str]] = defaultdict(list)
        for row in rows.get("missing", ()):
            self._reports[row["nominal_id"]].append(row["reported_at"])

    def rows(self, file: str, number: str) -> list[Cells]:
        """The rows of that thing."""
        return self._by_number[file].get(number, [])

    def first(self, file: str, number: str) -> Cells | None:
        """Its one row, if it was entered."""
        found = self.rows(file, number)
        return found[0] if found else None

    def reports(self, nominals: set[str]) -> list[str]:
        """When the child was reported missing, under any of its numbers."""
        return [at for nominal in nominals for at in self._reports.get(nominal, ())]

    def answer(self, slug: str, number: str, nominals: set[str]) -> Answer:
        """The outcome that the files show, or "" where they cannot."""
        read = _READERS.get(slug)
        return read(self, number, nominals) if read and number else ""


def is_vague(cell: str) -> bool:
    """Whether a day only is written, or a minute that a clock change skips or repeats."""
    if not cell or wall.is_day_only(cell):
        return bool(cell)
    at = int((datetime.fromisoformat(cell) - _FIRST).total_seconds()) // 60
    return wall.is_in_doubt(at)


def _time(cell: str) -> datetime | None:
    """A written time; None where it is empty, or vague."""
    return None if not cell or is_vague(cell) else datetime.fromisoformat(cell)


def _later(cell: str, hours: int) -> datetime | None:
    """So many elapsed hours after a written time, on the wall clock."""
    at = _time(cell)
    return None if at is None else _wall(at, hours)


def _wall(at: datetime, hours: int) -> datetime:
    day = (at.date() - _FIRST.date()).days
    minute = wall.start_of(day) + at.hour * 60 + at.minute
    return _FIRST + timedelta(minutes=wall.hours_after(minute, hours))


def _by(due: datetime | None, cells: list[str]) -> Answer:
    """Met, late or missed, by the first of the acts; "" where one is a day only."""
    if due is None or any(map(is_vague, cells)):
        return ""
    acts = sorted(_ for _ in map(_time, cells) if _ is not None)
    if not acts:
        return "missed"
    return "met" if acts[0] <= due else "late"


def _graded(written: Written, number: str, _nominals: set[str]) -> Answer:
    row = written.first("missing", number)
    if row is None:
        return ""
    acts = [row["risk_at"]] if row["risk_reason"].strip() else []
    acts += [
        one["at"]
        for one in written.rows("missing_risk", number)
        if one["reason"].strip()
    ]
    return _by(_later(row["reported_at"], 1), [cell for cell in acts if cell])


def _again(written: Written, nominals: set[str], after: datetime, by: datetime) -> bool:
    times = (_time(cell) for cell in written.reports(nominals))
    return any(after <= at <= by for at in times if at is not None)


def _prevention(written: Written, number: str, nominals: set[str]) -> Answer:
    row = written.first("missing", number)
    found = _time(row["found_at"]) if row else None
    if row is None or found is None or len(nominals) > 1:
        return ""
    act = row["prevention_interview_at"]
    if act and _time(act) is None:
        return ""
    due = _wall(found, 24)
    until = min(due, _time(act) or due)
    if _again(written, nominals, found, until):
        return "excepted"
    return _by(due, [act] if act else [])


def _interview(written: Written, number: str, nominals: set[str]) -> Answer:
    row = written.first("missing", number)
    found = _time(row["found_at"]) if row else None
    if found is None or len(nominals) > 1:
        return ""
    due, told = _wall(found, 72), written.first("return_interview", number)
    done = told["done_at"] if told else ""
    if (
        told
        and done
        and (
            _time(done) is None
            or told["by_whom"] not in (*_INDEPENDENT, "CARER", "POLICE")
        )
    ):
        return ""
    held = _time(done) if told and told["by_whom"] in _INDEPENDENT else None
    until = min(due, held or due)
    if _again(written, nominals, found, until):
        return "excepted"
    offered = _time(told["offered_at"]) if told else None
    if told and offered is not None and offered <= until and told["accepted"] != "true":
        # An answer that nobody wrote could have been a refusal.
        if held is not None and held <= due:
            return "met"
        return "excepted" if told["accepted"] == "false" else ""
    if held is None:
        return "missed"
    return "met" if held <= due else "late"


def _recorded(written: Written, number: str, nominals: set[str]) -> Answer:
    row = written.first("occurrence", number)
    roles = [
        one["role"]
        for one in written.rows("occ_person", number)
        if one["nominal_id"] in nominals
    ]
    if row is None or row["type"] != "CRIME" or roles != ["VICTIM"]:
        return ""
    act = row["crime_recorded_at"]
    return _by(_later(row["reported_at"], 24), [act] if act else [])


def _triaged(written: Written, number: str, _nominals: set[str]) -> Answer:
    row = written.first("safeguarding_notice", number)
    if row is None or row["risk"] not in _TRIAGE_HOURS:
        return ""
    act = row["triaged_at"]
    return _by(
        _later(row["submitted_at"], _TRIAGE_HOURS[row["risk"]]), [act] if act else []
    )


def _report(written: Written, number: str, _nominals: set[str]) -> Answer:
    row = written.first("conference", number)
    if row is None:
        return ""
    if row["police_attended"] == "NA":
        return "excepted"
    day = (datetime.fromisoformat(row["conference_date"]) - _FIRST).days
    before = wall.working_day_before(day, 2 if row["type"] == "ICPC" else 5)
    due = _FIRST + timedelta(days=before + 1) - timedelta(microseconds=1)
    act = row["police_report_at"]
    return _by(due, [act] if act else [])


def _attended(written: Written, number: str, _nominals: set[str]) -> Answer:
    row = written.first("conference", number)
    known = {"true": "met", "false": "missed", "NA": "excepted"}
    return known.get(row["police_attended"], "") if row else ""


def _kept_grade(written: Written, number: str, nominals: set[str]) -> Answer:
    row = written.first("occurrence", number)
    roles = [
        one["role"]
        for one in written.rows("occ_person", number)
        if one["nominal_id"] in nominals
    ]
    if row is None or len(roles) != 1 or roles[0] not in THERE:
        return ""
    first, last = row["grade_first"], row["grade"]
    if row["grade_reason"].strip():
        return "met"
    if first not in GRADES or last not in GRADES:
        return ""
    return "missed" if GRADES.index(last) > GRADES.index(first) else "met"


def _end_of_day(cell: str, working_days: int = 0) -> datetime | None:
    at = _time(cell)
    if at is None:
        return None
    day = (at.date() - _FIRST.date()).days
    last = wall.working_day_after(day, working_days) if working_days else day
    return _FIRST + timedelta(days=last + 1) - timedelta(microseconds=1)


def _minuted(written: Written, number: str, _nominals: set[str]) -> Answer:
    row = written.first("strategy_discussion", number)
    if row is None:
        return ""
    act, held = row["minutes_at"], row["took_place_at"]
    # A day alone is enough where it is the day itself.
    if act and len(act) <= 10:
        return "met" if act == held[:10] else ""
    return _by(_end_of_day(held), [act] if act else [])


def _enquirers(written: Written, number: str, _nominals: set[str]) -> Answer:
    row = written.first("strategy_discussion", number)
    if row is None or row["decision"] != "S47" or row["s47_type"] == "UNKNOWN":
        return ""
    return "met" if row["s47_type"] else "missed"


def _decided(written: Written, number: str, _nominals: set[str]) -> Answer:
    row = written.first("safeguarding_notice", number)
    if row is None or not row["sent_to_la_at"]:
        return ""
    act = row["la_decision_at"]
    return _by(_end_of_day(row["sent_to_la_at"], 1), [act] if act else [])


_READERS: dict[str, Callable[[Written, str, set[str]], Answer]] = {
    "missing-risk-assessment": _graded,
    "missing-prevention-interview": _prevention,
    "return-home-interview-72-hours": _interview,
    "crime-recorded-24-hours": _recorded,
    "mash-referral-triaged": _triaged,
    "conference-police-report": _report,
    "conference-police-attendance": _attended,
    "risk-graded-response": _kept_grade,
    "strategy-discussion-decisions-recorded": _minuted,
    "section-47-joint-or-single-agency-decision": _enquirers,
    "la-referral-decision-one-working-day": _decided,
}
