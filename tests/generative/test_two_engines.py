"""The reference evaluator and the batch engine give the same rows, on whatever."""

from tests.support.two_engines import Tally, all_elements
from trigpoint.judgements.outcome import Outcome

#: Elements of the language that no random standard reaches, each with its reason.
UNREACHED: dict[str, str] = {}

#: Every code of what is missing (judgements/judgement.py), and none.
CODES = {
    "", "fact", "record", "limit", "due", "kind", "reach", "note", "calendar", "order",
    "time", "act",
}  # fmt: skip


def test_both_evaluators_give_the_same_rows(tally: Tally) -> None:
    """Every row of every random case is the same in both."""
    assert not tally.disagreements, "\n".join(tally.disagreements[:5])
    assert tally.cases >= 5000
    assert tally.rows >= 2000


def test_every_element_of_the_language_is_reached(tally: Tally) -> None:
    """An element that no judged standard holds is named as unreached, and no other."""
    assert all_elements() - set(tally.elements) == set(UNREACHED)


def test_every_outcome_is_reached(tally: Tally) -> None:
    """All six outcomes come up."""
    assert set(tally.outcomes) == set(Outcome)


def test_every_code_of_what_is_missing_is_reached(tally: Tally) -> None:
    """Each code comes up, and no other."""
    assert set(tally.missing) == CODES


def test_both_faults_are_reached(tally: Tally) -> None:
    """Failures of risk and of procedure come up."""
    assert set(tally.faults) == {"", "risk", "procedural"}
