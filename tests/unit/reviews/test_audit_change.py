"""Two audits compared: as pairs, as samples, and as they were drawn."""

from pathlib import Path

import pytest

from trigpoint.reviews.audit_change import compare_audits
from trigpoint.reviews.audits import read_audit
from trigpoint.reviews.verdict import Called


def audit(
    folder: Path, name: str, inadequate: int, others: int, first: int = 0
) -> Path:
    path = folder / name
    rows = [f"F{first + n},Inadequate" for n in range(inadequate)]
    rows += [f"F{first + inadequate + n},good" for n in range(others)]
    path.write_text("Case,Grade\n" + "\n".join(rows) + "\n", encoding="utf-8")
    return path


def test_two_samples(tmp_path: Path) -> None:
    """North Yorkshire's size: 73 files, then 33, and what it could have shown is said."""
    before = read_audit(audit(tmp_path, "one.csv", 28, 45))
    after = read_audit(audit(tmp_path, "two.csv", 6, 27, first=100))
    review = compare_audits(before, after)
    assert review.risk.before == (28, 73)
    assert review.verdict is Called.NOT_ENOUGH
    assert "Miettinen" in review.risk.difference.method


def test_the_same_files_graded_twice_are_pairs(tmp_path: Path) -> None:
    """A paired interval, and the guard says so."""
    before = read_audit(audit(tmp_path, "one.csv", 30, 70))
    after = read_audit(audit(tmp_path, "two.csv", 10, 90))
    review = compare_audits(before, after)
    assert review.risk.difference.method == "Tango score"
    assert review.verdict is Called.IMPROVED
    assert any("graded twice" in one.says for one in review.guards)


def test_the_errors_of_pairs_are_those_of_pairs(tmp_path: Path) -> None:
    """Cases that hardly move: far more power than two separate samples would have."""
    before = read_audit(audit(tmp_path, "one.csv", 60, 60))
    after = read_audit(audit(tmp_path, "two.csv", 58, 62))
    paired = compare_audits(before, after).errors
    apart = compare_audits(
        before, read_audit(audit(tmp_path, "three.csv", 58, 62, first=500))
    ).errors
    assert paired is not None
    assert apart is not None
    assert (paired.paired, apart.paired) == (True, False)
    assert paired.power > 0.8 > 0.4 > apart.power
    assert paired.worst_false_improved < 0.03


def drawn(folder: Path, name: str, poor: tuple[int, int], first: int) -> Path:
    """Ten of 1,000 plans and ten of 20 missing children, of which so many inadequate."""
    rows = ["case,stratum,chance,seed,grade"]
    for stratum, chance, number, start in (
        ("plans", "0.010000", poor[0], first),
        ("missing", "0.500000", poor[1], first + 50),
    ):
        rows += [
            f"F{start + n},{stratum},{chance},s,{'inadequate' if n < number else 'good'}"
            for n in range(10)
        ]
    path = folder / name
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path


def test_drawn_cases_weigh_as_they_were_drawn(tmp_path: Path) -> None:
    """One plan stands for a hundred: the share is that of the frame, not of the files."""
    before = read_audit(drawn(tmp_path, "one.csv", (1, 9), 0))
    after = read_audit(drawn(tmp_path, "two.csv", (1, 1), 100))
    review = compare_audits(before, after)
    risk = review.risk
    assert risk.before == (10, 20)
    assert risk.difference.before == pytest.approx((1000 * 0.1 + 20 * 0.9) / 1020)
    assert risk.difference.after == pytest.approx((1000 * 0.1 + 20 * 0.1) / 1020)
    assert risk.frames == (1020, 1020)
    assert risk.difference.low < -0.1 < 0.1 < risk.difference.high
    assert not review.guards[0].fired
    assert "finite population correction" in review.guards[0].says
    # Unweighted the files alone would have said "improved".
    assert review.verdict is Called.NOT_ENOUGH


def test_without_chances_the_files_describe_themselves(tmp_path: Path) -> None:
    """And one file with, one without, is said too."""
    plain = read_audit(audit(tmp_path, "one.csv", 10, 20))
    weighed = read_audit(drawn(tmp_path, "two.csv", (5, 5), 100))
    assert compare_audits(plain, plain).guards[0].fired
    mixed = compare_audits(plain, weighed)
    assert mixed.guards[0].says.startswith("One file does not say")
    assert mixed.risk.difference.before == pytest.approx(1 / 3)
