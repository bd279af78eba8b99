"""Forms about another force's child, in the body and in the address: nothing comes of them."""

from tests.support.canary_force import CANARIES
from tests.support.promises import promise
from tests.support.signed_in import a_child, signed_in
from tests.support.site import OTHER, Site
from trigpoint.access.roles import ROLES


def sent_about(child: str) -> list[tuple[str, dict[str, str]]]:
    """What every form that names a child or a row sends, about another force's."""
    duty = {"child": child, "standard": "missing-risk-assessment", "occasion": "M9001"}
    return [
        ("/my-work/", {**duty, "act": "acknowledge"}),
        ("/my-work/", {**duty, "act": "claim"}),
        ("/missing/now/", {"child": child, "occasion": "M9001"}),
        ("/inbox/", {"child": child, "reference": "M9001", "decision": "REFER_LA",
                     "reason": "a reason that is long enough"}),
        (f"/child/{child}/enter/?kind=missing-report", {"at": "2016-06-30T20:00"}),
        ("/find/", {"number": "N1"}),
        ("/find/", {"surname": "Quizzlewick", "born": "2003-05-14"}),
    ]  # fmt: skip


def test_no_form_brings_or_changes_anything_of_another_force(
    client: object, site: Site
) -> None:
    """Every role sends every form with the other force's child in its body or address.

    Under one's own child's address too: the id in the body is not the one in the path.
    """
    theirs, ours, asked, leaks = a_child(site, OTHER), a_child(site), 0, []
    before = rows_of(site)
    for role in ROLES:
        opened = signed_in(client, site, role)
        for path, sent in sent_about(theirs):
            ways = [path] if theirs not in path else [path, path.replace(theirs, ours)]
            for way in ways:
                body = {**sent, "child": theirs, "seen": "", "corrects": theirs}
                answer = opened.post(way, body)  # type: ignore[attr-defined]
                asked += 1
                # What one typed oneself stands in the form again: that tells nothing.
                text = answer.content.decode().replace('value="Quizzlewick"', "")
                if [one for one in CANARIES if one in text]:
                    leaks.append((role, way))
                assert answer.status_code < 500, (role, way)
    assert leaks == []
    assert rows_of(site) == before
    promise(5, f"{asked:,} forms about another force's child, {len(leaks)} leaks")


def rows_of(site: Site) -> list[tuple[str, int]]:
    """How many rows the other force has, table by table."""
    found = []
    with site.acting_for(OTHER) as connection:
        for table in ("storage_eventversion", "storage_eventchange", "storage_entry",
                      "storage_acknowledgement", "storage_claim", "storage_accessentry",
                      "storage_linkdecision", "storage_judgementrow"):  # fmt: skip
            row = connection.execute(f"SELECT count(*) FROM {table}").fetchone()
            assert row is not None
            found.append((table, row[0]))
    return found


def test_every_canary_is_there_to_be_leaked(site: Site) -> None:
    """In the other force's own rows: a canary that no row holds would prove nothing."""
    with site.acting_for(OTHER) as connection:
        held = "".join(
            str(row)
            for table in ("event_now", "storage_childrecord", "storage_judgementrow")
            for row in connection.execute(f"SELECT * FROM {table}")
        )
    assert [
        one for one in CANARIES if one.title() not in held and one not in held
    ] == []
