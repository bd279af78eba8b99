"""Planning an audit: how many cases to read, of which kinds, and a draw anyone can repeat."""

import hashlib
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from trigpoint.estimates.difference import Z95
from trigpoint.estimates.exact_rates import cases_needed, chances
from trigpoint.records.record import Refusal

#: Each stratum gives at least so many, so that its spread can be told.
LEAST = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Cases for each round. `power` is exact, for the change that was wished for."""

    share: float
    change: float
    wished: float
    cases: int
    power: float
    #: (cases, power) for smaller and larger rounds.
    beside: tuple[tuple[int, float], ...]


def plan(share: float, change: float, wished: float) -> Plan:
    """How many cases in each of two rounds show this change with the wished-for power.

    The formula's answer is the start; the exact power decides.
    """
    try:
        cases = cases_needed(share, change, power=wished)
    except ValueError as error:
        raise Refusal(f"{error} Give a share and a change within 0 and 1.") from None
    while _power(share, change, cases) < wished:
        cases += max(1, cases // 50)
    around = sorted(
        {max(5, round(cases * part)) for part in (0.25, 0.5, 0.75, 1, 1.5, 2)}
    )
    return Plan(
        share=share,
        change=change,
        wished=wished,
        cases=cases,
        power=_power(share, change, cases),
        beside=tuple((size, _power(share, change, size)) for size in around),
    )


def _power(share: float, change: float, cases: int) -> float:
    lower, higher = chances(share, cases, share + change, cases, z=Z95)
    return lower if change < 0 else higher


def allocate(sizes: Mapping[str, int], cases: int) -> dict[str, int]:
    """Cases to draw from each stratum, in proportion, at least two where there are two."""
    whole = sum(sizes.values())
    least = {name: min(size, LEAST) for name, size in sizes.items()}
    if cases > whole:
        msg = f"{cases:,} cases cannot be drawn from {whole:,}: read all of them."
        raise Refusal(msg)
    if cases < sum(least.values()):
        msg = (
            f"{cases:,} cases are too few for {len(sizes)} strata of two each: join strata "
            f"or read {sum(least.values()):,}."
        )
        raise Refusal(msg)
    wished = {name: cases * size / whole for name, size in sizes.items()}
    given = {
        name: min(sizes[name], max(least[name], math.floor(wished[name])))
        for name in sorted(sizes)
    }
    # What is left goes to those furthest below their share; an excess comes from those above.
    while (rest := cases - sum(given.values())) != 0:
        step = 1 if rest > 0 else -1
        able = [
            name
            for name in given
            if (given[name] < sizes[name] if step > 0 else given[name] > least[name])
        ]
        chosen = max(able, key=lambda name: (step * (wished[name] - given[name]), name))
        given[chosen] += step
    return given


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A drawn case with the chance it had."""

    case: str
    stratum: str
    chance: float


def draw(
    frame: Sequence[tuple[str, str]], given: Mapping[str, int], seed: str
) -> list[Drawn]:
    """Draw cases from (case, stratum) pairs: in order of a keyed hash of the reference.

    The order depends on the seed and the reference alone, so that anybody with the frame
    draws the same cases, and a case added later moves no other.
    """
    by_stratum: dict[str, list[str]] = {}
    for case, stratum in frame:
        by_stratum.setdefault(stratum, []).append(case)
    found = []
    for stratum in sorted(given):
        cases = sorted(by_stratum.get(stratum, ()), key=lambda case: _order(seed, case))
        chance = given[stratum] / len(cases) if cases else 0.0
        found += [
            Drawn(case=case, stratum=stratum, chance=chance)
            for case in cases[: given[stratum]]
        ]
    return found


def _order(seed: str, case: str) -> str:
    return hashlib.sha256(f"{seed}\0{case}".encode()).hexdigest()
