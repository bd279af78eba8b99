"""Programs ask and add: the same policy, the same walls, the same log as on the pages."""

import csv
import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from tests.integration.test_access import CANARIES
from tests.support.api import Program, open_application, token
from tests.support.members import member
from tests.support.notices import another_notice
from tests.support.signed_in import a_child
from tests.support.site import FORCE, OTHER, Site
from trigpoint.access.roles import ROLES
from trigpoint.services import run_jobs

MATRIX = Path(__file__).with_name("api_matrix.csv")
ENTRY = {
    "kind": "STRATEGY_DISCUSSION",
    "happened_from": "2016-05-04T10:00:00+01:00",
    "facts": {"decision": "S47", "agencies": ";LA;POLICE;"},
}


@pytest.fixture(scope="module", autouse=True)
def application(site: Site) -> Iterator[None]:
    open_application(site)
    yield
    from django.db import connections

    connections.close_all()


def program(site: Site, role: str) -> Program:
    return Program(token(site, role))


def looks(site: Site) -> list[tuple[str, str, str]]:
    with site.acting_for() as connection:
        return connection.execute(
            "SELECT role, action, child FROM storage_accessentry ORDER BY sequence"
        ).fetchall()


def test_every_cell_of_the_matrix_holds(site: Site) -> None:
    """Written by hand: each role gets what is written, and never another force's child."""
    child = a_child(site)
    wrong, leaked = [], []
    with MATRIX.open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    assert set(rows[0]) - {"path"} == set(ROLES)
    for role in ROLES:
        asking = program(site, role)
        for row in rows:
            answer = asking.get(row["path"].format(child=child))
            if answer.status != int(row[role]):
                wrong.append((row["path"], role, row[role], answer))
            leaked += [one for one in CANARIES if one in str(answer.told)]
    assert wrong == []
    assert leaked == []


def test_every_address_that_only_asks_is_in_the_matrix(site: Site) -> None:
    """A new address that nobody wrote down fails here."""
    from trigpoint.web.api.routes import api

    with MATRIX.open(encoding="utf-8", newline="") as handle:
        written = {re.split("[/?]", row["path"])[1] for row in csv.DictReader(handle)}
    schema = api.get_openapi_schema()
    asked = {path for path, of in schema["paths"].items() if "get" in of}
    assert {path.split("/")[3] for path in asked} == written


def test_another_force_s_child_is_not_there(site: Site) -> None:
    """The refusal is the one for a child that does not exist."""
    asking = program(site, "hub-detective")
    foreign = asking.get(f"/children/{a_child(site, OTHER)}")
    assert foreign.status == 404
    assert foreign == asking.get("/children/NOBODY")


@pytest.mark.parametrize("bearer", ["", "tp_nothing", "ended"])
def test_without_a_valid_token_nothing_is_answered(site: Site, bearer: str) -> None:
    """No token, a wrong one, one whose day has come: 401."""
    if bearer == "ended":
        bearer = token(site, "hub-detective", ends="2020-01-01")
    for path in ("/standards", "/worklist", "/figures"):
        assert Program(bearer).get(path).status == 401
    assert Program(bearer).post("/children/C1/entries", ENTRY, "12345678").status == 401


def test_an_entry_is_added_once_and_judged(site: Site) -> None:
    """The same key again adds nothing; another request under it is refused."""
    child = a_child(site)
    asking = program(site, "hub-detective")
    before = asking.get(f"/children/{child}").told
    made = asking.post(f"/children/{child}/entries", ENTRY, "first-key")
    assert made.status == 200, made
    again = asking.post(f"/children/{child}/entries", ENTRY, "first-key")
    assert again == made
    after = asking.get(f"/children/{child}").told
    assert len(after["events"]) == len(before["events"]) + 1
    occasions = {one["occasion"] for one in after["judgements"]}
    assert made.told["event"] in occasions, "it calls for duties of its own at once"
    other = {**ENTRY, "happened_from": "2016-05-05T10:00:00+01:00"}
    assert asking.post(f"/children/{child}/entries", other, "first-key").status == 409


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"happened_from": "2016-05-04T10:00:00"}, "has no offset"),
        ({"happened_from": "2099-05-04T10:00:00+01:00"}, "lies ahead"),
        ({"happened_to": "2015-05-04T10:00:00+01:00"}, "before"),
        ({"facts": {"colour": "red"}}, "no such fact"),
        ({"facts": {"decision": "\x00"}}, "cannot be kept"),
    ],
)
def test_a_wrong_entry_is_refused_in_words(
    site: Site, changed: dict[str, object], words: str
) -> None:
    """Nothing is added, and the answer says what is wrong."""
    asking = program(site, "hub-detective")
    answer = asking.post(
        f"/children/{a_child(site)}/entries", {**ENTRY, **changed}, "wrong-entry-key"
    )
    assert answer.status == 400
    assert words in answer.told["said"]


@pytest.mark.parametrize("unfit", ["\x00", "a\ud800b"])
@pytest.mark.parametrize("where", ["a value", "a name", "a stranger", "deep"])
@pytest.mark.parametrize("path", ["/worklist/acknowledgements", "/children/{}/entries"])
def test_a_text_that_cannot_be_kept_is_refused_wherever_it_stands(
    site: Site, unfit: str, where: str, path: str
) -> None:
    """Not in a field, not in what nobody asked for: in words, and never a fault of ours."""
    duty = {"child": a_child(site), "standard": "a-standard", "occasion": "E1"}
    body = ENTRY if "entries" in path else duty
    put = {
        "a value": dict.fromkeys(body, unfit),
        "a name": {unfit: "x"},
        "a stranger": {"note": unfit},
        "deep": {"facts": {"decision": [{"a": unfit}]}},
    }[where]
    answer = program(site, "hub-detective").post(
        path.format(a_child(site)), {**body, **put}, "unfit-text-key"
    )
    assert answer.status == 400
    assert "cannot be kept" in answer.told["said"]


def test_a_backslash_before_a_code_is_a_text_like_any_other(site: Site) -> None:
    """What only looks like the escape of NUL is not refused for it."""
    duty = {"child": "C1", "standard": "a", "occasion": "\\u0000"}
    answer = program(site, "hub-detective").post(
        "/worklist/acknowledgements", duty, "looks-like-one"
    )
    assert answer.status == 404


def test_a_body_that_is_no_json_is_refused_in_words(site: Site) -> None:
    """With what the reader of JSON said of it."""
    from django.test import Client

    bearer = token(site, "hub-detective")
    answer = Client(headers={"Host": "localhost", "Authorization": f"Bearer {bearer}"}).post(
        "/api/v1/worklist/acknowledgements", "{", content_type="application/json",
        headers={"Idempotency-Key": "no-json-at-all"},
    )  # fmt: skip
    assert answer.status_code == 400
    assert "not JSON" in answer.json()["said"]


def test_a_kind_that_is_not_entered_here_is_refused(site: Site) -> None:
    """What only other systems record is not taken; the answer names what is."""
    asking = program(site, "hub-detective")
    body = {**ENTRY, "kind": "BORN"}
    answer = asking.post(f"/children/{a_child(site)}/entries", body, "wrong-kind-key")
    assert answer.status == 422
    assert "STRATEGY_DISCUSSION" in str(answer.told)


def test_looks_and_refusals_are_on_the_log(site: Site) -> None:
    """A child opened by a program is logged before it is answered; so is a refusal."""
    child = a_child(site)
    program(site, "hub-detective").get(f"/children/{child}")
    assert looks(site)[-1] == ("hub-detective", "look", child)
    program(site, "force-liaison").get(f"/children/{child}")
    assert looks(site)[-1][:2] == ("force-liaison", "refused")


def test_a_duty_that_is_not_one_s_own_is_not_acknowledged(site: Site) -> None:
    """One on the list is; one that is not there, or another's, is refused alike."""
    asking = program(site, "head-of-protection")
    mine = asking.get("/worklist").told["left"][0]
    duty = {name: mine[name] for name in ("child", "standard", "occasion")}
    assert asking.post("/worklist/acknowledgements", duty, "seen-by-me").status == 200
    again = asking.get("/worklist").told["left"]
    assert next(one for one in again if one["occasion"] == mine["occasion"])[
        "acknowledged"
    ]
    wrong = {**duty, "occasion": "NOBODY"}
    refused = asking.post("/worklist/acknowledgements", wrong, "seen-nothing")
    assert refused.status == 404
    # Alike for a partner, in the words of those who have no emergency access.
    partner = program(site, "partner-user")
    theirs = partner.post("/worklist/acknowledgements", duty, "seen-by-them")
    nothing = partner.post("/worklist/acknowledgements", wrong, "seen-nothing-either")
    assert theirs == nothing
    assert theirs.status == 404


def test_judgements_are_listed_by_standard_outcome_and_time(site: Site) -> None:
    """Newest first, within reach; each page goes on where the one before ended."""
    asking = program(site, "head-of-protection")
    first = asking.get("/judgements").told
    assert first["more"]
    times = [one["triggered_at"] for one in first["judgements"]]
    second = asking.get("/judgements?page=1").told["judgements"]
    keys = {
        tuple(one[name] for name in ("child", "standard", "occasion"))
        for one in (*first["judgements"], *second)
    }
    assert len(keys) == len(times) + len(second)
    some = first["judgements"][0]
    chosen = asking.get(
        f"/judgements?standard={some['standard']}&outcome={some['outcome']}"
    ).told["judgements"]
    assert chosen
    assert {(one["standard"], one["outcome"]) for one in chosen} == {
        (some["standard"], some["outcome"])
    }
    late = asking.get("/judgements?since=2016-06-29T00:00:00%2B01:00").told[
        "judgements"
    ]
    assert all(one["triggered_at"] >= "2016-06-29" for one in late)
    assert asking.get("/judgements?outcome=splendid").status == 422
    assert asking.get("/judgements?since=2016-06-29T00:00:00").status == 400
    with site.acting_for(FORCE) as connection:
        held = dict(
            connection.execute(
                "SELECT occasion || standard, duty_holder FROM storage_judgementrow"
            ).fetchall()
        )
    for role, holder in (("partner-user", "LA"), ("head-of-protection", "POLICE")):
        told = program(site, role).get("/judgements").told["judgements"]
        assert {held[one["occasion"] + one["standard"]] for one in told} == {holder}


def test_a_duty_is_said_to_be_done_once(site: Site) -> None:
    """A time ahead is refused; the same key is the same claim; the list says so."""
    # Of an account of its own: what another test's people said is theirs to read.
    from django.test import Client

    at_home = partial(Client, HTTP_HOST="localhost")
    asking = member(site, at_home, "head-of-protection", FORCE).program
    mine = asking.get("/worklist").told["left"][1]
    duty = {name: mine[name] for name in ("child", "standard", "occasion")}
    claim = {**duty, "done_at": "2016-06-29T10:00:00+01:00", "note": "by telephone"}
    ahead = {**claim, "done_at": "2040-01-01T10:00:00+00:00"}
    refused = asking.post("/worklist/claims", ahead, "claimed-ahead")
    assert (refused.status, "lies ahead" in refused.told["said"]) == (400, True)
    assert asking.post("/worklist/claims", claim, "claimed-once").status == 200
    assert asking.post("/worklist/claims", claim, "claimed-once").status == 200
    with site.acting_for(FORCE) as connection:
        row = connection.execute(
            "SELECT count(*) FROM storage_claim WHERE child = %s AND standard = %s AND "
            "occasion = %s AND note = 'by telephone'", tuple(duty.values()),
        ).fetchone()  # fmt: skip
    assert row == (1,)
    again = asking.get("/worklist").told["left"]
    assert any(
        one["claimed_done"] for one in again if one["occasion"] == mine["occasion"]
    )


def test_a_notice_is_decided_by_a_program_as_by_a_person(site: Site) -> None:
    """Every factor of its card; refused without a reason; then among the decided."""
    another_notice(site)
    asking = program(site, "hub-detective")
    waiting = asking.get("/inbox").told["waiting"]
    one = waiting[0]
    assert len(one["card"]) == 6
    assert one["points"] == sum(factor["points"] for factor in one["card"])
    decision = {"child": one["child"], "reference": one["reference"],
                "decision": "REFER_LA", "reason": "A discussion is being arranged"}  # fmt: skip
    wrong = asking.post("/inbox/decisions", {**decision, "reason": " "}, "no-reason")
    assert (wrong.status, "Reason" in wrong.told["said"]) == (400, True)
    assert asking.post("/inbox/decisions", decision, "decided-once").status == 200
    found = asking.get("/inbox").told
    assert len(found["waiting"]) == len(waiting) - 1
    assert (one["reference"], "REFER_LA", decision["reason"]) in {
        (done["reference"], done["decision"], done["reason"])
        for done in found["decided"]
    }


def test_an_entry_that_has_not_seen_the_newest_is_told_so(site: Site) -> None:
    """Two programs at once: the second is answered 409, and with the newest goes on."""
    child = a_child(site)
    asking = program(site, "hub-detective")
    seen = asking.get(f"/children/{child}").told["newest_entry"]
    path = f"/children/{child}/entries"
    assert asking.post(path, {**ENTRY, "seen": seen}, "first-of-two").status == 200
    late = asking.post(path, {**ENTRY, "seen": seen}, "second-of-two")
    assert (late.status, "Somebody else has added" in late.told["said"]) == (409, True)
    seen = asking.get(f"/children/{child}").told["newest_entry"]
    assert asking.post(path, {**ENTRY, "seen": seen}, "third-of-two").status == 200


def test_figures_of_a_few_children_are_withheld(site: Site) -> None:
    """No count and no rate where a standard was judged fewer than five times."""
    found = program(site, "head-of-protection").get("/figures").told
    beyond = program(site, "commissioner-office").get("/figures").told
    with site.acting_for(FORCE) as connection:
        few = {
            row[0]
            for row in connection.execute(
                "SELECT standard FROM storage_judgementrow GROUP BY 1 HAVING count(*) "
                "FILTER (WHERE outcome IN ('met', 'late', 'missed')) < 5"
            )
        }
    assert few
    for one in found:
        assert (one["rate"] is None) == (one["standard"] in few), one
        assert (one["met"] is None) == (one["standard"] in few), one
    told = {one["standard"]: one for one in beyond}
    assert told.keys() == {one["standard"] for one in found}
    assert all(told[one]["rate"] is None for one in few)
    names = ("judged", "met", "late", "missed", "cannot_tell")
    assert not {one[name] for one in beyond for name in names} & {1, 2, 3, 4}
    assert any(one["rate"] is not None for one in beyond)


def test_files_are_sent_once_and_brought_in(site: Site) -> None:
    """A job does it; the same key and files are the same job; other files are refused."""
    told = "misper_id,offered_at,accepted,done_at,by_whom,recorded_at\n"
    row = "M1,2016-03-02T12:00,true,2016-03-04T12:00,LA,2016-06-30T10:00\n"
    while run_jobs.run_one(site.server):
        """What others asked for on this site is done first."""
    asking = program(site, "system-administrator")
    files = {"return_interview_api.csv": told + row}
    made = asking.send("/imports", files, "one-import")
    assert made.status == 200, made
    assert asking.send("/imports", files, "one-import") == made
    other = {"return_interview_api.csv": told}
    assert asking.send("/imports", other, "one-import").status == 409
    wrong = asking.send("/imports", {"program.exe": "x"}, "another-import")
    assert (wrong.status, "program.exe" in wrong.told["said"]) == (400, True)
    assert program(site, "hub-detective").send("/imports", files, "k" * 8).status == 403
    assert run_jobs.run_one(site.server)
    newest = asking.get("/imports").told[0]
    assert (newest["job"], newest["state"]) == (made.told["job"], "done")
    assert newest["rows"] > 0


@pytest.mark.parametrize("by", ["month", "district"])
def test_the_findings_of_a_standard_add_up_to_its_figure(site: Site, by: str) -> None:
    """For who may see the cases; others get no part of fewer than five."""
    slug = "risk-graded-response"
    path = f"/findings?standard={slug}&by={by}"
    figures = program(site, "head-of-protection").get("/figures").told
    whole = next(one for one in figures if one["standard"] == slug)
    parts = program(site, "head-of-protection").get(path).told
    shown = [one for one in parts if one["rate"] is not None]
    assert 0 < sum(one["met"] for one in shown) <= whole["met"]
    for one in program(site, "inspector").get(path).told:
        assert (one["rate"] is None) == (one["met"] is None)
    assert program(site, "inspector").get("/findings?standard=A B").status == 422
