"""The past is not changed: laws of the append-only ledger."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.invented_events import an_event
from trigpoint.chronology.ledger import Action, AppendRefused, Ledger, ledger_of

LATE = 10**18


def made(event: str = "E1", recorded: int = 10, **columns: object):
    return an_event(event=event, recorded=recorded, **columns)


STEPS = st.lists(
    st.tuples(
        st.sampled_from(list(Action)),
        st.integers(0, 5),
        st.integers(0, 30),
    ),
    max_size=12,
)


def grown(steps: list[tuple[Action, int, int]]) -> list[Ledger]:
    """Every ledger on the way, refused steps left out."""
    ledgers = [Ledger()]
    for number, (action, target, recorded) in enumerate(steps):
        ledger = ledgers[-1]
        event = made(f"E{number}", recorded)
        try:
            if action is Action.ADD:
                ledgers.append(ledger.add(event))
            elif action is Action.CORRECT:
                ledgers.append(ledger.correct(target, event))
            else:
                ledgers.append(ledger.withdraw(target, recorded=recorded))
        except AppendRefused:
            continue
    return ledgers


@given(steps=STEPS)
def test_a_ledger_only_grows(steps: list[tuple[Action, int, int]]) -> None:
    """Whatever is appended, what stood before stands, in its place."""
    ledgers = grown(steps)
    for before, after in zip(ledgers, ledgers[1:], strict=False):
        assert after.entries[: len(before.entries)] == before.entries
        assert [e.position for e in after.entries] == list(range(len(after.entries)))


@given(steps=STEPS, at=st.integers(0, 30))
def test_later_records_do_not_change_what_was_known(
    steps: list[tuple[Action, int, int]], at: int
) -> None:
    """Entries recorded after a moment leave the answer for that moment alone."""
    ledgers = grown(steps)
    for before, after in zip(ledgers, ledgers[1:], strict=False):
        if after.entries[-1].recorded > at:
            known = {e.event for e in before.as_known(at=at)}
            assert {e.event for e in after.as_known(at=at)} == known


def test_a_correction_is_known_from_its_own_record() -> None:
    """Before it the old version is known, from then on the new one."""
    ledger = Ledger().add(made()).correct(0, made(recorded=20, actor="DC2"))
    assert [e.actor for e in ledger.as_known(at=19)] == [""]
    assert [e.actor for e in ledger.as_known(at=20)] == ["DC2"]
    assert ledger.as_known(at=9) == ()


def test_correcting_twice_leaves_the_last() -> None:
    """Each correction replaces the one before, never the first anew."""
    once = Ledger().add(made()).correct(0, made(recorded=20))
    with pytest.raises(AppendRefused, match="entry 1 has replaced it"):
        once.correct(0, made(recorded=30))
    twice = once.correct(1, made(recorded=30, actor="DC3"))
    assert [e.actor for e in twice.as_known(at=LATE)] == ["DC3"]


def test_a_withdrawal_takes_back_from_its_record_on() -> None:
    """What was withdrawn was known until then."""
    ledger = Ledger().add(made()).withdraw(0, recorded=20)
    assert len(ledger.as_known(at=19)) == 1
    assert ledger.as_known(at=20) == ()
    with pytest.raises(AppendRefused, match="it is a withdrawal"):
        ledger.correct(1, made(recorded=30))


def test_the_past_is_refused() -> None:
    """A correction from before what it corrects, a second adding, another child."""
    ledger = Ledger().add(made())
    with pytest.raises(AppendRefused, match="The past is not changed"):
        ledger.correct(0, made(recorded=9))
    with pytest.raises(AppendRefused, match="Correct or withdraw"):
        ledger.add(made())
    with pytest.raises(AppendRefused, match="Withdraw it there"):
        ledger.correct(0, replace(made(recorded=20), child="C2"))
    with pytest.raises(AppendRefused, match="entries 0 to 0"):
        ledger.withdraw(5, recorded=20)


VERSIONS = st.lists(
    st.tuples(st.integers(0, 20), st.one_of(st.none(), st.integers(0, 25))), max_size=8
)


@given(rows=VERSIONS, at=st.integers(0, 30))
def test_the_ledger_behind_a_log_knows_what_the_log_knows(
    rows: list[tuple[int, int | None]], at: int
) -> None:
    """For every moment, the entries give the versions that the rows give."""
    events = [
        an_event(event=f"E{n}", seq=n, recorded=recorded, replaced=replaced)
        for n, (recorded, replaced) in enumerate(rows)
    ]
    known = {e.event for e in ledger_of(events).as_known(at=at)}
    assert known == {e.event for e in events if e.known(at)}


def test_a_replaced_row_of_a_log_becomes_a_correction_or_a_withdrawal() -> None:
    """A version recorded at that moment corrects it; without one it was taken back."""
    old = an_event(event="E1", recorded=10, replaced=20, reference="M1")
    new = an_event(event="E2", recorded=20, reference="M1", seq=1)
    lost = an_event(event="E3", recorded=10, replaced=15, reference="M2", seq=2)
    ledger = ledger_of([old, new, lost])
    assert [(e.action.value, e.event.event, e.replaces) for e in ledger.entries] == [
        ("add", "E1", None),
        ("add", "E3", None),
        ("withdraw", "E3", 1),
        ("correct", "E2", 0),
    ]
