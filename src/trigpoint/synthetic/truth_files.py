"""The cells as a reader finds them, by what they tell of, and the times in them.

Leans on nothing of the judging: a time is a wall-clock minute, a day alone is no time.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from trigpoint.synthetic import wall
from trigpoint.synthetic.truth_council import Council

Cells = dict[str, str]
_FIRST = datetime(1970, 1, 1)  # noqa: DTZ001 - London wall clock, as written
#: What stands in a coded cell that nobody filled.
UNSAID = ("", "UNKNOWN")
#: So long before a limit of many days nothing is said: the hour of a clock change.
NEAR = 2 * wall.HOUR


def in_order(rows: dict[str, list[Cells]]) -> dict[str, list[Cells]]:
    """The rows without times that cannot be: nobody is found before they were reported."""

    def sound(row: Cells) -> Cells:
        # By the day alone one may be found on the day of the report.
        kept = len("2016-07-04") if wall.is_day_only(row["found_at"]) else 16
        late = row["found_at"][:kept] >= row["reported_at"][:kept]
        return row if late or not row["found_at"] else {**row, "found_at": ""}

    return {**rows, "missing": [sound(row) for row in rows.get("missing", ())]}


class Files:
    """The police rows as entered, found by any of their columns."""

    def __init__(self, rows: dict[str, list[Cells]]) -> None:
        """Keep the rows; each column is looked through once, when it is asked for."""
        self._rows = rows
        self._by: dict[tuple[str, str], dict[str, list[Cells]]] = {}

    def rows(self, file: str, column: str, value: str) -> list[Cells]:
        """The rows of that file with this value in that column."""
        if (file, column) not in self._by:
            found: dict[str, list[Cells]] = defaultdict(list)
            for row in self._rows.get(file, ()):
                found[row[column]].append(row)
            self._by[file, column] = found
        return self._by[file, column].get(value, [])

    def one(self, file: str, column: str, value: str) -> Cells | None:
        """The only such row; None where there is none, or more."""
        found = self.rows(file, column, value)
        return found[0] if len(found) == 1 else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A duty as somebody with all files on the table is asked about it.

    `number`: of the thing it is about; `at`: when that happened, where the number does
    not say which; `nominal`: the one police number of the child, "" where there are two.
    """

    files: Files
    council: Council
    child: int
    number: str
    at: int | None
    nominal: str

    def mine(self, file: str) -> list[Cells]:
        """The rows of that file that name the child."""
        return self.files.rows(file, "nominal_id", self.nominal)

    def times(self, file: str, column: str) -> list[int] | None:
        """When something of the child's was; None where a cell holds only a day."""
        return minutes(row[column] for row in self.mine(file))

    def role(self, occurrence: str) -> str:
        """The child's one role in an occurrence; "" where it is not one, or unsaid."""
        roles = {
            row["role"]
            for row in self.files.rows("occ_person", "occ_id", occurrence)
            if row["nominal_id"] == self.nominal
        }
        return "" if len(roles) != 1 or roles & set(UNSAID) else roles.pop()


def minute(cell: str) -> int | None:
    """A written time; None where it is empty, a day only, or of the night clocks change."""
    if not cell or wall.is_day_only(cell):
        return None
    at = moment(cell)
    return None if at is None or wall.is_in_doubt(at) else at


def moment(said: str) -> int | None:
    """The time by which a duty of the truth is named, a day by its first minute."""
    if not said:
        return None
    return int((datetime.fromisoformat(said) - _FIRST).total_seconds()) // 60


def minutes(cells: Iterable[str]) -> list[int] | None:
    """The times that are written, in order; None where one is a day only."""
    written = [cell for cell in cells if cell and cell != "NA"]
    found = [at for at in map(minute, written) if at is not None]
    return sorted(found) if len(found) == len(written) else None


def day(cell: str) -> int:
    """The day of a written time or day."""
    return (datetime.fromisoformat(cell[:10]) - _FIRST).days


def end_of(number: int) -> int:
    """The last minute of a day."""
    return wall.start_of(number + 1) - 1


def working(at: int, days: int) -> int:
    """The end of the working day so many after a time."""
    return end_of(wall.working_day_after(at // wall.DAY, days))


def reference(number: str, at: int) -> str:
    """What names a thing whose number is not its own: the number, and when it was."""
    return f"{number}@{wall.iso(at)}"


def first(times: Iterable[int | None], since: int) -> int | None:
    """The first of these times from then on."""
    return min((at for at in times if at is not None and at >= since), default=None)


def outcome(due: int, act: int | None, excuse: int | None = None) -> str:
    """Met, late or missed; excepted where what excuses came in time, and first.

    "" where both came in the same minute.
    """
    if excuse is not None and excuse == act:
        return ""
    if excuse is not None and excuse <= due and (act is None or excuse < act):
        return "excepted"
    if act is None:
        return "missed"
    return "met" if act <= due else "late"


def open_until(starts: list[int], ends: list[int]) -> list[int]:
    """Of these times, those that begin something new: the one before was ended first."""
    found: list[int] = []
    for at in sorted(starts):
        if not found or any(found[-1] <= end <= at for end in ends):
            found.append(at)
    return found
