"""The sector's error rules over an invented census: only what was planted may fire."""

from datetime import date
from pathlib import Path

import pytest
from lxml import etree

from tests.support import ssda903_rules
from tests.support.census_rules import RULES, asked_about
from trigpoint.synthetic import generation

#: Planted on purpose, and said in the manifest: a pupil number with a wrong letter, numbers
#: of an invented council, and a second referral while the first is open.
PLANTED = {"1510", "1530", "8815", "8816", "8820"}
#: A part of a year does not end on the day on which a census ends.
PART_YEAR = {"100"}


@pytest.fixture(scope="module", params=["before", "change"])
def council(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """What the council of 6,000 children handed over, in two regimes."""
    out = tmp_path_factory.mktemp("rules") / request.param
    generation.generate(out=out, children=6000, seed=9, regime=request.param)
    return out / "extracts" / "council"


def test_only_planted_defects_fire(
    council: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of some seventy rules, in each census: as tables, as XML, and of a part of a year."""
    censuses = sorted(council.glob("cin_census_*"))
    assert len(censuses) >= 3
    for census in censuses:
        found = asked_about(census)
        counts = {rule: len(children) for rule, children in sorted(found.items())}
        with capsys.disabled():
            print(f"\n{census.name}: {len(RULES) + 2} rules, {counts} fire")
        partly = PART_YEAR if census.name.endswith("part_year.xml") else set()
        assert set(found) <= PLANTED | partly
        # Planted defects are few.
        assert max(counts.get(rule, 0) for rule in ("8815", "8816", "8820")) <= 6


def test_the_return_of_children_in_care_is_asked_about_nothing(council: Path) -> None:
    """Of some eighty rules on its header, episodes and missing none fires."""
    last = max(council.glob("cin_census_*_part_year.xml"))
    end = date.fromisoformat(etree.parse(last).findtext(".//ReferenceDate"))
    found = ssda903_rules.children(council / "ssda903", end)
    assert len(found) > 20
    assert sum(len(child.missing) for child in found) > 0
    assert ssda903_rules.asked_about(found) == {}


def test_the_returns_of_earlier_years_are_asked_about_nothing(council: Path) -> None:
    """The same rules, of the same return as XML."""
    returns = sorted(council.glob("ssda903_*.xml"))
    assert returns
    for path in returns:
        end = date(int(path.stem[-4:]), 3, 31)
        found = ssda903_rules.children_of_xml(path, end)
        assert len(found) > 20
        assert ssda903_rules.asked_about(found) == {}, path.name
    # Not for want of rows: of another year they would ask.
    wrong = ssda903_rules.children_of_xml(returns[-1], date(1999, 3, 31))
    assert ssda903_rules.asked_about(wrong)


def test_the_rules_on_children_in_care_do_ask() -> None:
    """A child with a dozen faults is asked about in each of them."""
    episode = {
        "DECOM": "01/05/2016", "RNE": "Q", "LS": "L2", "CIN": "N9", "PLACE": "U4",
        "PLACE_PROVIDER": "PR0", "DEC": "30/04/2016", "REC": "", "REASON_PLACE_CHANGE": "",
        "HOME_POST": "ZZ99 1AA", "PL_POST": "ZZ99 1AA", "URN": "",
    }  # fmt: skip
    away = {
        "DOB": "",
        "MISSING": "X",
        "MIS_START": "02/03/2016",
        "MIS_END": "01/03/2016",
    }
    child = ssda903_rules.Child(
        header={
            "CHILD": "1",
            "SEX": "3",
            "DOB": "02/06/2016",
            "ETHNIC": "W",
            "UPN": "?",
        },
        episodes=[episode],
        missing=[away, {**away, "MIS_START": "01/06/2017", "MIS_END": ""}],
        end=date(2017, 3, 31),
    )
    assert set(ssda903_rules.asked_about([child, child])) >= {
        "101", "103", "1006", "143", "145", "148", "168", "218", "302", "356", "392d", "550",
        "567", "570", "571", "577", "581", "586", "INT13", "INT32",
    }  # fmt: skip


def test_the_rules_do_ask(tmp_path: Path) -> None:
    """A census with a dozen faults is asked about in each of them."""
    path = tmp_path / "bad.xml"
    path.write_text(
        """<Message><ReferenceDate>2016-03-31</ReferenceDate><Children><Child>
        <ChildIdentifiers><LAchildID>7-1</LAchildID><UPN>B123456789012</UPN>
        <PersonBirthDate>2017-01-01</PersonBirthDate></ChildIdentifiers>
        <ChildCharacteristics><Ethnicity>W</Ethnicity></ChildCharacteristics>
        <CINdetails><CINreferralDate>2015-05-05</CINreferralDate>
        <ReferralSource>99</ReferralSource><PrimaryNeedCode>X</PrimaryNeedCode>
        <CINclosureDate>2015-05-04</CINclosureDate><ReferralNFA>1</ReferralNFA>
        <Assessments><AssessmentActualStartDate>2015-05-01</AssessmentActualStartDate>
        <FactorsIdentifiedAtAssessment><AssessmentFactors>21</AssessmentFactors>
        <AssessmentFactors>21</AssessmentFactors><AssessmentFactors>3A</AssessmentFactors>
        </FactorsIdentifiedAtAssessment></Assessments>
        <Section47><S47ActualStartDate>2015-05-06</S47ActualStartDate>
        <DateOfInitialCPC>2015-05-03</DateOfInitialCPC></Section47>
        <ChildProtectionPlans><CPPstartDate>2015-06-01</CPPstartDate>
        <CPPendDate>2015-06-01</CPPendDate><InitialCategoryOfAbuse>Q</InitialCategoryOfAbuse>
        <Reviews><CPPreviewDate>2015-05-01</CPPreviewDate></Reviews>
        </ChildProtectionPlans></CINdetails></Child></Children></Message>""",
        encoding="utf-8",
    )
    assert set(asked_about(path)) >= {
        "1103", "1104", "1510", "1580", "4220", "8520", "8565", "8606", "8614", "8615",
        "8630", "8650", "8805", "8831", "8840", "8841", "8866", "8867", "8869", "8875",
        "8898", "8905", "8910",
    }  # fmt: skip
