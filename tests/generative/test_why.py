"""What is told of a judgement, clause by clause, never contradicts the judgement."""

from collections.abc import Iterator

import pytest

from tests.support.two_engines import make_round
from trigpoint.chronology.event import events_of
from trigpoint.judgements.known import Known
from trigpoint.judgements.outcome import Outcome
from trigpoint.judgements.single import Reading, Setting, readings
from trigpoint.judgements.why import SHOWN, Clause, Found, Part, explained
from trigpoint.standards.language import Holds, Never
from trigpoint.timekeeping.calendar import Calendar

ROUNDS = 6


def told(seed: int) -> Iterator[tuple[Reading, tuple[Clause, ...]]]:
    made = make_round(seed)
    children: dict[str, list] = {}
    for event in events_of(made.log):
        children.setdefault(event.child, []).append(event)
    for events in children.values():
        setting = Setting(
            known=Known(events, made.as_at),
            coverage=made.coverage,
            calendar=Calendar(),
        )
        for standard in made.standards:
            for reading in readings(setting, standard):
                yield reading, explained(setting, reading)


@pytest.fixture(scope="module")
def all_told() -> list[tuple[Reading, tuple[Clause, ...]]]:
    found = [pair for seed in range(ROUNDS) for pair in told(seed)]
    assert len(found) > 1000
    return found


def of(clauses: tuple[Clause, ...], part: Part) -> list[Clause]:
    return [clause for clause in clauses if clause.part is part]


def test_the_act_named_is_among_those_told(all_told: list) -> None:
    """The event that a judgement rests on is told, as one that counts or may count."""
    named = 0
    for reading, clauses in all_told:
        if reading.act is None or isinstance(reading.standard.expects, Holds):
            continue
        named += 1
        acts = {c.event.seq: c.found for c in of(clauses, Part.ACT) if c.event}
        assert acts.get(reading.act.seq) in (Found.YES, Found.UNKNOWN)
    assert named > 100


def test_a_duty_missed_has_no_act_told_as_counting(all_told: list) -> None:
    """Where nothing surely did it, no event is told as having done it, and vice versa."""
    seen = 0
    for reading, clauses in all_told:
        expects = reading.standard.expects
        if isinstance(expects, Holds | Never) or reading.row.gap is not None:
            continue
        counting = [c for c in of(clauses, Part.ACT) if c.found is Found.YES]
        surely = reading.row.act_sure is not None
        assert bool(counting) == surely
        seen += not surely
    assert seen > 100


def test_an_excepted_duty_tells_what_excused_it(all_told: list) -> None:
    """Every excepted duty has an exception that is told as holding."""
    seen = 0
    for reading, clauses in all_told:
        if reading.decision[0] is Outcome.EXCEPTED:
            seen += 1
            held = [c for c in of(clauses, Part.EXCEPTION) if c.found is Found.YES]
            assert held
    assert seen > 20


def test_what_cannot_be_told_says_what_is_missing(all_told: list) -> None:
    """Every `cannot_tell` names what is missing in words; nothing else does."""
    for reading, clauses in all_told:
        unknown = reading.decision[0] is Outcome.CANNOT_TELL
        assert bool(of(clauses, Part.MISSING)) == unknown
        assert all(clause.words for clause in of(clauses, Part.MISSING))


def test_a_long_chronology_is_cut_and_says_so(all_told: list) -> None:
    """No more than a screenful of candidates is told, and the rest are counted."""
    for _, clauses in all_told:
        acts = of(clauses, Part.ACT)
        assert len(acts) <= SHOWN + 2
