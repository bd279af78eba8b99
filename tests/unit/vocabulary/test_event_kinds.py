"""Every kind of event can be named in a sentence, and every fact has its meaning."""

from trigpoint.chronology.event import LOG_SCHEMA
from trigpoint.vocabulary.event_kinds import FACTS, LIST_FACTS, EventKind


def test_a_kind_is_named_in_sentence_case() -> None:
    """A label reads as words, not as code."""
    assert EventKind.MISSING_REPORTED.label == "Missing reported"
    assert all("_" not in kind.label for kind in EventKind)


def test_every_fact_is_a_column_of_the_log() -> None:
    """The log holds each fact, and each list fact is a column too."""
    assert set(FACTS) <= set(LOG_SCHEMA.names)
    assert set(LOG_SCHEMA.names) >= LIST_FACTS
