"""Duties of the profile's second version: whether they truly were met, and what the files show.

One line for each duty whose two ends stand in one row: from one column, by a limit, to
another. Worked out by the wall clock and on its own, as truth_expected.py does.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import datetime

from trigpoint.synthetic import wall
from trigpoint.synthetic.county import County
from trigpoint.synthetic.deeds_export import HEADERS
from trigpoint.synthetic.lives import Deed
from trigpoint.synthetic.truth_duties import Duty
from trigpoint.synthetic.truth_expected import THERE, is_vague
from trigpoint.synthetic.truth_in_one_row import DUTIES, FIRST, RISKS, Cell, InOneRow

_BY_SLUG = {one.slug: one for one in DUTIES}


def rows(county: County, numbers: dict[int, str]) -> Iterator[Duty]:
    """Every such duty that fell due in the period; `numbers`: of each deed as written."""
    end = county.lives.end * wall.DAY
    for place, deed in enumerate(county.lives.deeds):
        for duty in DUTIES:
            if duty.file != deed.file:
                continue
            times, cells = _whole(county, deed, duty)
            at = times.get(duty.base)
            if at is None or at < duty.begins or not _is(cells, duty.only):
                continue
            if duty.written and not cells[duty.written]:
                continue
            until = times.get(duty.until) if duty.until else None
            due = duty.due(at, until, deed.cells.get(duty.by, ""))
            if due is not None and due < end:
                yield _duty(deed, duty, due, numbers[place])


def _whole(
    county: County, deed: Deed, duty: InOneRow
) -> tuple[dict[str, int | None], dict[str, str]]:
    """The deed's times and cells, with those of the report where the duty needs them."""
    if not duty.of_report or deed.of is None:
        return deed.times, deed.cells
    if duty.of == "missing":
        episode = county.lives.episodes[deed.of[1]]
        return (
            {**deed.times, "reported_at": episode.reported, "found_at": episode.found},
            {**deed.cells, "found_where": episode.found_where},
        )
    call = county.lives.occurrences[deed.of[1]]
    return (
        {**deed.times, "reported_at": call.reported, "arrived_at": call.arrived},
        {**deed.cells, "type": call.type, "grade_first": call.grade_first},
    )


def _is(cells: Mapping[str, str], wanted: Cell | None) -> bool:
    return wanted is None or cells[wanted[0]] == wanted[1]


def _duty(deed: Deed, duty: InOneRow, due: int, number: str) -> Duty:
    act = deed.times.get(duty.act)
    if not _counts(deed.cells, duty):
        act = None
    written = None if duty.act in deed.unwritten else act
    why = deed.cells.get(duty.by, "") if written == act else "done, not on record"
    return deed.child, duty.slug, number, due, act, written, why


def _counts(cells: Mapping[str, str], duty: InOneRow) -> bool:
    """Whether what was done is what was to be done."""
    if duty.never_as and _is(cells, duty.never_as):
        return False
    if duty.said and not cells[duty.said]:
        return False
    if duty.kept_risk and cells["risk"] in RISKS and cells["risk_first"] in RISKS:
        lowered = RISKS.index(cells["risk"]) > RISKS.index(cells["risk_first"])
        if lowered and not cells["risk_reason"].strip():
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
        for file in ("occurrence", "occ_person"):
            for row in rows.get(file, ()):
                self._rows[file, row["occ_id"]].append(row)

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
        reports = self._rows[duty.of, number]
        # What stands under another number of the child's is for linking to find.
        own = {found[0].get("nominal_id", one) for one in nominals}
        if len(reports) != 1 or not self._about(duty.of, reports[0], number, own):
            return ""
        if duty.written and not reports[0][duty.written].strip():
            return ""
        told = {name: reports[0][name] for name in duty.of_report}
        return _shown(duty, {**found[0], **told})

    def _about(
        self, file: str, report: dict[str, str], number: str, nominals: set[str]
    ) -> bool:
        """Whether the report is this child's: by its number, or by one part in a call."""
        if file == "missing":
            return report["nominal_id"] in nominals
        roles = [
            row["role"]
            for row in self._rows["occ_person", number]
            if row["nominal_id"] in nominals
        ]
        return len(roles) == 1 and roles[0] in THERE


def _shown(duty: InOneRow, row: dict[str, str]) -> str:
    columns = (duty.base, duty.act, duty.before, duty.until)
    cells = [row[name] if name else "" for name in columns]
    if not cells[0] or _unsaid(duty, row, acted=bool(cells[1])):
        return ""
    if any(map(is_vague, cells)) or not _is(row, duty.only):
        return ""
    if _excused(duty, row):
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


def _unsaid(duty: InOneRow, row: dict[str, str], *, acted: bool) -> bool:
    """Whether a code on which the duty turns was not written, or is unknown."""
    conditions = (duty.only, duty.never_as, duty.before_if, duty.excuse_if)
    coded = [one[0] for one in conditions if one]
    if duty.of == "occurrence":
        coded.append("type")
    if acted:
        coded += duty.by_another or ()
        coded += ("risk", "risk_first") if duty.kept_risk else ()
    unsaid = any(row[name] in ("", "UNKNOWN") for name in coded)
    return unsaid or (bool(duty.said) and row[duty.said] == "UNKNOWN")


def _excused(duty: InOneRow, row: dict[str, str]) -> bool:
    """Whether a code in the row says that the duty did not have to be done."""
    if duty.excuse and duty.excuse in row["excused"].split(";"):
        return True
    return duty.excuse_if is not None and _is(row, duty.excuse_if)


def _by(due: int, act: int | None, before: int | None) -> str:
    """The outcome of a duty that an earlier time may excuse; "" where both are as early."""
    if before is not None and before == act:
        return ""
    if before is not None and before <= due and (act is None or before < act):
        return "excepted"
    if act is None:
        return "missed"
    return "met" if act <= due else "late"


def _minute(cell: str) -> int | None:
    if not cell:
        return None
    return int((datetime.fromisoformat(cell) - FIRST).total_seconds()) // 60
