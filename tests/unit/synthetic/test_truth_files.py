"""Cells and times as a reader finds them."""

from trigpoint.synthetic.truth_files import (
    first,
    in_order,
    minute,
    minutes,
    open_until,
    outcome,
)


def test_a_day_is_no_time() -> None:
    """One day among times leaves their order open."""
    assert minute("1970-01-02T00:01") == 1441
    assert minute("1970-01-02") is None
    assert minutes(["1970-01-02T00:01", "", "NA"]) == [1441]
    assert minutes(["1970-01-02T00:01", "1970-01-02"]) is None


def test_an_outcome_is_of_what_came_first() -> None:
    """What excuses counts if it came in time, and before the act."""
    assert outcome(10, 10) == "met"
    assert outcome(10, 11) == "late"
    assert outcome(10, None) == "missed"
    assert outcome(10, 9, 8) == "excepted"
    assert outcome(10, 8, 9) == "met"
    assert outcome(10, 12, 11) == "late"


def test_something_new_begins_when_the_last_has_ended() -> None:
    """What comes before an end joins what is open."""
    assert open_until([1, 2, 5, 7], [3]) == [1, 5]
    assert first([1, None, 5], 2) == 5


def test_nobody_is_found_before_they_were_reported() -> None:
    """Such a time is taken away; that of the same day, written without an hour, stays."""
    rows = [
        {"reported_at": "2016-07-04T18:40", "found_at": found}
        for found in ("2016-06-07T02:00", "2016-07-04", "2016-07-04T00:00",
                      "2016-07-05T02:00", "")
    ]  # fmt: skip
    read = in_order({"missing": rows})["missing"]
    told = [row["found_at"] for row in read]
    assert told == ["", "2016-07-04", "2016-07-04T00:00", "2016-07-05T02:00", ""]
