"""Somebody with an account and a role of their own, signed in, and a program that acts for them."""

import hashlib
import secrets
from dataclasses import dataclass

import psycopg

from tests.support.api import Program
from tests.support.site import Site

#: The number of all of them in the force's own systems, unless another is given.
OFFICER = "Q77"


@dataclass
class Member:
    """Somebody with an open sign-in and a program that acts for them."""

    name: str
    number: str
    browser: object
    program: Program

    def page(self, path: str) -> object:
        return self.browser.get(path)  # type: ignore[attr-defined]


def member(
    site: Site,
    client: object,
    role: str,
    slug: str,
    *,
    team: str = "",
    district: str = "",
    officer: str = OFFICER,
) -> Member:
    """A new account with one role, signed in, with a token."""
    name, token = f"leaver-{secrets.token_hex(4)}", f"tp_{secrets.token_hex(24)}"
    with psycopg.connect(site.server.dsn("trigpoint_app")) as connection:
        row = connection.execute(
            "WITH a AS (INSERT INTO storage_account (id, name, shown_as, email, password, "
            "is_active, demonstration) SELECT gen_random_uuid(), %s, 'Leaver', '', password, "
            "true, true FROM storage_account WHERE name = 'supervisor' RETURNING id), "
            "m AS (INSERT INTO storage_membership (id, account_id, organisation_id, role, "
            "team, district, officer, begins) SELECT gen_random_uuid(), a.id, o.id, %s, %s, "
            "%s, %s, '2016-01-01' FROM a, storage_organisation o WHERE o.slug = %s "
            "RETURNING id, account_id) INSERT INTO storage_apitoken (id, membership_id, "
            "called, hash, made_at, ends) SELECT gen_random_uuid(), m.id, 'a program', %s, "
            "now(), '2100-01-01' FROM m RETURNING (SELECT account_id::text FROM m)",
            (
                name,
                role,
                team,
                district,
                officer,
                slug,
                hashlib.sha256(token.encode()).hexdigest(),
            ),
        ).fetchone()
    assert row is not None
    browser = client()  # type: ignore[operator]
    sent = {"name": name, "password": site.password}
    assert browser.post("/sign-in/", sent).status_code == 302
    return Member(name=name, number=row[0], browser=browser, program=Program(token))
