"""Promise 19: two people at once cannot corrupt anything.

What two to eight writers were told was done is what is there, in some order of theirs:
nothing lost, nothing doubled. Longer histories: `python3 dev.py soak promises`.
"""

import shutil
import threading
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import psycopg
import pytest

from tests.integration.test_jobs import ask, new_force, state
from tests.support.promises import promise
from tests.support.scenes import make_scene
from tests.support.site import Site
from tests.support.small_force import write_small_force
from tests.support.writers import (
    WHY,
    Scene,
    counts,
    no_serial_order,
    plans,
    write_at_once,
)
from trigpoint.records.record import Refusal
from trigpoint.services import decide_links, import_records, mend_row, run_jobs
from trigpoint.services import review_emergencies as reviewing
from trigpoint.services.enter_event import (
    Given,
    Overtaken,
    enter_event,
    newest_entry,
)
from trigpoint.services.look import Looking
from trigpoint.storage import access_log
from trigpoint.vocabulary.event_kinds import EventKind

SLUG = "scene-force"


@pytest.fixture(scope="module")
def scene(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Scene:
    return make_scene(site, SLUG, tmp_path_factory.mktemp("scene"))


def looking(scene: Scene, place: int) -> Looking:
    dsn = scene.server.dsn("trigpoint_logger")
    return Looking(dsn=dsn, person=scene.people[place])


def enters(
    scene: Scene, connection: psycopg.Connection, seen: str, *, minute: int = 1
) -> str:
    at = scene.now - minute * 60_000_000
    given = Given(
        child=scene.child, kind=EventKind.STRATEGY_DISCUSSION, happened=(at, at),
        facts={"decision": "S47"}, seen=seen,
    )  # fmt: skip
    return enter_event(
        connection, person=scene.people[0], looking=looking(scene, 0), given=given,
        now=scene.now,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("writers", "length", "seed"), [(2, 5, 1), (4, 4, 2), (8, 3, 3)]
)
def test_every_history_is_some_serial_order(
    scene: Scene, writers: int, length: int, seed: int
) -> None:
    """Entries, corrections, acknowledgements, claims and decisions; some are overtaken."""
    drawn = plans(np.random.default_rng(seed), writers, length, work=False)
    before = counts(scene)
    done = write_at_once(scene, drawn)
    assert no_serial_order(scene, done, before) == []
    assert sum(done.acts.values()) > 0
    promise(
        19,
        f"{writers} writers, {writers * length} acts, {done.overtaken} overtaken: "
        "a serial order",
    )


def test_an_import_goes_on_while_people_write(scene: Scene) -> None:
    """Each entry is judged once, whichever of the two came first."""
    drawn = [
        [("decide", 1), ("work", 0)],
        *[[("api", n), ("enter", n)] for n in range(3)],
    ]
    before = counts(scene)
    done = write_at_once(scene, drawn)
    assert no_serial_order(scene, done, before) == []
    promise(
        19, f"an import beside 3 writers: {done.acts['entered']} entries judged once"
    )


def test_who_waited_comes_later(scene: Scene) -> None:
    """Begun before another's entry and added after it: who saw only the other's is told."""
    with scene.acting() as slow, scene.acting() as quick:
        with slow.transaction():
            slow.execute("SELECT now()")
            with quick.transaction():
                seen = newest_entry(quick, scene.people[0].organisation, scene.child)
                enters(scene, quick, seen, minute=2)
            others = newest_entry(slow, scene.people[0].organisation, scene.child)
            enters(scene, slow, others, minute=3)
        with pytest.raises(Overtaken), quick.transaction():
            enters(scene, quick, others, minute=4)


def test_the_same_entry_twice_is_two_entries(scene: Scene) -> None:
    """Each with a number of its own, though an invented force's clock stands still."""
    organisation = scene.people[0].organisation
    with scene.acting() as connection:
        numbers = []
        for _ in range(2):
            with connection.transaction():
                seen = newest_entry(connection, organisation, scene.child)
                numbers.append(enters(scene, connection, seen, minute=9))
    assert len(set(numbers)) == 2


def beside(do: Callable[[], object]) -> tuple[threading.Thread, list[object]]:
    """Done in another thread; its answer, or what it raised, once that has ended."""
    answer: list[object] = []

    def run() -> None:
        try:
            answer.append(do())
        except Exception as problem:  # noqa: BLE001 - it is the answer
            answer.append(problem)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    return thread, answer


def test_an_entry_made_as_an_import_ends_is_judged_once(
    site: Site, scene: Scene, tmp_path: Path
) -> None:
    """After the import has judged everybody and before it is kept."""
    begun: list[tuple[threading.Thread, list[object]]] = []

    def entry() -> str:
        with scene.acting() as connection, connection.transaction():
            seen = newest_entry(connection, scene.people[0].organisation, scene.child)
            return enters(scene, connection, seen, minute=30)

    def progress(said: str) -> None:
        if said == "keeping the files":
            begun.append(beside(entry))
            time.sleep(0.5)

    before = counts(scene)
    import_records.import_records(
        server=site.server, organisation=SLUG, paths=(write_small_force(tmp_path),),
        progress=progress,
    )  # fmt: skip
    ((thread, answer),) = begun
    thread.join(20)
    assert isinstance(answer[0], str), answer
    with scene.acting() as connection:
        doubled = connection.execute(
            "SELECT child, standard, occasion FROM storage_judgementrow GROUP BY 1, 2, 3, "
            "version HAVING count(*) > 1"
        ).fetchall()
        judged = connection.execute(
            "SELECT count(*) FROM storage_judgementrow WHERE occasion = %s",
            (answer[0],),
        ).fetchone()
    assert doubled == []
    assert judged
    assert judged[0] > 0
    assert counts(scene)["entries"] == before["entries"] + 1


def test_a_decision_is_heeded_though_a_worker_takes_the_job_up_meanwhile(
    site: Site, scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The job that waits is not begun before the decision that counts on it is there."""
    read: list[int] = []
    real = import_records.links.read_decisions

    def counted(connection: psycopg.Connection, organisation: str) -> object:
        found = real(connection, organisation)
        read.append(len(found))
        return found

    monkeypatch.setattr(import_records.links, "read_decisions", counted)

    def decides(connection: psycopg.Connection, same: str) -> None:
        decide_links.decide(
            connection, person=scene.people[0], looking=looking(scene, 0),
            pair=scene.pair, same=same, because=WHY,
        )  # fmt: skip

    with scene.acting() as connection:
        with connection.transaction():
            decides(connection, "yes")
        with connection.transaction():
            decides(connection, "no")
            thread, _ = beside(lambda: run_jobs.run_one(site.server))
            thread.join(1.0)
        thread.join(60)
        while run_jobs.run_one(site.server):
            pass
    assert read[-1] == counts(scene)["decisions"], (
        "the last joining knew every decision"
    )


def second_is_refused(
    scene: Scene, act: Callable[[psycopg.Connection, int], object], words: str
) -> None:
    """One does it and has not ended when another does the same."""
    with scene.acting() as one, scene.acting() as other:

        def again() -> None:
            with other.transaction():
                act(other, 1)

        with one.transaction():
            act(one, 0)
            thread, answer = beside(again)
            thread.join(0.5)
        thread.join(20)
    assert isinstance(answer[0], Refusal), answer
    assert words in str(answer[0])


def test_one_emergency_is_reviewed_once(site: Site, scene: Scene) -> None:
    """The second is told so; it is no fault of the server's."""
    entry = access_log.append(
        site.server.dsn("trigpoint_logger"),
        access_log.Look(
            organisation=scene.people[0].organisation, actor=None, role="supervisor",
            action="break-glass", child=scene.child, reason="x" * 20,
        ),
    )  # fmt: skip
    lead = next(
        n for n, who in enumerate(scene.people) if who.shown_as.startswith("head")
    )

    def act(connection: psycopg.Connection, _: int) -> None:
        reviewing.review(
            connection, person=scene.people[lead], looking=looking(scene, lead),
            entry=str(entry), justified="yes", because="asked the control room",
        )  # fmt: skip

    second_is_refused(scene, act, "just reviewed")


def test_one_row_is_mended_once(site: Site, scene: Scene) -> None:
    """Two who mend the same row ask for one job."""
    with scene.acting() as connection:
        row = connection.execute(
            "SELECT id::text FROM storage_quarantinedrow WHERE settled_as = '' LIMIT 1"
        ).fetchone()
    assert row
    lead = next(
        n for n, who in enumerate(scene.people) if who.shown_as.startswith("hub")
    )

    def act(connection: psycopg.Connection, _: int) -> None:
        mend_row.mend_row(
            connection, person=scene.people[lead], looking=looking(scene, lead),
            place=site.server.place, row=row[0], value="M9",
            because="as the officer remembers it",
        )  # fmt: skip

    second_is_refused(scene, act, "waits no longer")
    with scene.acting() as connection:
        jobs = connection.execute(
            "DELETE FROM storage_job WHERE said = 'a row is mended' RETURNING id::text"
        ).fetchall()
    assert len(jobs) == 1
    shutil.rmtree(site.server.place / "arriving" / jobs[0][0])


def test_several_workers_do_each_job_once(site: Site, tmp_path: Path) -> None:
    """Three workers and one job: it was taken up once, and the others found nothing."""
    ours = new_force(site, "claimed-force")
    ask(site, "claimed-force", ours, write_small_force(tmp_path))
    workers = [beside(lambda: run_jobs.run_one(site.server)) for _ in range(3)]
    for thread, _ in workers:
        thread.join(120)
    (job,) = state(site, "claimed-force", ours)
    assert (job["state"], job["tries"]) == ("done", 1)
    assert sorted(answer[0] for _, answer in workers) == [False, False, True]
