"""Records received: imports under way, each file's receipt, rows that need a person."""

from typing import Any

from django.conf import settings

from trigpoint.access.permissions import may
from trigpoint.access.roles import Action
from trigpoint.services import mend_row, read_received, run_jobs
from trigpoint.web.site import Asked, Go, Page, Shown


def records(asked: Asked) -> Shown | Go:
    """The last imports; a POST sends files, cancels, or settles a row with a reason."""
    if asked.request.method == "POST":
        _ACTS.get(asked.request.POST.get("act", ""), _settle)(asked)
        return Go(to="/records/")
    files = read_received.read_received(asked.connection, person=asked.person)
    rows = read_received.read_quarantine(
        asked.connection, person=asked.person, looking=asked.looking
    )
    told = {
        "files": files,
        "rows": [{**row, "cells": _cells(row)} for row in rows],
        "jobs": run_jobs.read_jobs(asked.connection, person=asked.person),
        "may_import": may(asked.person, Action.IMPORT),
    }
    told["refresh"] = any(job["open"] for job in told["jobs"])
    return Shown(template="officers/records.html", told=told)


def _cells(row: dict[str, Any]) -> list[tuple[str, str, bool]]:
    """(column, cell, whether it is the one that was wrong) of a row of a table."""
    if not row["file"].lower().endswith(".csv"):
        return []
    cells = mend_row.cells_of(row["value"])
    return [(name, cell, name == row["column"]) for name, cell in cells.items()]


def _send(asked: Asked) -> None:
    run_jobs.ask_for_import(
        asked.connection, person=asked.person, looking=asked.looking,
        place=settings.PLACE,
        files=[(one.name, one.chunks()) for one in
               asked.request.FILES.getlist("files")],
    )  # fmt: skip


def _cancel(asked: Asked) -> None:
    run_jobs.cancel(
        asked.connection, person=asked.person, looking=asked.looking,
        job=asked.request.POST.get("job", "")[:40],
    )  # fmt: skip


def _settle(asked: Asked) -> None:
    sent = asked.request.POST
    common = {
        "person": asked.person, "looking": asked.looking, "row": sent.get("row", "")[:40],
        "because": sent.get("because", "")[:500],
    }  # fmt: skip
    settled_as = sent.get("settled_as", "")
    if settled_as == mend_row.MENDED:
        mend_row.mend_row(
            asked.connection, place=settings.PLACE, value=sent.get("value", "")[:500],
            **common,
        )  # fmt: skip
    else:
        read_received.settle(asked.connection, settled_as=settled_as, **common)


_ACTS = {"send": _send, "cancel": _cancel}
PAGE = Page(
    path="records/", name="records", title="Records received",
    action=Action.SETTLE_QUARANTINE, answer=records, posts=True,
)  # fmt: skip
