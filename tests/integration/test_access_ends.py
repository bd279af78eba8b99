"""Promise 6: access ends when it should, at the next request, at every address there is.

Each person here is first shown to come in, so that what ends is known to have been there.
"""

import hashlib
import secrets
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import psycopg
import pytest

from tests.integration.test_jobs import ask, new_force, state
from tests.integration.test_no_log_no_look import ENTRY
from tests.support.members import OFFICER, Member, member
from tests.support.promises import promise
from tests.support.site import Site, bring_in
from tests.support.small_force import write_small_force
from trigpoint.services import manage_accounts, run_jobs, webhooks
from trigpoint.services.prepare_demonstration import FORCE

SLUG = "ending-force"
TEAM = "Quarry Team"
GETS = ("/standards", "/worklist", "/children/{child}", "/figures", "/imports",
        "/findings?standard=risk-graded-response")  # fmt: skip


@pytest.fixture(scope="module")
def children(site: Site, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """A force of its own with two children, the first of whom the officer dealt with."""
    new_force(site, SLUG)
    extracts = write_small_force(tmp_path_factory.mktemp("ending"))
    bring_in(site.server, extracts, organisation=SLUG)
    with site.acting_for(SLUG) as connection:
        rows = connection.execute(
            "SELECT child FROM event_now GROUP BY 1 ORDER BY count(*) DESC, 1"
        ).fetchall()
    return [child for (child,) in rows][:2]


@pytest.fixture
def dealt(site: Site, children: list[str]) -> Iterator[str]:
    """The first child, dealt with by the officer in a record of the police's own system."""
    digest = secrets.token_hex(32)
    with site.acting_for(SLUG) as connection:
        connection.execute(
            "INSERT INTO storage_eventversion (organisation_id, child, event, kind, "
            "earliest, latest, recorded, source, agency, actor, team, district, reference, "
            "about, adult, facts, source_file, source_sheet, source_row, digest) SELECT "
            "organisation_id, child, %s, 'INVESTIGATION_ALLOCATED', earliest, latest, "
            "recorded, source, 'POLICE', %s, %s, '', %s, '', false, '{}', 'x.csv', '', "
            "'1', %s FROM storage_eventversion WHERE child = %s LIMIT 1",
            (f"E{digest[:12]}", OFFICER, TEAM, digest[:8], digest, children[0]),
        )
    yield children[0]
    with site.acting_for(SLUG) as connection:
        # The log only grows: the next test's child must not be theirs by this one.
        moved(connection, digest, children[1])


def moved(connection: psycopg.Connection, digest: str, child: str) -> None:
    """The version is another child's from now on, as when a link is undone."""
    connection.execute(
        "INSERT INTO storage_eventchange (organisation_id, digest, child) SELECT "
        "organisation_id, digest, %s FROM storage_eventversion WHERE digest = %s",
        (child, digest),
    )


def run(site: Site, statement: str, *values: object) -> None:
    with psycopg.connect(site.server.dsn("trigpoint_app")) as connection:
        connection.execute(statement, values)


def addresses(child: str) -> list[str]:
    from trigpoint.web.site import found

    return [
        "/" + page.path.replace("<slug:child>", child).replace(
            "<slug:slug>", "risk-graded-response")
        for page in found() if page.action is not None
    ]  # fmt: skip


def is_stranger(one: Member, child: str, *, program: bool = True) -> int:
    """Every page sends them to sign in, every address of the API refuses the token."""
    asked = 0
    for path in addresses(child):
        for answer in (one.page(path), one.browser.post(path, {})):  # type: ignore[attr-defined]
            asked += 1
            if answer.status_code == 405:  # type: ignore[attr-defined]
                continue
            assert answer.status_code == 302, path  # type: ignore[attr-defined]
            assert answer["Location"].startswith("/sign-in/"), path  # type: ignore[index]
    if program:
        for path in GETS:
            assert one.program.get(path.format(child=child)).status == 401, path
        for path, body in (("/worklist/acknowledgements", {}),
                           (f"/children/{child}/entries", ENTRY)):  # fmt: skip
            assert one.program.post(path, body, secrets.token_hex(8)).status == 401, (
                path
            )
        assert one.program.send("/imports", {"x.csv": "a"}, "12345678").status == 401
        asked += len(GETS) + 3
    return asked


def came_in(one: Member, child: str) -> None:
    assert one.page(f"/child/{child}/").status_code == 200  # type: ignore[attr-defined]
    assert one.page("/my-work/").status_code == 200  # type: ignore[attr-defined]
    assert one.program.get(f"/children/{child}").status == 200


ENDS = {
    "the membership ends today": "UPDATE storage_membership SET ends = "
    "(now() AT TIME ZONE 'Europe/London')::date WHERE account_id = %s",
    "the membership begins next year": "UPDATE storage_membership SET begins = "
    "current_date + 365, ends = NULL WHERE account_id = %s",
    "the account is switched off": "UPDATE storage_account SET is_active = false "
    "WHERE id = %s",
    "the role is one that there is not": "UPDATE storage_membership SET role = 'gone' "
    "WHERE account_id = %s",
    "the membership is taken away": "WITH t AS (DELETE FROM storage_apitoken WHERE "
    "membership_id IN (SELECT id FROM storage_membership WHERE account_id = %s) RETURNING "
    "membership_id) DELETE FROM storage_membership WHERE id IN (SELECT membership_id FROM t)",
}  # fmt: skip


@pytest.mark.parametrize("end", ENDS)
def test_the_next_request_is_a_stranger_s(
    site: Site, client: object, children: list[str], end: str
) -> None:
    """Whatever ended, by a row of the database alone: nothing has to be told to anybody."""
    one = member(site, client, "hub-detective", SLUG)
    came_in(one, children[0])
    run(site, ENDS[end], one.number)
    asked = is_stranger(one, children[0])
    promise(6, f"{end}: {asked} requests, 0 answered")


@pytest.mark.parametrize("how", ["ended", "let in anew"])
def test_the_commands_end_it_too(
    site: Site, client: object, children: list[str], how: str
) -> None:
    """`account end`, and `account reset` for who lost a telephone (the program stays)."""
    one = member(site, client, "hub-detective", SLUG)
    came_in(one, children[0])
    if how == "ended":
        manage_accounts.end_account(
            place=site.server.place, name=one.name, on=date(2026, 1, 1)
        )
    else:
        manage_accounts.let_in_anew(place=site.server.place, name=one.name)
    is_stranger(one, children[0], program=how == "ended")


def test_a_sign_in_ended_from_elsewhere_is_over(
    site: Site, client: object, children: list[str]
) -> None:
    """*My sign-in* in one browser ends the other one, and only that."""
    one = member(site, client, "hub-detective", SLUG)
    other = client()  # type: ignore[operator]
    other.post("/sign-in/", {"name": one.name, "password": site.password})
    with psycopg.connect(site.server.dsn("trigpoint_app")) as connection:
        row = connection.execute(
            "SELECT id::text FROM storage_signin WHERE session = %s",
            (one.browser.session.session_key,),  # type: ignore[attr-defined]
        ).fetchone()
    assert row is not None
    other.post("/my-sign-in/", {"act": "end", "number": row[0]})
    is_stranger(one, children[0], program=False)
    assert other.get("/my-work/").status_code == 200


def test_a_token_s_day_is_over(site: Site, client: object, children: list[str]) -> None:
    """The program is refused; the person goes on."""
    one = member(site, client, "hub-detective", SLUG)
    came_in(one, children[0])
    run(
        site,
        "UPDATE storage_apitoken SET ends = (now() AT TIME ZONE 'Europe/London')::date "
        "WHERE membership_id IN (SELECT id FROM storage_membership WHERE account_id = %s)",
        one.number,
    )
    for path in GETS:
        assert one.program.get(path.format(child=children[0])).status == 401
    assert one.page("/my-work/").status_code == 200  # type: ignore[attr-defined]


def test_another_role_opens_what_that_role_opens(
    site: Site, client: object, children: list[str]
) -> None:
    """A detective who became a liaison: every page and address, as for any liaison."""
    one = member(site, client, "hub-detective", SLUG)
    liaison = member(site, client, "force-liaison", SLUG)
    came_in(one, children[0])
    run(
        site,
        "UPDATE storage_membership SET role = 'force-liaison' WHERE account_id = %s",
        one.number,
    )
    found = []
    for path in addresses(children[0]):
        was, now = (who.page(path).status_code for who in (liaison, one))  # type: ignore[attr-defined]
        assert was == now, path
        found.append(now)
    assert {403, 404} <= set(found)
    for path in GETS:
        path = path.format(child=children[0])
        assert one.program.get(path).status == liaison.program.get(path).status
    refused = one.program.post(f"/children/{children[0]}/entries", ENTRY, "12345678")
    assert refused.status == 403


def is_unknown(one: Member, child: str) -> None:
    """The child is one whom nobody knows, at every address of a child; no list names them."""
    for path in ("/child/{}/", "/child/{}/summary/", "/child/{}/enter/"):
        there = one.page(path.format(child))
        nobody = one.page(path.format("NOBODY"))
        assert (there.status_code, nobody.status_code) == (404, 404)  # type: ignore[attr-defined]
    assert one.program.get(f"/children/{child}") == one.program.get("/children/NOBODY")
    posted, nobody = (
        one.program.post(f"/children/{who}/entries", ENTRY, secrets.token_hex(8))
        for who in (child, "NOBODY")
    )
    assert posted == nobody
    assert posted.status in (403, 404)
    for path in ("/my-work/", "/notices/"):
        assert child not in one.page(path).content.decode(), path  # type: ignore[attr-defined]
    assert child not in str(one.program.get("/worklist").told)


def newest(connection: psycopg.Connection) -> str:
    row = connection.execute(
        "SELECT digest FROM storage_eventversion WHERE actor = %s ORDER BY id DESC LIMIT 1",
        (OFFICER,),
    ).fetchone()
    assert row is not None
    return row[0]


def claims(connection: psycopg.Connection, one: Member, child: str) -> None:
    """The officer had said that a duty is done; the record of it did not bear that out."""
    connection.execute(
        "INSERT INTO storage_judgementrow (id, organisation_id, child, standard, version, "
        "area, duty_holder, occasion, triggered_at, due_latest, outcome, fault, act, "
        "missing, agency, team, district, actor) SELECT gen_random_uuid(), id, %s, "
        "'risk-graded-response', 1, 'missing', 'POLICE', %s, 1, 2, 'missed', '', '', '', "
        "'POLICE', %s, '', %s FROM storage_organisation WHERE slug = %s",
        (child, one.number[:8], TEAM, OFFICER, SLUG),
    )
    connection.execute(
        "INSERT INTO storage_claim (id, organisation_id, by_id, at, child, standard, "
        "occasion, done_at, note) SELECT gen_random_uuid(), id, %s, now(), %s, "
        "'risk-graded-response', %s, 1, '' FROM storage_organisation WHERE slug = %s",
        (one.number, child, one.number[:8], SLUG),
    )


@pytest.mark.parametrize("role", ["response-officer", "investigator"])
def test_a_record_given_to_somebody_else_is_out_of_reach(
    site: Site, client: object, dealt: str, role: str
) -> None:
    """Its own system names another officer and team from now on: a newer version."""
    one = member(site, client, role, SLUG, team=TEAM)
    came_in(one, dealt)
    with site.acting_for(SLUG) as connection:
        digest = newest(connection)
        again = hashlib.sha256(digest.encode()).hexdigest()
        connection.execute(
            "INSERT INTO storage_eventversion (organisation_id, child, event, kind, "
            "earliest, latest, recorded, source, agency, actor, team, district, reference, "
            "about, adult, facts, source_file, source_sheet, source_row, digest) SELECT "
            "organisation_id, child, event, kind, earliest, latest, recorded + 1, source, "
            "agency, 'Z1', 'Zenith', '', reference, about, adult, facts, source_file, '', "
            "'1', %s FROM storage_eventversion WHERE digest = %s",
            (again, digest),
        )
        connection.execute(
            "INSERT INTO storage_eventchange (organisation_id, digest, replaced, child) "
            "SELECT organisation_id, digest, recorded + 1, '' FROM storage_eventversion "
            "WHERE digest = %s",
            (digest,),
        )
    is_unknown(one, dealt)
    promise(
        6, f"a record given to another officer: {role}, as for a child nobody knows"
    )


def test_a_link_undone_takes_the_child_away(
    site: Site, client: object, children: list[str], dealt: str
) -> None:
    """What the officer dealt with was another child's record: that one is theirs now."""
    one = member(site, client, "response-officer", SLUG)
    came_in(one, dealt)
    with site.acting_for(SLUG) as connection:
        moved(connection, newest(connection), children[1])
    is_unknown(one, dealt)
    assert one.page(f"/child/{children[1]}/").status_code == 200  # type: ignore[attr-defined]


def test_who_moved_to_another_team_has_left_its_children(
    site: Site, client: object, dealt: str
) -> None:
    """And what they had said was done of one of them is not told to them any more."""
    one = member(site, client, "investigator", SLUG, team=TEAM)
    came_in(one, dealt)
    with site.acting_for(SLUG) as connection:
        claims(connection, one, dealt)
    assert dealt in one.page("/notices/").content.decode()  # type: ignore[attr-defined]
    run(
        site,
        "UPDATE storage_membership SET team = 'Elsewhere', officer = 'Q78' "
        "WHERE account_id = %s",
        one.number,
    )
    is_unknown(one, dealt)
    promise(6, "a change of team: pages, API, lists and one's own claims, 0 told")


def test_an_agreement_that_ended_shares_nothing(site: Site, client: object) -> None:
    """The partner's part of a child's record is gone with the row that shared it."""
    from tests.support.signed_in import shared_child

    child, _ = shared_child(site)
    one = member(site, client, "partner-user", "fellshire-council", team="LA")
    came_in(one, child)
    with psycopg.connect(site.server.dsn("trigpoint_app")) as connection:
        kept = connection.execute(
            "DELETE FROM storage_sharing s USING storage_organisation o WHERE o.id = "
            "s.owner_id AND o.slug = %s RETURNING s.id, s.owner_id, s.partner_id, s.agency",
            (FORCE,),
        ).fetchall()
    try:
        is_unknown(one, child)
    finally:
        with psycopg.connect(site.server.dsn("trigpoint_app")) as connection:
            connection.cursor().executemany(
                "INSERT INTO storage_sharing (id, owner_id, partner_id, agency) "
                "VALUES (%s, %s, %s, %s)", kept,
            )  # fmt: skip
    came_in(one, child)


@pytest.mark.parametrize("end", ["account", "membership", "role"])
def test_what_somebody_sent_before_they_left_is_not_read(
    site: Site, tmp_path: Path, end: str
) -> None:
    """A job in the queue asks again whether its sender may, when it is taken up."""
    slug = f"left-{end}-force"
    ours = new_force(site, slug)
    ask(site, slug, ours, write_small_force(tmp_path))
    change, back = {
        "account": ("UPDATE storage_account SET is_active = {} WHERE name = 'system-"
                    "administrator'", ("false", "true")),
        "membership": ("UPDATE storage_membership SET ends = {} WHERE organisation_id::text "
                       f"= '{ours}'", ("current_date - 1", "NULL")),
        "role": ("UPDATE storage_membership SET role = {} WHERE organisation_id::text = "
                 f"'{ours}'", ("'supervisor'", "'system-administrator'")),
    }[end]  # fmt: skip
    run(site, change.format(back[0]))
    try:
        assert run_jobs.run_one(site.server)
    finally:
        run(site, change.format(back[1]))
    (job,) = state(site, slug, ours)
    assert (job["state"], "may not import" in str(job["said"])) == ("failed", True)
    # What was sent stays for a person to look at; other tests count what lies there.
    shutil.rmtree(site.server.place / "arriving" / str(job["id"]))
    with site.acting_for(slug) as connection:
        count = connection.execute("SELECT count(*) FROM storage_eventversion")
        assert count.fetchone() == (0,)
    promise(6, f"a job whose sender's {end} ended: 0 rows read")


def test_an_ended_webhook_is_told_nothing_that_waited(site: Site) -> None:
    """Not even what had been put in its queue before."""
    hook = webhooks.add_webhook(
        place=site.server.place, organisation=SLUG, address="http://localhost:9/told"
    )
    with site.acting_for(SLUG) as connection:
        webhooks.tell(connection, site.organisation(SLUG), "import.done", {"job": "J"})
    webhooks.end_webhook(place=site.server.place, number=hook.number)
    assert not webhooks.deliver_one(site.server)
