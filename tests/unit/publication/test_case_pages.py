"""A child's own page."""

import html
import re
from dataclasses import replace
from pathlib import Path

from tests.support.composed import composed, run
from tests.support.drawn_events import drawn
from trigpoint.publication.case_pages import fact_words, kind_words, place, write_cases


def test_each_child_on_record_has_one_page(tmp_path: Path) -> None:
    """As many pages as there are children with an event or a judgement."""
    number = write_cases(composed(), run(), tmp_path)
    children = {
        *run().chronology["child"].to_pylist(),
        *run().judgements["child"].to_pylist(),
    }
    assert number == len(children) == len(list(tmp_path.glob("*.html")))


def test_a_duty_is_told_clause_by_clause_down_to_file_and_row(tmp_path: Path) -> None:
    """Called for, due, done, and each event's place in what was handed over."""
    write_cases(composed(), run(), tmp_path)
    row = next(
        row for row in run().judgements.to_pylist()
        if row["outcome"] == "late" and row["fault"] == "risk"
    )  # fmt: skip
    text = html.unescape((tmp_path / f"{row['child']}.html").read_text())
    event = next(
        e for e in run().chronology.to_pylist() if e["event"] == row["occasion"]
    )
    assert f'href="#event-{row["occasion"]}">{place(event)}</a>' in text
    assert f'id="event-{row["occasion"]}"' in text
    for clause in ("Called for by", "Due", "Done", "The failure is"):
        assert f"<dt>{clause}</dt>" in text
    assert "risk not seen or not acted on" in text


def test_conflicts_stand_side_by_side(tmp_path: Path) -> None:
    """Where two agencies disagree both values are on the child's page."""
    write_cases(composed(), run(), tmp_path)
    child = run().conflicts[0]["child"]
    text = (tmp_path / f"{child}.html").read_text()
    assert "2003-05-14" in text
    assert "2003-05-04" in text


def test_what_happened_at_one_time_stands_together(tmp_path: Path) -> None:
    """Two events of one minute are grouped under one time; a third is apart."""
    events = drawn(
        ("C1", 1, "FLAG_SET", {"flag": "CSE"}),
        ("C1", 1, "MISSING_REPORTED", {"agencies": ";POLICE;LA;"}),
        ("C1", 5, "MISSING_RETURNED", {}),
    )
    made = replace(run(), chronology=events, judgements=run().judgements.slice(0, 0))
    write_cases(composed(), made, tmp_path)
    text = (tmp_path / "C1.html").read_text()
    assert text.count('class="when"') == 2
    assert text.count('class="event"') == 3
    assert "No duty was called for." in text
    assert len(re.findall("<circle", text)) == 3


def test_codes_are_said_in_words() -> None:
    """A kind and a list fact are words; what nobody knows stays as written."""
    assert kind_words("MISSING_REPORTED") == "Missing reported"
    assert kind_words("ODD") == "ODD"
    assert fact_words(";POLICE;LA;") == "police, local authority"
    assert fact_words("HIGH") == "high"
    assert fact_words("19C") == "19C"
