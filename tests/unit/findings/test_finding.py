"""A finding's rate, its bounds, and its row in findings.json."""

import pytest

from trigpoint.findings.finding import Counts, Finding

COUNTS = Counts(met=6, late=2, missed=2, not_yet_due=1, excepted=3, cannot_tell=5)


def test_the_rate_leaves_out_what_was_not_judged() -> None:
    """Six met of ten judged is 60%, whatever was excepted, waits or cannot be told."""
    assert COUNTS.judged == 10
    assert COUNTS.not_met == 4
    assert COUNTS.occasions == 19
    assert COUNTS.rate.value == 0.6


def test_the_unknown_widens_the_rate_into_bounds() -> None:
    """Were the five unknown all failures or all met, the rate would be 6/15 or 11/15."""
    assert COUNTS.bounds == pytest.approx((6 / 15, 11 / 15))
    assert Counts(excepted=4).bounds is None


def test_counts_add() -> None:
    """Two places together hold what each holds."""
    both = COUNTS + Counts(met=1, cannot_tell=1)
    assert (both.met, both.cannot_tell, both.late) == (7, 6, 2)


def test_a_row_has_every_field_of_findings_json() -> None:
    """The object is the contract's, with nulls where nothing can be said."""
    empty = Finding(
        standard="s", area="missing", duty_holder="LA", district=None, month=None,
        counts=Counts(excepted=1),
    ).as_row()  # fmt: skip
    assert list(empty) == [
        "standard", "area", "duty_holder", "district", "month", "met", "late", "missed",
        "not_yet_due", "excepted", "cannot_tell", "rate", "low", "high", "bound_low",
        "bound_high",
    ]  # fmt: skip
    nulls = ("rate", "low", "high", "bound_low", "bound_high")
    assert [empty[name] for name in nulls] == [None] * 5
