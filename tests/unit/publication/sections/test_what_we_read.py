"""What we read."""

from collections import Counter

from tests.support.composed import bare, evidence, rows, tables, words
from trigpoint.publication.parts import plain
from trigpoint.publication.sections.what_we_read import section


def test_receipts_reach_conflicts_and_quarantine_are_all_told() -> None:
    """Each file's counts, each source's reach, what disagrees, and what was set aside."""
    said = words(section(evidence()))
    assert "police/missing.csv | Police | 1,500 | 1,488 | 5 | 7 | 80" in said
    assert "council:909 | Council | 31 March 2017 | no: taken as recorded" in said
    assert "5 disagreements" in said
    assert "police/missing.csv | no key | 2" in said


def test_what_is_missing_names_the_duties_it_leaves_untold() -> None:
    """The unknown are counted by reason, and their numbers add up to every one."""
    (table,) = [
        one for one in tables(section(evidence())) if "cannot be told" in one.caption
    ]
    whole = Counter(row["missing"] for row in rows() if row["outcome"] == "cannot_tell")
    found = {plain(row[0]).lower(): int(plain(row[1])) for row in table.rows}
    assert found == {words.lower(): size for words, size in whole.items()}


def test_a_birth_date_in_dispute_stays_out_of_the_report() -> None:
    """What the two agencies say is on the child's own page alone."""
    assert "2003-05" not in words(section(evidence()))
    (kept,) = [one for one in evidence().lists if one.name == "conflicts"]
    assert kept.table is not None
    assert all("2003-05" not in cell for row in kept.table.rows for cell in row)


def test_a_run_without_receipts_says_so() -> None:
    """Nothing handed over is said in its place."""
    said = words(section(bare()))
    assert "No receipt was handed over" in said
    assert "No row was set aside." in said
    assert "Every duty could be told." in said
