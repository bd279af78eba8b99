"""Rates by district and month, counted again in plain Python."""

import json
from collections import Counter
from datetime import datetime

import pyarrow as pa
import pytest

from tests.support.composed import run
from trigpoint.findings import rates
from trigpoint.timekeeping.london import LONDON


def test_every_total_is_what_counting_by_hand_gives() -> None:
    """Each standard's outcomes are the rows that have them."""
    table = run().judgements
    by_hand = Counter(
        zip(table["standard"].to_pylist(), table["outcome"].to_pylist(), strict=True)
    )
    found = [
        row for row in rates.findings(table) if row["district"] is row["month"] is None
    ]
    assert len(found) == len({slug for slug, _ in by_hand})
    for row in found:
        for outcome in (
            "met",
            "late",
            "missed",
            "not_yet_due",
            "excepted",
            "cannot_tell",
        ):
            assert row[outcome] == by_hand[row["standard"], outcome]


@pytest.mark.parametrize("by", [("district",), ("month",), ("district", "month")])
def test_the_parts_add_up_to_the_total(by: tuple[str, ...]) -> None:
    """Districts, months and both together each hold every judgement once."""
    parts = rates.total(rates.find(run().judgements, [by]))
    assert parts == rates.total(rates.find(run().judgements, [()]))
    assert parts.occasions == len(run().judgements)


def test_a_month_is_a_london_month() -> None:
    """Half past midnight on 1 July in London is still 30 June in UTC."""
    when = datetime(2016, 7, 1, 0, 30, tzinfo=LONDON)
    column = pa.chunked_array([pa.array([when], pa.timestamp("us", tz="UTC"))])
    (number,) = rates.months(column).to_pylist()
    assert rates.month_name(number) == "2016-07"


def test_findings_are_json_and_in_a_fixed_order() -> None:
    """The same rows in another order give the same text."""
    table = run().judgements
    backwards = table.take(pa.array(range(len(table) - 1, -1, -1)))
    assert json.dumps(rates.findings(table)) == json.dumps(rates.findings(backwards))


def test_another_grouping_is_refused() -> None:
    """Findings go by district and month; a rank of officers is not to be had."""
    with pytest.raises(ValueError, match="not by"):
        rates.find(run().judgements, [("actor",)])


def test_no_judgements_make_no_findings() -> None:
    """A run that found no occasion has no finding, not a rate of 0."""
    assert rates.findings(run().judgements.slice(0, 0)) == []
