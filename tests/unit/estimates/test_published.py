"""Every published number in the reference files, to the digits given."""

import pytest

from tests.support.published import Checked, checked
from tests.support.shared import shared_path


@pytest.mark.shared
def test_every_published_number_is_met() -> None:
    """All rows of the four files; the few that differ have a known reason, and still do."""
    found = checked(shared_path("statistics"))
    assert len(found) >= 129
    missed = [one for one in found if not one.kept and not one.known]
    assert missed == []
    known = [one.what for one in found if one.known and not one.kept]
    assert len(known) == len([one for one in found if one.known])


def test_kept_means_to_the_digits_printed() -> None:
    """Half of the last digit, no more."""
    assert Checked("x", "0.25", 0.2549).kept
    assert not Checked("x", "0.25", 0.2551).kept
    assert Checked("x", "12", 12.4).kept
