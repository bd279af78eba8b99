"""Partners: what is owed both ways, to whom, for which child, and no more than is shared."""

from tests.support.acted import (
    NOW,
    a_new_child,
    acts_for,
    happens,
    is_owed,
    undone,
    who,
)
from tests.support.site import FORCE, Site
from trigpoint.services.read_partners import Partners, read_partners
from trigpoint.services.read_worklist import PAGE
from trigpoint.timekeeping.london import DAY, HOUR

COUNCIL = "fellshire-council"
REPORT, INTERVIEW = "conference-police-report", "return-home-interview-72-hours"


def read(
    site: Site, connection: object, role: str, chosen: str = "", page: int = 0
) -> Partners:
    told = who(site, connection, role)  # type: ignore[arg-type]
    return read_partners(connection, **told, now=NOW, chosen=chosen, page=page)  # type: ignore[arg-type]


def test_what_is_owed_stands_both_ways_by_child(site: Site) -> None:
    """A report of ours and an interview of theirs for one child; no inner duty of ours."""
    with undone(site) as connection:
        child = a_new_child(site, connection)
        is_owed(site, connection, child, REPORT, NOW - 27 * DAY, outcome="missed")
        is_owed(site, connection, child, INTERVIEW, NOW + HOUR, holder="LA")
        is_owed(site, connection, child, "custody-reviews", NOW + HOUR)
        is_owed(site, connection, child, REPORT, NOW - 40 * DAY, outcome="missed")
        found = read(site, connection, "hub-detective")
        assert found.chosen is not None
        assert found.chosen.key == "LA"
        (one,) = [some for some in found.children if some.child == child]
        assert [duty.standard for duty in one.theirs] == [INTERVIEW]
        assert [duty.standard for duty in one.ours] == [REPORT]
        # And so does the partner see it, from its side.
        acts_for(site, connection, COUNCIL)
        theirs = read(site, connection, "partner-user")
        (same,) = [some for some in theirs.children if some.child == child]
        assert same.name == "Robin TESTBANK"
        assert [duty.standard for duty in same.ours] == [INTERVIEW]
        assert [duty.standard for duty in same.theirs] == [REPORT]


def test_a_partner_is_told_only_of_children_who_are_shared(site: Site) -> None:
    """What police owe for a child of whom the council has neither duty nor record."""
    with undone(site) as connection:
        child, other = (a_new_child(site, connection) for _ in range(2))
        is_owed(site, connection, child, REPORT, NOW + HOUR)
        is_owed(site, connection, other, "operation-encompass-notification", NOW + HOUR)
        acts_for(site, connection, COUNCIL)
        rows = connection.execute("SELECT child, standard FROM owed_to_partner(0)")
        held = rows.fetchall()
    assert held
    assert not {child, other} & {row[0] for row in held}
    assert "operation-encompass-notification" not in {row[1] for row in held}


def test_both_organisations_know_that_the_partner_looked(site: Site) -> None:
    """The list is on the log of the force too."""
    with site.acting_for(COUNCIL) as connection:
        found = read(site, connection, "partner-user")
    about = " ".join(sorted(one.child for one in found.children))
    for slug in (FORCE, COUNCIL):
        with site.acting_for(slug) as connection:
            entry = connection.execute(
                "SELECT role, about FROM storage_accessentry WHERE action = 'see-partners' "
                "ORDER BY sequence DESC LIMIT 1"
            ).fetchone()
        assert entry == ("partner-user", about), slug


def test_other_agencies_appear_when_they_owe_are_owed_or_take_part(site: Site) -> None:
    """Probation appears with its first discussion; a school with what it must be told."""
    with undone(site) as connection:
        before = {
            one.key: one for one in read(site, connection, "hub-detective").parties
        }
        assert "PROBATION" not in before
        child = a_new_child(site, connection)
        happens(site, connection, child, "STRATEGY_DISCUSSION", NOW - DAY,
                facts={"agencies": ";LA;POLICE;PROBATION;"})  # fmt: skip
        is_owed(site, connection, child, "operation-encompass-notification", NOW + HOUR)
        is_owed(site, connection, child, INTERVIEW, NOW + HOUR, holder="PLACEMENT")
        found = read(site, connection, "hub-detective", chosen="EDUCATION")
        after = {one.key: one for one in found.parties}
        assert after["PROBATION"].took_part == 1
        assert after["PLACEMENT"].they_coming == 1
        assert after["EDUCATION"].we_coming == 1 + (
            before["EDUCATION"].we_coming if "EDUCATION" in before else 0
        )
        assert child in {one.child for one in found.children}
        assert found.chosen is not None
        assert found.chosen.key == "EDUCATION"


def test_every_child_stands_on_one_page(site: Site) -> None:
    """Pages hold so many children each, none twice, what is longest past its time first."""
    with undone(site) as connection:
        mine = {a_new_child(site, connection) for _ in range(PAGE + 3)}
        for hours, child in enumerate(sorted(mine), 1):
            is_owed(site, connection, child, INTERVIEW, NOW + hours * HOUR, holder="LA")
        shown: list[str] = []
        dues: list[int] = []
        page, more = 0, True
        while more:
            found = read(site, connection, "hub-detective", page=page)
            assert len(found.children) <= PAGE
            shown += [one.child for one in found.children]
            dues += [min(duty.due_latest for duty in (*one.theirs, *one.ours))
                     for one in found.children]  # fmt: skip
            page, more = page + 1, found.more
    assert page > 1
    assert len(shown) == len(set(shown))
    assert mine <= set(shown)
    assert dues == sorted(dues)
