"""Seeded random streams, one for each purpose, so that a knob moves only its own part.

A stream is keyed by the seed and the name of what it draws. Drawing more often from
one, because a knob changed, shifts no draw of another.
"""

from zlib import crc32

import numpy as np


class Streams:
    """Hands out one generator for each name; the same name goes on where it stopped."""

    def __init__(self, seed: int) -> None:
        """Remember the seed; no generator is made before it is asked for."""
        self._seed = seed
        self._made: dict[str, np.random.Generator] = {}

    def of(self, name: str) -> np.random.Generator:
        """The generator of that name."""
        if name not in self._made:
            key = (crc32(name.encode()),)
            sequence = np.random.SeedSequence(self._seed, spawn_key=key)
            self._made[name] = np.random.Generator(np.random.PCG64(sequence))
        return self._made[name]
