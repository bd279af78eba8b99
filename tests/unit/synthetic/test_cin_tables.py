"""The census as tables says what its XML says."""

import csv
from pathlib import Path

from trigpoint.synthetic import cin_tables

XML = """<Message><Header><CollectionDetails><Collection>CIN</Collection>
<Year>2015</Year><ReferenceDate>2015-03-31</ReferenceDate></CollectionDetails>
<Source><LEA>989</LEA></Source></Header><Children><Child>
<ChildIdentifiers><LAchildID>0071</LAchildID><PersonBirthDate>2001-02-03</PersonBirthDate>
</ChildIdentifiers><ChildCharacteristics><Ethnicity>WBRI</Ethnicity></ChildCharacteristics>
<CINdetails><CINreferralDate>2014-06-02</CINreferralDate><Assessments>
<AssessmentActualStartDate>2014-06-03</AssessmentActualStartDate>
<FactorsIdentifiedAtAssessment><AssessmentFactors>10A</AssessmentFactors>
<AssessmentFactors>11A</AssessmentFactors></FactorsIdentifiedAtAssessment></Assessments>
<ChildProtectionPlans><CPPstartDate>2014-07-01</CPPstartDate>
<Reviews><CPPreviewDate>2014-09-01</CPPreviewDate><CPPreviewDate>2015-02-01</CPPreviewDate>
</Reviews></ChildProtectionPlans></CINdetails></Child></Children></Message>"""


def test_rows_know_their_referral_and_plan(tmp_path: Path) -> None:
    """Ids tie an assessment to its referral and a review to its plan; zeros stay."""
    folder = tmp_path / "tables"
    cin_tables.write(XML.splitlines(), folder)
    found = {
        path.stem: list(csv.DictReader(path.open(encoding="utf-8")))
        for path in folder.iterdir()
    }
    assert found["Header"][0]["LEA"] == "989"
    assert found["ChildIdentifiers"][0]["LAchildID"] == "0071"
    assert found["Assessments"][0]["AssessmentFactors"] == "10A,11A"
    assert (
        found["Assessments"][0]["CINdetailsID"]
        == found["CINdetails"][0]["CINdetailsID"]
    )
    assert [row["CPPreviewDate"] for row in found["Reviews"]] == [
        "2014-09-01",
        "2015-02-01",
    ]
    assert found["Reviews"][0]["CPPID"] == found["ChildProtectionPlans"][0]["CPPID"]
    assert found["Disabilities"] == []
