"""Which duties truly were met."""

from datetime import date

from tests.support import invented_county
from trigpoint.synthetic import wall
from trigpoint.timekeeping import london


def test_seventy_two_hours_are_elapsed_over_a_clock_change() -> None:
    """From noon before the clocks go forward: one o'clock on the third day."""
    day = london.day_number(date(2016, 3, 26))
    due = wall.hours_after(wall.start_of(day, 12), 72)
    assert wall.iso(due) == "2016-03-29T13:00"


def test_a_duty_on_record_as_met_was_met() -> None:
    """Records may lack what was done; here they never invent it."""
    for row in invented_county.truth("duty"):
        assert row["recorded_as_met"] == "false" or row["met"] == "true"


def test_some_failures_are_of_the_record_only() -> None:
    """Duties that were met, and do not stand on record as met."""
    rows = invented_county.truth("duty")
    assert any(r["met"] == "true" and r["recorded_as_met"] == "false" for r in rows)
    assert {row["duty"] for row in rows} >= {
        "return-home-interview-72-hours",
        "icpc-15-working-days",
        "conference-police-report",
        "crime-recorded-24-hours",
    }


def test_no_duty_that_falls_due_after_the_end_is_listed() -> None:
    """What is not yet due has no truth yet."""
    assert all(row["due"] < "2016-07-01" for row in invented_county.truth("duty"))
