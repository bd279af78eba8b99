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


class Hand:
    """Draws what is done, by the regime's chances and the district's own ways."""

    def __init__(self, knobs: Knobs, rng: np.random.Generator) -> None:
        """Use one stream for all draws of one kind of duty."""
        self._knobs = knobs
        self._rng = rng
        self._record_only = knobs.number("recording.record_only_share")

    def does(self, name: str, district: int = -1) -> Done:
        """What became of a duty of that name."""
        chance, draw = self._knobs.chance(name, district), self._rng.random()
        again = self._rng.random()
        if draw < chance:
            return Done.WRITTEN
        return Done.UNWRITTEN if again < self._record_only else Done.NOT

    def happens(self, name: str, district: int = -1) -> bool:
        """Whether something happens, written down or not."""
        return bool(self._rng.random() < self._knobs.chance(name, district))
