"""Several people who write at once, and whether what came of it is some order of theirs.

Each writer is a thread with connections of its own. What is done is drawn beforehand from
a seed; when it is done, the machine decides.
"""

import threading
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import psycopg

from trigpoint.access.person import Person
from trigpoint.records.record import Refusal
from trigpoint.services import act_on_duty, decide_links, run_jobs
from trigpoint.services.enter_event import (
    Given,
    Overtaken,
    enter_event,
    newest_entry,
)
from trigpoint.services.look import Looking
from trigpoint.storage.launcher import Server
from trigpoint.vocabulary.event_kinds import EventKind

OPERATIONS = ("enter", "enter", "correct", "acknowledge", "claim", "decide", "work")
WHY = "they are said to be one child by the school"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """Where they write: one force, one child, one of its duties, one pair of records."""

    server: Server
    people: Sequence[Person]
    child: str
    now: int
    duty: tuple[str, str]
    pair: str

    def acting(self) -> psycopg.Connection:
        """A connection that acts for the force until it is closed."""
        connection = psycopg.connect(self.server.dsn("trigpoint_app"), autocommit=True)
        connection.execute(
            "SELECT set_config('trigpoint.organisation', %s, false)",
            (self.people[0].organisation,),
        )
        return connection


@dataclass
class Done:
    """What the writers were told: each success, how often somebody was overtaken, faults."""

    entered: list[tuple[str, str]] = field(default_factory=list)
    acts: Counter[str] = field(default_factory=Counter)
    decided: list[bool] = field(default_factory=list)
    overtaken: int = 0
    faults: list[str] = field(default_factory=list)


def write_at_once(scene: Scene, plans: Sequence[Sequence[tuple[str, int]]]) -> Done:
    """Each plan by a writer of its own, all begun together; what they were told."""
    done, lock = Done(), threading.Lock()
    gate = threading.Barrier(len(plans))

    def write(place: int, plan: Sequence[tuple[str, int]]) -> None:
        person = scene.people[place % len(scene.people)]
        looking = Looking(dsn=scene.server.dsn("trigpoint_logger"), person=person)
        with scene.acting() as connection:
            gate.wait(30)
            for what, number in plan:
                told = (scene, connection, person, looking, number, done, lock)
                _tried(what, told)

    threads = [
        threading.Thread(target=write, args=one, daemon=True)
        for one in enumerate(plans)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(120)
    if any(thread.is_alive() for thread in threads):
        done.faults.append("a writer did not come to an end")
    return done


def _tried(what: str, told: tuple[Any, ...]) -> None:
    """One act, and what came of it where it was not done."""
    *_, done, lock = told
    try:
        _DO[what](*told)
    except Overtaken:
        with lock:
            done.overtaken += 1
    except Refusal as refusal:
        with lock:
            done.acts[f"refused: {refusal}"] += 1
    except Exception as problem:  # noqa: BLE001 - each is reported
        with lock:
            done.faults.append(f"{what}: {type(problem).__name__} {problem}")


def plans(
    dice: np.random.Generator, writers: int, length: int, *, work: bool = True
) -> list[list[tuple[str, int]]]:
    """What each of them will do, drawn at random; the first takes up jobs too."""
    choice = OPERATIONS if work else OPERATIONS[:-1]
    return [
        [(str(dice.choice(choice)), int(dice.integers(1_000))) for _ in range(length)]
        for _ in range(writers)
    ]


Act = Callable[..., None]


def _enter(
    scene: Scene, connection: psycopg.Connection, person: Person, looking: Looking,
    number: int, done: Done, lock: threading.Lock, corrects: str = "",
) -> None:  # fmt: skip
    """As a form does it: what was there when it was opened goes with it."""
    with connection.transaction():
        seen = newest_entry(connection, person.organisation, scene.child)
    with connection.transaction():
        given = Given(
            child=scene.child, kind=EventKind.STRATEGY_DISCUSSION,
            happened=(scene.now - 1 - number, scene.now - 1 - number),
            facts={"decision": "S47"}, corrects=corrects, seen=seen,
        )  # fmt: skip
        event = enter_event(
            connection, person=person, looking=looking, given=given, now=scene.now
        )
    with lock:
        done.entered.append((seen, event))
        done.acts["corrected" if corrects else "entered"] += 1


def _api(
    scene: Scene, connection: psycopg.Connection, person: Person, looking: Looking,
    number: int, done: Done, lock: threading.Lock,
) -> None:  # fmt: skip
    """As the API does it: what is newest is read in the same transaction."""
    with connection.transaction():
        seen = newest_entry(connection, person.organisation, scene.child)
        given = Given(
            child=scene.child, kind=EventKind.STRATEGY_DISCUSSION,
            happened=(scene.now - 1 - number, scene.now - 1 - number),
            facts={"decision": "S47"}, seen=seen,
        )  # fmt: skip
        event = enter_event(
            connection, person=person, looking=looking, given=given, now=scene.now
        )
    with lock:
        done.entered.append((seen, event))
        done.acts["entered"] += 1


def _correct(*told: Any) -> None:
    scene, connection, *_ = told
    row = connection.execute(
        "SELECT event FROM storage_entry WHERE child = %s ORDER BY id LIMIT 1",
        (scene.child,),
    ).fetchone()
    _enter(*told, corrects=row[0] if row else "")


def _acknowledge(
    scene: Scene, connection: psycopg.Connection, person: Person, looking: Looking,
    number: int, done: Done, lock: threading.Lock,
) -> None:  # fmt: skip
    with connection.transaction():
        act_on_duty.acknowledge(
            connection, person=person, looking=looking, child=scene.child,
            standard=scene.duty[0], occasion=scene.duty[1],
        )  # fmt: skip
    with lock:
        done.acts["acknowledged"] += 1


def _claim(
    scene: Scene, connection: psycopg.Connection, person: Person, looking: Looking,
    number: int, done: Done, lock: threading.Lock,
) -> None:  # fmt: skip
    with connection.transaction():
        act_on_duty.claim_done(
            connection, person=person, looking=looking, child=scene.child,
            standard=scene.duty[0], occasion=scene.duty[1], done_at=number, now=number,
        )  # fmt: skip
    with lock:
        done.acts["claimed"] += 1


def _decide(
    scene: Scene, connection: psycopg.Connection, person: Person, looking: Looking,
    number: int, done: Done, lock: threading.Lock,
) -> None:  # fmt: skip
    with connection.transaction():
        decide_links.decide(
            connection, person=person, looking=looking, pair=scene.pair,
            same="yes" if number % 2 else "no", because=WHY,
        )  # fmt: skip
    with lock:
        done.decided.append(bool(number % 2))


def _work(scene: Scene, *told: Any) -> None:
    run_jobs.run_one(scene.server)


_DO: dict[str, Act] = {
    "enter": _enter, "api": _api, "correct": _correct, "acknowledge": _acknowledge,
    "claim": _claim, "decide": _decide, "work": _work,
}  # fmt: skip


def no_serial_order(scene: Scene, done: Done, before: dict[str, int]) -> list[str]:
    """Why what is there now is no order of what they were told was done; empty: it is one.

    `before`: counts of each act, by `counts`, taken before they began.
    """
    wrong = list(done.faults)
    after = counts(scene)
    told = {
        "entries": len(done.entered), "versions": len(done.entered),
        "acknowledgements": done.acts["acknowledged"], "claims": done.acts["claimed"],
        "decisions": len(done.decided),
    }  # fmt: skip
    for name, number in told.items():
        if after[name] - before[name] != number:
            wrong.append(f"{name}: {number} told, {after[name] - before[name]} there")
    with scene.acting() as connection:
        rows = connection.execute(
            "SELECT id::text, event FROM storage_entry WHERE child = %s ORDER BY at",
            (scene.child,),
        ).fetchall()
        doubled = connection.execute(
            "SELECT child, standard, version, occasion, count(*) FROM storage_judgementrow "
            "GROUP BY 1, 2, 3, 4 HAVING count(*) > 1 LIMIT 3"
        ).fetchall()
        standing = connection.execute(
            "SELECT event, count(*) FROM event_now WHERE source = 'trigpoint:entered' AND "
            "replaced IS NULL GROUP BY 1 HAVING count(*) <> 1"
        ).fetchall()
        judged = connection.execute(
            "SELECT count(DISTINCT e.event) FROM event_now e WHERE e.source = "
            "'trigpoint:entered' AND e.kind = 'STRATEGY_DISCUSSION' AND e.replaced IS NULL "
            "AND NOT EXISTS (SELECT 1 FROM storage_judgementrow j WHERE j.child = e.child "
            "AND j.occasion = e.event)"
        ).fetchone()
    wrong += [f"judged twice: {row}" for row in doubled]
    wrong += [f"not one standing version: {row}" for row in standing]
    if judged and judged[0]:
        wrong.append(f"{judged[0]} entries are not judged")
    wrong += _chain(rows, done)
    return wrong


def _chain(rows: list[tuple[str, str]], done: Done) -> list[str]:
    """Each entry was made by somebody who had seen the one before it, and none was lost."""
    before = dict(zip([number for number, _ in rows[1:]], rows, strict=False))
    events = {(before[n][0] if n in before else "", event) for n, event in rows}
    return [
        f"entry {event} was made without having seen the one before it"
        for seen, event in done.entered
        if (seen, event) not in events
    ]


def counts(scene: Scene) -> dict[str, int]:
    """How much of each kind there is."""
    tables = {
        "entries": "storage_entry", "acknowledgements": "storage_acknowledgement",
        "claims": "storage_claim", "decisions": "storage_linkdecision",
        "versions": "storage_eventversion WHERE source = 'trigpoint:entered'",
    }  # fmt: skip
    with scene.acting() as connection:
        return {
            name: (
                connection.execute(f"SELECT count(*) FROM {table}").fetchone() or [0]
            )[0]
            for name, table in tables.items()
        }
