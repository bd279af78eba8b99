"""What we cannot say."""

from tests.support.composed import bare, evidence, tables, words
from trigpoint.publication.sections.what_we_cannot_say import ASSUMPTIONS, section


def test_power_unknowns_assumptions_and_record_times_are_all_told() -> None:
    """Four things a reader must know before quoting a figure."""
    said = words(section(evidence()))
    power, bounds = tables(section(evidence()))
    assert len(power.rows) == 5
    assert all("points" in row[3][0].text for row in power.rows)
    unknown = [s for s in evidence().slugs() if evidence().counts(s).cannot_tell]
    assert len(bounds.rows) == len(unknown)
    assert "council:909: judged as recorded when it happened" in said
    assert all(words_ in said for words_ in ASSUMPTIONS)


def test_nothing_judged_has_no_power() -> None:
    """A run without judgements could show no change, and says so."""
    said = words(section(bare()))
    assert "Nothing was judged" in said
    assert "No duty is unknown." in said
