"""Duties whose two ends stand in one row: from which column, by which limit, to which."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from trigpoint.synthetic import wall

#: A column and the code in it.
Cell = tuple[str, str]
RISKS = ("HIGH", "MEDIUM", "LOW", "NONE")
FIRST = datetime(1970, 1, 1)  # noqa: DTZ001 - London wall clock, as written
#: From when there were the duties named here of a child's bail (of any age), of images of
#: children, and of a detective in the hub.
_BAIL_CODE = datetime(2015, 10, 26)  # noqa: DTZ001
_GRADED_IMAGES = datetime(2023, 4, 1)  # noqa: DTZ001
_HUB_DETECTIVE = datetime(2019, 1, 1)  # noqa: DTZ001


@dataclass(frozen=True, slots=True, kw_only=True)
class InOneRow:
    """A duty from the column `base` to the column `act`.

    The limit is in elapsed hours, or to the end of a working or calendar day, or by the
    code in `by` (one of those two each), or the time in the column `until`. `of_report`:
    columns that stand in the row of the missing report it belongs to. `before`: a
    column whose time excuses it, if it comes first (`before_if`: only with this cell);
    `excuse`: a code that does. `only`: the cell that calls for the duty. `never_as`: the
    cell with which the act does not count; `said`: the cell without which it does not;
    `by_another`: two cells that must name two people. `of`: the file of the report, missing
    or occurrence; `written`: its column without which nothing is called for; `excuse_if`:
    its cell that excuses. `by_morning`: due by nine on the next working day's morning;
    `kept_risk`: a risk that is lowered without a reason does not count.
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
    of: str = "missing"
    written: str = ""
    excuse_if: Cell | None = None
    by_morning: bool = False
    kept_risk: bool = False
    until: str = ""
    by: str = ""
    limits: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    #: Since when there is the duty, where not since before any county that is invented.
    since: datetime = FIRST

    @property
    def begins(self) -> int:
        """Since when there is the duty, in wall-clock minutes."""
        return wall.start_of((self.since - FIRST).days)

    def due(self, at: int, until: int | None, code: str) -> int | None:
        """When it falls due, in wall-clock minutes; None where that cannot be known."""
        if self.until:
            return until
        if self.by_morning:
            # In the very last minute before nine nobody could still tell a school.
            return None if at % wall.DAY == 9 * wall.HOUR - 1 else _morning(at)
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


def _morning(at: int) -> int:
    """Nine o'clock on the working day whose morning comes next."""
    day = at // wall.DAY
    if not wall.is_working_day(day) or at >= wall.start_of(day, 9):
        day = wall.working_day_after(day, 1)
    return wall.start_of(day, 9)


def _at_call(slug: str, base: str, act: str, **more: Any) -> InOneRow:  # noqa: ANN401
    held = {"reported_at", "type", base, more.get("until", base), "grade_first"}
    return InOneRow(
        slug=slug, file="occurrence_response", base=base, act=act, of="occurrence",
        of_report=tuple(sorted(held)), **more,
    )  # fmt: skip


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
        since=_HUB_DETECTIVE,
        of_report=("reported_at",),
    ),
    InOneRow(
        slug="found-address-checked", file="missing_response", base="found_at",
        act="address_checked_at", hours=12, of_report=("found_at", "found_where"),
        written="found_where",
    ),
    _at_call(
        "child-seen-and-spoken-to", "arrived_at", "child_seen_at", hours=3,
        before="visit_planned_at",
    ),
    _at_call(
        "control-room-flag-and-history-check", "reported_at", "history_passed_on_at",
        until="arrived_at", excuse_if=("grade_first", "EMERGENCY"),
    ),
    _at_call(
        "domestic-abuse-risk-assessment", "reported_at", "risk_assessed_at", hours=24,
        only=("type", "DOMESTIC_ABUSE"), kept_risk=True,
    ),
    _at_call(
        "operation-encompass-notification", "reported_at", "school_told_at",
        by_morning=True, only=("type", "DOMESTIC_ABUSE"),
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
