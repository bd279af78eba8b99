"""Duties of the profile's second version: whether they truly were met, and what the files show.

One line for each duty whose two ends stand in one row: from one column, by a limit, to
another. Worked out by the wall clock and on its own, as truth_expected.py does.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from trigpoint.synthetic import wall
from trigpoint.synthetic.county import County
from trigpoint.synthetic.deeds_export import HEADERS
from trigpoint.synthetic.lives import Deed
from trigpoint.synthetic.truth_duties import Duty

#: A column and the code in it.
Cell = tuple[str, str]
_FIRST = datetime(1970, 1, 1)  # noqa: DTZ001 - London wall clock, as written
#: From when a child's bail and the images of children had the duties named here.
_BAIL_CODE = datetime(2015, 10, 26)  # noqa: DTZ001
_GRADED_IMAGES = datetime(2023, 4, 1)  # noqa: DTZ001


@dataclass(frozen=True, slots=True, kw_only=True)
class InOneRow:
    """A duty from the column `base` to the column `act`.

    The limit is in elapsed hours, or to the end of a working or calendar day, or by the
    code in `by` (one of those two each), or the time in the column `until`. `of_report`:
    columns that stand in the row of the missing report it belongs to. `before`: a
    column whose time excuses it, if it comes first (`before_if`: only with this cell);
    `excuse`: a code that does. `only`: the cell that calls for the duty. `never_as`: the
    cell with which the act does not count; `said`: the cell without which it does not;
    `by_another`: two cells that must name two people.
    """

    slug: str
    file: str
    base: str
    act: str
    hours: int = 0
    working_days: int = 0
    days: int = 0
    before: str = ""
    before_if: Cell | None = None
    excuse: str = ""
    only: Cell | None = None
    never_as: Cell | None = None
    said: str = ""
    by_another: tuple[str, str] | None = None
    of_report: tuple[str, ...] = ()
    until: str = ""
    by: str = ""
    limits: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    #: Since when there is the duty, where not since before any county that is invented.
    since: datetime = _FIRST

    @property
    def begins(self) -> int:
        """Since when there is the duty, in wall-clock minutes."""
        return wall.start_of((self.since - _FIRST).days)

    def due(self, at: int, until: int | None, code: str) -> int | None:
        """When it falls due, in wall-clock minutes; None where that cannot be known."""
        if self.until:
            return until
        hours, days = self.hours, self.days
        if self.by:
            if code not in self.limits:
                return None
            hours, days = self.limits[code]
        if hours:
            return wall.hours_after(at, hours)
        day = at // wall.DAY
        last = (
            wall.working_day_after(day, self.working_days)
            if self.working_days
            else day + days
        )
        return wall.start_of(last + 1) - 1


def _told(slug: str, act: str, hours: int, excuse: str = "") -> InOneRow:
    return InOneRow(
        slug=f"police-protection-{slug}", file="police_protection", base="began_at",
        act=act, hours=hours, excuse=excuse,
    )  # fmt: skip


DUTIES = (
    InOneRow(
        slug="police-protection-72-hours", file="police_protection", base="began_at",
        act="ended_at", hours=72, before="court_order_at",
    ),
    # What is written at its beginning is there at once, or is not there.
    InOneRow(
        slug="police-protection-grounds", file="police_protection", base="began_at",
        act="began_at", hours=1, said="grounds",
    ),
    _told("inform-la-where-found", "la_where_found_told_at", 4),
    _told("inform-la-of-residence", "la_of_residence_told_at", 4, "SAME_COUNCIL"),
    _told("child-told", "child_told_at", 4, "COULD_NOT_UNDERSTAND"),
    _told("wishes-and-feelings", "wishes_sought_at", 4, "NOT_PRACTICABLE"),
    _told("parents-informed", "parents_told_at", 6, "NOT_PRACTICABLE"),
    InOneRow(
        slug="inbound-information-owned", file="incoming_information",
        base="received_at", act="owned_at", hours=1,
    ),
    InOneRow(
        slug="professional-disagreement-escalation", file="escalation",
        base="disagreed_at", act="escalated_at", working_days=1,
    ),
    InOneRow(
        slug="rso-breach-followed-up", file="offender_breach", base="known_at",
        act="followed_up_at", working_days=2,
    ),
    InOneRow(
        slug="appropriate-adult-and-healthcare", file="detention", base="detained_at",
        act="appropriate_adult_at", hours=3, before="ended_at",
    ),
    InOneRow(
        slug="suspect-contact-prevented", file="investigation_step",
        base="suspect_known_at", act="suspect_kept_away_at", hours=24,
    ),
    InOneRow(
        slug="named-suspect-risk-to-other-children", file="investigation_step",
        base="suspect_known_at", act="other_children_assessed_at", working_days=3,
    ),
    InOneRow(
        slug="digital-device-triage", file="investigation_step",
        base="devices_seized_at", act="devices_triaged_at", days=28,
    ),
    InOneRow(
        slug="police-protection-suitable-accommodation", file="police_protection",
        base="began_at", act="accommodated_at", hours=6, before="ended_at",
        never_as=("place", "POLICE_STATION"),
    ),
    InOneRow(
        slug="police-protection-release", file="police_protection",
        base="inquiry_done_at", act="ended_at", hours=1, before="court_order_at",
        only=("still_at_risk", "false"),
    ),
    InOneRow(
        slug="bail-refused-transfer-to-la", since=_BAIL_CODE, file="detention",
        base="bail_refused_at",
        act="moved_to_la_at", until="court_at", excuse="NOT_PRACTICABLE",
        before="bed_requested_at", before_if=("bed_reply", "NO_SECURE_BED"),
    ),
    InOneRow(
        slug="detention-certificate-to-court", since=_BAIL_CODE, file="detention",
        base="bail_refused_at", act="certified_at", until="court_at",
        before="moved_to_la_at",
    ),
    InOneRow(
        slug="image-referral-graded-response", since=_GRADED_IMAGES, file="image_referral",
        base="received_at", act="acted_on_at", by="grade",
        limits={"VERY_HIGH": (24, 0), "HIGH": (0, 7), "MEDIUM": (0, 14), "LOW": (0, 30)},
    ),
    InOneRow(
        slug="online-suspect-la-informed", since=_GRADED_IMAGES,
        file="image_referral", base="received_at",
        act="la_told_at", hours=24, excuse="COVERT_RISK_AGREED",
        only=("lives_with_children", "true"),
    ),
    InOneRow(
        slug="missing-prompt-enquiries", file="missing_response", base="reported_at",
        act="first_enquiry_at", hours=2, before="found_at",
        of_report=("reported_at", "found_at"),
    ),
    InOneRow(
        slug="missing-report-detective-review", file="missing_response",
        base="reported_at", act="detective_review_at", working_days=1,
        of_report=("reported_at",),
    ),
    InOneRow(
        slug="police-protection-designated-officer-inquiry", file="police_protection",
        base="began_at", act="inquiry_begun_at", hours=6,
        by_another=("constable", "designated_officer"),
    ),
    InOneRow(
        slug="la-bed-request-recorded", file="detention", base="bail_refused_at",
        act="bed_requested_at", hours=2, since=_BAIL_CODE, said="bed_reply",
    ),
)  # fmt: skip
_BY_SLUG = {one.slug: one for one in DUTIES}


def rows(county: County, numbers: dict[int, str]) -> Iterator[Duty]:
    """Every such duty that fell due in the period; `numbers`: of each deed as written."""
    end = county.lives.end * wall.DAY
    for place, deed in enumerate(county.lives.deeds):
        for duty in DUTIES:
            if duty.file != deed.file:
                continue
            at = _times(county, deed, duty).get(duty.base)
            if at is None or at < duty.begins or not _is(deed.cells, duty.only):
                continue
            until = deed.times.get(duty.until) if duty.until else None
            due = duty.due(at, until, deed.cells.get(duty.by, ""))
            if due is not None and due < end:
                yield _duty(deed, duty, due, numbers[place])


def _times(county: County, deed: Deed, duty: InOneRow) -> dict[str, int | None]:
    """The deed's times, with those of the missing report where the duty needs them."""
    if not duty.of_report or deed.of is None:
        return deed.times
    episode = county.lives.episodes[deed.of[1]]
    return {**deed.times, "reported_at": episode.reported, "found_at": episode.found}


def _is(cells: Mapping[str, str], wanted: Cell | None) -> bool:
    return wanted is None or cells[wanted[0]] == wanted[1]


def _duty(deed: Deed, duty: InOneRow, due: int, number: str) -> Duty:
    act = deed.times.get(duty.act)
    if not _counts(deed.cells, duty):
        act = None
    written = None if duty.act in deed.unwritten else act
    why = "done, not on record" if written != act else ""
    return deed.child, duty.slug, number, due, act, written, why


def _counts(cells: Mapping[str, str], duty: InOneRow) -> bool:
    """Whether what was done is what was to be done."""
    if duty.never_as and _is(cells, duty.never_as):
        return False
    if duty.said and not cells[duty.said]:
        return False
    one, other = duty.by_another or ("", "")
    return not duty.by_another or cells[one] != cells[other]


class WrittenDeeds:
    """The rows as entered, by file and number."""

    def __init__(self, rows: dict[str, list[dict[str, str]]]) -> None:
        self._rows: dict[tuple[str, str], list[dict[str, str]]] = defaultdict(list)
        for file, header in HEADERS.items():
            for row in rows.get(file, ()):
                self._rows[file, row[header[0]]].append(row)
        for row in rows.get("missing", ()):
            self._rows["missing", row["misper_id"]].append(row)

    def answer(self, slug: str, number: str, nominals: set[str]) -> str:
        """The outcome that the row shows, or "" where it cannot."""
        duty = _BY_SLUG.get(slug)
        if duty is None:
            return ""
        found = [
            row
            for row in self._rows[duty.file, number]
            if "nominal_id" not in row or row["nominal_id"] in nominals
        ]
        if len(found) != 1:
            return ""
        if not duty.of_report:
            return _shown(duty, found[0])
        reports = self._rows["missing", number]
        if len(reports) != 1 or reports[0]["nominal_id"] not in nominals:
            return ""
        told = {name: reports[0][name] for name in duty.of_report}
        return _shown(duty, {**found[0], **told})


def _shown(duty: InOneRow, row: dict[str, str]) -> str:
    columns = (duty.base, duty.act, duty.before, duty.until)
    cells = [row[name] if name else "" for name in columns]
    coded = [one[0] for one in (duty.only, duty.never_as, duty.before_if) if one]
    if duty.by_another and cells[1]:
        coded += duty.by_another
    unsaid = any(row[name] in ("", "UNKNOWN") for name in coded)
    unsaid |= bool(duty.said) and row[duty.said] == "UNKNOWN"
    if not cells[0] or unsaid or any(0 < len(cell) <= 10 for cell in cells):
        return ""
    if not _is(row, duty.only):
        return ""
    if duty.excuse and duty.excuse in row["excused"].split(";"):
        return "excepted"
    base, act, before, until = (_minute(cell) for cell in cells)
    assert base is not None
    due = duty.due(base, until, row.get(duty.by, ""))
    if due is None:
        return ""
    if not _counts(row, duty):
        act = None
    if before is not None and not _is(row, duty.before_if):
        before = None
    return _by(due, act, before)


def _by(due: int, act: int | None, before: int | None) -> str:
    """The outcome of a duty that an earlier time may excuse."""
    if before is not None and before <= due and (act is None or before < act):
        return "excepted"
    if act is None:
        return "missed"
    return "met" if act <= due else "late"


def _minute(cell: str) -> int | None:
    if not cell:
        return None
    return int((datetime.fromisoformat(cell) - _FIRST).total_seconds()) // 60
