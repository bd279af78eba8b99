"""The sector's own rule on open section 47 enquiries, and our clock, row by row.

Rule 8675Q of the children in need census (2022 to 2023): an enquiry begun more than 15 working
days before the end of the census year, without a date of an initial conference and not
marked as needing none. `tests/support/sector_clock.py` works it out from its wording.
"""

from pathlib import Path

import pytest

from tests.support.sector_clock import census, clocks


def test_open_enquiries_are_the_same_row_by_row(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What the rule asks about is what our clock calls missed, and nothing else."""
    found = clocks(census(tmp_path))
    with capsys.disabled():
        print(f"\n8675Q: {len(found.asked)} rows; ours {found.outcomes}")
    assert len(found.asked) > 2
    assert found.missed == found.asked
