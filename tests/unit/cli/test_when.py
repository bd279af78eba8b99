"""How moments are typed, and what is said when they are mistyped."""

from datetime import date

import click
import pytest

from trigpoint.cli.when import Day, When
from trigpoint.timekeeping import london


def test_a_date_means_its_end_in_london() -> None:
    """A date in summer ends at 22:59:59.999999 UTC."""
    assert When().convert("2017-06-30", None, None) == london.day_end(date(2017, 6, 30))
    assert london.moment(When().convert("2017-06-30", None, None)).hour == 23


def test_a_date_time_with_offset_is_that_instant() -> None:
    """An offset is taken as it is written."""
    noon = When().convert("2017-06-30T13:00+01:00", None, None)
    assert noon == When().convert("2017-06-30T12:00+00:00", None, None)


@pytest.mark.parametrize(
    ("typed", "said"),
    [("30/06/2017", "neither a date"), ("2017-06-30T12:00", "has no offset")],
)
def test_a_mistyped_moment_is_told_its_cure(typed: str, said: str) -> None:
    """The message says what was seen and what to write."""
    with pytest.raises(click.BadParameter, match=said):
        When().convert(typed, None, None)


def test_a_day_is_an_iso_date() -> None:
    """A day is read as an ISO date, and anything else is refused."""
    assert Day().convert("2017-06-30", None, None) == date(2017, 6, 30)
    with pytest.raises(click.BadParameter, match="write it as"):
        Day().convert("June", None, None)
