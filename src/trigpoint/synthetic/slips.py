"""Slips of the pen: how a name comes to be written wrong, and by whom.

The slips of one record come together, for they hang on who wrote it: some err three times
as often as others. All names are invented, and so is how often each kind of slip occurs.
"""

from collections.abc import Callable, Mapping

import numpy as np

from trigpoint.synthetic import names

#: A character that looks like a space and is none.
NO_BREAK_SPACE = "\u00a0"
#: What stands in the field where nobody knows, or nobody is named yet.
UNKNOWN, BABY, UNBORN = NO_NAMES = ("Unknown", "Baby", "Unborn")

#: As a scanner reads print, and as an ear takes a voice.
_READ = (("rn", "m"), ("m", "rn"), ("l", "1"), ("o", "0"), ("w", "vv"), ("e", "c"))
_HEARD = (("ck", "k"), ("th", "f"), ("y", "ie"), ("ei", "ie"), ("s", "z"), ("c", "k"))


class Scribes:
    """Who writes records down, each careless in their own measure (mean 1)."""

    def __init__(self, rng: np.random.Generator, count: int = 60) -> None:
        """Draw so many of them."""
        self._rng = rng
        self._careless = rng.gamma(2.0, 0.5, size=count)

    def next(self) -> float:
        """How careless the one is who writes this record, times the average."""
        return float(self._careless[int(self._rng.integers(len(self._careless)))])


def errs(rate: float, careless: float, rng: np.random.Generator) -> bool:
    """Whether a slip of that average rate happens to one so careless."""
    return bool(rng.random() < min(rate * careless, 0.9))


def written(
    given: str, surname: str, kinds: Mapping[str, float], rng: np.random.Generator
) -> tuple[str, str]:
    """Both names with one slip in them; `kinds`: how often each is the one, as weights."""
    weights = np.array(list(kinds.values()))
    kind = list(kinds)[int(rng.choice(len(weights), p=weights / weights.sum()))]
    return _SLIPS[kind](given, surname, rng)


Slip = Callable[[str, str, np.random.Generator], tuple[str, str]]


def _misspelt(given: str, surname: str, rng: np.random.Generator) -> tuple[str, str]:
    given = names.misspelt(given, rng)
    return given, names.misspelt(surname, rng) if rng.random() < 0.5 else surname


def _swapped(given: str, surname: str, _rng: np.random.Generator) -> tuple[str, str]:
    return surname, given


def _no_break(given: str, surname: str, _rng: np.random.Generator) -> tuple[str, str]:
    return given + NO_BREAK_SPACE, surname


def _marks(given: str, surname: str, rng: np.random.Generator) -> tuple[str, str]:
    """The apostrophe or the hyphen of the surname gone, or written another way."""
    for mark, others in (("'", ("\u2019", "", " ")), ("-", (" ", "", "\u2013"))):
        if mark in surname:
            return given, surname.replace(mark, others[int(rng.integers(3))])
    return _misspelt(given, surname, rng)


def _by(changes: tuple[tuple[str, str], ...]) -> Slip:
    def slip(given: str, surname: str, rng: np.random.Generator) -> tuple[str, str]:
        """The first change that the surname allows, from a drawn one on."""
        begin = int(rng.integers(len(changes)))
        for old, new in (*changes[begin:], *changes[:begin]):
            if old in surname[1:]:
                return given, surname[0] + surname[1:].replace(old, new, 1)
        return _misspelt(given, surname, rng)

    return slip


_SLIPS: dict[str, Slip] = {
    "misspelt": _misspelt,
    "swapped": _swapped,
    "no_break_space": _no_break,
    "marks": _marks,
    "read_wrong": _by(_READ),
    "heard_wrong": _by(_HEARD),
}
