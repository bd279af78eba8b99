"""What is doubtful about who a council's records are of: marked, kept, never refused.

The rules are those of the children in need census (1510-1580, 8510, 8525Q, 8750, 8770Q)
as data-quality remarks: a number that does not check still belongs to a child.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

import pyarrow as pa

from trigpoint.records import upn as pupil_number
from trigpoint.records.record import Problem
from trigpoint.timekeeping import london

_LONGEST_ID = 20
#: A care leaver is supported to 25; somebody older is no child of a children's return.
_OLDEST = 26
_READ_AS_NUMBER = re.compile(r"\d+\.0+|\d(\.\d+)?[eE]\+?\d+")
_WANTED = (
    "upn", "former_upn", "upn_unknown", "birth_date", "expected_birth_date", "sex",
    "source_row",
)  # fmt: skip

Row = Mapping[str, object]


@dataclass(slots=True)
class _Remarks:
    """What has been said, and what was seen, of one table."""

    id_column: str
    said: list[Problem] = field(default_factory=list)
    ids: dict[str, int] = field(default_factory=dict)
    numbers: dict[str, str] = field(default_factory=dict)

    def say(self, row: Row, column: str, code: str, message: str) -> None:
        self.said.append(
            Problem(
                row=int(str(row["source_row"])),
                column=column,
                code=code,
                message=f"{message}; it was kept.",
                value=_text(row, column),
            )
        )


def identity_problems(
    table: pa.Table, *, reference: int | None = None
) -> list[Problem]:
    """Remarks on a staged `child_record` or `person` table, one for each doubt.

    `reference`: the instant the return is of, for ages.
    """
    names = table.column_names
    id_column = "child_id" if "child_id" in names else "person_id"
    remarks = _Remarks(id_column)
    held = [name for name in _WANTED if name in names]
    # A table of disabilities repeats its children by right.
    whole = "birth_date" in names
    for row in table.select([id_column, *held]).to_pylist():
        _about_id(remarks, row, whole)
        if "upn" in names:
            _about_upn(remarks, row)
        if whole:
            _about_birth(remarks, row, reference)
    return remarks.said


def _text(row: Row, name: str) -> str:
    value = row.get(name)
    return value if isinstance(value, str) else ""


def _about_id(remarks: _Remarks, row: Row, whole: bool) -> None:
    name = remarks.id_column
    number = _text(row, name)
    if len(number) > _LONGEST_ID:
        remarks.say(row, name, "id_long", f"{number} is longer than 20 characters")
    if _READ_AS_NUMBER.fullmatch(number):
        said = f"{number} looks like a number that a spreadsheet changed"
        remarks.say(row, name, "id_number", said)
    elif not number.isalnum():
        said = f"{number} has other characters than letters and digits"
        remarks.say(row, name, "id_symbols", said)
    if whole and number in remarks.ids:
        said = f"{number} stands in row {remarks.ids[number]} too, with other facts"
        remarks.say(row, name, "id_repeated", said)
    remarks.ids.setdefault(number, int(str(row["source_row"])))


def _about_upn(remarks: _Remarks, row: Row) -> None:
    number, reason = _text(row, "upn"), _text(row, "upn_unknown")
    former = _text(row, "former_upn")
    if number and (wrong := pupil_number.fault(number)):
        remarks.say(
            row, "upn", "upn_check", f"{number} {wrong}, and is not relied upon"
        )
    if former and (wrong := pupil_number.fault(former)):
        remarks.say(row, "former_upn", "former_upn_check", f"{former} {wrong}")
    if number and reason:
        said = f"{number} is there, and so is a reason for there being none ({reason})"
        remarks.say(row, "upn", "upn_and_reason", said)
    owner = _text(row, remarks.id_column)
    if number and remarks.numbers.setdefault(number, owner) != owner:
        said = f"{number} is {remarks.numbers[number]}'s too, and is not relied upon"
        remarks.say(row, "upn", "upn_shared", said)


def _about_birth(remarks: _Remarks, row: Row, reference: int | None) -> None:
    born, expected = row.get("birth_date"), row.get("expected_birth_date")
    if born is not None and expected is not None:
        said = "A birth date and an expected one are both there; the birth date counts"
        remarks.say(row, "expected_birth_date", "born_and_expected", said)
    if born is None and expected is None:
        said = "There is neither a birth date nor an expected one"
        remarks.say(row, "birth_date", "no_birth_date", said)
    if born is None and expected is not None and _text(row, "sex") in ("M", "F"):
        remarks.say(row, "sex", "unborn_sex", "A sex is given for an unborn child")
    if isinstance(born, int) and reference is not None:
        age = london.local_date(reference).year - london.local_date(born).year
        if age > _OLDEST:
            said = (
                f"The birth date makes {_text(row, remarks.id_column)} {age} years old"
            )
            remarks.say(row, "birth_date", "adult_birth_date", said)
