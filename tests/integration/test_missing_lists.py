"""Missing now and Missing again: what stands on them is of the child, the episode and the day."""

from typing import Any

from tests.support.acted import (
    NOW,
    a_new_child,
    acts_for,
    happens,
    is_owed,
    undone,
    who,
)
from tests.support.site import Site
from trigpoint.services import act_on_duty
from trigpoint.services.read_missing import Missing, read_missing, unread
from trigpoint.services.read_missing_again import Again, read_missing_again
from trigpoint.services.read_missing_shared import read_missing_shared
from trigpoint.services.read_notices import read_notices
from trigpoint.timekeeping.london import DAY, HOUR

COUNCIL = "fellshire-council"


def missing(site: Site, connection: object, child: str = "") -> list[Missing]:
    found = read_missing(connection, **who(site, connection, "duty-inspector"), now=NOW)  # type: ignore[arg-type]
    return [one for one in found if child in ("", one.child)]


def again(site: Site, connection: object, child: str) -> Again:
    found = read_missing_again(
        connection,
        **who(site, connection, "missing-coordinator"),
        now=NOW,  # type: ignore[arg-type]
    )
    return next(one for one in found if one.child == child)


def away(
    site: Site, connection: object, child: str, number: str, since: int, place: str = ""
) -> str:
    """An episode; with a place, the child was found there six hours later."""
    report = happens(
        site,
        connection,
        child,
        "MISSING_REPORTED",
        since,  # type: ignore[arg-type]
        reference=number,
    )
    if place:
        happens(site, connection, child, "MISSING_RETURNED", since + 6 * HOUR,  # type: ignore[arg-type]
                reference=number, facts={"place": place})  # fmt: skip
    return report


def test_only_a_located_place_is_company(site: Site) -> None:
    """Two at "Friend's address" were not together; two at one hotel were, however written."""
    with undone(site) as connection:
        one, other, far = (a_new_child(site, connection) for _ in range(3))
        for child in (one, other, far):
            away(
                site,
                connection,
                child,
                f"{child}-1",
                NOW - 20 * DAY,
                "Friend's address",
            )
            away(site, connection, child, f"{child}-2", NOW - 15 * DAY,
                 "Returned by herself or himself")  # fmt: skip
            away(site, connection, child, f"{child}-now", NOW - HOUR)
        away(site, connection, one, "T1", NOW - 10 * DAY, "Quayside hotel, Saltbeck")
        away(site, connection, other, "T2", NOW - 10 * DAY + 3 * HOUR,
             " quayside Hotel, saltbeck")  # fmt: skip
        away(site, connection, far, "T3", NOW - 9 * DAY, "Quayside hotel, Saltbeck")
        (row,) = missing(site, connection, one)
        assert row.company == [[other, "Robin TESTBANK"]]
        assert "Friend's address" in (row.places or ())
        assert again(site, connection, one).company == row.company
        assert missing(site, connection, far)[0].company is None
        assert again(site, connection, far).company is None


def test_companions_are_looked_at_and_so_logged(site: Site) -> None:
    """A name on a list is a look at that child."""
    with undone(site) as connection:
        one, other = (a_new_child(site, connection) for _ in range(2))
        for child in (one, other):
            away(site, connection, child, f"{child}-1", NOW - 20 * DAY, "Mill Lane 4")
        away(site, connection, one, f"{one}-2", NOW - HOUR)
        missing(site, connection)
    with site.acting_for() as connection:
        entry = connection.execute(
            "SELECT about FROM storage_accessentry WHERE action = 'see-missing' "
            "ORDER BY sequence DESC LIMIT 1"
        ).fetchone()
    assert entry is not None
    assert {one, other} <= set(entry[0].split())


def test_the_next_review_is_of_this_episode(site: Site) -> None:
    """A duty of the child that belongs to something else is not on the list."""
    with undone(site) as connection:
        child = a_new_child(site, connection)
        report = away(site, connection, child, "T9", NOW - 3 * HOUR)
        is_owed(site, connection, child, "custody-reviews", NOW + HOUR)
        # Nor is a second report an action of police about the first.
        happens(site, connection, child, "MISSING_REPORTED", NOW - HOUR, reference="T8")
        row = missing(site, connection, child)[-1]
        assert (row.since, row.next_standard) == (NOW - HOUR, None)
        row = missing(site, connection, child)[0]
        assert (row.since, row.next_standard) == (NOW - 3 * HOUR, None)
        assert row.last_action is None
        grade = happens(site, connection, child, "MISSING_GRADED", NOW - 2 * HOUR,
                        reference="T9", facts={"risk": "HIGH"})  # fmt: skip
        is_owed(site, connection, child, "missing-supervisor-review", NOW + 2 * HOUR,
                occasion=grade)  # fmt: skip
        is_owed(site, connection, child, "missing-prompt-enquiries", NOW - HOUR,
                occasion=report, outcome="missed")  # fmt: skip
        row = next(
            one for one in missing(site, connection, child) if one.event == report
        )
    assert (row.next_standard, row.next_due) == (
        "missing-supervisor-review", NOW + 2 * HOUR,
    )  # fmt: skip
    assert row.undone == 1


def test_what_nobody_read_stands_first_then_what_is_not_graded(site: Site) -> None:
    """Among those that were read, one without a grade is above those that have one."""
    with undone(site) as connection:
        found = {}
        for name, since, graded, read in (
            ("graded, long", 40, True, True), ("ungraded", 5, False, True),
            ("graded", 20, True, True), ("unread", 1, True, False),
        ):  # fmt: skip
            child = found[name] = a_new_child(site, connection)
            report = away(site, connection, child, child, NOW - since * HOUR)
            if graded:
                happens(site, connection, child, "MISSING_GRADED",
                        NOW - since * HOUR, reference=child, facts={"risk": "LOW"})  # fmt: skip
            if read:
                act_on_duty.acknowledge_missing(
                    connection, **who(site, connection, "control-room"), child=child,
                    episode=report,
                )  # fmt: skip
        rows = missing(site, connection)
    names = {child: name for name, child in found.items()}
    order = [names[one.child] for one in rows if one.child in names]
    assert order == ["unread", "ungraded", "graded, long", "graded"]
    first_read = next(n for n, one in enumerate(rows) if one.acknowledged_by)
    assert not any(one.acknowledged_by for one in rows[:first_read])
    assert all(one.acknowledged_by for one in rows[first_read:])


def test_return_interviews_unread_and_not_held_are_told_apart(site: Site) -> None:
    """Held and not shared is unread; missed is not held; older than 90 days is neither."""
    with undone(site) as connection:
        child = a_new_child(site, connection)
        for days, number in (
            (10, "R1"),
            (20, "R2"),
            (30, "R3"),
            (200, "R4"),
            (40, "R5"),
        ):
            away(site, connection, child, number, NOW - days * DAY, "Mill Lane 4")
            happens(site, connection, child, "RETURN_INTERVIEW_HELD",
                    NOW - (days - 2) * DAY, reference=number,
                    facts={"by_whom": "POLICE" if number == "R5" else "LA"})  # fmt: skip
        happens(site, connection, child, "RETURN_INTERVIEW_SHARED", NOW - 7 * DAY,
                reference="R1")  # fmt: skip
        standard = "return-home-interview-72-hours"
        for days in (12, 200):
            is_owed(site, connection, child, standard, NOW - days * DAY,
                    outcome="missed", holder="LA")  # fmt: skip
        away(site, connection, child, "R6", NOW - HOUR)
        (now_row,), row = (
            missing(site, connection, child),
            again(site, connection, child),
        )
    assert (row.unread, row.not_held) == (2, 1)
    assert (now_row.unread, now_row.not_held) == (2, 1)


def test_the_plan_s_owner_is_the_lead_of_the_newest_step(site: Site) -> None:
    """None; then who spoke in the discussion; then who owns the action agreed."""
    with undone(site) as connection:
        child = a_new_child(site, connection)
        for number in ("P1", "P2"):
            away(site, connection, child, number, NOW - 9 * DAY, "Mill Lane 4")
        assert again(site, connection, child).plan_kind is None
        happens(site, connection, child, "STRATEGY_DISCUSSION", NOW - 5 * DAY)
        assert again(site, connection, child).plan_actor == ""
        happens(
            site, connection, child, "PLAN_ACTION_AGREED", NOW - 4 * DAY, actor="DS9"
        )
        row = again(site, connection, child)
        assert (row.plan_kind, row.plan_actor) == ("PLAN_ACTION_AGREED", "DS9")
        # A plan that has ended is owned by nobody.
        happens(site, connection, child, "PROTECTION_PLAN_BEGUN", NOW - 3 * DAY,
                agency="LA", actor="SW1")  # fmt: skip
        assert again(site, connection, child).plan_actor == "SW1"
        happens(site, connection, child, "PROTECTION_PLAN_ENDED", NOW - 2 * DAY,
                agency="LA")  # fmt: skip
        assert again(site, connection, child).plan_actor == "DS9"


def test_a_flag_that_was_removed_does_not_count(site: Site) -> None:
    """On either list."""
    with undone(site) as connection:
        child = a_new_child(site, connection)
        away(site, connection, child, "F1", NOW - 9 * DAY, "Mill Lane 4")
        away(site, connection, child, "F2", NOW - HOUR)
        for flag in ("CSE", "RSO"):
            happens(site, connection, child, "FLAG_SET", NOW - 5 * DAY,
                    facts={"flag": flag})  # fmt: skip
        happens(
            site, connection, child, "FLAG_REMOVED", NOW - DAY, facts={"flag": "RSO"}
        )
        assert again(site, connection, child).flags == "CSE"
        assert missing(site, connection, child)[0].flags == "CSE"


def count_unread(connection: Any, *, person: Any) -> int:
    """How many reports wait for whoever the person acts for."""
    query, values = unread(person, NOW)
    if not query:
        return 0
    row = connection.execute(f"SELECT count(*) FROM ({query}) x", values).fetchone()  # type: ignore[arg-type]
    return row[0] if row else 0


def test_reports_that_nobody_has_read_are_told_where_work_is(site: Site) -> None:
    """As many as the list shows; to who may see the list; one fewer when one is read."""
    with undone(site) as connection:
        child = a_new_child(site, connection)
        report = away(site, connection, child, "N1", NOW - HOUR)
        told = who(site, connection, "control-room")
        unseen = len(
            [one for one in missing(site, connection) if not one.acknowledged_by]
        )
        (line,) = [one for one in read_notices(connection, **told, now=NOW).lines  # type: ignore[arg-type]
                   if one.kind == "missing"]  # fmt: skip
        assert (line.count, line.href) == (unseen, "/missing/now/")
        act_on_duty.acknowledge_missing(
            connection,
            **told,
            child=child,
            episode=report,  # type: ignore[arg-type]
        )
        assert count_unread(connection, person=told["person"]) == unseen - 1  # type: ignore[arg-type]
        other = who(site, connection, "response-officer")
        assert count_unread(connection, person=other["person"]) == 0  # type: ignore[arg-type]


def test_open_reports_are_shared_with_the_council_s_night_team(site: Site) -> None:
    """Name, age, since when and the grade: no reason, officer or other child; both logs."""
    with undone(site) as connection:
        child = a_new_child(site, connection)
        away(site, connection, child, "S0", NOW - 9 * DAY, "Mill Lane 4")
        report = away(site, connection, child, "S1", NOW - HOUR)
        happens(site, connection, child, "MISSING_GRADED", NOW - HOUR, reference="S1",
                actor="INSP7", facts={"risk": "HIGH", "reason": "seen with a man"})  # fmt: skip
        force = {one.child for one in missing(site, connection)}
        acts_for(site, connection, COUNCIL)
        told = who(site, connection, "out-of-hours-team")
        rows = read_missing_shared(connection, **told, now=NOW)  # type: ignore[arg-type]
        (row,) = [one for one in rows if one.child == child]
        assert {one.child for one in rows} == force
        assert (row.name, row.risk, row.since) == ("Robin TESTBANK", "HIGH", NOW - HOUR)
        # Nothing else of the child is the council's: no event, no record, no page.
        assert not row.opens
        assert "seen with a man" not in str(rows)
        assert "INSP7" not in str(rows)
        police = connection.execute(
            "SELECT count(*) FROM event_now WHERE agency <> 'LA'"
        ).fetchone()
        assert police == (0,)
        before = count_unread(connection, person=told["person"])  # type: ignore[arg-type]
        act_on_duty.acknowledge_missing(
            connection,
            **told,
            child=child,
            episode=report,  # type: ignore[arg-type]
        )
        assert count_unread(connection, person=told["person"]) == before - 1  # type: ignore[arg-type]
        # The force sees that the council read it, and that nobody of its own has.
        acts_for(site, connection, "fellshire-constabulary")
        (mine,) = missing(site, connection, child)
        assert mine.council_reader == told["person"].shown_as  # type: ignore[union-attr]
        assert mine.acknowledged_by is None
        acts_for(site, connection, "marlshire-police")
        assert not connection.execute(
            "SELECT 1 FROM missing_shared(0, %s, '')", (NOW,)
        ).fetchall()
    for slug in ("fellshire-constabulary", COUNCIL):
        with site.acting_for(slug) as connection:
            seen = connection.execute(
                "SELECT count(*) FROM storage_accessentry WHERE role = 'out-of-hours-team' "
                "AND action = 'see-missing' AND about LIKE %s",
                (f"%{child}%",),
            ).fetchone()
            assert seen == (1,), slug


def test_without_an_agreement_nothing_is_shared(site: Site) -> None:
    """A partner for another agency is told of no missing child, and of no child's name."""
    with undone(site) as connection:
        child = a_new_child(site, connection)
        away(site, connection, child, "S1", NOW - HOUR)
        is_owed(
            site, connection, child, "return-home-interview-72-hours", NOW, holder="LA"
        )
        connection.execute("UPDATE storage_sharing SET agency = 'HEALTH'")
        acts_for(site, connection, COUNCIL)
        for query in (
            "SELECT 1 FROM missing_shared(0, 2000000000000000, '')",
            "SELECT 1 FROM storage_judgementrow WHERE duty_holder = 'LA'",
        ):
            assert not connection.execute(query).fetchall(), query
        assert not connection.execute(
            "SELECT 1 FROM name_shared(%s, %s)", (site.organisation(), child)
        ).fetchall()
