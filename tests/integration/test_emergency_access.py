"""Emergency access lasts an hour for one person and one child, and ends by itself."""

import psycopg
import pytest

from tests.support.signed_in import a_child, signed_in
from tests.support.site import FORCE, OTHER, Site, person_of
from trigpoint.access.permissions import NotPermitted
from trigpoint.services import emergency_access
from trigpoint.services.look import Looking

REASON = "The child is with a man who was seen with a knife; nobody else is on duty."


@pytest.fixture
def opened(
    client: object,
    site: Site,
    emergencies_end: None,
) -> tuple[object, str]:
    """An investigator who has opened a child out of reach, and the child."""
    child = a_child(site)
    officer = signed_in(client, site, "investigator")
    answer = officer.post(f"/child/{child}/", {"reason": REASON})  # type: ignore[attr-defined]
    assert (answer.status_code, answer["Location"]) == (302, f"/child/{child}/")
    return officer, child


def newest(site: Site) -> tuple[str, str]:
    with site.acting_for(FORCE) as connection:
        row = connection.execute(
            "SELECT action, child FROM storage_accessentry ORDER BY sequence DESC LIMIT 1"
        ).fetchone()
    assert row is not None
    return row


def test_what_is_needed_in_the_emergency_is_open(
    opened: tuple[object, str], site: Site
) -> None:
    """The file, its filter, summary and entry; each look is logged as of the emergency."""
    officer, child = opened
    for path in ("", "?agency=POLICE", "summary/", "enter/?kind=missing-report"):
        answer = officer.get(f"/child/{child}/{path}")  # type: ignore[attr-defined]
        assert answer.status_code == 200, path
        assert b"Opened by emergency access: it ends by itself at" in answer.content
        assert newest(site) == ("emergency-look", child)
    sent = {"kind": "missing-report", "seen": "", "at": "2016-06-30T22:10"}
    answer = officer.post(f"/child/{child}/enter/", sent)  # type: ignore[attr-defined]
    assert answer.status_code in (302, 409), "refused only where another has entered"
    again = officer.post(f"/child/{child}/", {"reason": REASON})  # type: ignore[attr-defined]
    assert again.status_code == 302
    with site.acting_for(FORCE) as connection:
        grants = connection.execute(
            "SELECT count(*), max(ends_at - at)::text FROM storage_emergencygrant"
        ).fetchone()
    assert grants == (1, "01:00:00"), "asked for again, it does not begin anew"


def test_it_ends_by_itself(
    opened: tuple[object, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the clock at 59 minutes it is open; at 61 it is refused, by every address."""
    officer, child = opened
    monkeypatch.setattr(emergency_access, "CLOCK", "(now() + interval '59 minutes')")
    assert officer.get(f"/child/{child}/").status_code == 200  # type: ignore[attr-defined]
    monkeypatch.setattr(emergency_access, "CLOCK", "(now() + interval '61 minutes')")
    for path in ("", "summary/", "enter/"):
        answer = officer.get(f"/child/{child}/{path}")  # type: ignore[attr-defined]
        assert answer.status_code == 404, path
        assert b"Emergency access" in answer.content


def test_it_is_one_person_s_and_one_child_s(
    opened: tuple[object, str],
    client: object,
    site: Site,
) -> None:
    """Another child and another officer are as far as before; another force's is nobody."""
    officer, child = opened
    with site.acting_for(FORCE) as connection:
        other = connection.execute(
            "SELECT child FROM event_now WHERE agency = 'POLICE' AND child <> %s AND "
            "NOT EXISTS (SELECT 1 FROM event_now n, storage_membership m JOIN "
            "storage_account a ON a.id = m.account_id WHERE a.name = 'investigator' AND "
            "n.child = event_now.child AND (n.team = m.team OR n.district = m.district "
            "OR n.actor = m.officer)) LIMIT 1",
            (child,),
        ).fetchone()
    assert other is not None
    assert officer.get(f"/child/{other[0]}/").status_code == 404  # type: ignore[attr-defined]
    colleague = signed_in(client, site, "response-officer")
    assert colleague.get(f"/child/{child}/").status_code == 404  # type: ignore[attr-defined]
    theirs = a_child(site, OTHER)
    answer = officer.post(f"/child/{theirs}/", {"reason": REASON})  # type: ignore[attr-defined]
    assert answer.status_code == 404
    assert REASON.split(";")[0].encode() in answer.content, "what was written is kept"


def test_a_grant_is_never_changed(opened: tuple[object, str], site: Site) -> None:
    """Neither longer nor gone: the database refuses."""
    for change in ("UPDATE storage_emergencygrant SET ends_at = now() + interval '1 day'",
                   "DELETE FROM storage_emergencygrant"):  # fmt: skip
        with site.acting_for(FORCE) as connection, pytest.raises(psycopg.Error):
            connection.execute(change)


def test_who_has_no_emergency_access_gets_none(site: Site) -> None:
    """A partner's user is refused by role."""
    child = a_child(site)
    with site.acting_for("fellshire-council") as connection:
        person = person_of(connection, "partner-user")
        looking = Looking(dsn=site.server.dsn("trigpoint_logger"), person=person)
        with pytest.raises(NotPermitted, match="in an emergency"):
            emergency_access.begin(
                connection, person=person, looking=looking, child=child, reason=REASON
            )
