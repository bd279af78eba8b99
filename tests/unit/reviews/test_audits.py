"""Audit files: read with clear refusals, compared as pairs or as samples."""

from pathlib import Path

import pytest

from trigpoint.records.record import Refusal
from trigpoint.reviews.audits import read_audit


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("ref,grade\nF1,good\n", "no columns `case` and `grade`"),
        ("case,grade\nF1,fine\n", "row 2, column grade: 'fine' is none of"),
        ("case,grade\n,good\n", "row 2, column case: it is empty"),
        ("case,grade\nF1,good\nF1,good\n", "row 3: case F1 is there twice"),
        ("case,grade,chance\nF1,good,2\n", "row 2, column chance: '2' is no chance"),
        ("case,grade,chance\nF1,good,.2\nF2,good,\n", "case F2 has no chance"),
        ("case,grade,chance\nF1,good,.2\nF2,good,.3\n", "are drawn with one chance"),
        ("case,force_grade,inspector_grade\nF1,fine,good\n", "column force_grade"),
    ],
)
def test_refused_with_file_row_and_cure(tmp_path: Path, text: str, said: str) -> None:
    """As a tired person needs it."""
    path = tmp_path / "audit.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Refusal, match="audit.csv") as refused:
        read_audit(path)
    assert said in str(refused.value)


def test_what_the_draw_says_is_read(tmp_path: Path) -> None:
    """Stratum and chance of each case, and how many cases the frame held."""
    path = tmp_path / "audit.csv"
    path.write_text(
        "case,stratum,chance,seed,grade\n"
        "F1,plans,0.200000,s,good\nF2,plans,0.200000,s,RI\n"
        "F3,missing,1.000000,s,inadequate\n",
        encoding="utf-8",
    )
    found = read_audit(path)
    assert found.chance == {"F1": 0.2, "F2": 0.2, "F3": 1.0}
    assert found.sample().sizes.tolist() == [1, 10]
    assert found.grades["F2"] == "requires improvement"


def test_one_case_of_a_stratum_is_refused(tmp_path: Path) -> None:
    """Its spread cannot be told; said with what to do."""
    path = tmp_path / "audit.csv"
    path.write_text("case,stratum,chance,grade\nF1,plans,0.2,good\n", encoding="utf-8")
    with pytest.raises(Refusal, match="stratum plans: one case of 5"):
        read_audit(path).sample()


def test_two_graders_are_kept_apart(tmp_path: Path) -> None:
    """The inspector's grade counts; the force's stands beside it."""
    path = tmp_path / "audit.csv"
    path.write_text(
        "case,force_grade,inspector_grade\nF1,good,inadequate\n", encoding="utf-8"
    )
    found = read_audit(path)
    assert (found.grades["F1"], found.force["F1"]) == ("inadequate", "good")
