"""Who may open what: every page, every role, asked as a browser asks it.

The expected answers stand in `access_matrix.csv`, written by hand and never made from
the code that decides.
"""

import csv
import re
from pathlib import Path

import pytest

from tests.support.canary_force import CANARIES
from tests.support.promises import promise
from tests.support.signed_in import a_child, shared_child, signed_in
from tests.support.site import FORCE, OTHER, Site
from trigpoint.access.roles import ROLES

MATRIX = Path(__file__).with_name("access_matrix.csv")


def matrix() -> list[tuple[str, str, int]]:
    """(path, role, expected status) of every cell."""
    with MATRIX.open(encoding="utf-8", newline="") as handle:
        return [
            (row["path"], role, int(row[role]))
            for row in csv.DictReader(handle)
            for role in ROLES
        ]


def test_the_matrix_has_every_page_and_every_role(client: object) -> None:
    """A page or a role that nobody wrote down fails here."""
    from trigpoint.web.site import found

    declared = {f"/{page.path}" for page in found() if page.action is not None}
    with MATRIX.open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    written = {
        re.sub(
            r"\{child\}",
            "<slug:child>",
            re.sub(r"\{slug\}", "<slug:slug>", row["path"]),
        )
        for row in rows
    }
    assert written == declared
    assert set(rows[0]) - {"path"} == set(ROLES)
    # No address is only ever refused: each is reached by somebody below.
    assert [row["path"] for row in rows if "200" not in row.values()] == []


def test_every_cell_of_the_matrix_holds(client: object, site: Site) -> None:
    """Each role gets what was written for it: the page, or a refusal; by HEAD no body.

    A method that a page does not take is refused to everybody, whatever their role.
    """
    child, wrong, asked = a_child(site), [], 0
    opened = {role: signed_in(client, site, role) for role in ROLES}
    posts = takes_posts()
    for path, role, expected in matrix():
        address = path.format(child=child, slug="return-home-interview-72-hours")
        answers = {"GET": expected, **dict.fromkeys(OTHERS, 405)}
        if role in HEADS:
            answers["HEAD"] = expected
        if path not in posts:
            answers["POST"] = 405
        for method, status in answers.items():
            answer = opened[role].generic(method, address)  # type: ignore[attr-defined]
            asked += 1
            if answer.status_code != status:
                wrong.append((path, role, method, status, answer.status_code))
            if method == "HEAD" and answer.content:
                wrong.append((path, role, method, "a body"))
    assert wrong == []
    promise(5, f"{asked:,} requests (pages x roles x methods), {len(wrong)} leaks")


#: Roles that differ in what they may; a HEAD goes the way of the GET that all have made.
HEADS = ("hub-detective", "response-officer", "partner-user", "inspector")
#: What no page takes.
OTHERS = ("OPTIONS", "PUT", "PATCH", "DELETE", "TRACE")


def takes_posts() -> set[str]:
    from trigpoint.web.site import found

    return {
        "/" + re.sub(r"<slug:(\w+)>", r"{\1}", page.path)
        for page in found()
        if page.posts
    }


def test_a_child_of_one_s_own_is_opened(client: object, site: Site) -> None:
    """The officer who dealt with a child, and their supervisor, come to the file."""
    child = a_child(site, own=True)
    for role in ("response-officer", "investigator", "supervisor"):
        opened = signed_in(client, site, role)
        assert opened.get(f"/child/{child}/").status_code == 200, role  # type: ignore[attr-defined]


def test_nobody_is_let_in_unsigned(client: object, site: Site) -> None:
    """Every page but the way in sends a stranger to sign in."""
    stranger = client()  # type: ignore[operator]
    child = a_child(site)
    for path in sorted({path for path, _, _ in matrix()}):
        address = path.format(child=child, slug="return-home-interview-72-hours")
        answer = stranger.get(address)
        assert (answer.status_code, answer["Location"].split("?")[0]) == (
            302,
            "/sign-in/",
        )


def test_no_page_tells_anything_of_another_force(client: object, site: Site) -> None:
    """Every page of every role, and the other force's child asked for by its own address."""
    theirs, ours, asked = a_child(site, OTHER), a_child(site), 0
    for role in ROLES:
        opened = signed_in(client, site, role)
        for path in sorted({path for path, _, _ in matrix()}):
            for child in (theirs, ours):
                asked += 1
                address = path.format(
                    child=child, slug="return-home-interview-72-hours"
                )
                answer = opened.get(address)  # type: ignore[attr-defined]
                body = answer.content.decode()
                assert not [word for word in CANARIES if word in body], (role, address)
                if child == theirs and "{child}" in path:
                    assert answer.status_code in (403, 404), (role, address)
    promise(5, f"{asked:,} requests about two forces' children, 0 leaks")


def test_another_force_s_child_looks_like_one_who_is_not_there(
    client: object, site: Site
) -> None:
    """The same bytes for a child of another force and for an id of nobody."""
    opened = signed_in(client, site, "hub-detective")
    bodies = {
        re.sub(rb'value="[^"]{40,}"', b"", opened.get(f"/child/{child}/").content)  # type: ignore[attr-defined]
        for child in (a_child(site, OTHER), "C000000000000")
    }
    assert len(bodies) == 1


def test_a_look_is_on_the_log_before_the_record_is_shown(
    client: object, site: Site
) -> None:
    """As many entries as looks, each with the child; a refused look is one too."""
    child = a_child(site)
    opened = signed_in(client, site, "hub-detective")
    count = (
        "SELECT count(*) FROM storage_accessentry WHERE child = %s AND action = 'look'"
    )
    with site.acting_for() as connection:
        (before,) = connection.execute(count, (child,)).fetchone() or (0,)
    for _ in range(5):
        assert opened.get(f"/child/{child}/").status_code == 200  # type: ignore[attr-defined]
    with site.acting_for() as connection:
        (after,) = connection.execute(count, (child,)).fetchone() or (0,)
    assert after - before == 5


def test_without_a_log_nothing_is_shown(
    client: object, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the log cannot be written the page says so, and holds no record."""
    from trigpoint.web import acting

    child = a_child(site)
    opened = signed_in(client, site, "hub-detective")
    monkeypatch.setattr(acting, "logger_dsn", lambda: "host=/nowhere user=nobody")
    for address in ("/my-work/", f"/child/{child}/", "/missing/now/"):
        answer = opened.get(address)  # type: ignore[attr-defined]
        assert answer.status_code == 503
        assert b"tp-event" not in answer.content
        assert b"tp-row" not in answer.content


def test_access_ends_with_the_membership(client: object, site: Site) -> None:
    """A membership that ended yesterday opens nothing at the next request."""
    import psycopg

    opened = signed_in(client, site, "control-room")
    assert opened.get("/my-work/").status_code == 200  # type: ignore[attr-defined]
    change = (
        "UPDATE storage_membership SET ends = %s WHERE account_id = "
        "(SELECT id FROM storage_account WHERE name = 'control-room')"
    )
    with psycopg.connect(site.server.dsn("trigpoint_app")) as connection:
        connection.execute(change, ("2020-01-01",))
    try:
        answer = opened.get("/my-work/")  # type: ignore[attr-defined]
        assert answer.status_code == 302
    finally:
        with psycopg.connect(site.server.dsn("trigpoint_app")) as connection:
            connection.execute(change, (None,))


def test_a_partner_sees_its_own_part_alone(client: object, site: Site) -> None:
    """Another organisation, by agreement, sees its agency's duties and no police one."""
    opened = signed_in(client, site, "partner-user")
    with site.acting_for("fellshire-council") as connection:
        holders = connection.execute(
            "SELECT DISTINCT duty_holder FROM storage_judgementrow"
        ).fetchall()
        agencies = connection.execute(
            "SELECT DISTINCT agency FROM event_now"
        ).fetchall()
    assert holders == [("LA",)]
    assert agencies == [("LA",)]
    assert opened.get("/my-work/").status_code == 200  # type: ignore[attr-defined]


def test_a_partner_opens_its_own_part_of_a_child_s_record(
    client: object, site: Site
) -> None:
    """Its own entries, its own duties as judged over the whole, its own record's name."""
    child, theirs = shared_child(site)
    with site.acting_for(FORCE) as connection:
        every = {
            row[0]
            for row in connection.execute(
                "SELECT event FROM event_now WHERE child = %s", (child,)
            )
        }
        duties = connection.execute(
            "SELECT count(*) FROM storage_judgementrow WHERE child = %s "
            "AND duty_holder = 'LA'",
            (child,),
        ).fetchone()
    assert theirs < every
    opened = signed_in(client, site, "partner-user")
    answer = opened.get(f"/child/{child}/?whole=1")  # type: ignore[attr-defined]
    body = answer.content.decode()
    assert answer.status_code == 200
    assert set(re.findall(r'id="event-([^"]+)"', body)) == theirs
    assert duties == (len(re.findall(r'id="duty-', body)),)
    assert "shares with you what your own agency recorded" in body
    assert "No name on record" not in body
    assert "police:" not in body
    assert opened.get(f"/child/{child}/enter/").status_code == 404  # type: ignore[attr-defined]
    assert opened.get(f"/child/{child}/summary/").status_code == 200  # type: ignore[attr-defined]


def test_a_partner_s_look_is_on_both_logs(client: object, site: Site) -> None:
    """The force whose record it is sees on the child's page who looked."""
    child, _ = shared_child(site)
    signed_in(client, site, "out-of-hours-team").get(f"/child/{child}/")  # type: ignore[attr-defined]
    newest = "SELECT role, action, child FROM storage_accessentry ORDER BY sequence DESC LIMIT 1"
    for slug in (FORCE, "fellshire-council"):
        with site.acting_for(slug) as connection:
            assert connection.execute(newest).fetchone() == (
                "out-of-hours-team", "look", child,
            ), slug  # fmt: skip


def test_a_partner_is_shown_no_version_that_was_corrected(
    client: object, site: Site
) -> None:
    """What replaced it is known to the partner too, though no police entry is."""
    with site.acting_for("fellshire-council") as connection:
        rows = connection.execute(
            "SELECT count(*), count(*) FILTER (WHERE NOT EXISTS (SELECT 1 FROM "
            "storage_eventversion e WHERE e.digest = c.digest)) FROM storage_eventchange c"
        ).fetchone()
    assert rows is not None
    assert rows[1] == 0


def emergencies(opened: object) -> str:
    return opened.get("/looks/").content.decode()  # type: ignore[attr-defined]


def test_emergency_access_is_offered_told_and_reviewed_by_another(
    client: object, site: Site, emergencies_end: None
) -> None:
    """Out of reach: a form; a short reason is not enough; opened once; then reviewed."""
    child = a_child(site)
    officer = signed_in(client, site, "response-officer")
    supervisor = signed_in(client, site, "supervisor")
    address = f"/child/{child}/"
    refused = officer.get(address)  # type: ignore[attr-defined]
    assert refused.status_code == 404
    assert b"Emergency access" in refused.content
    nobody = officer.get("/child/NOBODY/").content  # type: ignore[attr-defined]
    plain = re.compile(rb'value="[^"]{20,}"|/child/[A-Za-z0-9]+/')
    assert plain.sub(b"", refused.content) == plain.sub(b"", nobody)
    short = officer.post(address, {"reason": "too short"})  # type: ignore[attr-defined]
    assert short.status_code == 400
    assert b">too short</textarea>" in short.content
    reason = (
        "The child is with a man who was seen with a knife; nobody else is on duty."
    )
    shown = officer.post(address, {"reason": reason}, follow=True)  # type: ignore[attr-defined]
    assert shown.status_code == 200
    assert b"Opened by emergency access" in shown.content
    told = supervisor.get("/my-work/").content.decode()  # type: ignore[attr-defined]
    assert re.search("waits? for a review", told)
    page = emergencies(supervisor)
    assert reason in page.replace("&#x27;", "'")
    entry = re.findall(r'name="entry" value="(\d+)"', page)[-1]
    wrong = supervisor.post("/looks/", {"entry": entry, "justified": "yes"})  # type: ignore[attr-defined]
    assert wrong.status_code == 400
    given = {
        "entry": entry,
        "justified": "yes",
        "because": "Checked with control room.",
    }
    assert supervisor.post("/looks/", given).status_code == 302  # type: ignore[attr-defined]
    assert f'value="{entry}"' not in emergencies(supervisor)
    assert supervisor.post("/looks/", given).status_code == 400  # type: ignore[attr-defined]


def test_nobody_reviews_their_own_emergency(
    client: object, site: Site, emergencies_end: None
) -> None:
    """The supervisor who opened it is told that somebody else must."""
    supervisor = signed_in(client, site, "supervisor")
    child = a_child(site)
    reason = {"reason": "No one of the child's own team answers the telephone."}
    assert supervisor.post(f"/child/{child}/", reason).status_code == 302  # type: ignore[attr-defined]
    page = emergencies(supervisor)
    assert "somebody else must review it" in page
    with site.acting_for() as connection:
        row = connection.execute(
            "SELECT max(sequence) FROM storage_accessentry WHERE action = 'break-glass'"
        ).fetchone()
    assert row is not None
    own = {
        "entry": str(row[0]),
        "justified": "yes",
        "because": "I was right, of course.",
    }
    answer = supervisor.post("/looks/", own)  # type: ignore[attr-defined]
    assert (answer.status_code, b"your own" in answer.content) == (400, True)
    auditor = signed_in(client, site, "data-protection-auditor")
    assert auditor.post("/looks/", own).status_code == 302  # type: ignore[attr-defined]


def test_what_a_partner_acknowledges_is_told_to_whose_duty_it_is(
    client: object, site: Site
) -> None:
    """The council says it has seen a duty: it stands on its list and on the force's page."""
    with site.acting_for() as connection:
        duty = connection.execute(
            "SELECT child, standard, occasion FROM storage_judgementrow "
            "WHERE duty_holder = 'LA' ORDER BY 1, 2, 3 LIMIT 1"
        ).fetchone()
    assert duty is not None
    sent = dict(zip(("child", "standard", "occasion"), duty, strict=True))
    partner = signed_in(client, site, "partner-user")
    answer = partner.post("/my-work/", {**sent, "act": "acknowledge"})  # type: ignore[attr-defined]
    assert answer.status_code == 302
    for slug, count in ((FORCE, 1), ("fellshire-council", 1), (OTHER, 0)):
        with site.acting_for(slug) as connection:
            seen = connection.execute(
                "SELECT count(*) FROM storage_acknowledgement WHERE child = %s "
                "AND standard = %s AND occasion = %s",
                duty,
            ).fetchone()
            assert seen == (count,), slug
