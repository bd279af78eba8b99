"""Whether a duty is done, and whether it is written down: the hand of an agency.

The regime's chances are of what *stands on record*. Of what does not, a share was
done all the same and only never written down ("record only"): that is procedure, the
rest is a child not protected.
"""

from enum import Enum

import numpy as np

from trigpoint.synthetic.knobs import Knobs


class Done(Enum):
    """What became of a duty."""

    WRITTEN = "done and on record"
    UNWRITTEN = "done, but not on record"
    NOT = "not done"

    @property
    def truly(self) -> bool:
        """Whether it was done."""
        return self is not Done.NOT


def with_odds(chance: float, odds: float) -> float:
    """The chance whose odds are so many times those of the given one."""
    return chance * odds / (1 - chance + chance * odds)


class Hand:
    """Draws what is done, by the regime's chances and the district's own ways."""

    def __init__(self, knobs: Knobs, rng: np.random.Generator) -> None:
        """Use one stream for all draws of one kind of duty."""
        self._knobs = knobs
        self._rng = rng
        self._day: int | None = None

    def on(self, day: int) -> None:
        """From here on, draw as agencies acted on that day (days since 1970)."""
        self._day = day

    def number(self, name: str) -> float:
        """Another number of the regime, as on that day."""
        return self._knobs.number(name, self._day)

    def does(self, name: str, district: int = -1) -> Done:
        """What became of a duty of that name."""
        chance, draw = self._chance(name, district), self._rng.random()
        again = self._rng.random()
        if draw < chance:
            return Done.WRITTEN
        record_only = self._knobs.number("recording.record_only_share", self._day)
        return Done.UNWRITTEN if again < record_only else Done.NOT

    def happens(self, name: str, district: int = -1, *, odds: float = 1.0) -> bool:
        """Whether something happens, written down or not.

        `odds`: how much likelier it is of this child than of the typical one.
        """
        chance = with_odds(self._chance(name, district), odds)
        return bool(self._rng.random() < chance)

    def _chance(self, name: str, district: int) -> float:
        if self._day is None:
            # Where practice changes, a draw without its day would be of the wrong time.
            raise RuntimeError(f"{name} was drawn without saying on which day.")
        return self._knobs.chance(name, district, self._day)
