"""Audit files as people hand them in: read with clear refusals, and weighed as drawn."""

import csv
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from trigpoint.estimates.survey import Sample
from trigpoint.records.record import Refusal

#: The grades of the inspectorate's case audits, worst first, and words that mean them.
GRADES = ("inadequate", "requires improvement", "good", "outstanding")
_WORDS = {"ri": "requires improvement", "requires": "requires improvement"}
_ALL = "all"


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit:
    """A read audit: case -> grade, and where the file says so, how the case was drawn.

    `stratum`, `chance`: of each case, as `plan-audit` writes them; empty where nobody knows
    how the cases were chosen. `force`: case -> the force's own grade of the same file, where
    two graded it (`grades` is then the inspector's).
    """

    path: Path
    grades: Mapping[str, str]
    stratum: Mapping[str, str] = field(default_factory=dict)
    chance: Mapping[str, float] = field(default_factory=dict)
    force: Mapping[str, str] = field(default_factory=dict)

    def count(self, grade: str) -> tuple[int, int]:
        """(cases of that grade, cases)."""
        return sum(given == grade for given in self.grades.values()), len(self.grades)

    def marks(self, grade: str) -> np.ndarray:
        """1 for each case of that grade, else 0, in the order of the cases."""
        return np.array([float(given == grade) for given in self.grades.values()])

    def sample(self) -> Sample:
        """The cases as drawn; refuses a stratum of which too little was read."""
        names = sorted(set(self.stratum.values()))
        drawn = Counter(self.stratum.values())
        chances = {self.stratum[case]: self.chance[case] for case in self.grades}
        sizes = [round(drawn[name] / chances[name]) for name in names]
        for name, size in zip(names, sizes, strict=True):
            if drawn[name] < min(size, 2):
                msg = (
                    f"{self.path}, stratum {name}: one case of {size:,} tells nothing of "
                    "their spread; grade two or more, or join strata."
                )
                raise Refusal(msg)
        place = {name: number for number, name in enumerate(names)}
        return Sample(
            stratum=np.array([place[self.stratum[case]] for case in self.grades]),
            sizes=np.array(sizes),
        )


def read_audit(path: Path) -> Audit:
    """Read a CSV with at least `case` and a grade; refuses with file, row and cure.

    The grade is `grade`, or `inspector_grade` beside a `force_grade`. `stratum` and `chance`
    are read where they are there.
    """
    rows, names = _open(path)
    graded = "grade" if "grade" in names else "inspector_grade"
    if not {"case", graded} <= set(names):
        msg = (
            f"{path} has no columns `case` and `grade`: its first line must name them."
        )
        raise Refusal(msg)
    grades: dict[str, str] = {}
    stratum: dict[str, str] = {}
    chance: dict[str, float] = {}
    force: dict[str, str] = {}
    for number, row in _rows(rows, names):
        case = row["case"]
        if not case:
            msg = f"{path}, row {number}, column case: it is empty; give each case its reference."
            raise Refusal(msg)
        if case in grades:
            msg = f"{path}, row {number}: case {case} is there twice; keep one grade of each."
            raise Refusal(msg)
        grades[case] = _grade(path, number, graded, row[graded])
        stratum[case] = row.get("stratum") or _ALL
        if row.get("chance"):
            chance[case] = _chance(path, number, row["chance"])
        if row.get("force_grade"):
            force[case] = _grade(path, number, "force_grade", row["force_grade"])
    _check_draw(path, stratum, chance)
    return Audit(path=path, grades=grades, stratum=stratum if chance else {},
                 chance=chance, force=force)  # fmt: skip


def _open(path: Path) -> tuple["csv.DictReader[str]", dict[str, str]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        msg = f"{path} cannot be read as text: save it as CSV (UTF-8). ({error})"
        raise Refusal(msg) from None
    rows = csv.DictReader(text.splitlines())
    names = {(name or "").strip().lower(): name for name in rows.fieldnames or ()}
    return rows, names


def _rows(
    rows: "csv.DictReader[str]", names: Mapping[str, str]
) -> Iterator[tuple[int, dict[str, str]]]:
    for number, row in enumerate(rows, start=2):
        yield (
            number,
            {plain: (row[name] or "").strip() for plain, name in names.items()},
        )


def _grade(path: Path, number: int, column: str, written: str) -> str:
    word = " ".join(written.lower().replace("_", " ").split())
    word = _WORDS.get(word, word)
    if word not in GRADES:
        msg = (
            f"{path}, row {number}, column {column}: {written!r} is none of "
            f"{', '.join(GRADES)}."
        )
        raise Refusal(msg)
    return word


def _chance(path: Path, number: int, written: str) -> float:
    try:
        found = float(written)
    except ValueError:
        found = 0.0
    if not 0 < found <= 1:
        msg = (
            f"{path}, row {number}, column chance: {written!r} is no chance; keep what "
            "`trigpoint plan-audit` wrote, above 0 and at most 1."
        )
        raise Refusal(msg)
    return found


def _check_draw(
    path: Path, stratum: Mapping[str, str], chance: Mapping[str, float]
) -> None:
    """All cases have a chance or none has, and those of a stratum have the same."""
    if not chance:
        return
    without = next((case for case in stratum if case not in chance), None)
    if without is not None:
        msg = (
            f"{path}: case {without} has no chance and others have one. A case that somebody "
            "picked cannot be weighed with drawn ones: put it in a file of its own."
        )
        raise Refusal(msg)
    seen: dict[str, float] = {}
    for case, name in stratum.items():
        if seen.setdefault(name, chance[case]) != chance[case]:
            msg = (
                f"{path}: cases of stratum {name} have the chances {seen[name]:g} and "
                f"{chance[case]:g}; cases of one stratum are drawn with one chance."
            )
            raise Refusal(msg)
