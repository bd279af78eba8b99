"""Two audits by people compared: by the rule, as they were drawn, or as pairs."""

from trigpoint.reviews.audits import Audit
from trigpoint.reviews.compare import Review
from trigpoint.reviews.graders import graders
from trigpoint.reviews.guards import Guard
from trigpoint.reviews.verdict import Called, Share, called, errors_for, share
from trigpoint.reviews.weighing import paired_share, weighed_share


def compare_audits(before: Audit, after: Audit) -> Review:
    """The review of two audits: risk is the share inadequate, procedural the next grade.

    The same files graded twice are compared as pairs; other files as two samples. Files that
    `plan-audit` drew weigh by their stratum and chance.
    """
    same = set(before.grades) == set(after.grades)
    shared = len(set(before.grades) & set(after.grades))
    risk = _share(before, after, "inadequate", same)
    procedural = _share(before, after, "requires improvement", same)
    errors, second = errors_for(risk), errors_for(procedural)
    found = (_drawn(before, after), *_same(same, shared), _cannot_see())
    vetoed = frozenset[Called]().union(*(one.vetoes for one in found))
    return Review(
        verdict=called(risk, errors, _known(risk), vetoed),
        risk=risk,
        procedural=procedural,
        procedural_called=called(procedural, second, _known(procedural), vetoed),
        within=_known(risk),
        errors=errors,
        guards=found,
        areas=(),
        procedural_guards=found,
        procedural_within=_known(procedural),
        procedural_errors=second,
        graders=tuple(
            one for one in (graders(before), graders(after)) if one is not None
        ),
    )


def _share(before: Audit, after: Audit, grade: str, same: bool) -> Share:
    if not before.grades or not after.grades:
        return share(before.count(grade), after.count(grade))
    if same:
        return paired_share(before, after, grade)
    if before.chance or after.chance:
        return weighed_share(before, after, grade)
    return share(before.count(grade), after.count(grade))


def _known(one: Share) -> tuple[float, float]:
    """Every case has a grade: nothing is left to bound."""
    found = one.difference.value or 0.0
    return found, found


def _drawn(before: Audit, after: Audit) -> Guard:
    if before.chance and after.chance:
        says = (
            "Both files say with what chance each case was drawn: cases weigh by it, stratum "
            "by stratum. Each round's own share is about the cases of its frame (finite "
            "population correction); the difference is about practice, and has none."
        )
        return Guard(name="drawing of cases", fired=False, says=says)
    which = "One file does" if before.chance or after.chance else "The files do"
    return Guard(
        name="drawing of cases",
        fired=True,
        says=f"{which} not say how the cases were chosen. If somebody picked them, the "
        "comparison describes these files and not the force (see `trigpoint plan-audit`).",
    )


def _same(same: bool, shared: int) -> tuple[Guard, ...]:
    if same:
        return (
            Guard(
                name="same cases",
                fired=False,
                says="The same cases were graded twice: compared as pairs.",
            ),
        )
    if not shared:
        return ()
    return (
        Guard(
            name="same cases",
            fired=True,
            says=f"{shared:,} cases are in both rounds and the others are not: the rounds are "
            "compared as if they were separate, which makes the interval a little too wide.",
        ),
    )


def _cannot_see() -> Guard:
    return Guard(
        name="recording",
        fired=False,
        says="Grades alone cannot show whether records changed: compare two runs for that.",
    )
