"""An invented county to test on, simulated or written once and then shared."""

import csv
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from trigpoint.synthetic import generation, knobs
from trigpoint.synthetic.county import County

_KEPT: list[TemporaryDirectory[str]] = []


@cache
def simulated(children: int = 3000, seed: int = 1, regime: str = "before") -> County:
    """A county that has lived through its period."""
    settings = knobs.load(regime)
    return generation.simulate(children=children, seed=seed, settings=settings)


@cache
def written(
    children: int = 3000,
    seed: int = 1,
    regime: str = "before",
    start: date | None = None,
    end: date | None = None,
) -> Path:
    """The folder of a county as written; read only."""
    folder = TemporaryDirectory(prefix="fellshire-")
    # Kept until the tests end, then taken away with all that is in it.
    _KEPT.append(folder)
    out = Path(folder.name) / "county"
    generation.generate(
        out=out, children=children, seed=seed, regime=regime, start=start, end=end
    )
    return out


def rows(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file."""
    with path.open(encoding="utf-8-sig", newline="") as handle:
        return list(csv.DictReader(handle))


def police(name: str) -> list[dict[str, str]]:
    """The rows of one police file of the written county."""
    return rows(written() / "extracts" / "police" / f"{name}.csv")


def truth(name: str) -> list[dict[str, str]]:
    """The rows of one file of the truth."""
    return rows(written() / "truth" / f"{name}.csv")
