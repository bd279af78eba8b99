"""The working day under /api/v1/: judgements, what was said done, and the hub's inbox."""

from datetime import datetime
from functools import partial
from typing import Any

from django.http import HttpRequest
from ninja import Query, Router

from trigpoint.access.roles import Action
from trigpoint.judgements.outcome import Outcome
from trigpoint.services import act_on_duty, read_inbox
from trigpoint.services.read_judgements import read_judgements
from trigpoint.web.api import shapes
from trigpoint.web.api.walls import KEY, done, walled

router = Router()


@router.get("/judgements", response={200: shapes.JudgementsOut, **shapes.REFUSED})
def judgements(
    request: HttpRequest,
    standard: str = Query("", pattern=r"^[a-z0-9-]{0,80}$"),
    outcome: Outcome | None = None,
    since: datetime | None = None,
    page: int = Query(0, ge=0, le=10_000),
) -> dict[str, Any]:
    """Every judgement within the role's reach; of one standard, outcome, or time on."""
    with walled(request, Action.SEE_WORK) as asked:
        found, more = read_judgements(
            asked.connection, person=asked.person, looking=asked.looking,
            standard=standard, outcome=outcome, page=page,
            since=shapes.instant(since) if since else None,
        )  # fmt: skip
        return {"judgements": [shapes.duty(one) for one in found], "more": more}


@router.post("/worklist/claims", response={200: shapes.DoneOut, **shapes.WRITTEN})
def claims(
    request: HttpRequest, given: shapes.ClaimIn, key: str = KEY
) -> dict[str, Any]:
    """Say that a duty is done, awaiting the record."""
    with walled(request, Action.CLAIM) as asked:
        act = partial(
            act_on_duty.claim_done, asked.connection, person=asked.person,
            looking=asked.looking, child=given.child, standard=given.standard,
            occasion=given.occasion, done_at=shapes.instant(given.done_at),
            now=asked.now, note=given.note,
        )  # fmt: skip
        return done(asked, key, given, act)


@router.get("/inbox", response={200: shapes.InboxOut, **shapes.REFUSED})
def inbox(request: HttpRequest) -> dict[str, Any]:
    """Notices that wait for the hub, and those that it decided within a week."""
    with walled(request, Action.SEE_INBOX) as asked:
        found = read_inbox.read_inbox(
            asked.connection, person=asked.person, looking=asked.looking, now=asked.now
        )
        return {
            "waiting": [
                {
                    "child": one.child, "reference": one.reference,
                    "sent": shapes.moment(one.sent), "due_at": shapes.moment(one.due),
                    "risk": one.risk, "points": one.points,
                    "card": [{"factor": f, "points": p} for f, p in one.card],
                }
                for one in found.waiting
            ],
            "decided": [
                {
                    "child": one.child, "reference": one.reference,
                    "at": shapes.moment(one.at), "decided_by": one.decided_by,
                    "decision": one.decision, "reason": one.reason,
                }
                for one in found.decided
            ],
        }  # fmt: skip


@router.post("/inbox/decisions", response={200: shapes.DoneOut, **shapes.WRITTEN})
def decisions(
    request: HttpRequest, given: shapes.DecisionIn, key: str = KEY
) -> dict[str, Any]:
    """Triage a notice: the decision and its reason become an entry."""
    with walled(request, Action.SEE_INBOX) as asked:
        act = partial(
            read_inbox.decide_notice, asked.connection, person=asked.person,
            looking=asked.looking, child=given.child, reference=given.reference,
            decision=given.decision, reason=given.reason, now=asked.now,
        )  # fmt: skip
        return done(asked, key, given, act)
