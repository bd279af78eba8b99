"""The rows of the inspection workbook."""

from datetime import datetime

from tests.support import invented_county
from trigpoint.synthetic import council_register
from trigpoint.synthetic.annex_a_lists import Snapshot
from trigpoint.timekeeping import london


def test_every_row_is_as_long_as_its_header() -> None:
    """A cell for each column, in every list."""
    county = invented_county.simulated(6000)
    lists = Snapshot(county, council_register.make(county)).lists()
    for name, (columns, rows) in lists.items():
        assert all(len(row) == len(columns) for row in rows), name
    for name in ("List 1", "List 3", "List 4", "List 5", "List 6", "List 7", "List 8"):
        assert lists[name][1], name


def test_nothing_is_later_than_the_day_of_the_workbook() -> None:
    """Dates to come are empty."""
    county = invented_county.simulated(6000)
    last = london.from_day_number(county.lives.council_end - 1)
    for _, rows in Snapshot(county, council_register.make(county)).lists().values():
        for row in rows:
            assert all(
                cell.date() <= last for cell in row if isinstance(cell, datetime)
            )
