"""Let a row that was set aside enter: mended, or as it is where its fault allows.

Either way as a file of its own, beside the one that stays as it came: what enters is
read by the same importer, and comes again with every later import.
"""

import csv
import json
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import psycopg

from trigpoint.access.permissions import check
from trigpoint.access.person import Person
from trigpoint.access.roles import Action
from trigpoint.records.record import Refusal
from trigpoint.services.look import Looking
from trigpoint.services.read_received import note_settled

MENDED, RELEASED = "mended", "released"
#: Only these are written again here: what other formats say stands in more than a row.
_WRITABLE = "police profile: "
#: Keys that only number the record itself: one can be given here, and the row is tied to
#: the child by another column.
_OWN_NUMBER = {
    "missing": "misper_id", "safeguarding_notice": "scn_id",
    "strategy_discussion": "sd_id", "conference": "conf_id", "investigation": "inv_id",
    "police_protection": "pp_id", "detention": "custody_id",
    "incoming_information": "info_id", "plan_action": "action_id", "core_group": "cg_id",
    "escalation": "esc_id", "image_referral": "ref_id", "offender_breach": "breach_id",
}  # fmt: skip
#: Keys that are a code: what is not given is kept as not given, and counts as unknown.
_CODED = {"occ_person": "role", "flag": "flag", "skill": "skill"}
NOT_GIVEN = "NOT GIVEN"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Aside:
    """A row that waits: its file and format, the column that was wrong, and its cells."""

    row: str
    file: str
    format: str
    column: str
    cells: dict[str, str]


def mend_row(
    connection: psycopg.Connection,
    *,
    person: Person,
    looking: Looking,
    place: Path,
    row: str,
    value: str,
    because: str,
) -> str:
    """Have the row read again with another value in the column that was wrong; the job.

    The file that came is never changed. Refuses a reason or value that is none, and a row
    of a file that is not written here: that is for the agency to send again.
    """
    check(person, Action.SETTLE_QUARANTINE)
    if len(because.strip()) < 10 or not value.strip():
        msg = (
            "Give the right value, and say how you know it in at least ten characters."
        )
        raise Refusal(msg)
    aside = _row(connection, row)
    if not may_mend(aside.format, aside.column, aside.cells):
        raise Refusal(how_otherwise(aside.format))
    looking.did(Action.SETTLE_QUARANTINE.value, about=f"{MENDED} {row}")
    said = f"{aside.column}: {value.strip()}. {because.strip()}"
    note_settled(connection, person, row, MENDED, said)
    return _read_again(connection, person, place, aside, value.strip(), MENDED)


def release_row(
    connection: psycopg.Connection,
    *,
    person: Person,
    looking: Looking,
    place: Path,
    row: str,
    because: str,
) -> str:
    """Let the row enter as it is, its fault standing; the job that reads it.

    Refuses where the fault does not allow it: where nobody could tell whose it is, or when.
    """
    check(person, Action.SETTLE_QUARANTINE)
    if len(because.strip()) < 10:
        msg = (
            "Say in at least ten characters why the row may enter although "
            "something is missing."
        )
        raise Refusal(msg)
    aside = _row(connection, row)
    stand_in = stands_in(aside.format, aside.column, row)
    if not stand_in:
        raise Refusal(why_not_as_it_is(aside.format, aside.column))
    looking.did(Action.SETTLE_QUARANTINE.value, about=f"{RELEASED} {row}")
    said = f"{aside.column}: {stand_in}. {because.strip()}"
    note_settled(connection, person, row, RELEASED, said)
    return _read_again(connection, person, place, aside, stand_in, RELEASED)


def may_mend(read_as: str, column: str, cells: dict[str, str]) -> bool:
    """Whether the row can be written again here with another value."""
    return read_as.startswith(_WRITABLE) and column in cells


def stands_in(read_as: str, column: str, row: str) -> str:
    """What stands for the missing value where the row may enter as it is; "" if it may not."""
    subject = read_as.removeprefix(_WRITABLE)
    if subject == read_as:
        return ""
    if _OWN_NUMBER.get(subject) == column:
        return f"NO-NUMBER-{row[:8].upper()}"
    return NOT_GIVEN if _CODED.get(subject) == column else ""


def why_not_as_it_is(read_as: str, column: str) -> str:
    """The sentence where a row may not enter as it is."""
    if not read_as.startswith(_WRITABLE):
        return how_otherwise(read_as)
    return (
        f"It cannot enter as it is: without {column} nobody can tell whose or which "
        "record it is, or when it was."
    )


def how_otherwise(read_as: str) -> str:
    """How a row of a format that is not written here is put right."""
    return (
        f"It came as {read_as} and is not mended here: whoever keeps the record puts it "
        "right there and sends the file again under its name. The new file takes the place "
        "of this one, and the row waits no longer."
    )


def _row(connection: psycopg.Connection, row: str) -> _Aside:
    """The row's file, the column that was wrong, and its cells by column."""
    found = connection.execute(
        'SELECT f.file, f.format, q."column", q.value FROM storage_quarantinedrow q '
        "JOIN storage_receivedfile f ON f.id = q.received_id "
        "WHERE q.id::text = %s AND q.settled_as = '' FOR UPDATE OF q",
        (row,),
    ).fetchone()
    if found is None:
        msg = "That row waits no longer: open the page again."
        raise Refusal(msg)
    file, read_as, column, value = found
    return _Aside(
        row=row, file=file, format=read_as, column=column, cells=cells_of(value)
    )


def _read_again(
    connection: psycopg.Connection,
    person: Person,
    place: Path,
    aside: _Aside,
    value: str,
    how: str,
) -> str:
    """Put the row into a file of its own, in the same folder, for a job; its number."""
    made = connection.execute(
        "INSERT INTO storage_job (id, organisation_id, kind, state, said, rows, "
        "asked_by_id, asked_at) VALUES (gen_random_uuid(), %s, 'import', 'waiting', "
        "%s, 0, %s, now()) RETURNING id::text",
        (person.organisation, f"a row is {how}", person.account),
    ).fetchone()
    assert made is not None
    path = PurePosixPath(aside.file)
    # A file that names no source is of the one whose folder it lies in.
    folder = place / "arriving" / made[0] / path.parent
    folder.mkdir(parents=True)
    goal = folder / f"{path.stem}_{how}_{aside.row[:8]}.csv"
    with goal.open("x", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle)
        writer.writerow(aside.cells)
        writer.writerow({**aside.cells, aside.column: value}.values())
    return made[0]


def cells_of(value: str) -> dict[str, str]:
    """A row as it was kept whole, by column; empty where it is no row of a table."""
    try:
        told = json.loads(value)
    except ValueError:
        return {}
    if not isinstance(told, dict):
        return {}
    return {str(name): str(cell or "") for name, cell in told.items()}
