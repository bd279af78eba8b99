"""My work: nothing that falls due slips between the lists, and no silence is called a miss."""

from tests.support.site import FORCE, Site, person_of
from trigpoint.services.look import Looking
from trigpoint.services.read_worklist import (
    Worklist,
    reach_of,
    read_reach,
    read_worklist,
)
from trigpoint.timekeeping.london import DAY


def worklist(site: Site, role: str, *, days: int) -> tuple[list[Worklist], int]:
    """Every page so many days after the records end, and that moment."""
    with site.acting_for(FORCE) as connection:
        person = person_of(connection, role)
        now = max(read_reach(connection).values()) + days * DAY
        looking = Looking(dsn=site.server.dsn("trigpoint_logger"), person=person)
        pages = []
        while not pages or pages[-1].more:
            pages.append(
                read_worklist(
                    connection, person=person, looking=looking, now=now, page=len(pages)
                )
            )
        return pages, now


def keys(rows: tuple[object, ...]) -> set[tuple[str, str, str]]:
    return {(one.child, one.standard, one.occasion) for one in rows}  # type: ignore[attr-defined]


def test_what_falls_due_after_the_records_end_is_listed_as_not_known(
    site: Site,
) -> None:
    """Due next today; three days on, without a new import, in its own list; never missed."""
    (today, *_), _ = worklist(site, "head-of-protection", days=0)
    pages, now = worklist(site, "head-of-protection", days=3)
    fell = {
        (one.child, one.standard, one.occasion)
        for one in today.coming
        if (one.due_latest or 0) < now
    }
    assert fell
    assert fell <= set().union(*(keys(page.unrecorded) for page in pages))
    assert not fell & set().union(
        *(keys(some) for page in pages for some in (page.left, page.coming))
    )
    assert all(one.outcome != "missed" for page in pages for one in page.unrecorded)


def test_a_source_that_ends_early_is_not_called_a_miss(site: Site) -> None:
    """The council's files end before the police's: what fell due between is told so."""
    with site.acting_for("fellshire-council") as connection:
        person = person_of(connection, "partner-user")
        now = max(read_reach(connection).values())
        looking = Looking(dsn=site.server.dsn("trigpoint_logger"), person=person)
        found = read_worklist(connection, person=person, looking=looking, now=now)
        early = connection.execute(
            "SELECT count(*) FROM storage_judgementrow WHERE duty_holder = 'LA' AND "
            "outcome = 'cannot_tell' AND missing LIKE 'reach:%%' AND due_latest BETWEEN "
            "%s AND %s",
            (now - 28 * DAY, now),
        ).fetchone()
    assert early is not None
    assert early[0] == len(found.unrecorded)


def test_each_duty_says_how_far_its_own_records_reach(site: Site) -> None:
    """By kinds of event, each with its reach, or that no source holds it."""
    from trigpoint.standards.catalogue import all_standards

    with site.acting_for(FORCE) as connection:
        reach = read_reach(connection)
    held = {one.slug: reach_of(one, reach) for one in all_standards()}
    interview = dict(held["return-home-interview-72-hours"])
    assert set(interview) == {"return home interview"}
    assert interview["return home interview"] in reach.values()
    assert dict(reach_of(_one("return-home-interview-72-hours"), {})) == {
        "return home interview": None
    }


def _one(slug: str) -> object:
    from trigpoint.standards.catalogue import all_standards

    return next(one for one in all_standards() if one.slug == slug)
