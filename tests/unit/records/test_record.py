"""What reading one file gives."""

from trigpoint.records.record import Reading, Refusal
from trigpoint.vocabulary.agencies import Agency


def test_a_refusal_s_text_is_what_a_person_reads() -> None:
    """A refusal is its sentence."""
    assert str(Refusal("Send it again.")) == "Send it again."


def test_a_reading_is_about_one_source() -> None:
    """A reading without rows is lawful, and knows whose record it is."""
    read = Reading(
        format="x", agency=Agency.LA, source="council", rows_received=0,
        rows_accepted=0, tables={},
    )  # fmt: skip
    assert (read.duplicates, read.extract_date, read.problems) == (0, None, ())
