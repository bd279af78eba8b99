"""The children in need census."""

from pathlib import Path

import pytest
from lxml import etree

from tests.support import invented_county
from trigpoint.synthetic import cin_export


@pytest.fixture(scope="module")
def council() -> Path:
    return invented_county.written() / "extracts" / "council"


def test_one_file_a_year_and_a_part_year_at_the_end(council: Path) -> None:
    """Reference dates: a whole year, then the day the council last sent files."""
    found = []
    for path in sorted(council.glob("cin_census_*.xml")):
        root = etree.parse(path).getroot()
        assert root.findtext(".//SoftwareCode") == "invented"
        found.append(root.findtext(".//ReferenceDate"))
    assert found == ["2016-03-31", "2016-06-16"]


def test_nothing_is_dated_after_the_reference_date(council: Path) -> None:
    """A census holds what was known on its day (a target date may lie ahead)."""
    for path in council.glob("cin_census_*.xml"):
        root = etree.parse(path).getroot()
        reference = root.findtext(".//ReferenceDate")
        for element in root.find("Children").iter():
            if "Date" in element.tag or element.tag.startswith("CPP"):
                assert (element.text or "") <= reference or len(element)


def test_elements_stand_in_the_order_of_the_schema(council: Path) -> None:
    """CINdetails: referral, source, need, closure, assessments, enquiries, NFA, plans."""
    order = [
        "CINreferralDate",
        "ReferralSource",
        "PrimaryNeedCode",
        "CINclosureDate",
        "ReasonForClosure",
        "Assessments",
        "Section47",
        "ReferralNFA",
        "ChildProtectionPlans",
    ]
    root = etree.parse(council / "cin_census_2016.xml").getroot()
    for details in root.iter("CINdetails"):
        places = [order.index(element.tag) for element in details]
        assert places == sorted(places)


def test_years_are_cut_at_the_last_extract() -> None:
    """The last collection year ends where the council's files end."""
    lives = invented_county.simulated().lives
    *_, (_, _, last) = cin_export.years(lives)
    assert last == lives.council_end - 1
