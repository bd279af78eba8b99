"""The true chronology."""

from tests.support import invented_county


def test_it_is_in_order_and_says_who_recorded_what() -> None:
    """By child, then time; on the record of police, council, both or nobody."""
    rows = invented_county.truth("chronology")
    keys = [(row["person"], row["happened"]) for row in rows]
    assert keys == sorted(keys)
    known = {"police", "council", "police and council", "nobody"}
    assert {row["recorded_by"] for row in rows} <= known


def test_what_police_recorded_stands_in_their_file() -> None:
    """A missing report on police record has its number in their file."""
    numbers = {row["misper_id"] for row in invented_county.police("missing")}
    reports = [
        row
        for row in invented_county.truth("chronology")
        if row["kind"] == "MISSING_REPORTED" and row["recorded_by"] == "police"
    ]
    missing = [row for row in reports if row["reference"] not in numbers]
    # A row entered after the period is in no extract.
    assert len(missing) <= len(reports) * 0.1
