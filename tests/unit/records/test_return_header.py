"""A header tells whose a return is and how far it reaches, or says what it lacks."""

from datetime import date

from lxml import etree

from tests.support.invented_returns import HEADER
from trigpoint.records.return_header import ReturnHeader, from_element
from trigpoint.timekeeping import london


def header(text: str = HEADER) -> ReturnHeader:
    return from_element(etree.fromstring(text))


def codes(text: str) -> list[str]:
    return [problem.code for problem in header(text).problems()]


def test_a_header_names_its_council_and_its_day() -> None:
    """The source is council:<LEA>; the reach is the last instant of the London day."""
    made = header()
    assert made.source("folder") == "council:909"
    assert made.reaches == london.day_end(date(2017, 3, 31))
    assert made.schema_year == 2017
    assert not made.problems()


def test_a_header_without_its_facts_says_so() -> None:
    """No LEA: the folder's source, else `council`; no date: the reach is unknown."""
    made = header("<Header/>")
    assert (made.source("north"), made.source("")) == ("north", "council")
    assert made.reaches is None
    assert codes("<Header/>") == ["no_reference_date", "no_lea"]


def test_a_year_that_differs_from_the_date_is_said_and_the_date_believed() -> None:
    """Year and ReferenceDate contradict each other."""
    text = HEADER.replace("<Year>2017", "<Year>2016")
    assert codes(text) == ["year_differs"]
    assert header(text).schema_year == 2017


def test_of_two_sources_the_first_is_taken() -> None:
    """Both are named in the problem."""
    second = "<Source><LEA>942</LEA></Source></Header>"
    made = header(HEADER.replace("</Header>", second))
    (problem,) = made.problems()
    assert (problem.code, problem.value) == ("two_sources", "909, 942")
    assert made.source("") == "council:909"


def test_a_date_that_cannot_be_read_is_a_missing_date() -> None:
    """An unreadable ReferenceDate states no reach."""
    text = HEADER.replace("2017-03-31", "end of March")
    assert codes(text) == ["no_reference_date"]
    assert header(text).schema_year == 2017
