"""Findings in plain words."""

from trigpoint.findings.finding import Counts
from trigpoint.publication.parts import plain
from trigpoint.publication.sentences import TOLD, sentence
from trigpoint.standards.catalogue import all_standards


def test_a_finding_is_told_with_its_rate_and_interval() -> None:
    """Return interviews: 212 of 405, 52%, 47 to 57."""
    counts = Counts(met=212, late=100, missed=93)
    told = sentence("return-home-interview-72-hours", "x", counts, "lists/r.html")
    assert plain(told) == (
        "Return interviews were held within 72 hours in 212 of 405 returns "
        "(52%, 47 to 57)."
    )
    assert [run.href for run in told if run.href] == ["lists/r.html"]


def test_a_standard_without_a_sentence_is_told_by_its_title() -> None:
    """A local standard nobody foresaw is told all the same."""
    told = sentence("local-rule", "A local rule", Counts(met=1, missed=1), "")
    assert plain(told) == "A local rule: met in 1 of 2 (50%, 9 to 91)."


def test_what_was_not_judged_is_not_told_as_none() -> None:
    """Where nothing could be judged the sentence says why, and gives no rate."""
    unknown = plain(sentence("x", "A rule", Counts(cannot_tell=3), ""))
    assert unknown == (
        "A rule: no occasion could be judged. 3 cannot be told from these records."
    )
    assert "None arose" in plain(sentence("x", "A rule", Counts(), ""))


def test_every_standard_of_the_library_has_a_sentence() -> None:
    """The library's standards are each told in words of their own."""
    assert {one.slug for one in all_standards()} <= set(TOLD)
