"""A time known only to lie within a span: the earliest and the latest instant it may be."""

from dataclasses import dataclass
from datetime import date

from trigpoint.timekeeping.london import day_end, day_start


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """When something happened: at some instant from `earliest` to `latest`, both included.

    A time of day precision spans its London day; an exact time has both ends equal.
    Instants are microseconds since 1970 UTC.
    """

    earliest: int
    latest: int

    def __post_init__(self) -> None:
        """Refuse a span that ends before it begins."""
        if self.latest < self.earliest:
            msg = (
                f"A span cannot end ({self.latest}) before it begins ({self.earliest})."
            )
            raise ValueError(msg)

    @property
    def exact(self) -> bool:
        """True where the instant is known."""
        return self.earliest == self.latest

    def overlaps(self, other: "Span") -> bool:
        """True where both could be the same instant."""
        return self.earliest <= other.latest and other.earliest <= self.latest


def at(instant: int) -> Span:
    """A time known exactly."""
    return Span(instant, instant)


def on(day: date) -> Span:
    """A time known only as a London date."""
    return Span(day_start(day), day_end(day))
