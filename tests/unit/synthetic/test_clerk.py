"""The police clerk."""

from tests.support import invented_county
from trigpoint.synthetic import wall
from trigpoint.synthetic.clerk import Clerk


def test_a_row_is_entered_after_what_it_is_about() -> None:
    """Record times follow report times, some of them by days."""
    rows = invented_county.police("missing")
    assert all(row["recorded_at"] > row["reported_at"] for row in rows)
    late = [row for row in rows if row["recorded_at"][:10] > row["reported_at"][:10]]
    assert late


def test_numbers_run_within_their_year() -> None:
    """`MP16-00817`: the year of the report, then a number that only grows."""
    clerk = Clerk(invented_county.simulated())
    day = wall.start_of(invented_county.simulated().lives.start)
    first, second = (clerk.number("MP", day) for _ in range(2))
    assert first[:5] == second[:5] == "MP14-"
    assert int(second[5:]) > int(first[5:])


def test_a_vague_time_is_a_day() -> None:
    """What nobody noted the time of is written as its day."""
    clerk = Clerk(invented_county.simulated())
    assert clerk.time(wall.start_of(17_000, 9), vague=True) == wall.iso_day(17_000)
    assert clerk.time(None, vague=True) == ""


def test_cells_are_now_and_then_empty_or_unknown() -> None:
    """A few coded cells in a hundred, no more."""
    clerk = Clerk(invented_county.simulated())
    cells = [clerk.coded("HIGH") for _ in range(4000)]
    assert {"HIGH", "", "UNKNOWN"} == set(cells)
    assert cells.count("HIGH") > 3800
