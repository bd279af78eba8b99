"""Told to programs elsewhere: that something changed, signed, and tried again until taken.

What is sent names no child: a program that wants to know more asks the API with its own
token, where the policy, the walls and the log hold. Headers and signature are those of
Standard Webhooks (standardwebhooks.com, version 1).
"""

import base64
import hashlib
import hmac
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import psycopg
import requests

from trigpoint.records.record import Refusal
from trigpoint.services.prepare_database import prepare_database
from trigpoint.storage.keys import installation_key
from trigpoint.storage.launcher import Server

#: What is told of, and in which words the documentation says it.
EVENTS = {
    "import.done": "records were imported and judged",
    "import.failed": "an import ended without any of it being kept",
    "entry.added": "somebody added an entry, and the child was judged again",
}
#: Minutes to the next try, after each that failed; then it is given up.
AGAIN = (1, 5, 30, 120, 480, 1440)
#: Seconds that the other side may take.
PATIENCE = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Webhook:
    """Where something is told. `secret`: the other side checks signatures by it."""

    number: str
    organisation: str
    address: str
    secret: str
    waiting: int = 0
    given_up: int = 0


def add_webhook(*, place: Path, organisation: str, address: str) -> Webhook:
    """From now on what happens at an organisation is told to an address."""
    parts = urlsplit(address)
    near = parts.hostname in ("localhost", "127.0.0.1", "::1")
    if not parts.hostname or parts.scheme not in (
        ("https", "http") if near else ("https",)
    ):
        msg = f"{address}: give an https address (http only on this machine)."
        raise Refusal(msg)
    server = prepare_database(place=place)
    with psycopg.connect(server.dsn("trigpoint_app")) as connection:
        ours = _acting_for(connection, organisation)
        row = connection.execute(
            "INSERT INTO storage_webhook (id, organisation_id, address, made_at) VALUES "
            "(gen_random_uuid(), %s, %s, now()) RETURNING id::text",
            (ours, address),
        ).fetchone()
    assert row is not None
    return Webhook(
        number=row[0], organisation=organisation, address=address,
        secret=_shown(_secret(server.place, row[0])),
    )  # fmt: skip


def read_webhooks(*, place: Path) -> list[Webhook]:
    """Those that are not ended, with what waits for them and what was given up."""
    server = prepare_database(place=place)
    found = []
    with psycopg.connect(server.dsn("trigpoint_app")) as connection:
        for slug in _slugs(connection):
            _acting_for(connection, slug)
            rows = connection.execute(
                "SELECT w.id::text, w.address, "
                "count(*) FILTER (WHERE d.state = 'waiting'), "
                "count(*) FILTER (WHERE d.state = 'given-up') FROM storage_webhook w "
                "LEFT JOIN storage_delivery d ON d.webhook_id = w.id "
                "WHERE w.ended_at IS NULL GROUP BY 1, 2, w.made_at ORDER BY w.made_at"
            ).fetchall()
            found += [
                Webhook(
                    number=row[0], organisation=slug, address=row[1], waiting=row[2],
                    given_up=row[3], secret=_shown(_secret(server.place, row[0])),
                )
                for row in rows
            ]  # fmt: skip
    return found


def end_webhook(*, place: Path, number: str) -> None:
    """Nothing more is told there; refuses a number that is none's."""
    server = prepare_database(place=place)
    with psycopg.connect(server.dsn("trigpoint_app")) as connection:
        for slug in _slugs(connection):
            _acting_for(connection, slug)
            row = connection.execute(
                "UPDATE storage_webhook SET ended_at = now() WHERE id::text = %s "
                "AND ended_at IS NULL RETURNING 1",
                (number,),
            ).fetchone()
            if row:
                return
    msg = f"No webhook has the number {number}: see `trigpoint webhook list`."
    raise Refusal(msg)


def tell(
    connection: psycopg.Connection, organisation: str, event: str, about: dict[str, Any]
) -> None:
    """Put one telling in the queue for each webhook, in the caller's transaction.

    `about` holds numbers of jobs and events, never what a record says or whose it is.
    """
    assert event in EVENTS, event
    connection.execute(
        "INSERT INTO storage_delivery (id, organisation_id, webhook_id, event, about, "
        "state, tries, made_at, next_at, said) SELECT gen_random_uuid(), w.organisation_id, "
        "w.id, %s, %s, 'waiting', 0, now(), now(), '' FROM storage_webhook w "
        "WHERE w.organisation_id = %s AND w.ended_at IS NULL",
        (event, json.dumps(about), organisation),
    )


def deliver_one(server: Server) -> bool:
    """Send what is due to one address; False: nothing is due.

    Who sends holds the row until the try is over, so that nothing is sent by two at once.
    A try that nobody heard the end of is made again: the other side knows it by its id.
    """
    with psycopg.connect(server.dsn("trigpoint_app")) as connection:
        for slug in _slugs(connection):
            with connection.transaction():
                _acting_for(connection, slug)
                row = connection.execute(
                    "SELECT d.id::text, d.webhook_id::text, w.address, d.event, d.about::text, "
                    "d.tries, extract(epoch FROM d.made_at)::bigint, "
                    "extract(epoch FROM clock_timestamp())::bigint FROM storage_delivery d "
                    "JOIN storage_webhook w ON w.id = d.webhook_id WHERE d.state = 'waiting' "
                    "AND d.next_at <= now() AND w.ended_at IS NULL ORDER BY d.next_at "
                    "LIMIT 1 FOR UPDATE OF d SKIP LOCKED"
                ).fetchone()
                if row is None:
                    continue
                number, webhook, address, event, about, tries, made, now = row
                told = {"type": event, "timestamp": made, "organisation": slug,
                        "data": json.loads(about)}  # fmt: skip
                secret = _secret(server.place, webhook)
                said = _post(address, number, now, json.dumps(told), secret)
                _note(connection, number, tries, said)
                return True
    return False


def signature(secret: bytes, number: str, now: int, body: str) -> str:
    """The header `webhook-signature` of one message."""
    mixed = hmac.new(secret, f"{number}.{now}.{body}".encode(), hashlib.sha256)
    return "v1," + base64.b64encode(mixed.digest()).decode()


def _post(address: str, number: str, now: int, body: str, secret: bytes) -> str:
    """ "" where it was taken; otherwise what went wrong."""
    headers = {
        "content-type": "application/json",
        "webhook-id": number,
        "webhook-timestamp": str(now),
        "webhook-signature": signature(secret, number, now, body),
    }
    try:
        answer = requests.post(
            address, data=body, headers=headers, timeout=PATIENCE, allow_redirects=False
        )
    except requests.RequestException as problem:
        return type(problem).__name__
    return "" if answer.ok and not answer.is_redirect else f"HTTP {answer.status_code}"


def _note(connection: psycopg.Connection, number: str, tries: int, said: str) -> None:
    if not said:
        state, minutes = "taken", 0
    elif tries < len(AGAIN):
        state, minutes = "waiting", AGAIN[tries]
    else:
        state, minutes = "given-up", 0
    connection.execute(
        "UPDATE storage_delivery SET state = %s, tries = tries + 1, said = %s, next_at = "
        "now() + make_interval(mins => %s) WHERE id = %s",
        (state, said[:200], minutes, number),
    )


def _secret(place: Path, number: str) -> bytes:
    """Made from the installation's key and the webhook's number: kept nowhere."""
    key = installation_key(place)
    return hmac.new(key.encode(), f"webhook/{number}".encode(), hashlib.sha256).digest()


def _shown(secret: bytes) -> str:
    return "whsec_" + base64.b64encode(secret).decode()


def _slugs(connection: psycopg.Connection) -> list[str]:
    rows = connection.execute("SELECT slug FROM storage_organisation ORDER BY slug")
    return [row[0] for row in rows.fetchall()]


def _acting_for(connection: psycopg.Connection, slug: str) -> str:
    row = connection.execute(
        "SELECT set_config('trigpoint.organisation', id::text, true) FROM "
        "storage_organisation WHERE slug = %s",
        (slug,),
    ).fetchone()
    if row is None:
        msg = f"No organisation is called {slug!r} here."
        raise Refusal(msg)
    return row[0]
