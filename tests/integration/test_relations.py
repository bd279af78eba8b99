"""Who comes to which child: by role, organisation and what ties the child to the person.

Expected answers stand in `access_relations.csv`, read and settled by hand: the pages of a
child are there (200), or answered as for a child who is not there (404).
"""

import csv
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import psycopg
import pytest

from tests.support.canary_force import CANARIES
from tests.support.promises import promise
from tests.support.signed_in import NEAR, browsers, signed_in
from tests.support.site import FORCE, OTHER, Site
from trigpoint.access.person import Person
from trigpoint.access.roles import ROLES, Action, Reach
from trigpoint.storage.entered import SOURCE

RELATIONS = Path(__file__).with_name("access_relations.csv")
PAGES = ("/child/{}/", "/child/{}/summary/", "/child/{}/enter/")
#: A partner reads its part and enters nothing.
READ_ONLY = ("partner-user", "out-of-hours-team")
CHILD = (
    "SELECT child FROM (SELECT child, bool_or(actor = %(officer)s) AS own, "
    "bool_or(team = %(team)s) AS team, bool_or(district = %(district)s) AS district, "
    "bool_or(agency = 'LA') AS shared, EXISTS (SELECT 1 FROM storage_judgementrow j WHERE "
    "j.child = event_now.child AND j.duty_holder = 'LA') AS owed FROM event_now "
    "GROUP BY child) c "
    "WHERE {which} ORDER BY child LIMIT 1"
)
WHICH = {
    "own": "own AND NOT shared AND NOT owed",
    "team": "team AND NOT own AND NOT shared AND NOT owed",
    "district": "district AND NOT own AND NOT team AND NOT shared AND NOT owed",
    "far": "NOT own AND NOT team AND NOT district AND NOT shared AND NOT owed",
    # The agreed reach of a partner is a duty or a record: each of the two alone.
    "shared": "NOT own AND NOT team AND NOT district AND shared",
    "owed": "NOT own AND NOT team AND NOT district AND NOT shared AND owed",
}


@pytest.fixture(scope="module")
def client(site: Site) -> Iterator[object]:
    """As everywhere; and the other force has people of the same roles, teams and numbers."""
    with psycopg.connect(site.server.dsn("trigpoint_app")) as connection:
        for role in ROLES.values():
            if role.kinds == ("force",):
                _same_elsewhere(connection, role.slug)
    with browsers(site) as made:
        yield made


def _same_elsewhere(connection: psycopg.Connection, role: str) -> None:
    """The same role, team, district and number, in the other force."""
    connection.execute(
        "INSERT INTO storage_account (id, name, shown_as, email, password, is_active, "
        "demonstration) SELECT gen_random_uuid(), 'other-' || name, shown_as, email, "
        "password, true, true FROM storage_account WHERE name = %s ON CONFLICT DO NOTHING",
        (role,),
    )
    connection.execute(
        "INSERT INTO storage_membership (id, account_id, organisation_id, role, team, "
        "district, officer, begins) SELECT gen_random_uuid(), b.id, o.id, m.role, m.team, "
        "m.district, m.officer, m.begins FROM storage_account a JOIN storage_membership m "
        "ON m.account_id = a.id JOIN storage_account b ON b.name = 'other-' || a.name "
        "JOIN storage_organisation o ON o.slug = %s WHERE a.name = %s",
        (OTHER, role),
    )


#: What an event has of a person to whom it brings a child near.
BY = {"own": "actor", "team": "team", "district": "district"}


def _bring_near(
    connection: psycopg.Connection, relation: str, values: dict[str, str]
) -> None:
    """Where chance invented no such child: an event more, for the last of those far."""
    (child,) = connection.execute(
        CHILD.format(which=WHICH["far"]).replace("child LIMIT", "child DESC LIMIT"),
        values,
    ).fetchone() or ("",)
    person = {"own": "officer"}.get(relation, relation)
    columns = (
        "organisation_id", "child", "event", "kind", "earliest", "latest", "recorded",
        "source", "agency", "actor", "team", "district", "reference", "about", "adult",
        "facts", "source_file", "source_sheet", "source_row", "digest",
    )  # fmt: skip
    put = {"event": "%(number)s::varchar", "digest": "%(number)s::varchar",
           "source": "%(source)s::text", BY[relation]: "%(who)s::text"}  # fmt: skip
    done = connection.execute(
        f"INSERT INTO storage_eventversion ({', '.join(columns)}) SELECT "
        f"{', '.join(put.get(one, one) for one in columns)} FROM storage_eventversion "
        "WHERE child = %(child)s AND agency = 'POLICE' ORDER BY id LIMIT 1",
        {"child": child, "number": f"near-{relation}", "who": values[person],
         "source": SOURCE},
    )  # fmt: skip
    assert done.rowcount == 1, relation


@pytest.fixture(scope="module")
def children(site: Site) -> dict[str, str]:
    """A child of each relation."""
    found = {"nobody": "C000000000000"}
    with site.acting_for(FORCE) as connection:
        near = connection.execute(NEAR).fetchone()
        assert near is not None
        values = dict(zip(("officer", "team", "district"), near, strict=True))
        for relation, which in WHICH.items():
            query = CHILD.format(which=which)
            row = connection.execute(query, values).fetchone()
            if row is None and relation in BY:
                _bring_near(connection, relation, values)
                row = connection.execute(query, values).fetchone()
            assert row is not None, relation
            found[relation] = row[0]
    with site.acting_for(OTHER) as connection:
        row = connection.execute("SELECT min(child) FROM event_now").fetchone()
        assert row is not None
        found["another force's"] = row[0]
    return found


def test_every_relation_holds(
    client: object, site: Site, children: dict[str, str]
) -> None:
    """Each role, in this force and in another, for each child, on each page of a child."""
    with RELATIONS.open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    assert set(rows[0]) - {"organisation", "relation"} == set(ROLES)
    wrong, cells = [], 0
    for organisation, before in (("fellshire", ""), ("marlshire", "other-")):
        mine = [row for row in rows if row["organisation"] == organisation]
        assert {row["relation"] for row in mine} == set(children)
        for role in ROLES:
            if not mine[0][role]:
                continue
            opened = signed_in(client, site, before + role)
            for row in mine:
                for page in PAGES:
                    expected = int(row[role])
                    if page.endswith("/enter/") and role in READ_ONLY:
                        expected = 404
                    address = page.format(children[row["relation"]])
                    answer = opened.get(address)  # type: ignore[attr-defined]
                    cells += 1
                    if answer.status_code != expected:
                        wrong.append((organisation, role, row["relation"], page,
                                      answer.status_code))  # fmt: skip
    assert wrong == []
    assert cells == (15 + 11) * 8 * 3
    promise(5, f"{cells:,} requests (roles x forces x relations), {len(wrong)} leaks")


@pytest.fixture
def policy_off(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every role may do everything and comes to every child: the module is no wall now."""
    from trigpoint.web import acting

    everything = frozenset(Action)
    made = acting._person

    def anything(*told: object) -> Person | None:
        person = made(*told)  # type: ignore[arg-type]
        if person is None:
            return None
        role = replace(person.role, may=everything, reach=Reach.ALL)
        return replace(person, role=role)

    monkeypatch.setattr(acting, "_person", anything)


def pages(child: str) -> list[str]:
    from trigpoint.web.site import found

    return [
        "/"
        + page.path.replace("<slug:child>", child).replace(
            "<slug:slug>", "risk-graded-response"
        )
        for page in found()
        if page.action is not None
    ]


@pytest.mark.usefixtures("policy_off")
def test_the_database_s_wall_alone_keeps_forces_apart(
    client: object, site: Site, children: dict[str, str]
) -> None:
    """With the policy switched off, nobody of this force sees anything of the other."""
    asked = 0
    for role in ROLES:
        opened = signed_in(client, site, role)
        for address in pages(children["another force's"]):
            answer = opened.get(address)  # type: ignore[attr-defined]
            body = answer.content.decode()
            assert not [one for one in CANARIES if one in body], (role, address)
            asked += 1
            if "/child/" in address:
                assert answer.status_code == 404, (role, address)
    promise(5, f"{asked:,} requests with the policy switched off, 0 leaks")


@pytest.mark.usefixtures("policy_off")
@pytest.mark.parametrize("role", ["partner-user", "inspector", "commissioner-office"])
def test_the_database_s_wall_alone_keeps_the_police_record_from_others(
    client: object, site: Site, children: dict[str, str], role: str
) -> None:
    """With the policy switched off, no police event, record or name reaches a partner."""
    with site.acting_for(FORCE) as connection:
        police = {
            row[0]
            for row in connection.execute(
                "SELECT event FROM event_now WHERE agency = 'POLICE' UNION SELECT "
                "source_id FROM storage_childrecord WHERE source LIKE 'police:%'"
            )
        }
    assert len(police) > 1000
    opened = signed_in(client, site, role)
    for child in children.values():
        for address in pages(child):
            body = opened.get(address).content.decode()  # type: ignore[attr-defined]
            assert not [one for one in police if f'"event-{one}"' in body], address
            assert "fellshire-records-invented" not in body, (role, address)
