"""The frozen table of bank holidays."""

from datetime import date

from trigpoint.timekeeping.bank_holidays import BANK_HOLIDAYS, ENGLAND_AND_WALES

DAYS = BANK_HOLIDAYS[ENGLAND_AND_WALES]


def test_the_one_off_days_are_there() -> None:
    """Two jubilees, a state funeral, a coronation, and the moved May days."""
    for day in (
        date(2012, 6, 5), date(2022, 6, 3), date(2022, 9, 19), date(2023, 5, 8),
        date(2020, 5, 8),
    ):  # fmt: skip
        assert day in DAYS


def test_the_table_is_in_order_and_whole() -> None:
    """Days rise without repetition, at least eight a year, none at a weekend."""
    assert list(DAYS) == sorted(set(DAYS))
    for year in range(2012, 2029):
        assert sum(day.year == year for day in DAYS) >= 8
    assert all(day.weekday() < 5 for day in DAYS)
