"""The smallest change that a second look would show."""

import pytest

from trigpoint.findings.power import smallest_change


@pytest.mark.parametrize(
    ("before", "after", "number"),
    [
        (0.4, 0.2, 82),
        (0.4, 0.25, 152),
        (0.3, 0.15, 121),
        (0.4, 0.3, 356),
        (0.2, 0.1, 199),
    ],
)
def test_the_published_sizes_show_the_published_changes(
    before: float, after: float, number: int
) -> None:
    """82 files a round show .4 to .2, four times in five; and so on down the table."""
    found = smallest_change(before, number, upward=False)
    assert found == pytest.approx(before - after, abs=0.003)


def test_a_few_cases_may_show_nothing() -> None:
    """Three cases a round could not show even a rise to all."""
    assert smallest_change(0.6, 3) is None


def test_more_cases_show_smaller_changes() -> None:
    """A thousand cases show less than a hundred do."""
    small, large = smallest_change(0.6, 1000), smallest_change(0.6, 100)
    assert small is not None
    assert large is not None
    assert small < large
    with pytest.raises(ValueError, match="no power"):
        smallest_change(0.5, 0)
