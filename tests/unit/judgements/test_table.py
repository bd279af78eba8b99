"""The table that leaves the engine: who, where, by how much, and why."""

import json
from datetime import date

import pyarrow as pa
import pytest

from trigpoint.chronology.event import LOG_SCHEMA
from trigpoint.judgements.judgement import RESULT_SCHEMA
from trigpoint.judgements.table import TABLE_SCHEMA, contract_table
from trigpoint.standards.language import (
    Act,
    Each,
    Elapsed,
    FollowedBy,
    Occasions,
    hours,
)
from trigpoint.standards.standard import Fault, Source, Standard, Standing
from trigpoint.timekeeping.london import HOUR
from trigpoint.vocabulary.agencies import Agency
from trigpoint.vocabulary.areas import Area
from trigpoint.vocabulary.event_kinds import EventKind

INTERVIEW = Standard(
    slug="return-home-interview-72-hours",
    version=1,
    code="M10",
    title="A return interview within 72 hours",
    area=Area.MISSING,
    duty_holder=Agency.LA,
    source=Source(
        instrument="a test",
        provision="",
        site="",
        standing=Standing.OURS,
        confirmed=False,
    ),
    in_force_from=date(2010, 1, 1),
    applies_to=Occasions(each=(Each(kinds=(EventKind.MISSING_RETURNED,)),)),
    expects=FollowedBy(
        acts=(Act(kinds=(EventKind.RETURN_INTERVIEW_HELD,)),), within=Elapsed(hours(72))
    ),
    fault=Fault.PROCEDURAL,
)


def log_row(
    seq: int, event: str, kind: str, at: int, **more: object
) -> dict[str, object]:
    row: dict[str, object] = dict.fromkeys(LOG_SCHEMA.names)
    empty = ("source", "actor", "team", "district", "reference", "about")
    row |= dict.fromkeys(empty, "")
    row |= {"child": "C1", "child_no": 0, "seq": seq, "event": event, "kind": kind}
    row |= {"earliest": at, "latest": at, "recorded": at, "adult": False}
    return row | {"agency": "POLICE"} | more


def result_row(**more: object) -> dict[str, object]:
    row: dict[str, object] = dict.fromkeys(RESULT_SCHEMA.names)
    texts = ("act", "exclusion", "exception", "missing", "fault")
    row |= dict.fromkeys(texts, "")
    row |= {"child": "C1", "standard": INTERVIEW.slug, "version": 1, "occasion": "E1"}
    row |= {"triggered_earliest": 0, "triggered_latest": 0}
    return row | {"due_earliest": 72 * HOUR, "due_latest": 72 * HOUR} | more


def table(
    log: list[dict[str, object]],
    rows: list[dict[str, object]],
    likely_links: dict[str, float] | None = None,
) -> pa.Table:
    return contract_table(
        result=pa.Table.from_pylist(rows, RESULT_SCHEMA),
        log=pa.Table.from_pylist(log, LOG_SCHEMA),
        standards=[INTERVIEW],
        missing_words=lambda code, standard: f"{standard.code} lacks {code}",
        likely_links=likely_links,
    )


RETURNED = log_row(0, "E1", "MISSING_RETURNED", 0, team="Response", district="")
HELD = log_row(
    1, "E2", "RETURN_INTERVIEW_HELD", 80 * HOUR, agency="LA", actor="W7", team="Return"
)
LATER = log_row(2, "E3", "FLAG_SET", 90 * HOUR, district="North Fell")


def test_a_late_act_has_a_negative_margin_and_its_own_actor() -> None:
    """An interview eight hours late is -8, and names who held it."""
    late = result_row(
        outcome="late", act="E2", act_earliest=80 * HOUR, act_latest=80 * HOUR
    )
    (row,) = table([RETURNED, HELD], [late]).to_pylist()
    assert row["margin_hours"] == pytest.approx(-8)
    assert (row["agency"], row["actor"], row["team"]) == ("LA", "W7", "Return")
    assert (row["duty_holder"], row["area"]) == ("LA", "missing")


def test_without_an_act_the_trigger_s_team_is_named() -> None:
    """A missed duty stands with the team of its trigger, and has no margin."""
    (row,) = table([RETURNED, HELD], [result_row(outcome="missed")]).to_pylist()
    assert row["margin_hours"] is None
    assert row["fulfilled_at"] is None
    assert (row["agency"], row["team"]) == ("POLICE", "Response")


def test_a_district_not_on_the_row_is_the_child_s_latest_known() -> None:
    """The district falls back to the latest that the child's log names, else is empty."""
    missed = [result_row(outcome="missed")]
    assert table([RETURNED, HELD], missed)["district"].to_pylist() == [""]
    with_place = table([RETURNED, HELD, LATER], missed)
    assert with_place["district"].to_pylist() == ["North Fell"]


def test_what_is_missing_is_in_words_and_why_is_json() -> None:
    """The code is worded for the standard, and kept as a code in `why`."""
    untold = result_row(outcome="cannot_tell", missing="kind:X", exception='a "b"')
    made = table([RETURNED], [untold])
    assert made.schema.equals(TABLE_SCHEMA)
    (row,) = made.to_pylist()
    assert row["missing"] == "M10 lacks kind:X"
    why = json.loads(row["why"])
    assert why["missing"] == "kind:X"
    assert why["exception"] == 'a "b"'
    assert why["trigger"]["kind"] == "MISSING_RETURNED"
    assert why["due"] == [72 * HOUR, 72 * HOUR]


def test_no_judgements_is_an_empty_table_of_the_same_columns() -> None:
    """A run that found no occasion still writes its columns."""
    assert table([RETURNED], []).schema.equals(TABLE_SCHEMA)


@pytest.mark.parametrize(
    ("links", "told"), [({"C1": 0.9931}, 0.9931), ({"C2": 0.99}, None), ({}, None)]
)
def test_a_judgement_of_a_child_joined_by_likeness_says_so(
    links: dict[str, float], told: float | None
) -> None:
    """Only the judgements of that child carry how likely its link is."""
    (row,) = table([RETURNED], [result_row(outcome="missed")], links).to_pylist()
    assert json.loads(row["why"])["link"] == told
