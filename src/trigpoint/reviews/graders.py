"""A force and an inspector who graded the same files: the table first, then the direction,
then how far they agree.

No words such as "substantial". Where nearly all files have one grade kappa falls apart and AC2
does not: both are shown.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from trigpoint.estimates.agreement import Agreement, cases_of, cohen_kappa, gwet_ac
from trigpoint.estimates.difference import Z95, Difference
from trigpoint.estimates.paired import tango
from trigpoint.reviews.audits import GRADES, Audit

#: Fewer files tell nothing of agreement.
_FEWEST = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Graders:
    """`table`: rows the force's grade, columns the inspector's, worst grade first.

    `down`, `up`: files that the inspector graded lower, and higher, than the force;
    `self_flattering`: their shares' difference, with its paired 95% interval: above 0, the
    force grades itself too kindly. `kappa` (None where all files have one grade) and `ac2`
    with linear weights.
    """

    name: str
    grades: Sequence[str]
    table: tuple[tuple[int, ...], ...]
    down: int
    up: int
    cases: int
    self_flattering: Difference
    kappa: Agreement | None
    ac2: Agreement


def graders(audit: Audit) -> Graders | None:
    """How the two agree; None where the file has one grader only."""
    both = [
        (GRADES.index(audit.force[case]), GRADES.index(grade))
        for case, grade in audit.grades.items()
        if case in audit.force
    ]
    if len(both) < _FEWEST:
        return None
    # Three grades, as the inspectorate's audits have; the fourth only where it was given.
    size = max(3, 1 + max(max(pair) for pair in both))
    table = np.zeros((size, size), dtype=int)
    for force, inspector in both:
        table[force, inspector] += 1
    down, up = int(np.tril(table, -1).sum()), int(np.triu(table, 1).sum())
    one_grade = bool(
        (table.sum(0) == len(both)).any() and (table.sum(1) == len(both)).any()
    )
    return Graders(
        name=audit.path.name,
        grades=GRADES[:size],
        table=tuple(tuple(int(cell) for cell in row) for row in table),
        down=down,
        up=up,
        cases=len(both),
        self_flattering=tango((0, down, up, len(both) - down - up)),
        kappa=None if one_grade else cohen_kappa(table, "linear"),
        ac2=gwet_ac(cases_of(table), size, "linear"),
    )


def ends(found: Agreement) -> tuple[float, float]:
    """The 95% interval, within the scale."""
    return (
        max(found.value - Z95 * found.error, -1.0),
        min(found.value + Z95 * found.error, 1.0),
    )
