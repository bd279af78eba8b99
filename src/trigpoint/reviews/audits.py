"""Two audits by people: files with a grade for each case, compared by the same rule."""

import csv
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from trigpoint.estimates.difference import Z975
from trigpoint.estimates.paired import tango
from trigpoint.records.record import Refusal
from trigpoint.reviews.compare import Review
from trigpoint.reviews.guards import Guard
from trigpoint.reviews.verdict import Called, Share, called, errors_of, share

#: The grades of the inspectorate's case audits, worst first, and words that mean them.
GRADES = ("inadequate", "requires improvement", "good", "outstanding")
_WORDS = {"ri": "requires improvement", "requires": "requires improvement"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit:
    """A read audit: case -> grade."""

    path: Path
    grades: dict[str, str]

    def count(self, grade: str) -> tuple[int, int]:
        """(cases of that grade, cases)."""
        return sum(given == grade for given in self.grades.values()), len(self.grades)


def read_audit(path: Path) -> Audit:
    """Read a CSV with at least `case` and `grade`; refuses with file, row and cure."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        msg = f"{path} cannot be read as text: save it as CSV (UTF-8). ({error})"
        raise Refusal(msg) from None
    rows = csv.DictReader(text.splitlines())
    names = {(name or "").strip().lower(): name for name in rows.fieldnames or ()}
    if not {"case", "grade"} <= set(names):
        msg = (
            f"{path} has no columns `case` and `grade`: its first line must name them."
        )
        raise Refusal(msg)
    grades: dict[str, str] = {}
    for number, row in enumerate(rows, start=2):
        case = (row[names["case"]] or "").strip()
        if not case:
            msg = f"{path}, row {number}, column case: it is empty; give each case its reference."
            raise Refusal(msg)
        if case in grades:
            msg = f"{path}, row {number}: case {case} is there twice; keep one grade of each."
            raise Refusal(msg)
        grades[case] = _grade(path, number, row[names["grade"]] or "")
    return Audit(path=path, grades=grades)


def _grade(path: Path, number: int, written: str) -> str:
    word = " ".join(written.lower().replace("_", " ").split())
    word = _WORDS.get(word, word)
    if word not in GRADES:
        msg = (
            f"{path}, row {number}, column grade: {written!r} is none of "
            f"{', '.join(GRADES)}."
        )
        raise Refusal(msg)
    return word


def compare_audits(before: Audit, after: Audit) -> Review:
    """The review of two audits: risk is the share inadequate, procedural the next grade.

    The same files graded twice are compared as pairs; other files as two samples.
    """
    same = set(before.grades) == set(after.grades)
    shared = len(set(before.grades) & set(after.grades))
    risk = _share(before, after, "inadequate", same)
    procedural = _share(before, after, "requires improvement", same)
    errors = errors_of(risk.before, risk.after)
    return Review(
        verdict=called(risk, errors, (0.0, 0.0), frozenset[Called]()),
        risk=risk,
        procedural=procedural,
        procedural_called=called(
            procedural,
            errors_of(procedural.before, procedural.after),
            (0.0, 0.0),
            frozenset(),
        ),
        within=_known(risk),
        errors=errors,
        guards=(_drawn(same, shared), _cannot_see()),
        areas=(),
    )


def _share(before: Audit, after: Audit, grade: str, same: bool) -> Share:
    made = share(before.count(grade), after.count(grade))
    if not same or not before.grades:
        return made
    pairs = Counter(
        (after.grades[case] == grade, before.grades[case] == grade)
        for case in before.grades
    )
    table = (
        pairs[True, True],
        pairs[True, False],
        pairs[False, True],
        pairs[False, False],
    )
    paired = tango(table, z=Z975)
    return Share(
        before=made.before, after=made.after, difference=paired, check=made.check
    )


def _known(risk: Share) -> tuple[float, float]:
    """Every case has a grade: nothing is left to bound."""
    found = risk.difference.value or 0.0
    return found, found


def _drawn(same: bool, shared: int) -> Guard:
    if same:
        return Guard(
            name="drawing of cases",
            fired=False,
            says="The same cases were graded twice: compared as pairs.",
        )
    if shared:
        return Guard(
            name="drawing of cases",
            fired=True,
            says=f"{shared:,} cases are in both rounds and the others are not: the rounds are "
            "compared as if they were separate, which makes the interval a little too wide.",
        )
    return Guard(
        name="drawing of cases",
        fired=True,
        says="The files do not say how the cases were chosen. If somebody picked them, the "
        "comparison describes these files and not the force (see `trigpoint plan-audit`).",
    )


def _cannot_see() -> Guard:
    return Guard(
        name="recording",
        fired=False,
        says="Grades alone cannot show whether records changed: compare two runs for that.",
    )
