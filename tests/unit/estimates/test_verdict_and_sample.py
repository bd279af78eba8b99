"""Human grades on a sample beside a verdict on all."""

import pytest

from trigpoint.estimates.verdict_and_sample import (
    Graded,
    post_stratified,
    prediction_powered,
)

#: 60 of 2,000 graded: flagged 26 (14 so called), unflagged 34 (3); the figures are those of
#: the authors' program (ppi-python 0.2.3) and of the closed form.
SIXTY = Graded(
    flagged=(14, 26), unflagged=(3, 34), flagged_in_all=619, unflagged_in_all=1381
)


def test_published() -> None:
    """The tuned and the untuned, and the point of the post-stratified."""
    plain = prediction_powered(SIXTY, tuned=False)
    assert plain == pytest.approx((0.15567010, 0.03325366, 0.27808655), abs=5e-9)
    tuned = prediction_powered(SIXTY, tuned=True)
    assert tuned == pytest.approx((0.21930435, 0.11950053, 0.31910817), abs=5e-9)
    assert post_stratified(SIXTY).value == pytest.approx(0.2275803167, abs=5e-11)


def test_keeps_its_width_where_all_agree() -> None:
    """Human and machine agree on every file: the interval does not collapse."""
    found = post_stratified(
        Graded(
            flagged=(10, 10),
            unflagged=(0, 20),
            flagged_in_all=120,
            unflagged_in_all=280,
        )
    )
    assert found.value == pytest.approx(0.3)
    assert found.high - found.low > 0.1


def test_all_graded_is_known_and_none_graded_is_not() -> None:
    """Nothing is left to guess; or nothing was seen of one verdict."""
    whole = post_stratified(
        Graded(flagged=(3, 5), unflagged=(1, 5), flagged_in_all=5, unflagged_in_all=5)
    )
    assert (whole.low, whole.value, whole.high) == pytest.approx((0.4, 0.4, 0.4))
    unseen = post_stratified(
        Graded(flagged=(0, 0), unflagged=(1, 5), flagged_in_all=5, unflagged_in_all=9)
    )
    assert unseen.value is None
