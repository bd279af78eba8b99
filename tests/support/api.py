"""Programs that use the API of a site: tokens, and requests without a network."""

import hashlib
import json
import secrets
from dataclasses import dataclass
from typing import Any

import psycopg

from tests.support.signed_in import set_up
from tests.support.site import Site


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back."""

    status: int
    told: Any


def open_application(site: Site) -> Any:
    """The site as a WSGI application in this process."""
    set_up(site)
    from django.core.handlers.wsgi import WSGIHandler

    return WSGIHandler()


def token(site: Site, role: str, *, ends: str = "2100-01-01") -> str:
    """A token of the demonstration's account of a role."""
    made = f"tp_{secrets.token_hex(24)}"
    with psycopg.connect(site.server.dsn("trigpoint_app")) as connection:
        connection.execute(
            "INSERT INTO storage_apitoken (id, membership_id, called, hash, made_at, ends) "
            "SELECT gen_random_uuid(), m.id, 'a test', %s, now(), %s FROM "
            "storage_membership m JOIN storage_account a ON a.id = m.account_id "
            "JOIN storage_organisation o ON o.id = m.organisation_id "
            # Another test may let the same person act for another force, too.
            "WHERE a.name = %s AND o.slug <> 'marlshire-police' ORDER BY m.begins LIMIT 1",
            (hashlib.sha256(made.encode()).hexdigest(), ends, role),
        )
    return made


@dataclass(frozen=True, slots=True)
class Program:
    """A program with a token."""

    bearer: str

    def get(self, path: str, *, reason: str = "") -> Answer:
        """Ask; with a reason where one is called for."""
        headers = {"Reason": reason} if reason else {}
        return self._read(self._client(**headers).get(f"/api/v1{path}"))

    def post(self, path: str, body: dict[str, Any], key: str = "") -> Answer:
        """Add, under a key."""
        headers = {"Idempotency-Key": key} if key else {}
        return self._read(
            self._client(**headers).post(
                f"/api/v1{path}", json.dumps(body), content_type="application/json"
            )
        )

    def send(self, path: str, files: dict[str, str], key: str) -> Answer:
        """Send files, by name and text."""
        from django.core.files.uploadedfile import SimpleUploadedFile

        sent = [SimpleUploadedFile(name, text.encode()) for name, text in files.items()]
        client = self._client(**{"Idempotency-Key": key})
        return self._read(client.post(f"/api/v1{path}", {"files": sent}))

    def _client(self, **headers: str) -> Any:
        from django.test import Client

        given = {"Host": "localhost", **headers}
        if self.bearer:
            given["Authorization"] = f"Bearer {self.bearer}"
        return Client(headers=given)

    @staticmethod
    def _read(answer: Any) -> Answer:
        return Answer(answer.status_code, json.loads(answer.content or b"null"))
