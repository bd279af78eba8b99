"""The commands of an installation, as an administrator types them."""

import json
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from tests.support.site import FORCE, Site
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
