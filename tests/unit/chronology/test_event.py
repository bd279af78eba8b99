"""One event, and a log's rows as events."""

import pyarrow as pa
import pytest

from tests.support.invented_events import an_event
from tests.support.staged_tables import TAM, put_together, when
from trigpoint.chronology.event import LOG_SCHEMA, events_of
from trigpoint.vocabulary.event_kinds import FACTS, EventKind


def test_the_log_has_a_column_for_every_fact() -> None:
    """A fact added to the vocabulary is a column of the log."""
    assert set(FACTS) <= set(LOG_SCHEMA.names)
    assert all(LOG_SCHEMA.field(fact).type == pa.string() for fact in FACTS)


@pytest.mark.parametrize(
    ("at", "known"), [(9, False), (10, True), (19, True), (20, False)]
)
def test_a_version_is_known_from_its_record_until_it_is_replaced(
    at: int, known: bool
) -> None:
    """The moment of record counts, the moment of replacement no more."""
    assert an_event(recorded=10, replaced=20).known(at) is known


def test_rows_become_events_in_their_order() -> None:
    """Facts not received are left out; received and empty ones stay, as empty."""
    made = put_together(
        nominal=[TAM],
        missing=[
            {"misper_id": "MP1", "nominal_id": "N1", "risk": "HIGH", "risk_reason": "",
             "risk_at": "2016-08-19 23:25", "reported_at": "2016-08-19 23:10"}
        ],
    )  # fmt: skip
    events = list(events_of(made.log))
    assert [event.seq for event in events] == [0, 1, 2]
    graded = events[2]
    assert graded.kind is EventKind.MISSING_GRADED
    assert graded.happened.earliest == when("2016-08-19 23:25")
    assert graded.facts == {"risk": "HIGH", "reason": ""}
    assert graded.actor_rank is None
    assert graded.reference == "MP1"
