"""The invented county while it lives: what every process of the simulation is handed."""

from dataclasses import dataclass
from math import exp, log

import numpy as np

from trigpoint.synthetic import names, places, wall
from trigpoint.synthetic.knobs import Knobs
from trigpoint.synthetic.lives import Adult, Lives
from trigpoint.synthetic.population import POLICE_ETHNICITIES, Population
from trigpoint.synthetic.staff import Staff
from trigpoint.synthetic.streams import Streams

#: Minutes between midnight and the hours at which things are reported, as weights:
#: quiet mornings, a peak in the evening.
_EVENING = np.array(
    [5, 3, 2, 1, 1, 1, 1, 2, 3, 3, 3, 3, 4, 4, 4, 6, 7, 8, 9, 10, 11, 12, 12, 9],
    dtype=float,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class County:
    """People, staff, knobs and streams, and the lives that come of them."""

    people: Population
    staff: Staff
    knobs: Knobs
    streams: Streams
    lives: Lives

    @property
    def years(self) -> float:
        """How long the period is."""
        return (self.lives.end - self.lives.start) / 365.25

    @property
    def lived(self) -> float:
        """How many years are simulated, those before the period too."""
        return (self.lives.end - self.lives.begun) / 365.25

    def district(self, child: int) -> int:
        """The district where the child lives."""
        return int(self.people.district[child])

    def by(self, time: float | None) -> int | None:
        """The time, if it came before the period ended: nobody has written on yet."""
        if time is None or round(time) >= self.lives.end * wall.DAY:
            return None
        return round(time)

    def counted(self, rate: str, rng: np.random.Generator) -> int:
        """How many of them happen in the time that is simulated."""
        mean = self.knobs.rate(rate) * len(self.people) * self.lived
        return int(rng.poisson(mean * self._busier()))

    def some_day(self, rng: np.random.Generator) -> int:
        """A day that is simulated: any as likely, unless more happens from some day on."""
        lives, change = self.lives, self.knobs.change
        if change is None or change.volume == 1:
            return int(rng.integers(lives.begun, lives.end))
        at = min(max(change.at, lives.begun), lives.end)
        drawn = rng.random() * (at - lives.begun + change.volume * (lives.end - at))
        if drawn < at - lives.begun:
            return lives.begun + int(drawn)
        return at + int((drawn - (at - lives.begun)) / change.volume)

    def _busier(self) -> float:
        """How much more happens in the period than without a change of volume."""
        change, lives = self.knobs.change, self.lives
        if change is None:
            return 1.0
        after = max(lives.end - max(change.at, lives.begun), 0) / (
            lives.end - lives.begun
        )
        return 1 + after * (change.volume - 1)

    def minor(self, child: int, day: int) -> bool:
        """Whether the child is born and not yet eighteen on that day."""
        return 0 <= self.people.age(child, day) < 18

    def new_adult(
        self, rng: np.random.Generator, surname: str = "", address: str = ""
    ) -> int:
        """Someone grown-up, with the surname and address of a family or their own."""
        number = len(self.lives.adults)
        boy = rng.random() < 0.7
        district = int(rng.integers(len(places.DISTRICTS)))
        white = rng.random() < self.knobs.share("white_british")
        other = int(rng.integers(1, len(POLICE_ETHNICITIES)))
        self.lives.adults.append(
            Adult(
                number=number,
                given=names.given(rng, boy),
                surname=surname or names.surname(rng),
                boy=boy,
                born=self.lives.start - int(rng.integers(19 * 365, 60 * 365)),
                ethnicity=POLICE_ETHNICITIES[0 if white else other],
                address=address or names.address(rng),
                postcode=places.postcode(rng, district),
            )
        )
        return number


def wait(rng: np.random.Generator, median: float, sigma: float) -> float:
    """A lognormal wait with that median."""
    return float(exp(log(median) + sigma * rng.standard_normal()))


def evening_time(day: int, rng: np.random.Generator) -> int:
    """A minute of that day as calls come in: mostly in the evening."""
    hour = int(np.searchsorted(_CUMULATIVE, rng.random()))
    return wall.start_of(day, hour) + int(rng.integers(60))


_CUMULATIVE = np.cumsum(_EVENING / _EVENING.sum())
