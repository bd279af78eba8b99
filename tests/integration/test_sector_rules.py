"""The sector's error rules over an invented census: only what was planted may fire."""

from pathlib import Path

import pytest

from tests.support.census_rules import RULES, asked_about
from trigpoint.synthetic import generation

#: Planted on purpose, and said in the manifest: a pupil number with a wrong letter, and a
#: second referral while the first is open.
PLANTED = {"1510", "8815", "8820"}


@pytest.fixture(scope="module", params=["before", "change"])
def census(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """The whole census year of a county of 6,000 children, in two regimes."""
    out = tmp_path_factory.mktemp("rules") / request.param
    generation.generate(out=out, children=6000, seed=9, regime=request.param)
    years = sorted((out / "extracts" / "council").glob("cin_census_????.xml"))
    return years[-1]


def test_only_planted_defects_fire(
    census: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of some fifty rules on the fields that the generator writes."""
    found = asked_about(census)
    with capsys.disabled():
        counts = {rule: len(children) for rule, children in sorted(found.items())}
        print(f"\n{census.name}: {len(RULES) + 2} rules, {counts} fire")
    assert set(found) <= PLANTED


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
