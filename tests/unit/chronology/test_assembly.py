"""The log as a whole: who is in it, in what order, and that the order of rows is nothing."""

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.staged_tables import TAM, of_kind, put_together, staged, until, when
from trigpoint.chronology.assembly import CHILDREN_SCHEMA, assemble
from trigpoint.chronology.event import LOG_SCHEMA, events_of

END = until("2017-12-31")
REACH = {"police": END, "council": END}
REPORT = {"misper_id": "MP1", "nominal_id": "N1", "reported_at": "2016-08-19 23:10"}


def test_the_log_has_its_contract_s_columns_and_order() -> None:
    """`seq` is dense over the log and follows (child, earliest, event)."""
    made = put_together(
        nominal=[TAM, {**TAM, "nominal_id": "N3"}],
        missing=[REPORT, {**REPORT, "misper_id": "MP2", "nominal_id": "N3"}],
    )
    assert made.log.schema == LOG_SCHEMA
    rows = made.log.to_pylist()
    assert [row["seq"] for row in rows] == list(range(4))
    keys = [(row["child_no"], row["earliest"], row["event"]) for row in rows]
    assert keys == sorted(keys)
    assert [row["child"] for row in rows] == sorted(row["child"] for row in rows)
    assert len(list(events_of(made.log))) == 4


def test_no_tables_give_an_empty_log() -> None:
    """Nothing received is nothing known, not an error."""
    made = assemble(tables={}, reach={})
    assert made.log.schema == LOG_SCHEMA
    assert len(made.log) == len(made.children) == len(made.conflicts) == 0
    assert made.coverage.reach == {}


def test_an_adult_has_no_chronology() -> None:
    """Who was 18 or over at every event is not in the log."""
    made = put_together(nominal=[{**TAM, "dob": "1980-01-01"}], missing=[REPORT])
    assert len(made.log) == 0
    assert made.counts["children"] == 0


@pytest.mark.parametrize(
    ("dob", "day", "adult"),
    [
        ("1998-08-20", "2016-08-19 23:59", False),
        ("1998-08-20", "2016-08-20 00:00", True),
        ("2000-02-29", "2018-02-28 23:00", False),
        ("2000-02-29", "2018-03-01 00:00", True),
        ("", "2016-08-20 00:00", False),
    ],
)
def test_adult_begins_with_the_eighteenth_birthday(
    dob: str, day: str, adult: bool
) -> None:
    """London days count; born on 29 February, 1 March; unborn or undated, never."""
    made = put_together(
        nominal=[{**TAM, "dob": dob, "valid_from": "2015-01-01 10:00"}],
        missing=[{**REPORT, "reported_at": day}],
    )
    (event,) = of_kind(made, "MISSING_REPORTED")
    assert event["adult"] is adult


def test_a_person_without_a_birth_date_is_kept_and_noted() -> None:
    """They may be a child."""
    made = put_together(nominal=[{**TAM, "dob": ""}], missing=[REPORT])
    assert made.counts["children"] == 1
    assert any("without a birth date" in note for note in made.notes)


def test_a_source_without_record_times_is_named() -> None:
    """Its events count as recorded when they happened, and a note says so."""
    made = put_together(nominal=[TAM], missing=[REPORT])
    (event,) = of_kind(made, "MISSING_REPORTED")
    assert event["recorded"] == event["latest"] == when("2016-08-19 23:10")
    assert any(note.startswith("No record times from police") for note in made.notes)


def test_a_dated_row_without_a_person_is_counted() -> None:
    """It makes no event, and is not dropped in silence."""
    made = put_together(nominal=[TAM], missing=[{**REPORT, "nominal_id": ""}])
    assert made.counts["rows_without_person"] == 1


def test_children_lists_every_record_of_a_child() -> None:
    """One line per source and id, and by what rule it was linked."""
    made = put_together(
        nominal=[TAM, {**TAM, "nominal_id": "N4", "merged_into": "N1"}],
        missing=[REPORT],
    )
    assert made.children.schema == CHILDREN_SCHEMA
    rows = made.children.to_pylist()
    assert [row["source_id"] for row in rows] == ["N1", "N4"]
    assert {row["decided_by"] for row in rows} == {"exact:merged_into"}
    assert {row["link_probability"] for row in rows} == {1.0}


_TIMES = [
    f"2016-08-{day:02d} {hour:02d}:00" for day in (1, 2, 3) for hour in (0, 9, 21)
]
_EPISODES = st.lists(
    st.fixed_dictionaries(
        {
            "misper_id": st.sampled_from(["MP1", "MP2"]),
            "nominal_id": st.sampled_from(["N1", "N3", ""]),
            "reported_at": st.sampled_from(_TIMES),
            "risk": st.sampled_from(["LOW", "HIGH", "??", ""]),
            "risk_at": st.sampled_from([*_TIMES, ""]),
            "found_at": st.sampled_from([*_TIMES, ""]),
            "recorded_at": st.sampled_from([*_TIMES, None]),
            "source_file": st.sampled_from(["1", "2"]),
        }
    ),
    min_size=1,
    max_size=6,
)


def _shuffled(table: pa.Table, seed: int) -> pa.Table:
    order = np.random.default_rng(seed).permutation(len(table))
    return table.take(pa.array(order))


@settings(max_examples=12, deadline=None)
@given(rows=_EPISODES, seed=st.integers(0, 9))
def test_the_order_of_rows_is_nothing(rows: list[dict], seed: int) -> None:
    """The same rows in another order make the same log."""
    tables = staged(nominal=[TAM, {**TAM, "nominal_id": "N3"}], missing=rows)
    turned = {name: _shuffled(table, seed) for name, table in tables.items()}
    one, other = (assemble(tables=t, reach=REACH) for t in (tables, turned))
    assert one.log.equals(other.log)
    assert one.children.equals(other.children)
    assert one.conflicts.equals(other.conflicts)


@settings(max_examples=12, deadline=None)
@given(rows=_EPISODES)
def test_the_same_rows_twice_add_nothing(rows: list[dict]) -> None:
    """Only the list of source rows grows."""
    tables = staged(nominal=[TAM, {**TAM, "nominal_id": "N3"}], missing=rows)
    twice = {name: pa.concat_tables([t, t]) for name, t in tables.items()}
    one, other = (assemble(tables=t, reach=REACH) for t in (tables, twice))
    kept = [n for n in LOG_SCHEMA.names if not n.startswith("source_")]
    assert one.log.select(kept).equals(other.log.select(kept))


@settings(max_examples=12, deadline=None)
@given(rows=_EPISODES, at=st.sampled_from(_TIMES))
def test_at_no_moment_are_two_versions_of_one_event_known(
    rows: list[dict], at: str
) -> None:
    """Whatever was recorded when, an event id is known at most once."""
    made = put_together(nominal=[TAM, {**TAM, "nominal_id": "N3"}], missing=rows)
    known = [event.event for event in events_of(made.log) if event.known(when(at))]
    assert len(known) == len(set(known))
