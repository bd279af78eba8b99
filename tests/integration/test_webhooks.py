"""Programs elsewhere are told, signed, until they take it; and never about whom."""

import base64
import hashlib
import hmac
import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import psycopg
import pytest

from tests.support.site import FORCE, OTHER, Site
from trigpoint.records.record import Refusal
from trigpoint.services import webhooks
from trigpoint.services.webhooks import AGAIN, deliver_one, tell

TRIGPOINT = str(Path(sys.executable).with_name("trigpoint"))


@dataclass
class Listener:
    """A program elsewhere: what it heard, and what it answers."""

    port: int = 0
    status: int = 200
    heard: list[tuple[dict[str, str], str]] = field(default_factory=list)


@pytest.fixture
def listener() -> Iterator[Listener]:
    made = Listener()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"])).decode()
            made.heard.append(
                ({name.lower(): value for name, value in self.headers.items()}, body)
            )
            self.send_response(made.status)
            self.send_header("location", "http://localhost:1/")
            self.send_header("content-length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Quiet."""

    server = ThreadingHTTPServer(("localhost", 0), Handler)
    made.port = server.server_port
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield made
    server.shutdown()
    server.server_close()


@pytest.fixture
def hook(site: Site, listener: Listener) -> Iterator[webhooks.Webhook]:
    made = webhooks.add_webhook(
        place=site.server.place, organisation=FORCE,
        address=f"http://localhost:{listener.port}/told",
    )  # fmt: skip
    yield made
    webhooks.end_webhook(place=site.server.place, number=made.number)


def told(site: Site, slug: str = FORCE) -> None:
    with site.acting_for(slug) as connection:
        tell(connection, site.organisation(slug), "import.done", {"job": "J1"})


def states(site: Site, hook: webhooks.Webhook) -> list[tuple[str, int, str]]:
    with site.acting_for(FORCE) as connection:
        return connection.execute(
            "SELECT state, tries, said FROM storage_delivery WHERE webhook_id::text = %s",
            (hook.number,),
        ).fetchall()


def test_what_happened_is_told_once_and_signed(
    site: Site, listener: Listener, hook: webhooks.Webhook
) -> None:
    """By the published way: the other side checks it with the secret it was given."""
    told(site)
    assert deliver_one(site.server)
    assert not deliver_one(site.server)
    [(headers, body)] = listener.heard
    secret = base64.b64decode(hook.secret.removeprefix("whsec_"))
    signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.{body}"
    right = hmac.new(secret, signed.encode(), hashlib.sha256).digest()
    assert headers["webhook-signature"] == f"v1,{base64.b64encode(right).decode()}"
    assert json.loads(body)["type"] == "import.done"
    assert json.loads(body)["data"] == {"job": "J1"}
    assert states(site, hook) == [("taken", 1, "")]


@pytest.mark.parametrize("status", [500, 404, 302])
def test_what_was_not_taken_is_tried_again_and_then_given_up(
    site: Site, listener: Listener, hook: webhooks.Webhook, status: int
) -> None:
    """A redirection is not followed; the same message keeps its id."""
    listener.status = status
    told(site)
    for tries in range(1, len(AGAIN) + 2):
        assert deliver_one(site.server)
        assert not deliver_one(site.server), "not before its time"
        last = "given-up" if tries > len(AGAIN) else "waiting"
        assert states(site, hook) == [(last, tries, f"HTTP {status}")]
        with site.acting_for(FORCE) as connection:
            connection.execute("UPDATE storage_delivery SET next_at = now()")
    assert not deliver_one(site.server)
    assert len({headers["webhook-id"] for headers, _ in listener.heard}) == 1


def test_nobody_there_is_an_ordinary_failure(
    site: Site, hook: webhooks.Webhook
) -> None:
    """The worker goes on; another organisation's happenings are not told here."""
    with psycopg.connect(site.server.owner_dsn()) as connection:
        connection.execute("UPDATE storage_webhook SET address = 'http://localhost:1/'")
    told(site, OTHER)
    assert not deliver_one(site.server)
    told(site)
    assert deliver_one(site.server)
    [(state, tries, said)] = states(site, hook)
    assert (state, tries, said) == ("waiting", 1, "ConnectionError")


def test_an_entry_is_told_without_the_child(
    site: Site, listener: Listener, hook: webhooks.Webhook
) -> None:
    """What leaves has a number to ask by, and no child's reference."""
    from tests.integration.test_api import ENTRY
    from tests.support.api import Program, open_application, token
    from tests.support.signed_in import a_child

    open_application(site)
    child = a_child(site)
    asking = Program(token(site, "hub-detective"))
    made = asking.post(f"/children/{child}/entries", ENTRY, "told-elsewhere")
    assert made.status == 200
    assert deliver_one(site.server)
    [(_, body)] = listener.heard
    assert json.loads(body)["data"] == {"event": made.told["event"]}
    assert child not in body


def test_an_address_without_encryption_is_refused(site: Site) -> None:
    """But on this machine; and an organisation that is not there."""
    for address in ("http://away.example/", "ftp://localhost/", "nowhere"):
        with pytest.raises(Refusal, match="https"):
            webhooks.add_webhook(
                place=site.server.place, organisation=FORCE, address=address
            )
    with pytest.raises(Refusal, match="No organisation"):
        webhooks.add_webhook(
            place=site.server.place, organisation="nobody", address="https://a.example"
        )


def test_the_commands_add_list_and_end(site: Site) -> None:
    """As an administrator types them."""

    def typed(*words: str) -> str:
        done = subprocess.run(
            [TRIGPOINT, "webhook", *words, "--place", str(site.server.place)],
            capture_output=True, text=True, timeout=120, check=False,
        )  # fmt: skip
        return done.stdout + done.stderr

    made = typed("add", OTHER, "https://rota.example/told")
    number = made.split()[0]
    assert "whsec_" in made
    assert f"{number}  {OTHER}  https://rota.example/told  0 waiting" in typed("list")
    assert "told nothing more" in typed("end", number)
    assert number not in typed("list")
    assert "No webhook has the number" in typed("end", number)
