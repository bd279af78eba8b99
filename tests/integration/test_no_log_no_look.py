"""Promise 9: no log, no look. However the log fails, no record leaves, and it is said plainly.

Every page and every address of the API is asked while the log is broken in one way; the
list of those that name children, and so must fail, is written by hand.
"""

import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import psycopg
import pytest

from tests.integration.test_access import matrix
from tests.support.api import Program, token
from tests.support.promises import promise
from tests.support.signed_in import a_child, signed_in
from tests.support.site import Site
from trigpoint.storage import access_log

SIGNATURE = "append_entry(uuid, uuid, text, text, text, text, text)"
#: What shows or tells of children, and so stands or falls with the log.
NAMES_CHILDREN = {
    "/my-work/", "/child/{child}/", "/child/{child}/summary/", "/child/{child}/enter/",
    "/missing/now/", "/missing/again/", "/inbox/", "/team/", "/figures/{slug}/cases/",
    "/records/", "/looks/", "/partners/", "/links/",
}  # fmt: skip
ASKED = ("/worklist", "/children/{child}")
ENTRY = {
    "kind": "STRATEGY_DISCUSSION", "happened_from": "2016-05-04T10:00:00+01:00",
    "facts": {"decision": "S47", "agencies": ";LA;POLICE;"},
}  # fmt: skip


@dataclass(frozen=True)
class Broken:
    """How the log is broken and mended, by its owner."""

    breaking: str
    mending: str


RAISING = (
    "CREATE OR REPLACE FUNCTION break_log() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
    "RAISE EXCEPTION 'broken by a test' USING ERRCODE = '{code}'; END $$; "
    "CREATE TRIGGER broken BEFORE INSERT ON storage_accessentry "
    "FOR EACH ROW EXECUTE FUNCTION break_log()"
)
MENDED = "DROP TRIGGER broken ON storage_accessentry; DROP FUNCTION break_log()"
FAULTS = {
    "dropped": Broken(
        f"ALTER FUNCTION {SIGNATURE} RENAME TO append_entry_gone",
        f"ALTER FUNCTION {SIGNATURE.replace('entry', 'entry_gone')} "
        "RENAME TO append_entry",
    ),
    "refused": Broken(
        f"REVOKE EXECUTE ON FUNCTION {SIGNATURE} FROM trigpoint_logger",
        f"GRANT EXECUTE ON FUNCTION {SIGNATURE} TO trigpoint_logger",
    ),
    "disk full": Broken(RAISING.format(code="53100"), MENDED),
    "disk fault": Broken(RAISING.format(code="58030"), MENDED),
    "chain broken": Broken(RAISING.format(code="23505"), MENDED),
    "says nothing": Broken(
        f"ALTER FUNCTION {SIGNATURE} RENAME TO append_entry_gone; CREATE FUNCTION "
        f"{SIGNATURE} RETURNS bigint LANGUAGE sql AS 'SELECT NULL::bigint'; "
        f"GRANT EXECUTE ON FUNCTION {SIGNATURE} TO trigpoint_logger",
        f"DROP FUNCTION {SIGNATURE}; ALTER FUNCTION "
        f"{SIGNATURE.replace('entry', 'entry_gone')} RENAME TO append_entry",
    ),
}


@contextmanager
def broken(site: Site, fault: Broken) -> Iterator[None]:
    def run(statement: str) -> None:
        with psycopg.connect(site.server.owner_dsn()) as connection:
            connection.execute(statement)

    run(fault.breaking)
    try:
        yield
    finally:
        run(fault.mending)


@pytest.fixture(scope="module")
def told_of_children(site: Site) -> Callable[[str], set[str]]:
    """Which children's references or surnames stand in a text."""
    with psycopg.connect(site.server.dsn("trigpoint_backup")) as connection:
        rows = connection.execute(
            "SELECT child, surname FROM storage_childrecord"
        ).fetchall()
    words = {child for child, _ in rows} | {name.upper() for _, name in rows if name}
    return lambda text: words & set(re.findall(r"\w+", text))


@pytest.fixture(scope="module")
def people(client: object, site: Site) -> dict[str, object]:
    """Who is signed in before the log breaks: one that each page lets in."""
    roles = {role for _, role, _ in asked_by()}
    return {role: signed_in(client, site, role) for role in roles}


def asked_by() -> list[tuple[str, str, int]]:
    """Each page with the first role, and the last, that it lets in."""
    let_in: dict[str, list[str]] = {}
    for path, role, status in matrix():
        if status == 200:
            let_in.setdefault(path, []).append(role)
    return [
        (path, role, 200)
        for path, roles in let_in.items()
        for role in dict.fromkeys((roles[0], roles[-1]))
    ]


@pytest.mark.parametrize("fault", FAULTS)
def test_no_page_and_no_address_shows_a_record_without_its_entry(
    site: Site,
    people: dict[str, object],
    told_of_children: Callable[[str], set[str]],
    fault: str,
) -> None:
    """Those that name children say that the log cannot be written; none names one."""
    child = a_child(site)
    program = Program(token(site, "hub-detective"))
    failed, leaked, asked = set(), [], 0
    with broken(site, FAULTS[fault]):
        for path, role, _ in asked_by():
            address = path.format(child=child, slug="return-home-interview-72-hours")
            answer = people[role].get(address)  # type: ignore[attr-defined]
            body = answer.content.decode()
            asked += 1
            assert answer.status_code in (200, 503), (address, role)
            if answer.status_code == 503:
                failed.add(path)
                assert "log cannot be written" in body
                assert "Traceback" not in body
            leaked += [(address, role)] * bool(
                told_of_children(body.replace(child, ""))
            )
        for path in ASKED:
            answer = program.get(path.format(child=child))
            asked += 1
            assert answer.status == 503, path
            assert "log cannot be written" in answer.told["said"]
    assert failed == NAMES_CHILDREN
    assert leaked == []
    promise(9, f"log {fault}: {asked} addresses asked, 0 records shown")


@pytest.mark.parametrize("fault", FAULTS)
def test_nothing_is_done_without_its_entry(
    site: Site, people: dict[str, object], fault: str
) -> None:
    """An entry, an acknowledgement and a search leave no trace; nobody is let in."""
    child = a_child(site)
    counting = (
        "SELECT (SELECT count(*) FROM storage_entry), (SELECT count(*) FROM "
        "storage_acknowledgement), (SELECT count(*) FROM storage_signin)"
    )
    program = Program(token(site, "hub-detective"))
    duty = program.get("/worklist").told["left"][0]
    seen = {name: duty[name] for name in ("child", "standard", "occasion")}
    detective = people["hub-detective"]
    with site.acting_for() as connection:
        before = connection.execute(counting).fetchone()
    with broken(site, FAULTS[fault]):
        path = f"/children/{child}/entries"
        assert program.post(path, ENTRY, f"no-log-{hash(fault)}").status == 503
        answer = program.post("/worklist/acknowledgements", seen, "no-log-either")
        assert answer.status == 503
        found = detective.post("/find/", {"number": "P1"})  # type: ignore[attr-defined]
        assert found.status_code == 503
        sent = {**seen, "act": "acknowledge"}
        assert detective.post("/my-work/", sent).status_code == 503  # type: ignore[attr-defined]
        stranger = type(detective)(HTTP_HOST="localhost")
        entered = {"name": "supervisor", "password": site.password}
        assert stranger.post("/sign-in/", entered).status_code == 503
        assert stranger.get("/my-work/").status_code == 302
    with site.acting_for() as connection:
        assert connection.execute(counting).fetchone() == before
    assert program.get(f"/children/{child}").status == 200, "and then it works again"
    promise(9, f"log {fault}: 4 acts and a sign-in asked, 0 done")


def test_a_log_that_somebody_holds_is_not_waited_for_for_ever(
    site: Site, people: dict[str, object], monkeypatch: pytest.MonkeyPatch
) -> None:
    """After its patience the page says so; an entry is not made later instead."""
    monkeypatch.setattr(access_log, "WAIT", 200)
    monkeypatch.setattr(access_log._HELD, "connection", None, raising=False)
    child = a_child(site)
    with psycopg.connect(site.server.owner_dsn()) as holding:
        holding.execute("LOCK TABLE storage_accesshead IN ACCESS EXCLUSIVE MODE")
        answer = people["hub-detective"].get(f"/child/{child}/")  # type: ignore[attr-defined]
        assert answer.status_code == 503
        holding.rollback()
    monkeypatch.setattr(access_log._HELD, "connection", None, raising=False)
    assert people["hub-detective"].get(f"/child/{child}/").status_code == 200  # type: ignore[attr-defined]


def test_a_lost_connection_costs_one_answer_and_no_record(
    site: Site, people: dict[str, object]
) -> None:
    """Its server process killed, the next request says so and the one after is answered."""
    child = a_child(site)
    detective = people["hub-detective"]
    assert detective.get(f"/child/{child}/").status_code == 200  # type: ignore[attr-defined]
    with psycopg.connect(
        site.server.dsn("trigpoint_logger"), autocommit=True
    ) as killing:
        killing.execute(
            "SELECT pg_terminate_backend(pid, 2000) FROM pg_stat_activity "
            "WHERE usename = 'trigpoint_logger' AND pid <> pg_backend_pid()"
        )
    answer = detective.get(f"/child/{child}/")  # type: ignore[attr-defined]
    assert (answer.status_code, b"tp-event" in answer.content) == (503, False)
    assert detective.get(f"/child/{child}/").status_code == 200  # type: ignore[attr-defined]


def test_the_emergency_procedure_is_named_without_a_log(
    site: Site, people: dict[str, object]
) -> None:
    """Emergency access fails too, plainly, and opens nothing."""
    child = a_child(site)
    reason = {"reason": "A knife was seen and nobody else is to be found on duty."}
    with broken(site, FAULTS["disk full"]):
        answer = people["response-officer"].post(f"/child/{child}/", reason)  # type: ignore[attr-defined]
    assert answer.status_code == 503
    assert b"emergency procedure" in answer.content
    assert json.dumps(child) not in answer.content.decode()
