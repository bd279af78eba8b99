"""How long: microseconds, as the language of standards counts."""

from trigpoint.timekeeping.london import DAY, HOUR, MINUTE

#: Look back as far as the chronology goes.
EVER = 200 * 366 * DAY


def minutes(count: float) -> int:
    """That many minutes, elapsed."""
    return round(count * MINUTE)


def hours(count: float) -> int:
    """That many hours, elapsed: a clock change does not shorten them."""
    return round(count * HOUR)


def days(count: float) -> int:
    """That many times 24 hours, elapsed."""
    return round(count * DAY)
