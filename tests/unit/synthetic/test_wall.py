"""Wall-clock minutes and working days of the invented county."""

from datetime import date

from trigpoint.synthetic import wall
from trigpoint.timekeeping import london


def day(text: str) -> int:
    return london.day_number(date.fromisoformat(text))


def test_a_time_is_written_as_the_clock_shows_it() -> None:
    """A day and an hour make the minute that the profile's pattern names."""
    assert wall.iso(wall.start_of(day("2016-07-04"), 18.5)) == "2016-07-04T18:30"
    assert wall.iso(None) == ""
    assert wall.british(day("2016-07-04")) == "04/07/2016"


def test_working_days_skip_weekends_and_bank_holidays() -> None:
    """Thursday before Easter 2016: the next working day is the Tuesday."""
    assert wall.working_day_after(day("2016-03-24"), 1) == day("2016-03-29")
    assert wall.working_day_before(day("2016-03-29"), 1) == day("2016-03-24")
    assert wall.working_day_after(day("2016-03-26"), 0) == day("2016-03-29")
    assert not wall.is_working_day(day("2016-03-25"))


def test_a_birthday_of_29_february_falls_on_1_march() -> None:
    """Born on a leap day, eighteen on 1 March."""
    assert wall.birthday(day("2000-02-29"), 18) == day("2018-03-01")


def test_wall_times_become_instants_by_the_season() -> None:
    """Noon in July is eleven in UTC."""
    noon = wall.start_of(day("2016-07-04"), 12)
    assert int(wall.instants([noon])[0]) == london.day_start(date(2016, 7, 4)) + (
        12 * london.HOUR
    )
