"""Moments and dates as people type them on the command line."""

from datetime import date, datetime

import click

from trigpoint.timekeeping import london


class When(click.ParamType):
    """A date (its end, Europe/London) or a date-time with offset; an instant."""

    name = "when"

    def convert(
        self,
        value: str | int,
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> int:
        """The instant in microseconds; fails with what was seen and what to write."""
        if isinstance(value, int):
            return value
        try:
            return london.day_end(date.fromisoformat(value))
        except ValueError:
            pass
        try:
            moment = datetime.fromisoformat(value)
        except ValueError:
            self.fail(
                f"{value!r} is neither a date (2017-06-30) nor a date-time with "
                "offset (2017-06-30T12:00+01:00).",
                param,
                ctx,
            )
        if moment.tzinfo is None:
            self.fail(
                f"{value!r} has no offset: write {value}+00:00, or +01:00 in summer.",
                param,
                ctx,
            )
        return london.instant(moment)


class Day(click.ParamType):
    """An ISO date."""

    name = "date"

    def convert(
        self,
        value: str | date,
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> date:
        """The date; fails with what was seen and what to write."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is not a date: write it as 2017-06-30.", param, ctx)
