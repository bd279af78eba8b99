"""Duties held against a truth written by hand."""

from pathlib import Path

import pytest

from trigpoint.services import score_duties
from trigpoint.services.score_truth import Truth


def truth(*rows: tuple[str, str, str, str]) -> Truth:
    """person, reference, knowable, expected."""
    duty = [
        {
            "person": person, "duty": "d", "reference": reference, "due": "",
            "met": "true", "why": "", "knowable": knowable, "expected": expected,
        }
        for person, reference, knowable, expected in rows
    ]  # fmt: skip
    return Truth(duty=duty, person=[], pairs=[], chronology=[], lists=[],
                 exploited=frozenset(), manifest={})  # fmt: skip


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> None:
    """P1 is one child; the records of P2 were not joined and have two answers."""
    found = {
        ("d", "R1", "C1"): "cannot_tell", ("d", "R2", "C1"): "met",
        ("d", "R3", "C2"): "met", ("d", "R3", "C3"): "missed",
        ("d", "R4", "C2"): "cannot_tell", ("d", "R4", "C3"): "excepted",
    }  # fmt: skip
    monkeypatch.setattr(score_duties, "_judged", lambda _: found)


WHOSE = {"P1": {"C1"}, "P2": {"C2", "C3"}}


@pytest.mark.usefixtures("judged")
def test_a_split_child_gets_the_least_kind_answer() -> None:
    """Met and missed is missed; what cannot be told is not excused."""
    held = truth(("P2", "R3", "true", "met"), ("P2", "R4", "true", "excepted"))
    found = score_duties.duties(held, Path(), WHOSE)
    assert [row["judged"] for row in found["wrong"]] == ["missed", "cannot_tell"]
    assert found["met_missed_swaps"] == 1
    assert found["wrong_of_split_children"] == 2


@pytest.mark.usefixtures("judged")
@pytest.mark.parametrize("knowable", ["true", "false"])
def test_cannot_tell_is_an_answer_to_expect(knowable: str) -> None:
    """Where truth says so it is right, and anything else is wrong; it is in the matrix."""
    held = truth(
        ("P1", "R1", knowable, "cannot_tell"), ("P1", "R2", knowable, "cannot_tell"),
        ("P1", "R2", "false", ""),
    )  # fmt: skip
    found = score_duties.duties(held, Path(), WHOSE)
    assert (found["cannot_tell_expected"], found["cannot_tell_right"]) == (2, 1)
    assert {"expected": "cannot_tell", "judged": "met", "duties": 1} in found[
        "confusion"
    ]
    assert (found["knowable"], found["not_knowable"]) == (2, 1)
    assert found["right"] == 0.5
