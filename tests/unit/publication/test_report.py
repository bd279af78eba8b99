"""A report written whole: pages, PDF, lists, and what holds them together."""

import re
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest

from tests.support.composed import bare, run
from trigpoint.publication import report

ORDER = [
    "What we read", "First assessment", "Protective plans", "Exploitation", "Missing",
    "Specialists", "Police powers", "Partners' duties", "Districts and months",
    "Strengths", "What we cannot say", "Standards",
]  # fmt: skip


@cache
def written() -> Path:
    """The invented run's report, with its cases, written once."""
    out = Path(mkdtemp())
    report.publish(run(), out, with_cases=True)
    return out


def test_the_sections_stand_in_their_order() -> None:
    """Twelve sections, in the order in which they are read."""
    text = (written() / "report.html").read_text()
    found = re.findall(r'<span class="nth">\d+</span> ([^<]+)</h2>', text)
    assert [title.replace("&#39;", "'") for title in found] == ORDER


def test_every_link_leads_somewhere() -> None:
    """No page of the report, the lists or the cases links to nothing."""
    for page in written().rglob("*.html"):
        text = page.read_text()
        anchors = set(re.findall(r' id="([^"]+)"', text))
        for href in set(re.findall(r'href="([^"]+)"', text)):
            path, _, anchor = href.partition("#")
            if href == "quarantine.csv":
                continue
            assert not path or (page.parent / path).exists(), f"{page.name}: {href}"
            assert path or anchor in anchors, f"{page.name}: {href}"


def test_every_page_says_what_it_is() -> None:
    """Not for publication, and invented, on every page and list; cases say whose they are."""
    for page in written().rglob("*.html"):
        text = page.read_text()
        assert "Not for publication" in text
        assert "Invented data" in text
        assert ("Holds a child" in text) == (page.parent.name == "cases")
        assert "<script" not in text


def test_the_report_is_small_and_names_no_record() -> None:
    """Aggregates and opaque references only: no source number, and far under 3 MB."""
    text = (written() / "report.html").read_text()
    assert len(text) < 1_500_000
    assert "NOM0" not in text
    for page in (written() / "lists").glob("*.html"):
        assert "NOM0" not in page.read_text()
        assert "2003-05-14" not in page.read_text()


def test_cases_are_written_only_when_asked_for(tmp_path: Path) -> None:
    """Without cases there is no folder of them and no link to one."""
    said: list[str] = []
    report.publish(run(), tmp_path, progress=said.append)
    assert not (tmp_path / "cases").exists()
    assert 'href="cases/' not in (tmp_path / "report.html").read_text()
    assert said


def test_the_period_is_that_of_the_occasions() -> None:
    """Where no dates were asked for, from the first occasion to the last."""
    text = (written() / "report.html").read_text()
    assert re.search(r"\d Jul 2015 to \d+ Jun 2017", text)


def test_a_run_that_found_nothing_is_still_a_report(tmp_path: Path) -> None:
    """Every part says in its own place that no source held it."""
    made = report.publish(bare().material, tmp_path)
    assert len(made.sections) == len(ORDER)
    text = (tmp_path / "report.html").read_text()
    assert text.count("No source held") >= 6
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("name", ["RunMaterial", "SourceReach", "compose", "publish"])
def test_the_names_others_use_are_here(name: str) -> None:
    """The service finds all it needs in this one module."""
    assert hasattr(report, name)
