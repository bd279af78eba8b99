"""How numbers and times are said."""

from datetime import UTC, datetime

import pytest

from trigpoint.estimates.proportion import wilson
from trigpoint.publication import wording


@pytest.mark.parametrize(
    ("share", "said"),
    [
        (0.5234, "52%"),
        (0.0, "0%"),
        (1.0, "100%"),
        (0.001, "under 1%"),
        (0.999, "over 99%"),
    ],
)
def test_a_share_is_never_rounded_to_none_or_all(share: float, said: str) -> None:
    """Something is never 0%, and not quite all is never 100%."""
    assert wording.percent(share) == said


@pytest.mark.parametrize(
    ("hours", "said"),
    [(-14.0, "14 hours late"), (0.5, "30 minutes in hand"), (-96.0, "4 days late"),
     (1.0, "1 hour in hand"), (0.0, "at the time"), (None, "")],
)  # fmt: skip
def test_a_margin_is_late_or_in_hand(hours: float | None, said: str) -> None:
    """Due minus fulfilled: negative is late."""
    assert wording.margin(hours) == said


def test_a_rate_carries_its_interval() -> None:
    """212 of 405 is 52%, 47 to 57."""
    assert wording.rate(wilson(212, 405)) == "52% (47 to 57)"
    assert wording.of(wilson(212, 405)) == "212 of 405"
    assert wording.rate(wilson(0, 0)) == "none judged"


def test_a_time_is_a_london_time() -> None:
    """Noon UTC in July is one o'clock in London."""
    noon = datetime(2016, 7, 4, 12, 0, tzinfo=UTC)
    assert wording.minute(noon) == "4 Jul 2016, 13:00"
    assert wording.day(noon) == "4 July 2016"


def test_words_for_months_agencies_and_lists() -> None:
    """Codes are said in words; a code nobody knows stays as it is."""
    assert wording.month("2016-07") == "July 2016"
    assert wording.short_month("2016-07") == "Jul 2016"
    assert wording.agency("LA") == "Council"
    assert wording.agency("NAVY") == "NAVY"
    assert wording.district("") == "Not recorded"
    assert wording.listed(["a", "b", "c"]) == "a, b and c"
    assert wording.many(1, "child", "children") == "1 child"
    assert wording.many(2001, "child", "children") == "2,001 children"


def test_a_file_name_holds_nothing_a_system_refuses() -> None:
    """A district's name with a slash makes a name that no path can escape by."""
    assert wording.file_name("../West Shore") == "west-shore"
    assert wording.file_name("") == "not-recorded"
