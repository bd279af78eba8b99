"""Whatever a list links to opens for whoever is shown the list."""

import re

import pytest

from tests.support.acted import NOW, a_new_child, happens
from tests.support.signed_in import signed_in
from tests.support.site import FORCE, Site
from trigpoint.access.roles import ROLES
from trigpoint.timekeeping.london import DAY, HOUR

#: Pages that list children or lead on to lists of them.
LISTS = (
    "/my-work/", "/my-work/?page=1", "/notices/", "/missing/now/", "/missing/again/",
    "/inbox/", "/partners/", "/partners/?with=HEALTH", "/partners/?with=EDUCATION",
    "/team/", "/figures/risk-graded-response/cases/?outcome=met",
    "/figures/return-home-interview-72-hours/cases/?outcome=missed",
)  # fmt: skip
#: Links of one list that are opened: enough for every reason why a child is on it.
MOST = 80


def links(body: str, path: str) -> set[str]:
    """The addresses in the page's own part."""
    main = body[body.index("<main") : body.index("</main>")]
    found = set(re.findall(r'href="([^"#]+)', main))
    return {
        (path.split("?")[0] + one if one.startswith("?") else one).replace("&amp;", "&")
        for one in found
    }


@pytest.mark.parametrize("role", ROLES)
def test_every_link_on_every_list_opens(client: object, site: Site, role: str) -> None:
    """For each role: no list leads to a refusal, and each child on a partner's has a name."""
    opened = signed_in(client, site, role)
    tried: dict[str, int] = {}
    for path in LISTS:
        answer = opened.get(path)  # type: ignore[attr-defined]
        if answer.status_code != 200:
            continue
        body = answer.content.decode()
        if ROLES[role].kinds == ("partner",):
            assert "no name on record" not in body.lower(), path
        for address in sorted(links(body, path))[:MOST]:
            if address not in tried:
                tried[address] = opened.get(address).status_code  # type: ignore[attr-defined]
    assert {one: status for one, status in tried.items() if status != 200} == {}
    if role in ("partner-user", "hub-detective", "control-room"):
        assert len([one for one in tried if "/child/" in one]) >= 10


def test_company_is_named_and_opens(client: object, site: Site) -> None:
    """On both lists of missing children, as the site's own connection reads them."""
    with site.acting_for(FORCE) as connection:
        one, other = (a_new_child(site, connection, "Companyfield") for _ in range(2))
        for child in (one, other):
            for number, days in (("A", 20), ("B", 15)):
                reference = f"{child}{number}"
                happens(site, connection, child, "MISSING_REPORTED", NOW - days * DAY,
                        reference=reference)  # fmt: skip
                happens(site, connection, child, "MISSING_RETURNED",
                        NOW - days * DAY + HOUR, reference=reference,
                        facts={"place": "Quayside hotel, Saltbeck"})  # fmt: skip
        happens(
            site, connection, one, "MISSING_REPORTED", NOW - HOUR, reference=f"{one}C"
        )
    opened = signed_in(client, site, "missing-coordinator")
    for path in ("/missing/now/", "/missing/again/"):
        answer = opened.get(path)  # type: ignore[attr-defined]
        assert answer.status_code == 200, path
        link = f'<a class="govuk-link" href="/child/{other}/">Robin COMPANYFIELD</a>'
        assert link in answer.content.decode(), path
    assert opened.get(f"/child/{other}/").status_code == 200  # type: ignore[attr-defined]


def test_a_refusal_offers_only_what_one_has(client: object, site: Site) -> None:
    """A partner has no emergency access, and is not told to use it."""
    for role, words in (
        ("partner-user", "telephone the police control room"),
        ("response-officer", "use emergency access"),
    ):
        answer = signed_in(client, site, role).get("/child/C000000000000/")  # type: ignore[attr-defined]
        body = answer.content.decode()
        assert answer.status_code == 404
        assert words in body
        assert ("emergency access" in body) is (role == "response-officer")


def test_a_child_of_whom_only_a_duty_is_owed_opens_with_a_name(
    client: object, site: Site
) -> None:
    """The council recorded nothing of the child: its duty alone gives name and birth date."""
    with site.acting_for(FORCE) as connection:
        row = connection.execute(
            "SELECT j.child, upper(r.surname), r.source_id FROM storage_judgementrow j "
            "JOIN storage_childrecord r ON r.child = j.child AND r.surname <> '' WHERE "
            "j.duty_holder = 'LA' AND NOT EXISTS (SELECT 1 FROM event_now e WHERE "
            "e.child = j.child AND e.agency = 'LA') AND NOT EXISTS (SELECT 1 FROM "
            "storage_childrecord c WHERE c.child = j.child AND c.source LIKE 'council%%') "
            "ORDER BY 1 LIMIT 1"
        ).fetchone()
    assert row is not None
    child, surname, number = row
    opened = signed_in(client, site, "partner-user")
    for page in (f"/child/{child}/", f"/child/{child}/summary/"):
        answer = opened.get(page)  # type: ignore[attr-defined]
        assert answer.status_code == 200
        assert surname in answer.content.decode()
        # The number in the force's own system is no part of what is shared.
        assert number not in answer.content.decode()
    with site.acting_for("fellshire-council") as connection:
        shared = connection.execute(
            "SELECT count(*) FROM storage_childrecord WHERE child = %s", (child,)
        ).fetchone()
    assert shared == (0,)
