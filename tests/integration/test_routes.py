"""Every address of the site, written down by hand, and each of them reached.

`routes.csv` holds name, path and methods. One test holds it against the program, so that
an address that nobody wrote down fails; the other goes to every one of them by each of
its methods, as somebody who may, and gets what they came for.
"""

import csv
import datetime
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import psycopg
import pyotp
import pytest
import requests
from psycopg.types.json import Jsonb

from tests.support.api import token
from tests.support.forms import forms_of, send
from tests.support.notices import another_notice
from tests.support.signed_in import a_child
from tests.support.site import FORCE, Site
from trigpoint.chronology.likely import Band

ROUTES = Path(__file__).with_name("routes.csv")
STATIC = Path(__file__).resolve().parents[2] / "src/trigpoint/web/static"
SLUG = "risk-graded-response"
mock = pytest.importorskip("oidc_provider_mock", reason="no provider here")
PROVIDER = """[provider.walked]
called = "Walked accounts"
issuer = "http://localhost:{port}"
client_id = "trigpoint"
client_secret = "shared"
"""
#: What a proposal shows of two records.
SHOWN = {
    "said_one": {"given": "A", "surname": "One"}, "fields": {}, "warnings": [],
    "said_other": {"given": "A", "surname": "Other"}, "probability": 0.7,
}  # fmt: skip
#: (route, method) -> status, of every one that was reached.
Reached = dict[tuple[str, str], int]


def written() -> dict[tuple[str, str], str]:
    """(path, method) -> name."""
    with ROUTES.open(encoding="utf-8", newline="") as handle:
        return {
            (row["path"], method): row["name"]
            for row in csv.DictReader(handle)
            for method in row["methods"].split()
        }


def test_the_routes_are_those_that_are_written(client: object) -> None:
    """Names, paths and methods: of pages, signing in and out, the API and static files."""
    from trigpoint.web.api.routes import api
    from trigpoint.web.site import found
    from trigpoint.web.urls import urlpatterns

    there = {
        (f"/{page.path}", method): page.name
        for page in found()
        for method in ("GET", *(("POST",) if page.posts else ()))
    }
    # Signing out is a form of every page, and also answers who comes by its address.
    for _, router in api._routers:
        for path, view in router.path_operations.items():
            for operation in view.operations:
                name = f"api-1:{operation.view_func.__name__}"
                there |= {
                    (f"/api/v1{path}", method): name for method in operation.methods
                }
    there["/api/v1/openapi.json", "GET"] = "api-1:openapi-json"
    files = [path for path in STATIC.rglob("*") if path.is_file()]
    for path in files:
        there[f"/static/{path.relative_to(STATIC).as_posix()}", "GET"] = "static"
    names = {"api-1:import_files": "api-1:imports"}
    assert {at: names.get(name, name) for at, name in there.items()} == written()
    # And nothing else is mounted: the pages, and the API.
    assert len(urlpatterns) == len(found()) + 1


class Walk:
    """Goes to addresses and keeps what came of each."""

    def __init__(self, client: Callable[..., Any], site: Site) -> None:
        self.client, self.site = client, site
        self.reached: Reached = {}

    def as_role(self, role: str) -> Any:
        """A browser in which a role has signed in."""
        opened = self.client()
        answer = opened.post(
            "/sign-in/", {"name": role, "password": self.site.password}
        )
        assert answer.status_code == 302
        return opened

    def got(self, path: str, answer: Any, expected: int, method: str = "GET") -> Any:
        """Keep it, if it is what was to come."""
        assert answer.status_code == expected, (path, method, answer.content[:500])
        self.reached[path, method] = expected
        return answer


@pytest.fixture(scope="module")
def walk(client: Callable[..., Any], site: Site) -> Walk:
    return Walk(client, site)


def _asked(walk: Walk) -> None:
    """Every page that shows something."""
    child = a_child(walk.site, own=True)
    pages = {
        "/child/<slug:child>/": "hub-detective",
        "/child/<slug:child>/enter/": "hub-detective",
        "/child/<slug:child>/summary/": "hub-detective",
        "/figures/": "inspector", "/figures/<slug:slug>/": "commissioner-office",
        "/figures/<slug:slug>/cases/": "head-of-protection",
        "/find/": "hub-detective", "/inbox/": "hub-detective",
        "/go-on/": "hub-detective", "/links/": "hub-detective",
        "/looks/": "data-protection-auditor",
        "/missing/again/": "missing-coordinator", "/missing/now/": "duty-inspector",
        "/my-sign-in/": "response-officer", "/my-work/": "partner-user",
        "/notices/": "supervisor", "/partners/": "hub-detective",
        "/records/": "system-administrator", "/standards/": "inspector",
        "/standards/<slug:slug>/": "inspector", "/team/": "supervisor",
    }  # fmt: skip
    for path, role in pages.items():
        address = path.replace("<slug:child>", child).replace("<slug:slug>", SLUG)
        opened = walk.as_role(role)
        answer = walk.got(path, opened.get(address), 200)
        head = opened.head(address)
        assert (head.status_code, head.content) == (200, b"")
        assert b"<h1" in answer.content
    walk.got("/", walk.as_role("control-room").get("/"), 302)


def _sent(walk: Walk) -> None:
    """Every form of the day's work."""
    hub, child = walk.as_role("hub-detective"), a_child(walk.site, own=True)
    done = send(hub, "/my-work/", "occasion", act="acknowledge")
    walk.got("/my-work/", done, 302, "POST")
    at = f"/child/{child}/enter/"
    done = send(hub, f"{at}?kind=missing-report", "at", to=f"{at}?kind=missing-report",
                at="2016-06-30T20:00")  # fmt: skip
    walk.got("/child/<slug:child>/enter/", done, 302, "POST")
    went_on = hub.post(
        "/go-on/", {"why": "A long list from a school", "next": "/find/"}
    )
    walk.got("/go-on/", went_on, 302, "POST")
    room = walk.as_role("control-room")
    walk.got("/missing/now/", send(room, "/missing/now/", "occasion"), 302, "POST")
    another_notice(walk.site)
    decided = {"decision": "REFER_LA", "reason": "A discussion is being arranged"}
    walk.got("/inbox/", send(hub, "/inbox/", "decision", **decided), 302, "POST")
    found = hub.post(
        "/find/", {"surname": "", "born": "", "number": _number(walk.site)}
    )
    walk.got("/find/", found, 200, "POST")
    assert b"/child/" in found.content.partition(b"Found")[2]
    a_doubtful_pair(walk.site)
    linked = send(
        hub, "/links/", "because", same="no", because="Twins, the midwife says"
    )
    walk.got("/links/", linked, 302, "POST")
    administrator = walk.as_role("system-administrator")
    from django.core.files.uploadedfile import SimpleUploadedFile

    row = "misper_id,offered_at,accepted,done_at,by_whom,recorded_at\n"
    file = SimpleUploadedFile("return_interview_walked.csv", row.encode())
    sent = administrator.post("/records/", {"act": "send", "files": file})
    walk.got("/records/", sent, 302, "POST")


def a_doubtful_pair(site: Site) -> None:
    """Two records that may be one child: chance invents none in every small force."""
    with site.acting_for(FORCE) as connection:
        connection.execute(
            "INSERT INTO storage_linkproposal (id, organisation_id, one_space, one_id, "
            "other_space, other_id, one_child, other_child, probability, band, shown) "
            "SELECT gen_random_uuid(), a.organisation_id, a.source, a.source_id, b.source, "
            "b.source_id, a.child, b.child, 0.7, %s, %s FROM storage_childrecord a "
            "JOIN storage_childrecord b ON b.child > a.child ORDER BY a.child, b.child "
            "LIMIT 1",
            (Band.TO_DECIDE.value, Jsonb(SHOWN)),
        )


def _number(site: Site) -> str:
    with site.acting_for(FORCE) as connection:
        row = connection.execute(
            "SELECT source_id FROM storage_childrecord WHERE child = %s AND source LIKE "
            "'police%%' LIMIT 1",
            (a_child(site, own=True),),
        ).fetchone()
    assert row is not None
    return row[0]


def _emergency(walk: Walk) -> None:
    """Opened by one, reviewed by another."""
    address = f"/child/{a_child(walk.site)}/"
    reason = "A neighbour hears screams and nobody else is on duty."
    opened = walk.as_role("investigator").post(address, {"reason": reason})
    walk.got("/child/<slug:child>/", opened, 302, "POST")
    supervisor = walk.as_role("supervisor")
    done = send(supervisor, "/looks/", "entry", justified="yes", because="It was so.")
    walk.got("/looks/", done, 302, "POST")


def _signed_in(walk: Walk) -> None:
    """In by name and password, by a code, by who vouches; ended, and out."""
    stranger = walk.client()
    walk.got("/sign-in/", stranger.get("/sign-in/"), 200)
    given = {"name": "force-liaison", "password": walk.site.password}
    walk.got("/sign-in/", stranger.post("/sign-in/", given), 302, "POST")
    secret = re.search(
        rb'tp-secret">([A-Z2-7]+)<', stranger.get("/my-sign-in/").content
    )
    assert secret is not None
    app = pyotp.TOTP(secret[1].decode())
    now = datetime.datetime.now(datetime.UTC)  # noqa: TID251 - a real app's
    added = stranger.post("/my-sign-in/", {"act": "app", "code": app.at(now)})
    walk.got("/my-sign-in/", added, 200, "POST")
    spare = re.findall(rb"<code>([a-z0-9-]+)</code>", added.content)[0].decode()
    try:
        walk.got("/sign-out/", stranger.post("/sign-out/"), 302, "POST")
        walk.got("/sign-out/", stranger.get("/sign-out/"), 302)
        asked = stranger.post("/sign-in/", given)
        assert asked["Location"] == "/sign-in/code/"
        walk.got("/sign-in/code/", stranger.get("/sign-in/code/"), 200)
        walk.got("/sign-in/code/", stranger.post("/sign-in/code/", {"code": spare}), 302,
                 "POST")  # fmt: skip
        assert stranger.get("/figures/").status_code == 200
    finally:
        with psycopg.connect(walk.site.server.dsn("trigpoint_app")) as connection:
            connection.execute("DELETE FROM storage_secondfactor")


def _vouched_for(walk: Walk) -> None:
    """Off to a provider of accounts, and back with its answer."""
    place, user = (
        walk.site.server.place / "sign-in.toml",
        mock.User(sub="s-77", claims={}),
    )
    with mock.run_server_in_thread(user_claims=(user,), require_nonce=True) as server:
        place.touch(mode=0o600)
        place.write_text(PROVIDER.format(port=server.server_port), encoding="utf-8")
        with psycopg.connect(walk.site.server.dsn("trigpoint_app")) as connection:
            connection.execute(
                "INSERT INTO storage_federatedname (id, account_id, provider, subject) "
                "SELECT gen_random_uuid(), id, 'walked', 's-77' FROM storage_account "
                "WHERE name = 'force-liaison'"
            )
        try:
            browser = walk.client()
            off = browser.get("/sign-in/with/walked/?next=/figures/")
            walk.got("/sign-in/with/<slug:provider>/", off, 302)
            answer = requests.post(
                off["Location"], data={"sub": "s-77"}, allow_redirects=False, timeout=10
            )
            back = urlsplit(answer.headers["Location"])
            come = browser.get(f"{back.path}?{back.query}")
            walk.got("/sign-in/back/<slug:provider>/", come, 302)
            assert come["Location"] == "/figures/"
        finally:
            place.unlink()
            with psycopg.connect(walk.site.server.dsn("trigpoint_app")) as connection:
                connection.execute("DELETE FROM storage_federatedname")


def _by_programs(walk: Walk) -> None:
    """Every address of the API, asked and added to."""
    child = a_child(walk.site)
    walk.got("/api/v1/openapi.json", walk.client().get("/api/v1/openapi.json"), 200)
    for path, role in {
        "standards": "inspector", "standards/{slug}": "inspector",
        "worklist": "hub-detective", "judgements": "supervisor",
        "inbox": "hub-detective", "children/{child}": "hub-detective",
        "forces": "inspector", "figures": "commissioner-office",
        "findings": "inspector", "imports": "system-administrator",
    }.items():  # fmt: skip
        address = f"/api/v1/{path.format(slug=SLUG, child=child)}?standard={SLUG}"
        asking = walk.client(HTTP_AUTHORIZATION=f"Bearer {token(walk.site, role)}")
        answer = asking.get(address.removesuffix(f"?standard={SLUG}")
                            if path != "findings" else address)  # fmt: skip
        walk.got(f"/api/v1/{path}", answer, 200)
    _added_by_programs(walk, child)


def _added_by_programs(walk: Walk, child: str) -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile

    def program(role: str) -> Any:
        return walk.client(
            HTTP_AUTHORIZATION=f"Bearer {token(walk.site, role)}",
            HTTP_IDEMPOTENCY_KEY="a-walked-key",
        )

    hub = program("hub-detective")
    due = hub.get("/api/v1/worklist").json()["left"][0]
    duty = {name: due[name] for name in ("child", "standard", "occasion")}
    entry = {
        "kind": "STRATEGY_DISCUSSION", "happened_from": "2016-05-06T10:00:00+01:00",
        "facts": {"decision": "S47", "agencies": ";LA;POLICE;"},
    }  # fmt: skip
    for path, body in (
        ("/api/v1/worklist/acknowledgements", duty),
        ("/api/v1/children/{child}/entries", entry),
    ):
        sent = {"content_type": "application/json"}
        answer = program("hub-detective").post(path.format(child=child), body, **sent)
        walk.got(path, answer, 200, "POST")
    claim = {**duty, "done_at": "2016-06-29T10:00:00+01:00"}
    another_notice(walk.site)
    one = hub.get("/api/v1/inbox").json()["waiting"][0]
    decision = {"child": one["child"], "reference": one["reference"],
                "decision": "REFER_LA", "reason": "A discussion is being arranged"}  # fmt: skip
    for path, body in (
        ("/api/v1/worklist/claims", claim), ("/api/v1/inbox/decisions", decision),
    ):  # fmt: skip
        sent = {"content_type": "application/json"}
        answer = program("hub-detective").post(path, body, **sent)
        walk.got(path, answer, 200, "POST")
    file = SimpleUploadedFile("return_interview_by_program.csv", b"misper_id,done_at\n")
    answer = program("system-administrator").post("/api/v1/imports", {"files": file})
    walk.got("/api/v1/imports", answer, 200, "POST")


def _static(walk: Walk) -> None:
    for path, method in written():
        if path.startswith("/static/"):
            answer = walk.got(path, walk.client().get(path), 200, method)
            assert len(b"".join(answer.streaming_content)) > 100


def test_every_address_is_reached(walk: Walk) -> None:
    """By each of its methods, by somebody who may: not one is only ever refused."""
    for part in (
        _asked,
        _sent,
        _emergency,
        _signed_in,
        _vouched_for,
        _by_programs,
        _static,
    ):
        part(walk)
    assert walk.reached.keys() == written().keys()
    print(f"ROUTES: {len(walk.reached)} addresses by method, all reached ok")


def test_a_form_is_read_as_it_stands() -> None:
    """The helper of this test: what it fills in is what the page has."""
    (one,) = forms_of(
        b'<form><input name="a" value="1"><button name="act" value="x"></button></form>'
    )
    assert (one.sent, one.buttons) == ({"a": "1"}, [("act", "x")])
