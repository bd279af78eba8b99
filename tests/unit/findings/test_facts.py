"""Facts read out of `detail`, column by column."""

import json

import pyarrow as pa

from tests.support.composed import run
from trigpoint.findings.facts import fact, from_why, months_of, of_kind


def test_a_fact_is_read_as_reading_the_json_would() -> None:
    """The columns' reading agrees with the JSON's, event by event."""
    events = of_kind(run().chronology, "STRATEGY_DISCUSSION")
    by_json = [
        json.loads(text).get("agencies") for text in events["detail"].to_pylist()
    ]
    assert len(by_json) > 10
    assert fact(events, "agencies") == by_json


def test_one_agency_s_events_can_be_taken_alone() -> None:
    """Of a kind, only that agency's events are taken."""
    mine = of_kind(run().chronology, "MISSING_REPORTED", agency="POLICE")
    assert set(mine["agency"].to_pylist()) == {"POLICE"}
    assert not len(of_kind(run().chronology, "MISSING_REPORTED", agency="HEALTH"))


def test_the_trigger_s_kind_stands_in_why() -> None:
    """The why of a judgement names the kind of its trigger."""
    why = [
        json.loads(text)["trigger"]["kind"]
        for text in run().judgements["why"].to_pylist()
    ]
    assert from_why(run().judgements, "kind") == why


def test_nothing_has_no_facts() -> None:
    """An empty table is no error."""
    empty = run().chronology.slice(0, 0)
    assert fact(empty, "risk") == []
    assert months_of(empty) == []
    some = run().chronology.slice(0, 1)
    assert months_of(some) == [f"{some['happened_from'][0].as_py():%Y-%m}"]
    assert isinstance(some, pa.Table)
