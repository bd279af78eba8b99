"""The list behind a rate."""

from collections import Counter

from tests.support.composed import cells, evidence, rows
from trigpoint.publication.parts import Table
from trigpoint.publication.standard_lists import (
    exceptions,
    in_district,
    judged,
    open_list,
)

SLUG = "return-home-interview-72-hours"


def test_exceptions_are_counted_by_kind() -> None:
    """The words of each exception are counted as they stand in why."""
    whole = sum(r["standard"] == SLUG and r["outcome"] == "excepted" for r in rows())
    found = exceptions(evidence(), SLUG)
    assert whole > 0
    assert found == Counter({"offered in time and refused": whole})


def test_a_rate_s_page_holds_its_denominator_and_every_outcome() -> None:
    """Above the judged cases stand all six outcomes, and the exceptions by kind."""
    href = open_list(evidence(), SLUG)
    assert href == f"lists/{SLUG}.html" == open_list(evidence(), SLUG)
    (kept,) = [one for one in evidence().lists if one.name == SLUG]
    assert len(kept.rows) == evidence().counts(SLUG).judged
    outcomes, kinds = kept.above
    assert isinstance(outcomes, Table)
    assert isinstance(kinds, Table)
    assert [row[0] for row in cells(outcomes)] == [
        "Met", "Late", "Missed", "Not yet due", "Excepted", "Cannot tell",
    ]  # fmt: skip
    assert cells(kinds)[0][0] == "offered in time and refused"
    # The page stands in the lists' own folder, and so do those it links to.
    assert all(
        "/" not in run.href for row in outcomes.rows for cell in row for run in cell
    )


def test_a_place_and_a_denominator_have_their_lists() -> None:
    """A district's number and a rate's denominator link to as many cases as they say."""
    place = in_district(evidence(), "cse-flag", "East Fell", "x")
    assert place.href == "lists/cse-flag-district-east-fell.html"
    run = judged(evidence(), "cse-flag")
    assert run.text == str(evidence().counts("cse-flag").judged)
    assert run.href == "lists/cse-flag.html"
    assert judged(evidence(), "never-heard-of").href == ""
