"""The cases behind a figure: which duties were late, missed or cannot be told."""

import re
from datetime import date

import psycopg

from trigpoint.access.permissions import check
from trigpoint.access.person import Person
from trigpoint.access.roles import Action
from trigpoint.records.record import Refusal
from trigpoint.services.look import Looking
from trigpoint.services.read_worklist import PAGE, Due, due_rows, within
from trigpoint.timekeeping import london

#: What one may ask for, and the outcomes that it is.
ASKED = {
    "late": ("late",),
    "missed": ("missed",),
    "cannot-tell": ("cannot_tell",),
    "met": ("met",),
}
_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")


def read_cases_behind(
    connection: psycopg.Connection,
    *,
    person: Person,
    looking: Looking,
    slug: str,
    outcome: str,
    month: str = "",
    district: str | None = None,
    page: int = 0,
) -> tuple[list[Due], bool]:
    """A page of the duties by one standard that came out so, newest first; and if more.

    Only those within the person's reach. `month`: of the trigger, as 2016-04; "": all.
    `district`: None: all; "": of which none is on record.
    """
    check(person, Action.SEE_CASES_BEHIND_FIGURES)
    if outcome not in ASKED:
        msg = f"Ask for one of: {', '.join(ASKED)}."
        raise Refusal(msg)
    if month and not _MONTH.fullmatch(month):
        msg = "Write the month as 2016-04."
        raise Refusal(msg)
    mine, values = within(person)
    which = f"j.standard = %s AND j.outcome = ANY(%s) AND {mine}"
    given: tuple[object, ...] = (slug, list(ASKED[outcome]), *values)
    if month:
        which += " AND j.triggered_at >= %s AND j.triggered_at < %s"
        given += _bounds(month)
    if district is not None:
        which += " AND j.district = %s"
        given += (district,)
    found = due_rows(connection, which, given, "j.triggered_at DESC", page * PAGE)
    shown = found[:PAGE]
    looking.at_many(
        sorted({one.child for one in shown}), Action.SEE_CASES_BEHIND_FIGURES
    )
    return shown, len(found) > PAGE


def _bounds(month: str) -> tuple[int, int]:
    """The first instant of a month in London, and of the month after it."""
    year, number = (int(part) for part in month.split("-"))
    after = date(year + number // 12, number % 12 + 1, 1)
    return london.day_start(date(year, number, 1)), london.day_start(after)
