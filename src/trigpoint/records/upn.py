"""Unique pupil numbers: a letter that checks twelve characters.

Source: the Department for Education's guide to unique pupil numbers; the letter is the
sum of digit x position (2 to 13) modulo 23.
"""

import pyarrow as pa

from trigpoint.records.record import Problem

_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"


def is_valid(upn: str) -> bool:
    """Whether the check letter fits; a temporary number (last letter) cannot be checked."""
    if len(upn) != 13 or not upn[1:12].isdigit():
        return False
    if upn[12].isalpha():
        return True
    if not upn[12].isdigit():
        return False
    total = sum(int(digit) * place for place, digit in enumerate(upn[1:], start=2))
    return upn[0] == _LETTERS[total % 23]


def upn_problems(children: pa.Table | None) -> list[Problem]:
    """Numbers that do not check, and those that two children carry; all are kept."""
    if children is None or "upn" not in children.column_names:
        return []
    seen: dict[str, str] = {}
    said: list[Problem] = []
    for row in children.select(["upn", "child_id", "source_row"]).to_pylist():
        upn = row["upn"]
        if not upn:
            continue
        if not is_valid(upn):
            said.append(_problem(row, "upn_check", f"UPN {upn} does not check"))
        if seen.setdefault(upn, row["child_id"]) != row["child_id"]:
            said.append(
                _problem(row, "upn_shared", f"UPN {upn} is another child's too")
            )
    return said


def _problem(row: dict[str, object], code: str, message: str) -> Problem:
    return Problem(
        row=int(str(row["source_row"])),
        column="upn",
        code=code,
        message=f"{message}; it was kept and not relied upon.",
        value=str(row["upn"]),
    )
