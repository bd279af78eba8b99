"""Knobs: every number of the simulation, read from the files in `regimes/`.

`county.toml` holds what both regimes share (how many things happen to children);
`before.toml` and `after.toml` hold how well agencies respond; the other regimes move from
one practice to another, and say when. All values are ours: they describe no force.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from math import exp, log
from pathlib import Path
from statistics import NormalDist
from typing import Any

from trigpoint.timekeeping import london

REGIMES = (
    "before",
    "after",
    "change",
    "decoy-nothing",
    "decoy-records",
    "decoy-volume",
)
_FOLDER = Path(__file__).parent / "regimes"


class UnknownRegime(ValueError):
    """Refused: no regime of that name is in this version."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """How practice moves, and what moves with it. Days are days since 1970.

    `volume`: how many times as much happens from `at` on. `written_up`: of what is not
    on record from `at` on, the share that is written up afterwards as if it had been.
    """

    later: Mapping[str, Any]
    reaches: float
    at: int
    ramp_days: int
    district_lags: tuple[int, ...]
    volume: float
    written_up: float

    def far(self, day: int, district: int) -> float:
        """0 before it begins, `reaches` after the ramp; in between a straight line."""
        lag = self.district_lags[district] if district >= 0 else 0
        passed = (day - self.at - lag) / self.ramp_days
        return self.reaches * min(max(passed, 0.0), 1.0)


@dataclass(frozen=True, slots=True)
class Knobs:
    """All numbers of one run. `practice` is the regime's own, `county` is shared."""

    regime: str
    start: date
    end: date
    practice: Mapping[str, Any]
    county: Mapping[str, Any]
    change: Change | None = None

    def chance(self, name: str, district: int = -1, day: int | None = None) -> float:
        """A probability of the regime, moved by what the district does differently.

        `day` (days since 1970) matters where practice changes; without it, the earlier.
        """
        far = self._far(district, day)
        value = float(self._value(name))
        if far:
            assert self.change is not None
            other = _odds(float(_value(self.change.later, name)))
            value = 1 / (1 + exp(-((1 - far) * _odds(value) + far * other)))
        if district < 0:
            return value
        return 1 / (
            1 + (1 - value) / max(value, 1e-9) * exp(-self.effect(district, day))
        )

    def effect(self, district: int, day: int | None = None) -> float:
        """What a district does differently, on the log-odds scale."""
        far = self._far(district, day)
        effect = float(self.practice["district"]["logits"][district])
        if far:
            assert self.change is not None
            later = float(self.change.later["district"]["logits"][district])
            effect = (1 - far) * effect + far * later
        return effect

    def number(self, name: str, day: int | None = None) -> float:
        """Any other number of the regime."""
        value, far = float(self._value(name)), self._far(-1, day)
        if far:
            assert self.change is not None
            value += far * (float(_value(self.change.later, name)) - value)
        return value

    def _far(self, district: int, day: int | None) -> float:
        """How far practice has moved on that day, 0 to what the regime reaches."""
        if self.change is None or day is None:
            return 0.0
        return self.change.far(day, district)

    def rate(self, name: str) -> float:
        """How many a year, for each child of the county."""
        return float(self.county["per_100_000_a_year"][name]) / 100_000

    def share(self, name: str) -> float:
        """A share that both regimes have in common."""
        return float(self.county["share"][name])

    def spread(
        self, name: str, limit: float, tail: str, day: int | None = None
    ) -> tuple[float, float]:
        """Median and log standard deviation of a wait with that tail over the limit."""
        median = self.number(name, day)
        over = min(max(self.number(tail, day), 0.001), 0.49)
        return median, log(limit / median) / NormalDist().inv_cdf(1 - over)

    def _value(self, name: str) -> Any:
        return _value(self.practice, name)


def _value(practice: Mapping[str, Any], name: str) -> Any:
    section, key = name.split(".")
    return practice[section][key]


def _odds(chance: float) -> float:
    kept = min(max(chance, 1e-6), 1 - 1e-6)
    return log(kept / (1 - kept))


def load(regime: str, start: date | None = None, end: date | None = None) -> Knobs:
    """The knobs of a regime; refuses one that this version does not have."""
    if regime not in REGIMES:
        known = ", ".join(f"'{one}'" for one in REGIMES)
        msg = f"There is no regime {regime!r} in this version: it has {known}."
        raise UnknownRegime(msg)
    own = _read(f"{regime}.toml")
    period = own["period"]
    practice = _read(f"{own['change']['earlier']}.toml") if "change" in own else own
    return Knobs(
        change=_change(own["change"]) if "change" in own else None,
        regime=regime,
        start=start or period["from"],
        end=end or period["to"],
        practice=practice,
        county=_read("county.toml"),
    )


def _change(said: dict[str, Any]) -> Change:
    return Change(
        later=_read(f"{said['later']}.toml"),
        reaches=said["reaches"],
        at=london.day_number(said["at"]),
        ramp_days=said["ramp_days"],
        district_lags=tuple(said["district_lags"]),
        volume=said["volume"],
        written_up=said["written_up"],
    )


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((_FOLDER / name).read_text(encoding="utf-8"))
