"""Audit files: read with clear refusals, compared as pairs or as samples."""

from pathlib import Path

import pytest

from trigpoint.records.record import Refusal
from trigpoint.reviews.audits import compare_audits, read_audit
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
    assert "graded twice" in review.guards[0].says


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("ref,grade\nF1,good\n", "no columns `case` and `grade`"),
        ("case,grade\nF1,fine\n", "row 2, column grade: 'fine' is none of"),
        ("case,grade\n,good\n", "row 2, column case: it is empty"),
        ("case,grade\nF1,good\nF1,good\n", "row 3: case F1 is there twice"),
    ],
)
def test_refused_with_file_row_and_cure(tmp_path: Path, text: str, said: str) -> None:
    """As a tired person needs it."""
    path = tmp_path / "audit.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Refusal, match="audit.csv") as refused:
        read_audit(path)
    assert said in str(refused.value)
