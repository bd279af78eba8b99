"""Records received: imports under way, each file's receipt, rows that need a person."""

from typing import Any

from django.conf import settings
from django.utils.http import urlencode

from trigpoint.access.permissions import may
from trigpoint.access.roles import Action
from trigpoint.records.record import Refusal
from trigpoint.services import mend_row, read_received, run_jobs
from trigpoint.web.site import Asked, Go, Page, Shown


def records(asked: Asked) -> Shown | Go:
    """An import with its rows; a POST sends files, cancels, or settles a row with a reason."""
    again: dict[str, str] = {}
    if asked.request.method == "POST":
        try:
            _ACTS.get(asked.request.POST.get("act", ""), _settle)(asked)
        except Refusal as refusal:
            names = ("row", "because", "value")
            again = {name: asked.request.POST.get(name, "")[:500] for name in names}
            again["error"] = str(refusal)
        else:
            return Go(to=_back(asked))
    chosen, page = _asked_for(asked)
    found = read_received.read_quarantine(
        asked.connection, person=asked.person, looking=asked.looking, job=chosen,
        page=page,
    )  # fmt: skip
    told = {
        "files": read_received.read_received(
            asked.connection, person=asked.person, job=chosen
        ),
        "imports": read_received.read_imports(asked.connection, person=asked.person),
        "chosen": chosen,
        "page": page,
        "set_aside": found,
        "rows": [_row(row, again) for row in found.rows],
        "jobs": run_jobs.read_jobs(asked.connection, person=asked.person),
        "may_import": may(asked.person, Action.IMPORT),
        "again": again,
    }
    told["refresh"] = any(job["open"] for job in told["jobs"])
    return Shown(
        template="officers/records.html", told=told, status=400 if again else 200
    )


def _asked_for(asked: Asked) -> tuple[str, int]:
    """Which import, and which page of its rows."""
    given = asked.request.GET.get("page", "0")
    page = min(int(given), 10_000) if given.isdecimal() else 0
    return asked.request.GET.get("import", "")[:40], page


def _back(asked: Asked) -> str:
    chosen, page = _asked_for(asked)
    told = urlencode({"import": chosen, "page": page})
    return f"/records/?{told}" if chosen or page else "/records/"


def _row(row: dict[str, Any], again: dict[str, str]) -> dict[str, Any]:
    """A row with its cells, and what can be done about it here."""
    cells = mend_row.cells_of(row["value"])
    may_be_mended = mend_row.may_mend(row["format"], row["column"], cells)
    stand_in = mend_row.stands_in(row["format"], row["column"], str(row["id"]))
    return {
        **row,
        "cells": [(name, cell, name == row["column"]) for name, cell in cells.items()],
        "may_mend": may_be_mended,
        "stand_in": stand_in,
        "otherwise": mend_row.why_not_as_it_is(row["format"], row["column"])
        if not stand_in
        else "",
        "again": again if again and again["row"] == str(row["id"]) else {},
    }


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
    elif settled_as == mend_row.RELEASED:
        mend_row.release_row(asked.connection, place=settings.PLACE, **common)
    else:
        read_received.settle(asked.connection, settled_as=settled_as, **common)


_ACTS = {"send": _send, "cancel": _cancel}
PAGE = Page(
    path="records/", name="records", title="Records received",
    action=Action.SETTLE_QUARANTINE, answer=records, posts=True,
)  # fmt: skip
