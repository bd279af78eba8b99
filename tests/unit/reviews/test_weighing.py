"""Weighed shares: their ends, and what they count for."""

from pathlib import Path

import pytest

from trigpoint.reviews.audits import Audit
from trigpoint.reviews.weighing import paired_share, weigh, weighed_share


def audit(grades: list[str], chance: float | None = None, first: int = 0) -> Audit:
    cases = [f"F{first + n}" for n in range(len(grades))]
    return Audit(
        path=Path("a.csv"), grades=dict(zip(cases, grades, strict=True)),
        stratum=dict.fromkeys(cases, "all") if chance else {},
        chance=dict.fromkeys(cases, chance) if chance else {},
    )  # fmt: skip


POOR, GOOD = "inadequate", "good"


def test_one_stratum_is_an_ordinary_sample() -> None:
    """With one chance for all the weights cancel, and the difference is the ordinary one."""
    one, other = [POOR] * 12 + [GOOD] * 28, [POOR] * 5 + [GOOD] * 35
    plain = weighed_share(audit(one), audit(other), POOR)
    drawn = weighed_share(audit(one, 0.1), audit(other, 0.1), POOR)
    assert drawn.difference.low == pytest.approx(plain.difference.low, abs=1e-6)
    assert drawn.difference.value == pytest.approx(-7 / 40)


def test_the_correction_narrows_a_round_s_own_share() -> None:
    """Half of the frame was read: the share of the frame is surer than that of practice."""
    grades = [POOR] * 12 + [GOOD] * 28
    half, few = weigh(audit(grades, 0.5), POOR), weigh(audit(grades, 0.001), POOR)
    assert half.high - half.low < few.high - few.low
    assert half.effective == pytest.approx(few.effective)
    assert (half.frame, few.frame) == (80, 40_000)


def test_all_read_is_known() -> None:
    """Nothing of the frame is unseen."""
    found = weigh(audit([POOR, GOOD, GOOD, GOOD], 1.0), POOR)
    assert (found.low, found.value, found.high) == (0.25, 0.25, 0.25)


def test_pairs_keep_their_weights_whichever_file_has_them() -> None:
    """The second file holds the draw and another order of cases."""
    first = audit([POOR] * 10 + [GOOD] * 10)
    second = audit([POOR] * 4 + [GOOD] * 16, 0.25)
    turned = Audit(
        path=second.path, grades=dict(reversed(second.grades.items())),
        stratum=second.stratum, chance=second.chance,
    )  # fmt: skip
    found = paired_share(first, turned, POOR)
    assert found.difference.value == pytest.approx(-0.3)
    assert found.moved is not None
    assert found.moved[0] / found.moved[2] == pytest.approx(0.3)
    assert paired_share(second, first, POOR).difference.value == pytest.approx(0.3)
