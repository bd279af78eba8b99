"""Figures, their months, and the cases behind them, within reach and on the log."""

from collections import Counter

import psycopg
import pytest

from tests.support.site import FORCE, Site, person_of
from trigpoint.access.permissions import NotPermitted
from trigpoint.access.person import Person
from trigpoint.records.record import Refusal
from trigpoint.services import read_figures
from trigpoint.services.look import Looking
from trigpoint.services.read_cases_behind import ASKED, read_cases_behind
from trigpoint.services.read_worklist import Due

SLUG = "risk-graded-response"


def cases(
    site: Site, connection: psycopg.Connection, person: Person, **asked: object
) -> list[Due]:
    looking = Looking(dsn=site.server.dsn("trigpoint_logger"), person=person)
    found: list[Due] = []
    for page in range(100):
        some, more = read_cases_behind(
            connection, person=person, looking=looking, slug=SLUG, page=page,
            **asked,  # type: ignore[arg-type]
        )  # fmt: skip
        found += some
        if not more:
            return found
    raise AssertionError


@pytest.mark.parametrize("outcome", ["met", "missed", "cannot-tell"])
def test_the_cases_of_all_months_are_those_of_the_figure(
    site: Site, outcome: str
) -> None:
    """Month by month, in London's months, and together: each once, and on the log."""
    with site.acting_for(FORCE) as connection:
        person = person_of(connection, "head-of-protection")
        shelf = read_figures.own(connection, person=person)
        months = read_figures.by_month(shelf, slug=SLUG)
        districts = read_figures.by_district(shelf, slug=SLUG)
        whole = read_figures.one_standard(shelf, slug=SLUG)
        name = outcome.replace("-", "_")
        assert whole is not None
        every = cases(site, connection, person, outcome=outcome)
        assert len(every) == getattr(whole, name) > 0
        assert len({(one.child, one.occasion) for one in every}) == len(every)
        for district in districts:
            some = cases(
                site, connection, person, outcome=outcome, district=district.part
            )
            assert len(some) == getattr(district, name), district.part
        for month in months:
            some = cases(site, connection, person, outcome=outcome, month=month.part)
            assert len(some) == getattr(month, name), month.part
        log = connection.execute(
            "SELECT about FROM storage_accessentry WHERE action = %s "
            "ORDER BY sequence DESC LIMIT 1",
            ("see-cases-behind-figures",),
        ).fetchone()
    assert log is not None
    assert log[0] == (" ".join(sorted({one.child for one in some})) or "nobody")


def test_a_supervisor_sees_the_cases_of_the_own_team_or_district(site: Site) -> None:
    """Fewer than all, and none of another's."""
    with site.acting_for(FORCE) as connection:
        person = person_of(connection, "supervisor")
        own = cases(site, connection, person, outcome="met")
        every = cases(
            site, connection, person_of(connection, "head-of-protection"), outcome="met"
        )
    near = [
        one for one in every
        if (person.team and one.team == person.team)
        or (person.district and one.district == person.district)
        or (person.officer and one.actor == person.officer)
    ]  # fmt: skip
    assert 0 < len(own) < len(every)
    assert Counter(one.occasion for one in own) == Counter(one.occasion for one in near)


def test_who_may_not_see_cases_opens_none(site: Site) -> None:
    """A force's own liaison is refused in words."""
    with (
        site.acting_for(FORCE) as connection,
        pytest.raises(NotPermitted, match="open the cases behind a figure"),
    ):
        cases(site, connection, person_of(connection, "force-liaison"), outcome="met")


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"outcome": "everything"}, "Ask for one of"),
        ({"outcome": "met", "month": "2016-13"}, "Write the month"),
        ({"outcome": "met", "month": "2016"}, "Write the month"),
    ],
)
def test_what_cannot_be_asked_is_refused_in_words(
    site: Site, asked: dict[str, str], words: str
) -> None:
    """And every outcome that may be asked is one of the product's."""
    with (
        site.acting_for(FORCE) as connection,
        pytest.raises(Refusal, match=words),
    ):
        cases(site, connection, person_of(connection, "supervisor"), **asked)
    assert {one for many in ASKED.values() for one in many} <= {
        "met", "late", "missed", "cannot_tell",
    }  # fmt: skip
