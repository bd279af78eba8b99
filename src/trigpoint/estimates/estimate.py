"""A value that never travels alone: its interval, how it was made, and from how many."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """`value` with its 95% interval; `count` of `of`. All three None where `of` is 0."""

    value: float | None
    low: float | None
    high: float | None
    method: str
    count: int
    of: int

    @property
    def known(self) -> bool:
        """True where there was anything to estimate from."""
        return self.value is not None

    def overlaps(self, other: "Estimate") -> bool:
        """True where the two intervals share a value; an unknown one shares none."""
        if self.low is None or other.low is None:
            return False
        assert self.high is not None
        assert other.high is not None
        return self.low <= other.high and other.low <= self.high
