"""Sign-ins end when nobody is there; looks beyond what work calls for need a reason."""

from datetime import timedelta

import psycopg
import pytest
import time_machine
from django.utils import timezone

from tests.support.api import Program
from tests.support.members import Member, member
from tests.support.signed_in import a_child
from tests.support.site import FORCE, Site
from trigpoint.access import pace
from trigpoint.access.roles import Action
from trigpoint.services import keep_pace


def after(minutes: float) -> time_machine.travel:
    """So long after now, by this process's clock."""
    return time_machine.travel(timezone.now() + timedelta(minutes=minutes), tick=True)


def status(one: Member, path: str = "/standards/", **headers: str) -> int:
    return one.browser.get(path, headers=headers).status_code  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("role", "minutes"), [("hub-detective", 15), ("system-administrator", 5)]
)
def test_a_sign_in_ends_when_nothing_is_asked_for(
    site: Site, client: object, role: str, minutes: int
) -> None:
    """Within its time it goes on; after it, back to where one was, and the form says why."""
    one = member(site, client, role, FORCE)
    with after(minutes - 1):
        assert status(one) == 200
    with after(2 * minutes - 2):
        assert status(one) == 200, "each request begins the time anew"
    with after(3 * minutes):
        answer = one.page("/standards/?x=1")
        assert answer.status_code == 302  # type: ignore[attr-defined]
        assert answer.url == "/sign-in/?next=/standards/%3Fx%3D1&ended=idle"  # type: ignore[attr-defined]
        assert b"nothing was asked for in a while" in one.page(answer.url).content  # type: ignore[attr-defined]
        assert status(one) == 302, "it stays ended"


def test_a_sign_in_at_which_nobody_is_there_is_not_listed_as_open(
    site: Site, client: object
) -> None:
    """Of two, the one that was left alone too long is gone from the list."""
    one = member(site, client, "hub-detective", FORCE)
    sent = {"name": one.name, "password": site.password}
    assert client().post("/sign-in/", sent).status_code == 302  # type: ignore[operator]

    def listed() -> int:
        page = one.page("/my-sign-in/").content.decode()  # type: ignore[attr-defined]
        return page.count("govuk-summary-list__actions")

    assert listed() == 2
    with after(14):
        assert status(one) == 200
    with after(20):
        assert listed() == 1


def test_what_was_typed_too_late_is_shown_once_more_and_not_sent(
    site: Site, client: object
) -> None:
    """The words of a form, and none of what it carries for the program."""
    one = member(site, client, "hub-detective", FORCE)
    child = a_child(site)
    sent = {"child": child, "reason": "Her aunt rang twice", "password": "hidden"}
    with after(16):
        answer = one.browser.post(f"/child/{child}/enter/", sent)  # type: ignore[attr-defined]
    shown = answer.content.decode()
    assert answer.status_code == 403
    assert "Her aunt rang twice" in shown
    assert "hidden" not in shown
    assert "What you wrote was not sent" in shown
    with site.acting_for() as connection:
        row = connection.execute(
            "SELECT count(*) FROM storage_entry WHERE by_id = %s", (one.number,)
        ).fetchone()
    assert row == (0,)


def test_a_list_that_renews_itself_keeps_nobody_signed_in(
    site: Site, client: object
) -> None:
    """Such a request says so of itself."""
    one = member(site, client, "duty-inspector", FORCE)
    for minutes in range(1, 15):
        with after(minutes):
            assert status(one, "/missing/now/", **{"Trigpoint-Renewal": "1"}) == 200
    with after(16):
        assert status(one, "/missing/now/", **{"Trigpoint-Renewal": "1"}) == 302


def test_a_person_is_told_once_of_the_sign_in_before_and_of_wrong_tries(
    site: Site, client: object
) -> None:
    """On the first page, and for as long as they like under My sign-in."""
    one = member(site, client, "hub-detective", FORCE)
    assert b"You signed in before" not in one.page("/standards/").content  # type: ignore[attr-defined]
    for _ in range(2):
        client().post("/sign-in/", {"name": one.name, "password": "wrong"})  # type: ignore[operator]
    again = client()  # type: ignore[operator]
    again.post("/sign-in/", {"name": one.name, "password": site.password})
    first = again.get("/standards/").content.decode()
    assert "You signed in before on" in first
    assert "a wrong password or code was tried 2 times" in first
    assert "You signed in before" not in again.get("/standards/").content.decode()
    assert "tried 2 times" in again.get("/my-sign-in/").content.decode()


def of_one_person(site: Site, one: Member) -> Member:
    """An account outside a demonstration: nobody shares it."""
    with psycopg.connect(site.server.dsn("trigpoint_app")) as connection:
        connection.execute(
            "UPDATE storage_account SET demonstration = false WHERE id = %s",
            (one.number,),
        )
    return one


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if an hour's number were three."""
    monkeypatch.setitem(pace.PACE, Action.LOOK, 3)
    monkeypatch.setitem(pace.PACE, Action.SEARCH, 3)


def entries(site: Site, one: Member) -> list[str]:
    with site.acting_for() as connection:
        rows = connection.execute(
            "SELECT action || ':' || reason FROM storage_accessentry WHERE actor = %s "
            "ORDER BY sequence", (one.number,),
        ).fetchall()  # fmt: skip
    return [row[0] for row in rows]


@pytest.mark.usefixtures("slow")
def test_who_looks_very_often_says_why_and_others_are_told(
    site: Site, client: object
) -> None:
    """Stopped with words; a word is no reason; with one it goes on, and notices say so."""
    path = f"/child/{a_child(site)}/"
    one = of_one_person(site, member(site, client, "hub-detective", FORCE))
    assert [status(one, path) for _ in range(4)] == [200, 200, 200, 429]
    assert b"You have opened 3 records within an hour" in one.page(path).content  # type: ignore[attr-defined]
    short = one.browser.post("/go-on/", {"why": "because", "next": path})  # type: ignore[attr-defined]
    assert (short.status_code, b"Say in at least 10" in short.content) == (400, True)
    told = one.browser.post(  # type: ignore[attr-defined]
        "/go-on/", {"why": "a group of nine children was found", "next": path}
    )
    assert (told.status_code, told.url) == (302, path)
    assert status(one, path) == 200
    assert "went-on:a group of nine children was found" in entries(site, one)
    auditor = member(site, client, "data-protection-auditor", FORCE)
    assert b"looked at very many records" in auditor.page("/notices/").content  # type: ignore[attr-defined]


@pytest.mark.usefixtures("slow")
def test_a_search_too_many_and_an_address_elsewhere(site: Site, client: object) -> None:
    """Searches have a number of their own; the way back leads nowhere else."""
    one = of_one_person(site, member(site, client, "hub-detective", FORCE))
    sent = {"number": "no-such-number"}
    answers = [one.browser.post("/find/", sent).status_code for _ in range(4)]  # type: ignore[attr-defined]
    assert answers == [200, 200, 200, 429]
    form = one.browser.post("/find/", sent).content.decode()  # type: ignore[attr-defined]
    assert 'name="number" value="no-such-number"' in form
    told = one.browser.post(  # type: ignore[attr-defined]
        "/go-on/", {"why": "a long list from a school", "next": "https://else.where/"}
    )
    assert told.url == "/"
    kept = {"why": "a long list from a school", "next": "/find/", **sent}
    again = one.browser.post("/go-on/", kept).content.decode()  # type: ignore[attr-defined]
    assert 'action="/find/"' in again
    assert 'value="no-such-number"' in again, "it need not be typed again"


@pytest.mark.usefixtures("slow")
@pytest.mark.parametrize("role", sorted(pace.NEVER_STOPPED - {"out-of-hours-team"}))
def test_who_works_where_minutes_count_is_noted_and_never_stopped(
    site: Site, client: object, role: str
) -> None:
    """One note an hour."""
    path = f"/child/{a_child(site)}/"
    one = of_one_person(site, member(site, client, role, FORCE))
    assert {status(one, path) for _ in range(6)} == {200}
    assert [said for said in entries(site, one) if said == "over-pace:"] == [
        "over-pace:"
    ]


@pytest.mark.usefixtures("slow")
def test_a_program_gives_its_reason_with_the_request(
    site: Site, client: object
) -> None:
    """429 with words, then the header."""
    one = of_one_person(site, member(site, client, "hub-detective", FORCE))
    path = f"/children/{a_child(site)}"
    answers = [one.program.get(path) for _ in range(4)]
    assert [answer.status for answer in answers] == [200, 200, 200, 429]
    assert "the header Reason" in answers[-1].told["said"]
    assert isinstance(one.program, Program)
    again = one.program.get(path, reason="the nightly comparison of two systems")
    assert again.status == 200


@pytest.mark.usefixtures("slow")
def test_the_log_counts_only_the_last_hour(
    site: Site, client: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Looks of earlier hours call for nothing, and a reason holds for an hour."""
    path = f"/child/{a_child(site)}/"
    one = of_one_person(site, member(site, client, "hub-detective", FORCE))
    assert [status(one, path) for _ in range(4)] == [200, 200, 200, 429]
    monkeypatch.setattr(keep_pace, "CLOCK", "now() + interval '61 minutes'")
    assert status(one, path) == 200


@pytest.mark.usefixtures("slow")
def test_an_account_that_many_share_is_only_noted(site: Site, client: object) -> None:
    """Those of a demonstration."""
    path = f"/child/{a_child(site)}/"
    one = member(site, client, "hub-detective", FORCE)
    assert {status(one, path) for _ in range(6)} == {200}
    assert entries(site, one).count("over-pace:") == 1


def test_the_numbers_are_those_of_the_design() -> None:
    """60 searches and 120 records an hour."""
    assert pace.PACE == {Action.SEARCH: 60, Action.LOOK: 120}
