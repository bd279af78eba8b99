"""Every kind of event can be named in a sentence, and every fact has its meaning."""

import re
from pathlib import Path

from trigpoint import judgements
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


def test_no_fact_bears_a_name_that_the_queries_use() -> None:
    """A fact is a column of the log: it must not hide one that the engine makes."""
    folder = Path(str(judgements.__file__)).parent
    made = {
        name
        for path in folder.rglob("*.py")
        for name in re.findall(r"(?:\bAS |\br\.)([a-z_]+)", path.read_text("utf-8"))
    }
    assert {"excused", "outcome_found"} <= made
    assert not set(FACTS) & made
