"""What else might explain a change: each guard says what it saw and what it forbids."""

import math
from dataclasses import dataclass

import numpy as np

from trigpoint.estimates.difference import Z95, Z975, miettinen_nurminen
from trigpoint.reviews.cases import Of, Round
from trigpoint.reviews.verdict import Called, Share

#: Points by which a share of the record must move before the guard speaks of it.
MOVED = 0.10
#: How many times as many cases a month make a round another kind of round.
_BUSIER = 1.25
#: Occasions of a case, in bands: from 1, 2, 3 and 5.
_BANDS = (1, 2, 3, 5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Guard:
    """`fired`: it saw something. `vetoes`: the verdicts that it does not let stand.

    `may_veto`: some guards can take a verdict away; the others only qualify it.
    """

    name: str
    fired: bool
    says: str
    vetoes: frozenset[Called] = frozenset()
    may_veto: bool = False

    @property
    def does(self) -> str:
        """What it does to the verdict, in words."""
        if self.vetoes:
            words = " and ".join(
                sorted(one.value.replace("_", " ") for one in self.vetoes)
            )
            return f"vetoes {words}"
        if self.fired:
            return "qualifies"
        return "nothing; could veto" if self.may_veto else "nothing; could qualify"


def points(share_of: float | None) -> str:
    """47%, or none."""
    return "none" if share_of is None else f"{share_of:.0%}"


def volume(before: Round, after: Round, of: Of = Of.RISK) -> Guard:
    """Do as many children come in a month? Counted are cases of which something is told."""
    told = int(before.told.sum()), int(after.told.sum())
    if not all(told):
        return Guard(
            name="volume", fired=False, may_veto=True, says="A round has no cases."
        )
    first, second = told[0] / before.days, told[1] / after.days
    ratio = second / first
    spread = Z95 * math.sqrt(1 / told[0] + 1 / told[1])
    low, high = ratio * math.exp(-spread), ratio * math.exp(spread)
    per_month = f"{first * 30.4:,.0f} to {second * 30.4:,.0f} cases a month"
    if not (low > 1 and ratio >= _BUSIER) and not (high < 1 and ratio <= 1 / _BUSIER):
        return Guard(
            name="volume",
            fired=False,
            may_veto=True,
            says=f"About as many: {per_month}.",
        )
    alike = standardised(before, after, of)
    vetoes = frozenset(() if alike[1] > 0 else (Called.DETERIORATED,))
    return Guard(
        name="volume",
        fired=True,
        may_veto=True,
        says=f"{per_month} ({ratio:.2f} times, {low:.2f} to {high:.2f}). Rates of rounds so "
        "different in size say less of practice than of what came in.",
        vetoes=vetoes,
    )


def case_mix(before: Round, after: Round, primary: Share, of: Of = Of.RISK) -> Guard:
    """Would the difference stand if both rounds had the same mix of cases?

    Directly standardised over the number of occasions of a case and whether the child
    was missing: a case with more occasions has more chances to go wrong.
    """
    value, low, high = standardised(before, after, of)
    if primary.difference.value is None or math.isnan(value):
        return Guard(
            name="case mix", fired=False, may_veto=True, says="A round has no cases."
        )
    apart = value - primary.difference.value
    words = (
        f"With the same mix of cases the difference is {value * 100:+.1f} points "
        f"({low * 100:+.1f} to {high * 100:+.1f}), beside {primary.difference.value * 100:+.1f}."
    )
    vetoes = set()
    if primary.called is Called.IMPROVED and high >= 0:
        vetoes.add(Called.IMPROVED)
    if primary.called is Called.DETERIORATED and low <= 0:
        vetoes.add(Called.DETERIORATED)
    return Guard(
        name="case mix",
        may_veto=True,
        fired=bool(vetoes) or abs(apart) >= 0.03,
        says=words,
        vetoes=frozenset(vetoes),
    )


def standardised(
    before: Round, after: Round, of: Of = Of.RISK
) -> tuple[float, float, float]:
    """(difference, low, high at 97.5%) over strata that both rounds have."""
    first, second = _strata(before, of), _strata(after, of)
    shared = sorted(set(first) & set(second))
    weight = sum(first[one][1] + second[one][1] for one in shared)
    if not weight:
        return math.nan, math.nan, math.nan
    value = variance = 0.0
    for one in shared:
        (x1, n1), (x2, n2) = first[one], second[one]
        part = (n1 + n2) / weight
        value += part * (x2 / n2 - x1 / n1)
        # One case added to each side, so that a stratum of all or none has a spread.
        p1, p2 = (x1 + 1) / (n1 + 2), (x2 + 1) / (n2 + 2)
        variance += part**2 * (p1 * (1 - p1) / n1 + p2 * (1 - p2) / n2)
    half = Z975 * math.sqrt(variance)
    return value, value - half, value + half


def _strata(one: Round, of: Of) -> dict[tuple[int, bool], tuple[int, int]]:
    bands = np.digitize(one.occasions, _BANDS)
    keys = bands * 2 + one.missing
    marks = one.seen_as(of).found
    found = {}
    for key in np.unique(keys[one.told]):
        inside = (keys == key) & one.told
        found[int(key) // 2, bool(key % 2)] = (
            int(marks[inside].sum()),
            int(inside.sum()),
        )
    return found


def versions(changed: dict[str, str], left_out: int) -> Guard:
    """Were both rounds judged by the same standards at the same version?

    `changed`: slug -> what differs. Those are left out of the comparison.
    """
    if not changed:
        return Guard(
            name="thresholds",
            fired=False,
            says="Both rounds were judged by the same standards at the same versions.",
        )
    said = "; ".join(f"{slug} ({words})" for slug, words in sorted(changed.items()))
    return Guard(
        name="thresholds",
        fired=True,
        says=f"Left out of the comparison, with {left_out:,} judgements: {said}.",
    )


def regression(before: Round, of: Of = Of.RISK) -> Guard:
    """Was the first round itself on the move, or unusual?

    Two points cannot tell a trend from a return to the usual. What can be seen: whether
    the two halves of the first round differ already. It never vetoes: the difference is
    there, and what it comes from is for a third round.
    """
    found = before.seen_as(of).found
    halves = [
        (int(found[marks].sum()), int(marks.sum()))
        for marks in (before.early & before.told, ~before.early & before.told)
    ]
    apart = miettinen_nurminen(halves[0], halves[1])
    if apart.excludes_none:
        return Guard(
            name="regression to the mean",
            fired=True,
            says=f"Within the first round the share went from {points(apart.before)} to "
            f"{points(apart.after)} already: part of the difference may be a return to the "
            "usual. A third round would tell.",
        )
    return Guard(
        name="regression to the mean",
        fired=False,
        says="The halves of the first round do not differ clearly. Two rounds cannot exclude "
        "a return to the usual; a third would.",
    )
