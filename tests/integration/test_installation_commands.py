"""The commands of an installation, as an administrator types them."""

import json
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from tests.support.site import FORCE, Site, end_site, make_site
from trigpoint.services import log_heads
from trigpoint.storage import access_log

TRIGPOINT = str(Path(sys.executable).with_name("trigpoint"))


def typed(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [TRIGPOINT, *words], capture_output=True, text=True, timeout=120
    )


def looked(site: Site, times: int) -> None:
    for _ in range(times):
        look = access_log.Look(
            organisation=site.organisation(), actor=None, role="hub-detective",
            action="look", child="C1",
        )  # fmt: skip
        access_log.append(site.server.dsn("trigpoint_logger"), look)


def test_the_log_is_verified_and_a_changed_one_is_not(
    site: Site, tmp_path: Path
) -> None:
    """Intact: 0. Behind a head held elsewhere, or altered by the owner: 1, and where."""
    looked(site, 20)
    place = str(site.server.place)
    done = typed("log", "verify", "--place", place)
    assert (done.returncode, "intact" in done.stdout) == (0, True), done.stderr
    heads = typed("log", "heads", "--place", place).stdout.splitlines()
    head = next(one for one in map(json.loads, heads) if one["organisation"] == FORCE)
    held = tmp_path / "head.json"
    against = ("log", "verify", "--place", place, "--from-head", str(held))
    held.write_text("\n".join(heads), encoding="utf-8")
    looked(site, 1)
    assert typed(*against).returncode == 0
    # A head that this installation gave out when its log was longer than it is.
    ahead = {**head, "sequence": head["sequence"] + 5}
    signing = Ed25519PrivateKey.from_private_bytes(
        bytes.fromhex((site.server.place / log_heads.KEY_FILE).read_text())
    )
    signature = signing.sign(log_heads.message(ahead)).hex()
    held.write_text(json.dumps({**ahead, "signature": signature}))
    cut = typed(*against)
    assert (cut.returncode, "shorter" in cut.stdout) == (1, True), cut.stdout


@pytest.mark.parametrize("name", log_heads.SIGNED)
def test_a_head_that_was_altered_is_refused(
    site: Site, tmp_path: Path, name: str
) -> None:
    """Whatever of it was changed; and one checked by another's key."""
    looked(site, 1)
    place = str(site.server.place)
    head = json.loads(typed("log", "heads", "--place", place).stdout.splitlines()[0])
    held = tmp_path / "head.json"
    against = ("log", "verify", "--place", place, "--from-head", str(held))
    held.write_text(json.dumps(head), encoding="utf-8")
    key = typed("log", "key", "--place", place).stdout.strip()
    assert typed(*against, "--key", key).returncode == 0
    other = Ed25519PrivateKey.generate().public_key().public_bytes_raw().hex()
    assert typed(*against, "--key", other).returncode == 2
    changed = 3 if name == "sequence" else f"{head[name][:-1]}#"
    held.write_text(json.dumps({**head, name: changed}), encoding="utf-8")
    done = typed(*against)
    assert (done.returncode, "signature is not" in done.stderr) == (2, True)
    held.write_text("{}", encoding="utf-8")
    assert "one JSON object a line" in typed(*against).stderr


def test_an_altered_entry_is_named(site: Site) -> None:
    """The owner takes the guard away and changes an entry; the check names it."""
    looked(site, 10)
    with psycopg.connect(site.server.owner_dsn()) as connection:
        connection.execute("ALTER TABLE storage_accessentry DISABLE TRIGGER USER")
        row = connection.execute(
            "SELECT id, sequence, child FROM storage_accessentry WHERE organisation_id = "
            "%s ORDER BY sequence DESC LIMIT 1", (site.organisation(),)
        ).fetchone()  # fmt: skip
        assert row is not None
        connection.execute(
            "UPDATE storage_accessentry SET child = 'C2' WHERE id = %s", row[:1]
        )
    try:
        done = typed("log", "verify", "--place", str(site.server.place))
        assert done.returncode == 1
        assert f"entry {row[1]} was altered" in done.stdout
    finally:
        with psycopg.connect(site.server.owner_dsn()) as connection:
            connection.execute(
                "UPDATE storage_accessentry SET child = %s WHERE id = %s",
                (row[2], row[0]),
            )
            connection.execute("ALTER TABLE storage_accessentry ENABLE TRIGGER USER")


def test_import_is_safe_to_repeat_from_the_command_line(site: Site) -> None:
    """It says what it added: nothing, and that rows still need a person."""
    done = typed(
        "import", str(site.extracts), "--place", str(site.server.place), "--json"
    )
    told = json.loads(done.stdout)
    assert (told["events_added"], told["changes"]) == (0, 0)
    assert done.returncode == (1 if told["quarantined"] else 0)


def test_import_refuses_the_truth(site: Site) -> None:
    """What an invented force hides is never read."""
    folder = str(site.extracts.parent)
    done = typed("import", folder, "--place", str(site.server.place))
    assert done.returncode == 2
    assert "truth" in done.stderr


def test_organisations_and_accounts_are_made_and_ended(site: Site) -> None:
    """A taken name, a wrong kind of organisation and an unknown one are refused in words."""
    place = ("--place", str(site.server.place))
    made = typed(
        "account", "organisation", "fen-police", "Fen Police", "--kind", "force", *place
    )
    assert made.returncode == 0, made.stderr
    again = typed(
        "account", "organisation", "fen-police", "Fen", "--kind", "force", *place
    )
    assert (again.returncode, "already" in again.stderr) == (2, True)
    person = ("--shown-as", "PS B", "--begins", "2020-01-01", *place)
    wrong = typed("account", "add", "b", "--organisation", "fen-police", "--role",
                  "inspector", *person)  # fmt: skip
    assert (wrong.returncode, "is a force" in wrong.stderr) == (2, True)
    nowhere = typed("account", "add", "b", "--organisation", "nowhere", "--role",
                    "supervisor", *person)  # fmt: skip
    assert (nowhere.returncode, "make it first" in nowhere.stderr) == (2, True)
    done = typed("account", "add", "b", "--organisation", "fen-police", "--role",
                 "supervisor", *person)  # fmt: skip
    assert done.returncode == 0, done.stderr
    ended = typed("account", "end", "b", "--on", "2021-01-01", *place)
    assert ended.returncode == 0, ended.stderr
    with psycopg.connect(site.server.dsn("trigpoint_app")) as connection:
        row = connection.execute(
            "SELECT a.is_active, m.ends::text FROM storage_account a JOIN "
            "storage_membership m ON m.account_id = a.id WHERE a.name = 'b'"
        ).fetchone()
    assert row == (False, "2021-01-01")


def checks(site: Site) -> tuple[int, dict[str, tuple[bool, str]]]:
    done = typed("doctor", "--json", "--place", str(site.server.place))
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    return done.returncode, {row["name"]: (row["well"], row["said"]) for row in rows}


def test_the_doctor_names_what_is_not_as_it_must_be(site: Site) -> None:
    """A test's database is not durable: that is named, and all else is well."""
    looked(site, 1)
    code, found = checks(site)
    wrong = {name for name, (well, _) in found.items() if not well}
    assert (code, wrong - {"space"}) == (1, {"durable"})
    assert set(found) == {
        "database", "roles", "owner", "walls", "durable", "tables", "keys", "log", "space",
    }  # fmt: skip
    said = typed("doctor", "--place", str(site.server.place)).stdout
    assert "WRONG  durable   fsync is off; full_page_writes is off" in said


def test_the_doctor_sees_a_wall_a_key_and_a_table_that_are_not(site: Site) -> None:
    """A policy no longer forced, a key that others read, a migration not applied."""
    key = site.server.place / "secret.key"
    mode = key.stat().st_mode
    undo = (
        "ALTER TABLE storage_claim FORCE ROW LEVEL SECURITY",
        "UPDATE django_migrations SET name = '0008_webhooks' WHERE name = 'gone'",
    )
    try:
        key.chmod(0o644)
        with psycopg.connect(site.server.owner_dsn()) as connection:
            connection.execute("ALTER TABLE storage_claim NO FORCE ROW LEVEL SECURITY")
            connection.execute(
                "UPDATE django_migrations SET name = 'gone' WHERE name = '0008_webhooks'"
            )
        code, found = checks(site)
    finally:
        key.chmod(mode)
        with psycopg.connect(site.server.owner_dsn()) as connection:
            for statement in undo:
                connection.execute(statement)
    assert code == 1
    assert found["walls"] == (False, "storage_claim has no forced wall")
    assert "secret.key can be read by others" in found["keys"][1]
    assert "0008_webhooks is still to be applied" in found["tables"][1]


def test_who_looked_at_a_child_is_told_and_is_on_the_log(site: Site) -> None:
    """Alone or in a list; asking again shows that somebody asked."""
    child = "CWHO"
    for action, about in (("look", ""), ("see-work", f"C9 {child} C8")):
        look = access_log.Look(
            organisation=site.organisation(), actor=None, role="hub-detective",
            action=action, child="" if about else child, about=about,
        )  # fmt: skip
        access_log.append(site.server.dsn("trigpoint_logger"), look)
    asked = ("log", "who", child, "--for", FORCE, "--place", str(site.server.place))
    first = [json.loads(one) for one in typed(*asked, "--json").stdout.splitlines()]
    assert [(one["action"], one["alone"]) for one in first] == [
        ("see-work", False), ("look", True),
    ]  # fmt: skip
    again = typed(*asked).stdout
    assert "command-line: see-looks" in again
    nowhere = typed(*asked[:4], "nowhere", *asked[5:])
    assert (nowhere.returncode, "No organisation" in nowhere.stderr) == (2, True)


def test_everything_is_judged_anew_as_the_import_judged_it(tmp_path: Path) -> None:
    """Through the engine, from the database; of another moment nothing is kept.

    On a site of its own: elsewhere other tests have written what no import judged.
    """
    site = make_site(tmp_path, children=100)
    try:
        _judged_anew(site)
    finally:
        end_site(site)


def _judged_anew(site: Site) -> None:
    count = (
        "SELECT outcome, count(*) FROM storage_judgementrow WHERE organisation_id = %s "
        "GROUP BY 1 ORDER BY 1"
    )

    def kept() -> dict[str, int]:
        with site.acting_for() as connection:
            return dict(connection.execute(count, (site.organisation(),)).fetchall())

    before = kept()
    common = ("judge", "--for", FORCE, "--json", "--place", str(site.server.place))
    earlier = json.loads(typed(*common, "--as-at", "2015-06-30").stdout)
    assert (earlier["kept"], earlier["outcomes"] != before) == (False, True)
    assert kept() == before
    now = json.loads(typed(*common).stdout)
    assert (now["kept"], now["outcomes"]) == (True, before)
    assert kept() == before
