"""The hidden children of the county: families, need, and who they are.

`need` is how much more than others a family meets trouble (mean 1): it drives what
happens to a child and is written in no agency's file.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from trigpoint.synthetic import names, places
from trigpoint.synthetic.knobs import Knobs
from trigpoint.synthetic.streams import Streams
from trigpoint.timekeeping import london

_CODES = {
    # Police self-defined 16+1 code to the census code (DfE and Home Office sets).
    "W1": "WBRI", "W2": "WIRI", "W9": "WOTH", "M1": "MWBC", "M2": "MWBA", "M3": "MWAS",
    "M9": "MOTH", "A1": "AIND", "A2": "APKN", "A3": "ABAN", "A9": "AOTH", "B1": "BCRB",
    "B2": "BAFR", "B9": "BOTH", "O1": "CHNE", "O9": "OOTH",
}  # fmt: skip
POLICE_ETHNICITIES = tuple(_CODES)
_CHECK_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"


@dataclass(frozen=True, slots=True, kw_only=True)
class Population:
    """Every child of the county as columns; a child is its row number."""

    born: np.ndarray
    boy: np.ndarray
    family: np.ndarray
    district: np.ndarray
    need: np.ndarray
    ethnicity: np.ndarray
    disabled: np.ndarray
    given: tuple[str, ...]
    surname: tuple[str, ...]
    address: tuple[str, ...]
    postcode: tuple[str, ...]
    #: Of a family whose name changed: from which day, and the name borne until then.
    earlier: Mapping[int, tuple[int, str]]
    siblings: tuple[tuple[int, ...], ...]

    def __len__(self) -> int:
        """How many children there are."""
        return len(self.born)

    def age(self, child: int, day: int) -> float:
        """Age in years, decimal."""
        return (day - int(self.born[child])) / 365.25

    def surname_on(self, child: int, day: int) -> str:
        """The surname that the child bore on a day."""
        changed, before = self.earlier.get(int(self.family[child]), (day, ""))
        return before if day < changed else self.surname[child]

    def household(self, child: int) -> tuple[int, ...]:
        """The children of the same family, this child among them."""
        return self.siblings[int(self.family[child])]

    def police_ethnicity(self, child: int) -> str:
        """Self-defined ethnicity, police code."""
        return POLICE_ETHNICITIES[int(self.ethnicity[child])]

    def council_ethnicity(self, child: int) -> str:
        """Ethnicity, census code."""
        return _CODES[self.police_ethnicity(child)]

    def pupil_number(self, child: int) -> str:
        """The unique pupil number: the check letter is right, the council nobody's."""
        year = london.from_day_number(int(self.born[child])).year + 4
        digits = f"{places.COUNCIL_CODE}{child % 9000 + 1000:04d}{year % 100:02d}"
        digits += f"{child // 9000:03d}"
        total = sum(int(digit) * (place + 2) for place, digit in enumerate(digits))
        return _CHECK_LETTERS[total % 23] + digits


def make(count: int, knobs: Knobs, streams: Streams) -> Population:
    """Draw so many children, most of them siblings of others."""
    rng = streams.of("population")
    family = _families(count, rng)
    families = int(family[-1]) + 1
    shares = np.array([district.share for district in places.DISTRICTS])
    home = rng.choice(len(shares), size=families, p=shares / shares.sum())
    # A long tail: a few families meet most of the trouble.
    need = rng.gamma(0.45, 1 / 0.45, size=families)
    boy = rng.random(count) < knobs.share("boys")
    return Population(
        born=_births(count, family, knobs, rng),
        boy=boy,
        family=family,
        district=home[family],
        need=need[family],
        ethnicity=_ethnicities(families, knobs, rng)[family],
        disabled=rng.random(count) < knobs.share("disabled"),
        earlier=_earlier(families, knobs, streams.of("names:changed")),
        siblings=_siblings(family, families),
        **_named(family, families, home, boy, streams),
    )


def _families(count: int, rng: np.random.Generator) -> np.ndarray:
    sizes = rng.choice([1, 2, 3, 4, 5], size=count, p=[0.43, 0.36, 0.14, 0.05, 0.02])
    return np.repeat(np.arange(count), sizes)[:count]


def _births(
    count: int, family: np.ndarray, knobs: Knobs, rng: np.random.Generator
) -> np.ndarray:
    """Birth days: under eighteen at some time of the period; twins now and then."""
    first = london.day_number(knobs.start) - round(18 * 365.25)
    last = london.day_number(knobs.end) - 30
    born = rng.integers(first, last, size=count)
    twin = np.flatnonzero((np.diff(family) == 0) & (rng.random(count - 1) < 0.015))
    born[twin + 1] = born[twin]
    return born


def _ethnicities(families: int, knobs: Knobs, rng: np.random.Generator) -> np.ndarray:
    others = len(POLICE_ETHNICITIES) - 1
    white = knobs.share("white_british")
    shares = [white, *([(1 - white) / others] * others)]
    return rng.choice(others + 1, size=families, p=shares)


def _siblings(family: np.ndarray, families: int) -> tuple[tuple[int, ...], ...]:
    ends = np.searchsorted(family, np.arange(families + 1))
    return tuple(tuple(range(int(ends[i]), int(ends[i + 1]))) for i in range(families))


def _earlier(
    families: int, knobs: Knobs, rng: np.random.Generator
) -> dict[int, tuple[int, str]]:
    """The families whose name changes in the period, with the day and the name before."""
    first, last = london.day_number(knobs.start), london.day_number(knobs.end)
    yearly = float(knobs.county["recording"]["surname_change_a_year"])
    chance = yearly * (last - first) / 365.25
    changing = np.flatnonzero(rng.random(families) < chance)
    days = rng.integers(first, last, size=len(changing))
    return {
        int(one): (int(day), names.surname(rng))
        for one, day in zip(changing, days, strict=True)
    }


def _named(
    family: np.ndarray,
    families: int,
    home: np.ndarray,
    boy: np.ndarray,
    streams: Streams,
) -> dict[str, tuple[str, ...]]:
    rng = streams.of("names")
    surnames = [names.surname(rng) for _ in range(families)]
    addresses = [names.address(rng) for _ in range(families)]
    codes = [places.postcode(rng, int(home[i])) for i in range(families)]
    of = family.tolist()
    return {
        "given": _given(of, boy.tolist(), rng, streams.of("names:again")),
        "surname": tuple(surnames[i] for i in of),
        "address": tuple(addresses[i] for i in of),
        "postcode": tuple(codes[i] for i in of),
    }


def _given(
    family: Sequence[int],
    boy: Sequence[bool],
    rng: np.random.Generator,
    again: np.random.Generator,
) -> tuple[str, ...]:
    """First names; brothers and sisters never have the same."""
    taken: set[tuple[int, str]] = set()
    found = []
    for own, is_boy in zip(family, boy, strict=True):
        name = names.given(rng, is_boy)
        while (own, name) in taken:
            name = names.given(again, is_boy)
        taken.add((own, name))
        found.append(name)
    return tuple(found)
