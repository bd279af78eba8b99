"""A program asks: whose token it is, may that role, and for whom; then the answer."""

import hashlib
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import transaction
from django.http import HttpRequest
from ninja import Header, Schema
from ninja.security import HttpBearer

from trigpoint.access.permissions import NotPermitted, check
from trigpoint.access.person import Person
from trigpoint.access.roles import Action
from trigpoint.records.record import Refusal
from trigpoint.services.look import Looking
from trigpoint.storage.models import ApiCall
from trigpoint.web import acting
from trigpoint.web.site import Asked, within

#: A key of the caller's own: printable, and not long.
KEY = Header(..., alias="Idempotency-Key", pattern=r"^[A-Za-z0-9_.:-]{8,80}$")


class Token(HttpBearer):
    """`Authorization: Bearer ...`: a token that `trigpoint account token` made."""

    def authenticate(self, request: HttpRequest, token: str) -> Person | None:
        """Whom the token stands for today; None is answered 401."""
        found = acting.person_of_token(token)
        if found is None:
            return None
        request.token, request.person = found  # type: ignore[attr-defined]
        return found[1]


class KeyTaken(Refusal):
    """The same key came with another request."""


@contextmanager
def walled(request: HttpRequest, action: Action) -> Iterator[Asked]:
    """One transaction that sees one organisation's rows, for who may do this.

    A refusal is written down, as on the pages.
    """
    person: Person = request.person  # type: ignore[attr-defined]
    looking = Looking(dsn=acting.logger_dsn(), person=person)
    try:
        check(person, action)
        with transaction.atomic():
            yield within(request, person, looking)
    except NotPermitted:
        looking.did("refused", about=f"api {action.value}")
        raise


def done(
    asked: Asked, key: str, given: Schema, act: Callable[[], object]
) -> dict[str, Any]:
    """The answer to what is only to be done: once for each key."""

    def do() -> dict[str, Any]:
        act()
        return {"done": True}

    return once(asked, key, given.model_dump(mode="json"), do)


def once(
    asked: Asked, key: str, body: dict[str, Any], do: Callable[[], dict[str, Any]]
) -> dict[str, Any]:
    """Do it, or answer as the first time where this token sent this key before."""
    digest = hashlib.sha256(json.dumps(body, sort_keys=True).encode()).hexdigest()
    token = asked.request.token  # type: ignore[attr-defined]
    with asked.connection.cursor() as cursor:
        # Two of the same key at one time: the second waits for the first.
        cursor.execute(
            "SELECT pg_advisory_xact_lock(hashtextextended(%s, 1))", (f"{token}{key}",)
        )
    held = ApiCall.objects.filter(token=token, key=key).first()
    if held is not None:
        if held.digest != digest:
            msg = "This Idempotency-Key came with another request before: choose a new one."
            raise KeyTaken(msg)
        return held.answer
    answer = do()
    ApiCall.objects.create(
        organisation_id=asked.person.organisation, token=token, key=key, digest=digest,
        answer=answer,
    )  # fmt: skip
    return answer
