"""A doubtful link on the site: shown, decided, joined anew, undone; nothing entered is lost."""

import psycopg
import pytest

from tests.integration.test_jobs import new_force, somebody
from tests.support.site import Site, bring_in
from trigpoint.access.permissions import NotPermitted
from trigpoint.records.record import Refusal
from trigpoint.services import decide_links, run_jobs
from trigpoint.services.enter_event import Given, enter_event
from trigpoint.storage import links
from trigpoint.synthetic import generation
from trigpoint.vocabulary.event_kinds import EventKind

WHY = "the school knows them by both names"


@pytest.fixture(scope="module")
def slug(site: Site, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A force of its own, large enough for doubtful pairs, so that nothing changes elsewhere."""
    new_force(site, "links-force")
    force = tmp_path_factory.mktemp("links") / "force"
    generation.generate(out=force, children=900, seed=1, regime="before")
    bring_in(site.server, force / "extracts", organisation="links-force")
    return "links-force"


def pairs(site: Site, slug: str) -> list[decide_links.Row]:
    person, looking = somebody(site, site.organisation(slug), "hub-detective")
    with site.acting_for(slug) as connection:
        return decide_links.read_open(connection, person=person, looking=looking)[0]


def decide(site: Site, slug: str, pair: str, same: str, because: str = WHY) -> None:
    person, looking = somebody(site, site.organisation(slug), "hub-detective")
    with site.acting_for(slug) as connection:
        decide_links.decide(
            connection, person=person, looking=looking,
            pair=pair, same=same, because=because,
        )  # fmt: skip


def child_of(connection: psycopg.Connection, number: str) -> str:
    row = connection.execute(
        "SELECT child FROM storage_childrecord WHERE source_id = %s", (number,)
    ).fetchone()
    return row[0] if row else ""


def judged(connection: psycopg.Connection, child: str, standard: str) -> list[str]:
    rows = connection.execute(
        "SELECT occasion FROM storage_judgementrow WHERE child = %s AND standard = %s "
        "ORDER BY 1",
        (child, standard),
    ).fetchall()
    return [occasion for (occasion,) in rows]


def report_missing(site: Site, slug: str, child: str) -> str:
    person, looking = somebody(site, site.organisation(slug), "hub-detective")
    with site.acting_for(slug) as connection:
        reach = connection.execute("SELECT max(reach) FROM storage_sourcereach")
        (now,) = reach.fetchone() or (0,)
        given = Given(child=child, kind=EventKind.MISSING_REPORTED,
                      happened=(now - 10**9, now - 10**9), facts={})  # fmt: skip
        return enter_event(
            connection, person=person, looking=looking, given=given, now=now
        )


def test_a_decision_joins_and_another_parts_again(site: Site, slug: str) -> None:
    """What was entered by hand goes with its child, and is judged after each import too."""
    pair = pairs(site, slug)[0]
    with site.acting_for(slug) as connection:
        apart = child_of(connection, pair["other_id"])
        assert apart
        assert child_of(connection, pair["one_id"]) != apart
    entered = report_missing(site, slug, apart)
    with site.acting_for(slug) as connection:
        standards = {
            row[0]
            for row in connection.execute(
                "SELECT DISTINCT standard FROM storage_judgementrow WHERE occasion = %s",
                (entered,),
            )
        }
    assert standards
    standard = min(standards)
    decide(site, slug, pair["id"], "yes")
    assert run_jobs.run_one(site.server)
    with site.acting_for(slug) as connection:
        joined = child_of(connection, pair["other_id"])
        assert joined == child_of(connection, pair["one_id"]) != apart
        assert entered in judged(connection, joined, standard)
        assert judged(connection, apart, standard) == []
    assert pair["one_id"] not in {row["one_id"] for row in pairs(site, slug)}
    person, looking = somebody(site, site.organisation(slug), "hub-detective")
    with site.acting_for(slug) as connection:
        decided = decide_links.read_decided(connection, person=person, looking=looking)
    assert [(row["same"], row["because"]) for row in decided] == [(True, WHY)]
    decide(site, slug, decided[0]["id"], "no", "the mother says that they are cousins")
    assert run_jobs.run_one(site.server)
    with site.acting_for(slug) as connection:
        assert child_of(connection, pair["other_id"]) == apart
        assert len(links.read_decisions(connection, site.organisation(slug))) == 2
    with site.acting_for(slug) as connection:
        assert entered in judged(connection, apart, standard)


def test_several_decisions_wait_for_one_joining(site: Site, slug: str) -> None:
    """A second decision while a job waits asks for no second one."""
    pair = pairs(site, slug)[0]
    decide(site, slug, pair["id"], "no")
    person, looking = somebody(site, site.organisation(slug), "hub-detective")
    with site.acting_for(slug) as connection:
        again = decide_links.read_decided(connection, person=person, looking=looking)[0]
    decide(site, slug, again["id"], "no", "asked the school a second time")
    assert run_jobs.run_one(site.server)
    assert not run_jobs.run_one(site.server)


def test_what_is_no_decision_is_refused(site: Site, slug: str) -> None:
    """Without a reason, about nothing, or by somebody whose role does not decide."""
    with pytest.raises(Refusal, match="at least ten characters"):
        decide(site, slug, "x", "yes", "short")
    with pytest.raises(Refusal, match="not there any more"):
        decide(site, slug, "x", "yes")
    person, looking = somebody(site, site.organisation(slug), "supervisor")
    with site.acting_for(slug) as connection, pytest.raises(NotPermitted):
        decide_links.read_open(connection, person=person, looking=looking)
