"""Accounts of a real installation: made, let in anew, and ended, by who runs it."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import psycopg
from argon2 import PasswordHasher

from trigpoint.access.roles import ROLES
from trigpoint.records.record import Refusal
from trigpoint.services.prepare_database import prepare_database
from trigpoint.services.read_figures import READERS

KINDS = ("force", "partner", "inspectorate", "commissioner")


@dataclass(frozen=True, slots=True, kw_only=True)
class Newcomer:
    """Who is let in, for whom and as what. `officer`: their number in the force's systems."""

    name: str
    shown_as: str
    organisation: str
    role: str
    begins: date
    ends: date | None = None
    team: str = ""
    district: str = ""
    officer: str = ""


def add_organisation(*, place: Path, slug: str, name: str, kind: str) -> None:
    """A force, partner, inspectorate or commissioner's office; refuses a taken slug."""
    server = prepare_database(place=place)
    with psycopg.connect(server.dsn("trigpoint_app")) as connection:
        made = connection.execute(
            "INSERT INTO storage_organisation (id, slug, name, kind, invented) VALUES "
            "(gen_random_uuid(), %s, %s, %s, false) ON CONFLICT DO NOTHING RETURNING id",
            (slug, name, kind),
        ).fetchone()
    if made is None:
        msg = f"An organisation is called {slug} already: nothing was changed."
        raise Refusal(msg)


def share_figures(*, place: Path, owner: str, reader: str, ends: bool = False) -> None:
    """A force agrees that a body outside it reads its released figures, or no longer."""
    server = prepare_database(place=place)
    with psycopg.connect(server.dsn("trigpoint_app")) as connection:
        rows = connection.execute(
            "SELECT a.id, b.id FROM storage_organisation a, storage_organisation b "
            "WHERE a.slug = %s AND a.kind = 'force' AND b.slug = %s "
            "AND b.kind = ANY(%s)",
            (owner, reader, list(READERS)),
        ).fetchall()
        if not rows:
            msg = (
                f"Nothing was changed: {owner} must be a force and {reader} an "
                "inspectorate or a commissioner's office, both made already."
            )
            raise Refusal(msg)
        if ends:
            connection.execute(
                "DELETE FROM storage_figureagreement WHERE owner_id = %s "
                "AND reader_id = %s",
                rows[0],
            )
            return
        connection.execute(
            "INSERT INTO storage_figureagreement (id, owner_id, reader_id, made_at) "
            "VALUES (gen_random_uuid(), %s, %s, now()) ON CONFLICT DO NOTHING",
            rows[0],
        )


def add_account(*, place: Path, who: Newcomer) -> str:
    """Make the account and its membership; the password for its first sign-in."""
    kinds = ROLES[who.role].kinds
    server = prepare_database(place=place)
    password = _password()
    with psycopg.connect(server.dsn("trigpoint_app")) as connection:
        row = connection.execute(
            "SELECT id, kind FROM storage_organisation WHERE slug = %s",
            (who.organisation,),
        ).fetchone()
        if row is None:
            msg = (
                f"No organisation is called {who.organisation!r} here: make it first with "
                "`trigpoint account organisation`."
            )
            raise Refusal(msg)
        if row[1] not in kinds:
            msg = (
                f"{ROLES[who.role].title} is a role of a {' or '.join(kinds)}, and "
                f"{who.organisation} is a {row[1]}: choose another role."
            )
            raise Refusal(msg)
        made = connection.execute(
            "INSERT INTO storage_account (id, name, shown_as, email, password, is_active, "
            "demonstration) VALUES (gen_random_uuid(), %s, %s, '', %s, true, false) "
            "ON CONFLICT DO NOTHING RETURNING id",
            (who.name, who.shown_as, _hashed(password)),
        ).fetchone()
        if made is None:
            msg = f"An account is called {who.name} already: nothing was changed."
            raise Refusal(msg)
        connection.execute(
            "INSERT INTO storage_membership (id, account_id, organisation_id, role, team, "
            "district, officer, begins, ends) VALUES (gen_random_uuid(), %s, %s, %s, %s, "
            "%s, %s, %s, %s)",
            (made[0], row[0], who.role, who.team, who.district, who.officer, who.begins,
             who.ends),
        )  # fmt: skip
    return password


def connect_account(*, place: Path, name: str, provider: str, subject: str) -> None:
    """Let who a provider calls `subject` sign in as `name`; refuses a name already taken."""
    server = prepare_database(place=place)
    with psycopg.connect(server.dsn("trigpoint_app")) as connection:
        made = connection.execute(
            "INSERT INTO storage_federatedname (id, account_id, provider, subject) SELECT "
            "gen_random_uuid(), id, %s, %s FROM storage_account WHERE name = %s "
            "AND is_active ON CONFLICT DO NOTHING RETURNING id",
            (provider, subject, name),
        ).fetchone()
    if made is None:
        msg = (
            f"Nothing was changed: no account that is in use is called {name}, or "
            f"{subject} of {provider} is connected already."
        )
        raise Refusal(msg)


def let_in_anew(*, place: Path, name: str) -> str:
    """A new password; second factors, open sign-ins and a lock are gone: a lost telephone."""
    server = prepare_database(place=place)
    password = _password()
    with psycopg.connect(server.dsn("trigpoint_app")) as connection:
        account = _account(connection, name)
        connection.execute(
            "UPDATE storage_account SET password = %s WHERE id = %s",
            (_hashed(password), account),
        )
        connection.execute(
            "DELETE FROM storage_secondfactor WHERE account_id = %s", (account,)
        )
        # Tries that were wrong, also those of a clock that stood far ahead.
        connection.execute(
            "DELETE FROM axes_accessattempt WHERE username = %s", (name,)
        )
        _end_sign_ins(connection, account)
    return password


def add_token(*, place: Path, name: str, called: str, ends: date) -> str:
    """A token for a program that acts as this person's first role; shown only now."""
    server = prepare_database(place=place)
    token = f"tp_{secrets.token_hex(24)}"
    with psycopg.connect(server.dsn("trigpoint_app")) as connection:
        account = _account(connection, name)
        made = connection.execute(
            "INSERT INTO storage_apitoken (id, membership_id, called, hash, made_at, ends) "
            "SELECT gen_random_uuid(), m.id, %s, %s, now(), %s FROM storage_membership m "
            "WHERE m.account_id = %s ORDER BY m.begins, m.id LIMIT 1 RETURNING id",
            (called, hashlib.sha256(token.encode()).hexdigest(), ends, account),
        ).fetchone()
        if made is None:
            msg = f"{name} has no role in any organisation: nothing was made."
            raise Refusal(msg)
    return token


def end_account(*, place: Path, name: str, on: date) -> None:
    """Nobody signs in by it any more; what it did stays on record under its name."""
    server = prepare_database(place=place)
    with psycopg.connect(server.dsn("trigpoint_app")) as connection:
        account = _account(connection, name)
        connection.execute(
            "UPDATE storage_account SET is_active = false WHERE id = %s", (account,)
        )
        connection.execute(
            "UPDATE storage_membership SET ends = greatest(%s, begins + 1) "
            "WHERE account_id = %s AND (ends IS NULL OR ends > %s)",
            (on, account, on),
        )
        _end_sign_ins(connection, account)


def _account(connection: psycopg.Connection, name: str) -> str:
    row = connection.execute(
        "SELECT id FROM storage_account WHERE name = %s", (name,)
    ).fetchone()
    if row is None:
        msg = f"No account is called {name!r} here."
        raise Refusal(msg)
    return str(row[0])


def _end_sign_ins(connection: psycopg.Connection, account: str) -> None:
    connection.execute(
        "DELETE FROM django_session WHERE session_key IN (SELECT session FROM "
        "storage_signin WHERE account_id = %s)",
        (account,),
    )
    connection.execute("DELETE FROM storage_signin WHERE account_id = %s", (account,))


def _password() -> str:
    """Long enough not to be guessed, short enough to be read out once."""
    return "-".join(secrets.token_hex(3) for _ in range(4))


def _hashed(password: str) -> str:
    hasher = PasswordHasher(time_cost=2, memory_cost=102_400, parallelism=8)
    return "argon2" + hasher.hash(password)
