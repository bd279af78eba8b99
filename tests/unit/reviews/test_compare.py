"""The review's rule and its guards, each where it should speak and where it should not."""

import pytest

from tests.support.rounds import made
from trigpoint.publication.review_words import errors, second
from trigpoint.reviews.compare import compare
from trigpoint.reviews.verdict import Called


def fired(review) -> set[str]:
    return {one.name for one in review.guards if one.fired}


def test_a_clear_fall_is_improved() -> None:
    """Forty to twenty per cent of four hundred cases, nothing else changed."""
    review = compare(made(160, 400), made(80, 400))
    assert review.verdict is Called.IMPROVED
    assert fired(review) == set()
    assert review.risk.difference.value == pytest.approx(-0.2)
    assert review.areas[0].claim < 0.001


def test_the_other_way_is_deteriorated() -> None:
    """The rule is the same both ways."""
    assert compare(made(80, 400), made(160, 400)).verdict is Called.DETERIORATED


def test_no_change_that_would_have_shown() -> None:
    """Large rounds, no difference: said, with its power."""
    review = compare(made(400, 1000), made(405, 1000))
    assert review.verdict is Called.NO_CLEAR_CHANGE
    assert review.errors.power > 0.95
    assert review.errors.worst_false_improved < 0.02


def test_rounds_too_small_say_so() -> None:
    """Thirty-three files cannot show ten points."""
    review = compare(made(13, 33), made(10, 33))
    assert review.verdict is Called.NOT_ENOUGH
    assert review.errors.power < 0.3


def test_what_cannot_be_told_may_turn_the_sign() -> None:
    """The bounds straddle no change."""
    review = compare(made(400, 1000), made(390, 1000, unclear=100))
    assert review.within[0] < 0 < review.within[1]
    assert review.verdict is Called.NOT_ENOUGH


def test_an_empty_round_is_not_enough() -> None:
    """Nothing to compare with."""
    review = compare(made(3, 10), made(0, 0))
    assert review.verdict is Called.NOT_ENOUGH
    assert review.errors is None


def test_an_improvement_on_paper_is_vetoed() -> None:
    """Risk fell because duties were written up long after: it does not stand."""
    review = compare(
        made(160, 400, met=500, met_on_paper=5),
        made(80, 400, on_paper=80, met=600, met_on_paper=200),
    )
    assert review.risk.called is Called.IMPROVED
    assert "recording" in fired(review)
    assert review.verdict is Called.NOT_ENOUGH


def test_a_better_record_does_not_hide_a_real_improvement() -> None:
    """The record changed, and the improvement outlives it."""
    review = compare(
        made(160, 400, met=500, met_on_paper=5),
        made(40, 400, on_paper=20, met=600, met_on_paper=90),
    )
    assert "recording" in fired(review)
    assert review.verdict is Called.IMPROVED


def test_seeing_more_is_not_deteriorating() -> None:
    """Far fewer duties cannot be told: failures that were there come to light."""
    review = compare(made(80, 400, untold=300), made(160, 400, untold=40))
    assert "recording" in fired(review)
    assert review.verdict is Called.NOT_ENOUGH


def test_busier_rounds_are_said_to_be_so() -> None:
    """Twice as many cases a month, with more occasions each: not called worse."""
    review = compare(made(80, 400), made(250, 900, occasions=5))
    assert "volume" in fired(review)
    assert review.verdict is not Called.DETERIORATED
    calm = compare(made(80, 400), made(80, 400))
    assert "volume" not in fired(calm)


def test_a_change_within_the_first_round_is_said() -> None:
    """All of its risk lay in the first half: the fall had begun before."""
    review = compare(made(160, 400, risk_early=1.0), made(80, 400))
    assert "regression to the mean" in fired(review)


def test_standards_judged_otherwise_are_named() -> None:
    """With what differs, and how many judgements were left out."""
    review = compare(
        made(160, 400),
        made(80, 400),
        changed={"cse-flag": "defined otherwise"},
        left_out=7,
    )
    (guard,) = (one for one in review.guards if one.name == "thresholds")
    assert guard.fired
    assert "cse-flag (defined otherwise)" in guard.says
    assert "7 judgements" in guard.says


def test_procedure_is_judged_by_the_same_rule() -> None:
    """What cannot be told may turn its sign, and its guards may veto it: as with risk."""
    clear = compare(made(40, 400, procedural=160), made(40, 400, procedural=80))
    assert clear.procedural_called is Called.IMPROVED
    paper = compare(
        made(40, 400, procedural=160, met=500, met_on_paper=5),
        made(40, 400, procedural=80, any_on_paper=80, met=500, met_on_paper=200),
    )
    assert paper.procedural.called is Called.IMPROVED
    assert paper.procedural_called is Called.NOT_ENOUGH
    unsure = compare(
        made(10, 1000, procedural=400), made(10, 1000, procedural=395, unsettled=300)
    )
    assert unsure.procedural_within[0] < 0 < unsure.procedural_within[1]
    assert unsure.procedural_called is Called.NOT_ENOUGH


def test_procedure_is_said_to_be_no_risk() -> None:
    """Risk falls, some of it turns into procedure: no alarm, and what it means is said."""
    review = compare(made(280, 400, procedural=60), made(160, 400, procedural=110))
    assert review.verdict is Called.IMPROVED
    said = second(review, "had only procedure at fault", "Procedure is not risk.")
    assert "deteriorated" not in said
    assert "clearly more" in said
    assert "Of cases with any fault, 18% before and 41% after" in said
    assert said.endswith("Procedure is not risk.")


def test_what_is_exact_is_said_to_be_no_more() -> None:
    """The interval's errors are; guards, and the worst share of large rounds, are not."""
    said = errors(compare(made(160, 400), made(80, 400)))
    assert "exact for the interval" in said
    assert "guards and what cannot be told are not in them" in said
