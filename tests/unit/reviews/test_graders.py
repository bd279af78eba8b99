"""Force and inspector on the same files."""

from pathlib import Path

import pytest

from trigpoint.publication import review_people
from trigpoint.reviews.audits import Audit
from trigpoint.reviews.graders import graders

GRADE = {
    "i": "inadequate",
    "r": "requires improvement",
    "g": "good",
    "o": "outstanding",
}


def audit(pairs: str) -> Audit:
    """ "gi gg": the force said good twice, the inspector inadequate and good."""
    cases = {f"F{n}": pair for n, pair in enumerate(pairs.split())}
    return Audit(
        path=Path("both.csv"),
        grades={case: GRADE[pair[1]] for case, pair in cases.items()},
        force={case: GRADE[pair[0]] for case, pair in cases.items()},
    )


def test_the_table_first_then_the_direction() -> None:
    """A force that flatters itself: six of ten files go down, one up."""
    found = graders(audit("gi gi gr gr ri ri ir gg gg gg"))
    assert found is not None
    assert found.table == ((0, 1, 0), (2, 0, 0), (2, 2, 3))
    assert (found.down, found.up, found.cases) == (6, 1, 10)
    assert found.self_flattering.value == pytest.approx(0.5)
    low, high = found.self_flattering.low, found.self_flattering.high
    assert low < 0.5 < high
    lines = review_people.graders(found)
    assert "inadequate" in lines[1]
    assert "6 lower than the force and 1 higher" in lines[5]
    assert "kappa" in lines[6]


def test_nearly_all_alike() -> None:
    """Kappa cannot be told, or falls; AC2 says that they agree."""
    found = graders(audit("gg " * 20))
    assert found is not None
    assert found.kappa is None
    assert found.ac2.value == pytest.approx(1)
    assert "kappa cannot be told" in review_people.agreement(found)
    nearly = graders(audit("gg " * 18 + "gr rg"))
    assert nearly is not None
    assert nearly.kappa is not None
    assert nearly.kappa.value < 0.2 < 0.9 < nearly.ac2.value


def test_a_fourth_grade_only_where_it_was_given() -> None:
    """And a file of one grader has no agreement."""
    found = graders(audit("oo gg ii"))
    assert found is not None
    assert len(found.table) == 4
    assert graders(audit("gg")) is None
