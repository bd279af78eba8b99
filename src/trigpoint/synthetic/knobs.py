"""Knobs: every number of the simulation, read from the files in `regimes/`.

`county.toml` holds what both regimes share (how many things happen to children);
`before.toml` and `after.toml` hold how well agencies respond. All values are ours:
they describe no force.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from math import exp, log
from pathlib import Path
from statistics import NormalDist
from typing import Any

REGIMES = ("before", "after")
_FOLDER = Path(__file__).parent / "regimes"


class UnknownRegime(ValueError):
    """Refused: no regime of that name is in this version."""


@dataclass(frozen=True, slots=True)
class Knobs:
    """All numbers of one run. `practice` is the regime's own, `county` is shared."""

    regime: str
    start: date
    end: date
    practice: Mapping[str, Any]
    county: Mapping[str, Any]

    def chance(self, name: str, district: int = -1) -> float:
        """A probability of the regime, moved by what the district does differently."""
        value = float(self._value(name))
        if district < 0:
            return value
        effect = self.practice["district"]["logits"][district]
        return 1 / (1 + (1 - value) / max(value, 1e-9) * exp(-effect))

    def number(self, name: str) -> float:
        """Any other number of the regime."""
        return float(self._value(name))

    def rate(self, name: str) -> float:
        """How many a year, for each child of the county."""
        return float(self.county["per_100_000_a_year"][name]) / 100_000

    def share(self, name: str) -> float:
        """A share that both regimes have in common."""
        return float(self.county["share"][name])

    def spread(self, name: str, limit: float, tail: str) -> tuple[float, float]:
        """Median and log standard deviation of a wait with that tail over the limit."""
        median, over = self.number(name), min(max(self.number(tail), 0.001), 0.49)
        return median, log(limit / median) / NormalDist().inv_cdf(1 - over)

    def _value(self, name: str) -> Any:
        section, key = name.split(".")
        return self.practice[section][key]


def load(regime: str, start: date | None = None, end: date | None = None) -> Knobs:
    """The knobs of a regime; refuses one that this version does not have."""
    if regime not in REGIMES:
        known = " and ".join(f"'{one}'" for one in REGIMES)
        msg = f"There is no regime {regime!r} in this version: it has {known}."
        raise UnknownRegime(msg)
    practice = _read(f"{regime}.toml")
    period = practice["period"]
    return Knobs(
        regime=regime,
        start=start or period["from"],
        end=end or period["to"],
        practice=practice,
        county=_read("county.toml"),
    )


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((_FOLDER / name).read_text(encoding="utf-8"))
