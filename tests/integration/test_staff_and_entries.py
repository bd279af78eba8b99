"""Who serves in a force, work given to a named officer, and entries that are put right."""

import re
from collections.abc import Iterator
from typing import Any

import pyarrow as pa
import pytest

from tests.support.signed_in import browsers, signed_in
from tests.support.site import FORCE, Site, person_of
from trigpoint.chronology import conflicts
from trigpoint.services.enter_event import SOURCE
from trigpoint.services.look import Looking
from trigpoint.services.read_team import read_team
from trigpoint.services.read_worklist import read_reach
from trigpoint.storage import columns, disagreements, staff
from trigpoint.timekeeping import london

ALLOCATION = "?kind=allocation"


@pytest.fixture
def client(site: Site) -> Iterator[Any]:
    """Whoever reaches every child of the force."""
    with browsers(site) as made:
        yield signed_in(made, site, "head-of-protection")


def officers(site: Site, valid: str) -> tuple[str, str, int]:
    """An officer with an accreditation now and one on the list without it, and the moment."""
    with site.acting_for(FORCE) as connection:
        now = max(read_reach(connection).values())
        everyone = [
            row[0]
            for row in connection.execute(
                "SELECT DISTINCT officer FROM storage_posting WHERE ends IS NULL ORDER BY 1"
            )
        ]
        serving = staff.serving(connection, site.organisation(), everyone, (), now)
    have = [o.officer for o in serving.values() if valid in o.skills]
    lack = [o.officer for o in serving.values() if not o.skills]
    return have[0], lack[0], now


def enter(client: Any, child: str, query: str, told: dict[str, str]) -> tuple[int, str]:
    """Send a form as the page shows it; the status and what it says."""
    path = f"/child/{child}/enter/{query}"
    page = client.get(path).content.decode()
    hidden = dict(re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', page))
    answer = client.post(path, {**hidden, **told})
    return answer.status_code, answer.content.decode()


def entered(site: Site, child: str) -> list[Any]:
    with site.acting_for(FORCE) as connection:
        events = columns.read_events(connection, site.organisation(), child)
    return [e for e in events if e.source == SOURCE]


def a_child(site: Site, place: int) -> str:
    """Children that no other test here enters anything for."""
    with site.acting_for(FORCE) as connection:
        row = connection.execute(
            "SELECT child FROM (SELECT DISTINCT child FROM storage_childrecord WHERE source "
            "LIKE 'police%%') one "
            "ORDER BY md5(child || 'staff') LIMIT 1 OFFSET %s",
            (place,),
        ).fetchone()
    assert row is not None
    return row[0]


def test_a_case_is_given_to_a_named_officer_with_what_they_held_that_day(
    site: Site, client: Any
) -> None:
    """The list of accreditations decides the duty, not who typed the entry."""
    trained, untrained, now = officers(site, "SCAIDP")
    at = f"{london.moment(now):%Y-%m-%dT12:00}"
    for place, officer in enumerate((trained, untrained)):
        child = a_child(site, place)
        told = {"at": at, "role": "VICTIM", "offence": "19C", "officer": officer}
        assert enter(client, child, ALLOCATION, told)[0] == 302
        (event,) = entered(site, child)
        assert event.actor == officer
        held = (event.actor_skills or "").strip(";").split(";")
        assert ("SCAIDP" in held) == (officer == trained)


def test_an_officer_who_is_not_on_the_list_is_refused(site: Site, client: Any) -> None:
    """A wrong number is said to be one, what was written stays, and nothing is entered."""
    child, now = a_child(site, 2), officers(site, "SCAIDP")[2]
    told = {"at": f"{london.moment(now):%Y-%m-%dT12:00}", "role": "VICTIM",
            "offence": "19C", "officer": "DC-NOBODY"}  # fmt: skip
    status, page = enter(client, child, ALLOCATION, told)
    assert status == 400
    assert "No officer DC-NOBODY" in page
    assert 'value="DC-NOBODY"' in page
    assert '<option value="VICTIM" selected>' in page
    assert re.search(r'name="offence"[^>]* value="19C"', page)
    assert not entered(site, child)


def test_a_correction_is_a_newer_entry_and_the_older_one_stays(
    site: Site, client: Any
) -> None:
    """The form shows what was entered; the record as known before still says it."""
    child, now = a_child(site, 3), officers(site, "SCAIDP")[2]
    at = f"{london.moment(now):%Y-%m-%dT10:00}"
    told = {"at": at, "band": "LOW"}
    assert enter(client, child, "?kind=screening", told)[0] == 302
    (first,) = entered(site, child)
    page = client.get(f"/child/{child}/").content.decode()
    assert f"?corrects={first.event}" in page
    form = client.get(f"/child/{child}/enter/?corrects={first.event}").content.decode()
    assert '<option value="LOW" selected>' in form
    assert f'value="{at}"' in form
    corrected = enter(
        client, child, f"?corrects={first.event}", {"at": at, "band": "HIGH"}
    )
    assert corrected[0] == 302
    versions = sorted(entered(site, child), key=lambda e: e.recorded)
    assert [one.facts["band"] for one in versions] == ["LOW", "HIGH"]
    assert versions[0].replaced is not None
    assert versions[1].replaced is None
    assert {one.event for one in versions} == {first.event}


def test_what_another_agency_recorded_is_not_corrected_here(
    site: Site, client: Any
) -> None:
    """It is put right at its source, and the page says so."""
    child = a_child(site, 4)
    with site.acting_for(FORCE) as connection:
        events = columns.read_events(connection, site.organisation(), child)
    imported = next(e for e in events if e.source != SOURCE)
    page = client.get(f"/child/{child}/enter/?corrects={imported.event}")
    assert page.status_code == 400
    assert "can be corrected here" in page.content.decode()


def test_the_second_of_two_people_keeps_every_word(site: Site, client: Any) -> None:
    """The form comes back with the first's entry above and the second's words in it."""
    child, now = a_child(site, 5), officers(site, "SCAIDP")[2]
    at = f"{london.moment(now):%Y-%m-%dT09:00}"
    path = f"/child/{child}/enter/?kind=screening"
    hidden = dict(
        re.findall(
            r'type="hidden" name="([^"]+)" value="([^"]*)"',
            client.get(path).content.decode(),
        )
    )
    assert client.post(path, {**hidden, "at": at, "band": "LOW"}).status_code == 302
    second = client.post(path, {**hidden, "at": at, "band": "HIGH"})
    page = second.content.decode()
    assert second.status_code == 409
    assert "Exploitation screened" in page
    assert '<option value="HIGH" selected>' in page
    fresh = dict(re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', page))
    assert client.post(path, {**fresh, "at": at, "band": "HIGH"}).status_code == 302
    assert len(entered(site, child)) == 2


def test_a_team_shows_who_is_accredited_today_and_who_is_free(site: Site) -> None:
    """Skills that ran out are told apart; whoever has nothing due stands there too."""
    with site.acting_for(FORCE) as connection:
        now = max(read_reach(connection).values())
        person = person_of(connection, "supervisor")
        looking = Looking(dsn=site.server.dsn("trigpoint_logger"), person=person)
        team = read_team(connection, person=person, looking=looking, now=now)
        known = {
            row[0]
            for row in connection.execute(
                "SELECT officer FROM storage_posting WHERE team = (SELECT team FROM "
                "storage_posting WHERE officer = %(me)s AND ends IS NULL LIMIT 1) "
                "AND begins <= %(now)s AND coalesce(ends, %(now)s) >= %(now)s",
                {"me": person.officer, "now": now},
            )
        }
        held = dict(
            connection.execute(
                "SELECT officer, array_agg(skill) FROM storage_heldskill WHERE gained <= %s "
                "AND coalesce(expires, %s) >= %s GROUP BY officer",
                (now, now, now),
            ).fetchall()
        )
    assert known
    assert known <= {one.officer for one in team}
    assert any(one.coming == one.left == 0 for one in team)
    for one in team:
        if one.serves:
            assert set(one.serves.skills) == set(held.get(one.officer, []))
            assert not set(one.serves.skills) & set(one.serves.lapsed)


def test_where_sources_disagree_both_stand_side_by_side(
    site: Site, client: Any
) -> None:
    """On the child's page, each with its own file and row, codes in words."""
    child = a_child(site, 6)
    said = {
        "child": child, "what": "outcome of the notice", "source_a": "police:invented",
        "value_a": "REFER_LA", "file_a": "police/notice.csv", "row_a": "12",
        "source_b": "council:invented", "value_b": "S47", "file_b": "council/a.xlsx",
        "row_b": "7",
    }  # fmt: skip
    with site.acting_for(FORCE) as connection:
        disagreements.set_conflicts(
            connection,
            site.organisation(),
            pa.Table.from_pylist([said], conflicts.SCHEMA),
        )
    page = client.get(f"/child/{child}/").content.decode()
    assert "Where sources disagree" in page
    for words in ("section 47 enquiry", "police/notice.csv, row 12", "a.xlsx, row 7"):
        assert words in page
