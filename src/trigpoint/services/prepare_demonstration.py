"""An invented county in the running system: organisations, accounts, agreements.

For an installation that holds invented data only; it says so on every page.
"""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import psycopg
from argon2 import PasswordHasher

from trigpoint.access.roles import ROLES
from trigpoint.services.import_records import Progress, import_records
from trigpoint.storage.launcher import Server
from trigpoint.vocabulary.version import VERSION

FORCE = "fellshire-constabulary"
_ORGANISATIONS = (
    (FORCE, "Fellshire Constabulary", "force"),
    ("fellshire-council", "Fellshire Council", "partner"),
    ("inspectorate", "Inspectorate (invented)", "inspectorate"),
    ("commissioner", "Office of the Fellshire Commissioner", "commissioner"),
)
_OF_KIND = {kind: slug for slug, _, kind in _ORGANISATIONS}
BEGAN = date(2014, 1, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Demonstration:
    """What a person needs to sign in. `names`: (account name, role in words)."""

    password: str
    names: tuple[tuple[str, str], ...]


def load(server: Server, extracts: Path, progress: Progress) -> Demonstration:
    """Organisations, the extracts, accounts; what is there already is not done again."""
    prepare_organisations(server)
    mark = server.place / "demonstration.loaded"
    seal = _seal(extracts)
    if not mark.exists() or mark.read_text(encoding="ascii") != seal:
        import_records(
            server=server, organisation=FORCE, paths=(extracts,), progress=progress
        )
        mark.write_text(seal, encoding="ascii")
    return prepare_accounts(server)


def _seal(extracts: Path) -> str:
    """A digest of the files' names, sizes and times: the same extracts, the same seal."""
    files = sorted(path for path in extracts.rglob("*") if path.is_file())
    told = [
        (str(path.relative_to(extracts)), path.stat().st_size, path.stat().st_mtime_ns)
        for path in files
    ]
    return hashlib.sha256(f"{VERSION}{told}".encode()).hexdigest()


def prepare_organisations(server: Server) -> None:
    """The invented organisations and what they share; safe to repeat."""
    with psycopg.connect(server.dsn("trigpoint_app")) as connection:
        for slug, name, kind in _ORGANISATIONS:
            connection.execute(
                "INSERT INTO storage_organisation (id, slug, name, kind, invented) "
                "VALUES (gen_random_uuid(), %s, %s, %s, true) ON CONFLICT DO NOTHING",
                (slug, name, kind),
            )
        connection.execute(
            "INSERT INTO storage_sharing (id, owner_id, partner_id, agency) "
            "SELECT gen_random_uuid(), a.id, b.id, 'LA' FROM storage_organisation a, "
            "storage_organisation b WHERE a.slug = %s AND b.slug = 'fellshire-council' "
            "ON CONFLICT DO NOTHING",
            (FORCE,),
        )
        connection.execute(
            "INSERT INTO storage_figureagreement (id, owner_id, reader_id, made_at) "
            "SELECT gen_random_uuid(), a.id, b.id, now() FROM storage_organisation a, "
            "storage_organisation b WHERE a.slug = %s AND b.slug IN ('inspectorate', "
            "'commissioner') ON CONFLICT DO NOTHING",
            (FORCE,),
        )


def prepare_accounts(server: Server) -> Demonstration:
    """One account for each role, with one password; the same at each start."""
    password = _password(server.place / "demonstration.key")
    with psycopg.connect(server.dsn("trigpoint_app")) as connection:
        officer, team, district = _somebody(connection)
        for role in ROLES.values():
            _account(connection, role.slug, role.title, password)
            partner = role.kinds[0] == "partner"
            connection.execute(
                "INSERT INTO storage_membership (id, account_id, organisation_id, role, "
                "team, district, officer, begins) SELECT gen_random_uuid(), a.id, o.id, "
                "%s, %s, %s, %s, %s FROM storage_account a, storage_organisation o "
                "WHERE a.name = %s AND o.slug = %s AND NOT EXISTS (SELECT 1 FROM "
                "storage_membership m WHERE m.account_id = a.id)",
                (role.slug, "LA" if partner else team, "" if partner else district,
                 "" if partner else officer, BEGAN, role.slug, _OF_KIND[role.kinds[0]]),
            )  # fmt: skip
    names = tuple((role.slug, role.title) for role in ROLES.values())
    return Demonstration(password=password, names=names)


def _password(path: Path) -> str:
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(f"invented-{secrets.token_hex(6)}", encoding="ascii")
    return path.read_text(encoding="ascii")


def _account(
    connection: psycopg.Connection, name: str, title: str, password: str
) -> None:
    held = connection.execute(
        "SELECT 1 FROM storage_account WHERE name = %s", (name,)
    ).fetchone()
    if held is None:
        hasher = PasswordHasher(time_cost=2, memory_cost=102_400, parallelism=8)
        hashed = "argon2" + hasher.hash(password)
        connection.execute(
            "INSERT INTO storage_account (id, name, shown_as, email, password, is_active, "
            "demonstration) VALUES (gen_random_uuid(), %s, %s, '', %s, true, true)",
            (name, f"{title} (demonstration)", hashed),
        )


def _somebody(connection: psycopg.Connection) -> tuple[str, str, str]:
    """An officer of the invented force who has work, their team, and the largest district."""
    connection.execute(
        "SELECT set_config('trigpoint.organisation', (SELECT id::text FROM "
        "storage_organisation WHERE slug = %s), true)",
        (FORCE,),
    )
    officer = connection.execute(
        "SELECT actor, team FROM storage_judgementrow WHERE actor <> '' AND "
        "team <> '' AND agency = 'POLICE' AND duty_holder = 'POLICE' "
        "GROUP BY actor, team ORDER BY count(*) DESC, actor LIMIT 1"
    ).fetchone()
    district = connection.execute(
        "SELECT district FROM storage_judgementrow WHERE district <> '' "
        "GROUP BY district ORDER BY count(*) DESC, district LIMIT 1"
    ).fetchone()
    return (
        officer[0] if officer else "",
        officer[1] if officer else "",
        district[0] if district else "",
    )
