"""A finding: what became of one duty, in one place and time, and how surely."""

from dataclasses import dataclass

from trigpoint.estimates.estimate import Estimate
from trigpoint.estimates.proportion import wilson


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many judgements had each outcome."""

    met: int = 0
    late: int = 0
    missed: int = 0
    not_yet_due: int = 0
    excepted: int = 0
    cannot_tell: int = 0

    @property
    def judged(self) -> int:
        """Those that fell due and could be told: the denominator of every rate."""
        return self.met + self.late + self.missed

    @property
    def not_met(self) -> int:
        """Late or missed."""
        return self.late + self.missed

    @property
    def occasions(self) -> int:
        """Every occasion, whatever became of it."""
        return self.judged + self.not_yet_due + self.excepted + self.cannot_tell

    @property
    def rate(self) -> Estimate:
        """The share met of those judged, with its 95% Wilson interval."""
        return wilson(self.met, self.judged)

    @property
    def bounds(self) -> tuple[float, float] | None:
        """The rate if every `cannot_tell` had failed, and if every one had been met."""
        whole = self.judged + self.cannot_tell
        if not whole:
            return None
        return self.met / whole, (self.met + self.cannot_tell) / whole

    def __add__(self, other: "Counts") -> "Counts":
        """Both together."""
        return Counts(
            met=self.met + other.met,
            late=self.late + other.late,
            missed=self.missed + other.missed,
            not_yet_due=self.not_yet_due + other.not_yet_due,
            excepted=self.excepted + other.excepted,
            cannot_tell=self.cannot_tell + other.cannot_tell,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """The counts of one standard; `district` and `month` None mean all of them.

    `district` "" is a district not on record; `month` is YYYY-MM of the trigger, in
    London.
    """

    standard: str
    area: str
    duty_holder: str
    district: str | None
    month: str | None
    counts: Counts

    def as_row(self) -> dict[str, object]:
        """One object of findings.json."""
        rate, bounds = self.counts.rate, self.counts.bounds or (None, None)
        return {
            "standard": self.standard,
            "area": self.area,
            "duty_holder": self.duty_holder,
            "district": self.district,
            "month": self.month,
            "met": self.counts.met,
            "late": self.counts.late,
            "missed": self.counts.missed,
            "not_yet_due": self.counts.not_yet_due,
            "excepted": self.counts.excepted,
            "cannot_tell": self.counts.cannot_tell,
            "rate": rate.value,
            "low": rate.low,
            "high": rate.high,
            "bound_low": bounds[0],
            "bound_high": bounds[1],
        }
