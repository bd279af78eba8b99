"""Small invented council returns, written by tests: no real child, council 909 invented."""

from pathlib import Path

from trigpoint.records.importer import Context

HEADER = """<Header><CollectionDetails><Collection>CIN</Collection><Year>2017</Year>
<ReferenceDate>2017-03-31</ReferenceDate></CollectionDetails>
<Source><SourceLevel>L</SourceLevel><LEA>909</LEA></Source></Header>"""
IDENTIFIERS = """<LAchildID>0012</LAchildID><PersonBirthDate>2003-05-14</PersonBirthDate>
<GenderCurrent>2</GenderCurrent>"""
DETAILS = """<CINdetails><CINreferralDate>2016-07-06</CINreferralDate>
<ReferralSource>6</ReferralSource><PrimaryNeedCode>N1</PrimaryNeedCode>
<Assessments><AssessmentActualStartDate>2016-07-07</AssessmentActualStartDate>
<AssessmentAuthorisationDate>2016-08-20</AssessmentAuthorisationDate>
<FactorsIdentifiedAtAssessment><AssessmentFactors>10A</AssessmentFactors>
<AssessmentFactors>11A</AssessmentFactors></FactorsIdentifiedAtAssessment></Assessments>
<CINPlanDates><CINPlanStartDate>2016-08-21</CINPlanStartDate></CINPlanDates>
<Section47><S47ActualStartDate>2016-07-07</S47ActualStartDate>
<InitialCPCtarget>2016-07-28</InitialCPCtarget>
<DateOfInitialCPC>2016-07-26</DateOfInitialCPC>
<ICPCnotRequired>false</ICPCnotRequired></Section47>
<ReferralNFA>0</ReferralNFA>
<ChildProtectionPlans><CPPstartDate>2016-07-26</CPPstartDate>
<InitialCategoryOfAbuse>NEG</InitialCategoryOfAbuse>
<LatestCategoryOfAbuse>SAB</LatestCategoryOfAbuse>
<NumberOfPreviousCPP>0</NumberOfPreviousCPP>
<Reviews><CPPreviewDate>2016-10-20</CPPreviewDate>
<CPPreviewDate>2017-03-01</CPPreviewDate></Reviews></ChildProtectionPlans></CINdetails>"""


def child(
    *, identifiers: str = IDENTIFIERS, details: str = DETAILS, also: str = ""
) -> str:
    """One Child element."""
    return (
        f"<Child>\n<ChildIdentifiers>{identifiers}</ChildIdentifiers>\n"
        "<ChildCharacteristics><Ethnicity>WBRI</Ethnicity>"
        "<Disabilities><Disability>LD</Disability><Disability>HEAR</Disability>"
        f"</Disabilities></ChildCharacteristics>\n{details}{also}</Child>"
    )


def numbered(number: int) -> str:
    """One Child with its own id and nothing else of its own."""
    return child(identifiers=IDENTIFIERS.replace("0012", f"X{number:05d}"))


def census(*parts: str, header: str = HEADER, root: str = "Message") -> str:
    """A census of these Child elements."""
    words = root.split()[0]
    children = "\n".join(parts) or child()
    return f"<{root}>\n{header}\n<Children>\n{children}\n</Children></{words}>"


def write(folder: Path, text: str, name: str = "invented.xml") -> Path:
    """The text as a file."""
    path = folder / name
    path.write_text(text, encoding="utf-8", newline="")
    return path


def told(path: Path, source: str = "") -> Context:
    """What a reader is told about a file that lies in no sub-folder."""
    return Context(file=path.name, default_source=source)
