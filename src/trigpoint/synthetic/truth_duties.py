"""Which duties truly were met, and which stand on record as met: what the simulation knows.

Only duties whose truth the simulation holds are listed, under the slugs of the
library; the due time is worked out here again, on its own, from the wall clock.
"""

from collections.abc import Callable, Iterable, Iterator

from trigpoint.synthetic import wall
from trigpoint.synthetic.county import County
from trigpoint.synthetic.truth_expected import GRADES, THERE

#: Duties that the council's census shows.
_COUNCIL = ("assessment-45-working-days", "icpc-15-working-days")
#: A day that does not come.
FAR = 10**6
#: child, duty, reference, due, true act, act on record, why
Duty = tuple[int, str, str, int | None, int | None, int | None, str]


#: slug, reference, child -> the outcome that the files show, "" where they cannot.
Answers = Callable[[str, str, int], str]


HEAD = ("person", "duty", "reference", "due", "met", "recorded_as_met", "why",
        "knowable", "expected")  # fmt: skip


def duties(
    county: County,
    police: dict[str, dict[int, str]],
    answers: Answers,
    more: Iterable[Duty] = (),
    grown: Callable[[int], int] = lambda _: FAR,
) -> list[tuple[Duty, tuple[str, ...]]]:
    """Each duty, and its row: child x duty x due x met x recorded as met x why x ...

    `more`: duties that were worked out elsewhere. `grown`: the day from which some record
    has it that the child is none any more; what falls due then is not knowable.
    """
    found = sorted(
        [
            *_missing(county, police),
            *_contact(county, police),
            *_planning(county, police),
            *_graded(county, police),
            *_agreed(county, police),
            *more,
        ],
        key=lambda one: (one[0], one[1], one[2], one[3] or 0),
    )
    # What falls due in the last minute is not yet overdue when the records end.
    last = county.lives.end * wall.DAY - 1
    found = [one for one in found if one[3] is not None and one[3] < last]
    reach = wall.start_of(county.lives.council_end)
    return [(one, _row(one, answers, reach, grown(one[0]))) for one in found]


def _row(one: Duty, answers: Answers, reach: int, grown: int) -> tuple[str, ...]:
    child, duty, reference, due, act, written, why = one
    assert due is not None
    met = act is not None and act <= due
    recorded = written is not None and written <= due
    said = (str(met).lower(), str(recorded).lower())
    expected = answers(duty, reference, child)
    if duty in _COUNCIL and due < reach:
        # The census holds every date up to its reference day.
        done = written is not None and written < reach
        expected = ("met" if recorded else "late") if done else "missed"
        if written is not None and not done and duty != _COUNCIL[0]:
            # Police may hold what the council's next return will tell.
            expected = ""
    if due >= wall.start_of(grown):
        expected = ""
    known = str(bool(expected)).lower()
    return (
        f"T{child:06d}",
        duty,
        reference,
        wall.iso(due),
        *said,
        why,
        known,
        expected,
    )


def _missing(county: County, police: dict[str, dict[int, str]]) -> Iterator[Duty]:
    end = county.lives.end * wall.DAY
    for place, one in enumerate(county.lives.episodes):
        number = police["episode"].get(place, "")
        graded = one.risk_at if one.reason else None
        due = one.reported + 60
        if due < end:
            yield (
                one.child, "missing-risk-assessment", number, due, graded, graded,
                "no reason written" if one.risk_at and not one.reason else "",
            )  # fmt: skip
        if one.found is None:
            continue
        due = wall.hours_after(one.found, 24)
        written = None if "prevention" in one.unwritten else one.prevention
        if due < end:
            why = "done, not on record" if written != one.prevention else ""
            slug = "missing-prevention-interview"
            yield one.child, slug, number, due, one.prevention, written, why
        told = one.interview
        held = told.held if told and told.by_whom in ("LA", "COMMISSIONED") else None
        written = None if told and "held" in told.unwritten else held
        due = wall.hours_after(one.found, 72)
        if due < end:
            why = _interview_why(told is not None, told.accepted if told else None)
            slug = "return-home-interview-72-hours"
            yield one.child, slug, number, due, held, written, why


def _interview_why(offered: bool, accepted: bool | None) -> str:
    if not offered:
        return "not offered"
    return "refused" if accepted is False else ""


def _contact(county: County, police: dict[str, dict[int, str]]) -> Iterator[Duty]:
    end = county.lives.end * wall.DAY
    for one in county.lives.occurrences:
        if one.type == "CRIME":
            due = wall.hours_after(one.reported, 24)
            number = police["occurrence"][one.number]
            recorded = one.crime_recorded
            for child, role in one.children:
                if role == "VICTIM" and due < end:
                    slug = "crime-recorded-24-hours"
                    yield child, slug, number, due, recorded, recorded, ""
    limits = {"HIGH": 4, "MEDIUM": 24, "LOW": 72, "NONE": 72}
    for notice in county.lives.notices:
        due = wall.hours_after(notice.submitted, limits[notice.risk])
        number = police["notice"][notice.number]
        if due < end:
            slug, at = "mash-referral-triaged", notice.triaged
            yield notice.child, slug, number, due, at, at, ""


def _graded(county: County, police: dict[str, dict[int, str]]) -> Iterator[Duty]:
    """A response that is not made slower than it was first graded, or says why."""
    end = county.lives.end * wall.DAY
    for one in county.lives.occurrences:
        if one.reported >= end or one.grade_first not in GRADES:
            continue
        slower = GRADES.index(one.grade) > GRADES.index(one.grade_first)
        kept = None if slower and not one.grade_reason else one.reported
        number = police["occurrence"][one.number]
        for child, role in one.children:
            if role in THERE:
                slug = "risk-graded-response"
                yield child, slug, number, one.reported, kept, kept, ""


def _agreed(county: County, police: dict[str, dict[int, str]]) -> Iterator[Duty]:
    """What a discussion decided is on record that day, and who enquires; the answers."""
    end = county.lives.end * wall.DAY
    for one in county.lives.discussions:
        due = wall.start_of(one.held // wall.DAY + 1) - 1
        if not one.known_to_police or due >= end:
            continue
        number = police["discussion"][one.number]
        slug, at = "strategy-discussion-decisions-recorded", one.minutes
        yield one.child, slug, number, due, at, at, ""
        if one.decision == "S47":
            slug = "section-47-joint-or-single-agency-decision"
            at = one.held if one.section_47_type else None
            yield one.child, slug, number, one.held, at, at, ""
    for notice in county.lives.notices:
        if notice.sent is None:
            continue
        last = wall.working_day_after(notice.sent // wall.DAY, 1)
        due = wall.start_of(last + 1) - 1
        if due < end:
            slug, at = "la-referral-decision-one-working-day", notice.answered
            number = police["notice"][notice.number]
            yield notice.child, slug, number, due, at, at, ""


def _planning(county: County, police: dict[str, dict[int, str]]) -> Iterator[Duty]:
    end = county.lives.end
    for one in county.lives.assessments:
        referral = county.lives.referrals[one.referral]
        due = wall.working_day_after(referral.day, 45)
        if due < end:
            at = None if one.authorised is None else wall.start_of(one.authorised)
            whole = wall.start_of(due + 1) - 1
            yield one.child, "assessment-45-working-days", "", whole, at, at, ""
    held = {
        (one.child, one.enquiry_day): one
        for one in county.lives.conferences
        if one.kind == "ICPC" and not one.cancelled and one.day < end
    }
    for enquiry in county.lives.enquiries:
        due = wall.working_day_after(enquiry.day, 15)
        if enquiry.conference_needed and due < end:
            conference = held.get((enquiry.child, enquiry.day))
            at = None if conference is None else wall.start_of(conference.day, 10)
            whole = wall.start_of(due + 1) - 1
            yield enquiry.child, "icpc-15-working-days", "", whole, at, at, ""
    yield from _police_part(county, police)


def _police_part(county: County, police: dict[str, dict[int, str]]) -> Iterator[Duty]:
    for place, one in enumerate(county.lives.conferences):
        if one.told is None or one.cancelled or one.day >= county.lives.end:
            continue
        number = police["conference"].get(place, "")
        before = 2 if one.kind == "ICPC" else 5
        due = wall.start_of(wall.working_day_before(one.day, before) + 1) - 1
        written = None if "report" in one.unwritten else one.report
        why = "done, not on record" if written != one.report else ""
        yield (
            one.child,
            "conference-police-report",
            number,
            due,
            one.report,
            written,
            why,
        )
        if one.kind == "ICPC":
            due = wall.start_of(one.day + 1) - 1
            there = wall.start_of(one.day, 10) if one.attended else None
            written = None if "attended" in one.unwritten else there
            why = "attended, not on record" if written != there else ""
            slug = "conference-police-attendance"
            yield one.child, slug, number, due, there, written, why
