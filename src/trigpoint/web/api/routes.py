"""The addresses under /api/v1/: one for each thing a program may ask or add."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from typing import Any

import psycopg
from django.conf import settings
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from ninja import File, Header, NinjaAPI, Path, Query, Router, UploadedFile
from ninja.errors import HttpError

from trigpoint.access.permissions import NotPermitted
from trigpoint.access.roles import Action
from trigpoint.findings.disclosure import FEWEST
from trigpoint.records.record import Refusal
from trigpoint.services import act_on_duty, read_figures, run_jobs
from trigpoint.services.enter_event import (
    Given,
    Overtaken,
    enter_event,
    newest_entry,
)
from trigpoint.services.keep_pace import TooMany, go_on
from trigpoint.services.open_child import open_child
from trigpoint.services.read_worklist import read_worklist
from trigpoint.standards import prose
from trigpoint.standards.catalogue import all_standards
from trigpoint.standards.standard import Standard
from trigpoint.storage.access_log import Unwritable
from trigpoint.vocabulary.event_kinds import EventKind
from trigpoint.vocabulary.version import VERSION
from trigpoint.web import shelves
from trigpoint.web.api import day, shapes
from trigpoint.web.api.bodies import Body
from trigpoint.web.api.walls import KEY, KeyTaken, Token, done, once, walled
from trigpoint.web.site import NO_DATABASE, NO_LOG, Asked

#: A reference in an address, and a key of the caller's own: printable, and not long.
_REF = Path(..., pattern=r"^[A-Za-z0-9_.:-]{1,40}$")
_FILES = File(...)
#: Whose figures: for bodies that are shown those of forces.
_FORCE = Query("", pattern=r"^[a-z0-9-]{0,80}$")
#: Why a program needs to go on after an hour's number of looks.
_REASON = Header("", alias="Reason", max_length=1000)

api = NinjaAPI(
    title="Trigpoint",
    version=VERSION,
    description="Children's chronologies and duties, one organisation at a time.",
    auth=Token(),
    docs_url=None,
    parser=Body(),
)
router = Router()


@router.get("/standards", response={200: list[shapes.StandardOut], **shapes.REFUSED})
def standards(request: HttpRequest) -> list[dict[str, Any]]:
    """Every version of every standard."""
    with walled(request, Action.SEE_STANDARDS):
        return [_standard(one) for one in all_standards()]


@router.get(
    "/standards/{slug}", response={200: list[shapes.StandardOut], **shapes.REFUSED}
)
def standard(
    request: HttpRequest, slug: str = Path(..., pattern=r"^[a-z0-9-]{1,80}$")
) -> list[dict[str, Any]]:
    """The versions of one standard."""
    with walled(request, Action.SEE_STANDARDS):
        found = [_standard(one) for one in all_standards() if one.slug == slug]
        if not found:
            msg = f"No standard is called {slug}."
            raise NotThere(msg)
        return found


@router.get("/worklist", response={200: shapes.WorklistOut, **shapes.REFUSED})
def worklist(
    request: HttpRequest, page: int = Query(0, ge=0, le=10_000)
) -> dict[str, Any]:
    """What is due for the token's role, and what was left."""
    with walled(request, Action.SEE_WORK) as asked:
        found = read_worklist(
            asked.connection, person=asked.person, looking=asked.looking,
            now=asked.now, page=page,
        )  # fmt: skip
        return {
            "left": [shapes.duty(one) for one in found.left],
            "coming": [shapes.duty(one) for one in found.coming],
            "unrecorded": [shapes.duty(one) for one in found.unrecorded],
            "more": found.more,
        }


@router.post(
    "/worklist/acknowledgements", response={200: shapes.DoneOut, **shapes.WRITTEN}
)
def acknowledge(
    request: HttpRequest, given: shapes.AcknowledgementIn, key: str = KEY
) -> dict[str, Any]:
    """Say that a duty was seen."""
    with walled(request, Action.ACKNOWLEDGE) as asked:
        act = partial(
            act_on_duty.acknowledge, asked.connection, person=asked.person,
            looking=asked.looking, child=given.child, standard=given.standard,
            occasion=given.occasion,
        )  # fmt: skip
        return done(asked, key, given, act)


@router.get("/children/{child}", response={200: shapes.ChildOut, **shapes.REFUSED})
def child(
    request: HttpRequest,
    child: str = _REF,
    as_at: datetime | None = None,
    reason: str = _REASON,
) -> dict[str, Any]:
    """One child's chronology and duties, as known now or then."""
    with walled(request, Action.LOOK) as asked:
        if reason:
            go_on(asked.looking, reason)
        file = open_child(
            asked.connection, person=asked.person, looking=asked.looking, child=child,
            as_at=min(shapes.instant(as_at), asked.now) if as_at else asked.now,
        )  # fmt: skip
        return {
            "child": file.child,
            "as_at": shapes.moment(file.as_at),
            "newest_entry": _newest(asked, child),
            "events": [_event(one) for one in file.events],
            "judgements": [
                {
                    "standard": one.standard, "version": one.version,
                    "occasion": one.occasion, "outcome": one.outcome.value,
                    "due_at": shapes.moment(one.due_latest), "fault": one.fault,
                    "missing": one.missing,
                }
                for one, _ in file.judgements
            ],
        }  # fmt: skip


@router.post(
    "/children/{child}/entries", response={200: shapes.EntryOut, **shapes.WRITTEN}
)
def entries(
    request: HttpRequest, given: shapes.EntryIn, child: str = _REF, key: str = KEY
) -> dict[str, Any]:
    """Add an event; the child is judged again at once."""
    with walled(request, Action.ENTER) as asked:

        def do() -> dict[str, Any]:
            first = shapes.instant(given.happened_from)
            last = shapes.instant(given.happened_to) if given.happened_to else first
            if last < first:
                msg = "happened_to lies before happened_from."
                raise Refusal(msg)
            entry = Given(
                child=child, kind=EventKind(given.kind.value), happened=(first, last),
                reference=given.reference, facts=_facts(given.facts),
                corrects=given.corrects,
                seen=_newest(asked, child) if given.seen is None else given.seen,
            )  # fmt: skip
            event = enter_event(
                asked.connection, person=asked.person, looking=asked.looking,
                given=entry, now=asked.now,
            )  # fmt: skip
            return {"event": event}

        told = {"child": child, **given.model_dump(mode="json")}
        return once(asked, key, told, do)


@router.get("/forces", response={200: list[shapes.ForceOut], **shapes.REFUSED})
def forces(request: HttpRequest) -> list[dict[str, Any]]:
    """The forces that show the token's organisation their figures."""
    with walled(request, Action.SEE_FIGURES) as asked, shelves.opened(asked) as found:
        return [{"slug": one.slug, "name": one.name} for one in found[1]]


@router.get("/figures", response={200: list[shapes.FigureOut], **shapes.REFUSED})
def figures(request: HttpRequest, force: str = _FORCE) -> list[dict[str, Any]]:
    """How the organisation does, or a force that shows it, standard by standard."""
    with walled(request, Action.SEE_FIGURES) as asked, _shelf(asked, force) as shelf:
        return [_figure(one) for one in read_figures.by_standard(shelf)]


@router.get("/findings", response={200: list[shapes.FindingOut], **shapes.REFUSED})
def findings(
    request: HttpRequest,
    standard: str = Query(..., pattern=r"^[a-z0-9-]{1,80}$"),
    by: shapes.Cut = shapes.Cut.MONTH,
    force: str = _FORCE,
) -> list[dict[str, Any]]:
    """The same on one standard, month by month or by district."""
    cut = {"month": read_figures.by_month, "district": read_figures.by_district}
    with walled(request, Action.SEE_FIGURES) as asked, _shelf(asked, force) as shelf:
        found = cut[by.value](shelf, slug=standard)
        return [{**_figure(one), "part": one.part} for one in found]


@router.get("/imports", response={200: list[shapes.ImportOut], **shapes.REFUSED})
def imports(request: HttpRequest) -> list[dict[str, Any]]:
    """The last ten imports, newest first."""
    with walled(request, Action.SETTLE_QUARANTINE) as asked:
        found = run_jobs.read_jobs(asked.connection, person=asked.person)
        return [{**one, "job": one["id"]} for one in found]


@router.post("/imports", response={200: shapes.AskedOut, **shapes.WRITTEN})
def import_files(
    request: HttpRequest, files: list[UploadedFile] = _FILES, key: str = KEY
) -> dict[str, Any]:
    """Send files of records; they are read and judged by a job, and the same adds nothing."""
    with walled(request, Action.IMPORT) as asked:

        def do() -> dict[str, Any]:
            job = run_jobs.ask_for_import(
                asked.connection, person=asked.person, looking=asked.looking,
                place=settings.PLACE,
                files=[(one.name or "", one.chunks()) for one in files],
            )  # fmt: skip
            return {"job": job}

        return once(asked, key, {"files": [_digest(one) for one in files]}, do)


class NotThere(Refusal):
    """What was asked for is not there."""


def _standard(one: Standard) -> dict[str, Any]:
    return {
        "slug": one.slug, "version": one.version, "title": one.title,
        "area": one.area.value, "duty_holder": one.duty_holder.value,
        "fault": one.fault.value, "source": one.source.instrument,
        "confirmed": one.source.confirmed,
        "in_plain_words": prose.as_english(one).splitlines()[1:],
    }  # fmt: skip


def _event(one: Any) -> dict[str, Any]:  # noqa: ANN401 - an Event
    return {
        "event": one.event, "kind": one.kind.value,
        "happened_from": shapes.moment(one.happened.earliest),
        "happened_to": shapes.moment(one.happened.latest),
        "recorded": shapes.moment(one.recorded), "agency": str(one.agency),
        "reference": one.reference, "facts": {k: str(v) for k, v in one.facts.items()},
        "source_file": one.source_file, "source_row": str(one.source_row),
    }  # fmt: skip


@contextmanager
def _shelf(asked: Asked, force: str) -> Iterator[read_figures.Shelf]:
    """The figures asked for; a reader of several forces names one."""
    with shelves.opened(asked, force) as (shelf, agreed):
        if shelf is None:
            msg = "No force shows its figures to your organisation."
            raise Refusal(msg)
        if len(agreed) > 1 and not force:
            names = ", ".join(one.slug for one in agreed)
            msg = f"Several forces show you their figures: give force= one of {names}."
            raise Refusal(msg)
        yield shelf


def _figure(one: read_figures.Figure) -> dict[str, Any]:
    rate, low, high = one.rate if one.shown else (None, None, None)
    names = ("judged", "met", "late", "missed", "cannot_tell")
    few = one.judged is not None and one.judged < FEWEST
    counts = {name: None if few else getattr(one, name) for name in names}
    return {"standard": one.standard, **counts, "rate": rate, "low": low, "high": high,
            "withheld": one.withheld}  # fmt: skip


def _digest(file: UploadedFile) -> list[str]:
    """A file's name and what is in it, for telling whether a request is the same."""
    found = hashlib.sha256()
    for chunk in file.chunks():
        found.update(chunk)
    file.seek(0)
    return [file.name or "", found.hexdigest()]


def _newest(asked: Asked, child: str) -> str:
    return newest_entry(asked.connection, asked.person.organisation, child)


def _facts(given: dict[str, str]) -> dict[str, str]:
    return {name[:80]: value[:500] for name, value in given.items()}


@api.exception_handler(TooMany)
def _too_many(request: HttpRequest, refusal: Exception) -> HttpResponse:
    said = f"{refusal} Send the reason with the request, as the header Reason."
    return api.create_response(request, {"said": said}, status=429)


@api.exception_handler(NotPermitted)
def _not_permitted(request: HttpRequest, refusal: Exception) -> HttpResponse:
    status = 404 if "no such child" in str(refusal) else 403
    return api.create_response(request, {"said": str(refusal)}, status=status)


@api.exception_handler(Refusal)
def _refused(request: HttpRequest, refusal: Exception) -> HttpResponse:
    status = {NotThere: 404, KeyTaken: 409, Overtaken: 409}.get(type(refusal), 400)
    return api.create_response(request, {"said": str(refusal)}, status=status)


@api.exception_handler(Unwritable)
def _no_log(request: HttpRequest, _: Exception) -> HttpResponse:
    """No entry, no record."""
    return api.create_response(request, {"said": NO_LOG}, status=503)


@api.exception_handler(psycopg.OperationalError)
@api.exception_handler(OperationalError)
def _no_database(request: HttpRequest, _: Exception) -> HttpResponse:
    return api.create_response(request, {"said": NO_DATABASE}, status=503)


@api.exception_handler(HttpError)
def _unread(request: HttpRequest, refusal: HttpError) -> HttpResponse:
    """The reader of bodies said why; the library's own words stand where it did not."""
    why = refusal.__cause__ if isinstance(refusal.__cause__, Refusal) else refusal
    return api.create_response(request, {"said": str(why)}, status=refusal.status_code)


api.add_router("", router)
api.add_router("", day.router)
