"""Duties of the profile's second version: whether they truly were met, and what the files show.

One line for each duty whose two ends stand in one row: from one column, by a limit, to
another. Worked out by the wall clock and on its own, as truth_expected.py does.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from trigpoint.synthetic import wall
from trigpoint.synthetic.county import County
from trigpoint.synthetic.deeds_export import HEADERS
from trigpoint.synthetic.lives import Deed
from trigpoint.synthetic.truth_duties import Duty

_FIRST = datetime(1970, 1, 1)  # noqa: DTZ001 - London wall clock, as written


@dataclass(frozen=True, slots=True, kw_only=True)
class InOneRow:
    """A duty from the column `base` to the column `act`.

    The limit is in elapsed hours, or to the end of a working or calendar day. `before`: a
    column whose time excuses it, if it comes first; `excuse`: a code that does.
    """

    slug: str
    file: str
    base: str
    act: str
    hours: int = 0
    working_days: int = 0
    days: int = 0
    before: str = ""
    excuse: str = ""

    def due(self, at: int) -> int:
        """When it falls due, in wall-clock minutes."""
        if self.hours:
            return wall.hours_after(at, self.hours)
        day = at // wall.DAY
        last = (
            wall.working_day_after(day, self.working_days)
            if self.working_days
            else day + self.days
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
)  # fmt: skip
_BY_SLUG = {one.slug: one for one in DUTIES}


def rows(county: County, numbers: dict[int, str]) -> Iterator[Duty]:
    """Every such duty that fell due in the period; `numbers`: of each deed as written."""
    end = county.lives.end * wall.DAY
    for place, deed in enumerate(county.lives.deeds):
        for duty in DUTIES:
            at = deed.times.get(duty.base) if duty.file == deed.file else None
            if at is None or (due := duty.due(at)) >= end:
                continue
            yield _duty(deed, duty, due, numbers[place])


def _duty(deed: Deed, duty: InOneRow, due: int, number: str) -> Duty:
    act = deed.times.get(duty.act)
    written = None if duty.act in deed.unwritten else act
    why = "done, not on record" if written != act else ""
    return deed.child, duty.slug, number, due, act, written, why


class WrittenDeeds:
    """The rows as entered, by file and number."""

    def __init__(self, rows: dict[str, list[dict[str, str]]]) -> None:
        self._rows: dict[tuple[str, str], list[dict[str, str]]] = defaultdict(list)
        for file, header in HEADERS.items():
            for row in rows.get(file, ()):
                self._rows[file, row[header[0]]].append(row)

    def answer(self, slug: str, number: str, nominals: set[str]) -> str:
        """The outcome that the row shows, or "" where it cannot."""
        duty = _BY_SLUG.get(slug)
        if duty is None:
            return ""
        found = [
            row
            for row in self._rows[duty.file, number]
            if row["nominal_id"] in nominals
        ]
        return _shown(duty, found[0]) if len(found) == 1 else ""


def _shown(duty: InOneRow, row: dict[str, str]) -> str:
    cells = [row[duty.base], row[duty.act], row[duty.before] if duty.before else ""]
    if not cells[0] or any(0 < len(cell) <= 10 for cell in cells):
        return ""
    if duty.excuse and duty.excuse in row["excused"].split(";"):
        return "excepted"
    base, act, before = (_minute(cell) for cell in cells)
    assert base is not None
    due = duty.due(base)
    if before is not None and before <= due and (act is None or before < act):
        return "excepted"
    if act is None:
        return "missed"
    return "met" if act <= due else "late"


def _minute(cell: str) -> int | None:
    if not cell:
        return None
    return int((datetime.fromisoformat(cell) - _FIRST).total_seconds()) // 60
