"""The eleven lists of the inspection workbook, as rows.

Column names: Ofsted's Annex A, as councils use it. Contacts and referrals reach back
six months, all else twelve.
"""

from collections import Counter
from datetime import datetime
from typing import Any

from trigpoint.synthetic import care, wall
from trigpoint.synthetic.annex_a_columns import COLUMNS
from trigpoint.synthetic.council_register import CouncilChild
from trigpoint.synthetic.county import County
from trigpoint.synthetic.lives import CareSpell, Episode, Plan
from trigpoint.synthetic.spellings import Spelling
from trigpoint.timekeeping import london

Rows = list[list[Any]]


class Snapshot:
    """What the council would put in its workbook on the last day of the period."""

    def __init__(self, county: County, children: dict[int, CouncilChild]) -> None:
        """Look at the county from its last day."""
        self._county, self._children = county, children
        self._lives = county.lives
        self._last = county.lives.council_end - 1
        self._spelling = Spelling(county.streams.of("annex_a:spelling"))

    def lists(self) -> dict[str, tuple[list[str], Rows]]:
        """Sheet title to header and rows."""
        rows = {
            "List 1": self._contacts(),
            "List 3": self._referrals(),
            "List 4": self._assessments(),
            "List 5": self._enquiries(),
            "List 6": self._in_need(),
            "List 7": self._plans(),
            "List 8": self._looked_after(),
        }
        return {name: (list(COLUMNS[name]), rows.get(name, [])) for name in COLUMNS}

    def _past(self, day: int | None) -> datetime | None:
        """A date, unless it was still to come."""
        return _cell(day) if day is not None and day <= self._last else None

    def _who(self, child: int) -> list[Any]:
        one = self._children[child]
        age = round((self._last - one.born) / 365.25, 2)
        ethnicity = self._spelling.ethnicity(one.ethnicity)
        gender = self._spelling.gender(one.boy)
        return [one.number, gender, ethnicity, _cell(one.born), age]

    def _disability(self, child: int) -> str:
        return self._spelling.yes(self._children[child].disabled)

    def _worker(self, child: int) -> list[str]:
        one = self._county.staff.worker(child, self._last)
        # The council's system puts a no-break space between the names.
        return [one.team, one.name.replace(" ", "\u00a0")]

    def _contacts(self) -> Rows:
        return [
            [*self._who(one.child), _cell(one.day), self._spelling.source(one.source)]
            for one in self._lives.referrals
            if self._last - 183 < one.day <= self._last
        ]

    def _referrals(self) -> Rows:
        recent = [
            one
            for one in self._lives.referrals
            if self._last - 183 < one.day <= self._last
        ]
        before = Counter(
            one.child
            for one in self._lives.referrals
            if self._last - 365 < one.day <= self._last
        )
        return [
            [
                *self._who(one.child),
                _cell(one.day),
                self._spelling.source(one.source),
                self._spelling.yes(one.no_further_action),
                before[one.child] - 1,
                *self._worker(one.child),
            ]
            for one in recent
        ]

    def _assessments(self) -> Rows:
        return [
            [
                *self._who(one.child),
                self._disability(one.child),
                _cell(one.begun),
                "Yes",
                self._past(one.authorised),
                self._spelling.yes(one.child % 3 > 0)
                if self._past(one.authorised)
                else None,
                *self._worker(one.child),
            ]
            for one in self._lives.assessments
            if one.begun <= self._last
            and (one.authorised is None or one.authorised > self._last - 183)
        ]

    def _enquiries(self) -> Rows:
        held = {
            (one.child, one.enquiry_day): one
            for one in self._lives.conferences
            if one.kind == "ICPC" and not one.cancelled and one.day <= self._last
        }
        recent = [
            one
            for one in self._lives.enquiries
            if self._last - 365 < one.day <= self._last
        ]
        count = Counter(one.child for one in recent)
        rows = []
        for one in recent:
            conference = held.get((one.child, one.day))
            plan = self._spelling.yes(conference.led_to_plan) if conference else None
            rows.append(
                [
                    *self._who(one.child),
                    self._disability(one.child),
                    _cell(one.day),
                    self._spelling.yes(not one.conference_needed),
                    _cell(conference.day if conference else None),
                    plan,
                    count[one.child],
                    1 if conference else 0,
                    *self._worker(one.child),
                ]
            )
        return rows

    def _in_need(self) -> Rows:
        on_plan = {one.child for one in self._lives.plans if one.ended is None}
        cared = {one.child for one in self._lives.care if one.ended is None}
        rows = []
        for one in self._lives.referrals:
            if one.no_further_action or one.day > self._last:
                continue
            if (one.closed or self._last) < self._last - 365:
                continue
            rows.append(
                [
                    *self._who(one.child),
                    self._disability(one.child),
                    _cell(one.day),
                    self._spelling.need(one.need),
                    _cell(min(one.closed or self._last, self._last) - one.child % 25),
                    self._past(one.closed),
                    "g) 'Other' incl. Child no longer in need" if one.closed else None,
                    _status(one.closed, one.child in on_plan, one.child in cared),
                    *self._worker(one.child),
                ]
            )
        return rows

    def _plans(self) -> Rows:
        return [
            self._plan(one)
            for one in self._lives.plans
            if one.begun <= self._last
            and (one.ended is None or one.ended > self._last - 365)
        ]

    def _plan(self, one: Plan) -> list[Any]:
        last = min(one.ended or self._last, self._last)
        return [
            *self._who(one.child),
            self._disability(one.child),
            _cell(one.begun),
            self._spelling.category(one.category),
            self._spelling.category(one.latest),
            _cell(max(one.begun, last - one.child % 20)),
            self._spelling.yes(one.child % 5 > 0),
            _cell(max((day for day in one.reviews if day <= self._last), default=None)),
            self._past(one.ended),
            "b) No",
            one.previous,
            *self._worker(one.child),
        ]

    def _looked_after(self) -> Rows:
        away: dict[int, list[Episode]] = {}
        for one in self._lives.episodes:
            if one.in_care and one.reported // wall.DAY > self._last - 365:
                away.setdefault(one.child, []).append(one)
        return [
            self._cared(one, away.get(one.child, []))
            for one in self._lives.care
            if one.begun <= self._last
            and (one.ended is None or one.ended > self._last - 365)
        ]

    def _cared(self, one: CareSpell, away: list[Episode]) -> list[Any]:
        absent = sum(each.risk in ("ABSENT", "NO APPARENT RISK") for each in away)
        told = away[-1].interview if away else None
        latest = min(one.ended or self._last, self._last)
        return [
            *self._who(one.child),
            "b) No",
            self._disability(one.child),
            _cell(one.begun),
            "a) Abuse or neglect",
            "b) No",
            _cell(one.begun),
            self._spelling.legal_status(one.legal_status),
            _cell(max(one.begun, latest - one.child % 180)),
            _cell(max(one.begun, latest - one.child % 40)),
            "f) Long-term fostering" if one.home < 0 else "g) Other",
            _cell(max(one.begun, latest - one.child % 90)),
            None,
            None,
            1,
            self._past(one.ended),
            "d) Returned home to live with parents or relatives" if one.ended else None,
            _cell(one.begun),
            self._spelling.placement(one.placement),
            "a) Own LA" if one.home < 0 else "b) Private",
            care.where(one)[1],
            None,
            "a) In",
            "Fellshire (invented)",
            len(away) - absent,
            absent,
            self._spelling.yes(told is not None) if away else None,
            self._spelling.yes(bool(told and told.accepted)) if away else None,
            *self._worker(one.child),
        ]


def _status(closed: int | None, on_plan: bool, cared: bool) -> str:
    if closed is not None:
        return "e) Closed episode"
    if cared:
        return "a) Looked after child"
    return "b) Child Protection plan" if on_plan else "c) Child in need plan"


def _cell(day: int | None) -> datetime | None:
    """A spreadsheet date."""
    if day is None:
        return None
    found = london.from_day_number(day)
    return datetime(found.year, found.month, found.day)  # noqa: DTZ001 - a spreadsheet date has no zone
