"""The CIN census as CSV tables: the council and the date stand in the header's table."""

from datetime import date
from pathlib import Path

import pytest

from tests.support.invented_returns import census, told, write
from trigpoint.records.importers.council_cin_census_csv import IMPORTER, read
from trigpoint.records.importers.council_cin_census_xml import read as read_xml
from trigpoint.records.record import Reading
from trigpoint.records.sampling import sample
from trigpoint.timekeeping import london

TABLES = {
    "Header": ",Collection,Year,ReferenceDate,SourceLevel,LEA\n0,CIN,2017,2017-03-31,L,909",
    "ChildIdentifiers": "LAchildID,UPN,PersonBirthDate,GenderCurrent\n0012,,2003-05-14,2",
    "ChildCharacteristics": ",LAchildID,Ethnicity\n0,0012,WBRI",
    "Disabilities": ",LAchildID,Disability\n0,0012,LD\n1,0012,HEAR",
    "CINdetails": "LAchildID,CINdetailsID,CINreferralDate,ReferralSource,PrimaryNeedCode,"
    "CINclosureDate,ReasonForClosure,DateOfInitialCPC,ReferralNFA\n"
    "0012,1,2016-07-06,6,N1,,,,0",
    "Assessments": "LAchildID,CINdetailsID,AssessmentActualStartDate,"
    "AssessmentInternalReviewDate,AssessmentAuthorisationDate,AssessmentFactors\n"
    '0012,1,2016-07-07,,2016-08-20,"10A,11A"',
    "CINplanDates": "LAchildID,CINdetailsID,CINPlanStartDate,CINPlanEndDate\n"
    "0012,1,2016-08-21,",
    "Section47": "LAchildID,CINdetailsID,S47ActualStartDate,InitialCPCtarget,"
    "DateOfInitialCPC,ICPCnotRequired\n0012,1,2016-07-07,2016-07-28,2016-07-26,false",
    "ChildProtectionPlans": "LAchildID,CINdetailsID,CPPID,CPPstartDate,CPPendDate,"
    "InitialCategoryOfAbuse,LatestCategoryOfAbuse,NumberOfPreviousCPP\n"
    "0012,1,1,2016-07-26,,NEG,SAB,0",
    "Reviews": "LAchildID,CINdetailsID,CPPID,CPPreviewDate\n"
    "0012,1,1,2016-10-20\n0012,1,1,2017-03-01",
}  # fmt: skip
BOOKS = {"source", "source_file", "source_row", "source_sheet", "district",
         "recorded_at", "recorded_by", "referral_id", "plan_id"}  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in TABLES.items():
        write(tmp_path, text + "\n", f"{name}.csv")
    return tmp_path


def reading(folder: Path, name: str) -> Reading:
    path = folder / f"{name}.csv"
    return read(path, told(path))


def facts(made: Reading, subject: str) -> list[dict[str, object]]:
    return [
        {k: v for k, v in row.items() if k not in BOOKS and not k.startswith("extra.")}
        for row in made.tables[subject].to_pylist()
    ]


@pytest.mark.parametrize("name", TABLES)
def test_each_table_is_recognised_and_read_whole(folder: Path, name: str) -> None:
    """Ten tables, each by its header; every row is accounted for and nothing is odd."""
    assert IMPORTER.recognise(sample(folder / f"{name}.csv")) > 0.5
    made = reading(folder, name)
    assert made.format == f"CIN census CSV: {name}"
    assert made.rows_received == made.rows_accepted == TABLES[name].count("\n")
    assert made.source == "council:909"
    assert made.extract_date == london.day_end(date(2017, 3, 31))
    assert made.extra == ()


@pytest.mark.parametrize(
    ("name", "subject"),
    [
        ("CINdetails", "referral"),
        ("Assessments", "assessment"),
        ("Section47", "section_47"),
        ("Section47", "initial_conference"),
        ("CINplanDates", "child_in_need_plan"),
        ("ChildProtectionPlans", "protection_plan"),
        ("Reviews", "plan_review"),
    ],
)
def test_a_table_says_what_the_xml_says(folder: Path, name: str, subject: str) -> None:
    """The same invented child in both formats gives the same facts."""
    path = write(folder, census())
    assert facts(reading(folder, name), subject) == facts(
        read_xml(path, told(path)), subject
    )


def test_rows_of_one_referral_name_it_alike(folder: Path) -> None:
    """An assessment and an enquiry are their referral's, called as the XML calls it."""
    names = {
        made.tables[subject]["referral_id"][0].as_py()
        for made, subject in (
            (reading(folder, "CINdetails"), "referral"),
            (reading(folder, "Assessments"), "assessment"),
            (reading(folder, "Section47"), "section_47"),
            (reading(folder, "Section47"), "initial_conference"),
        )
    }
    assert names == {"0012/2016-07-06"}
    (plan,) = (
        reading(folder, "ChildProtectionPlans").tables["protection_plan"].to_pylist()
    )
    reviews = reading(folder, "Reviews").tables["plan_review"].to_pylist()
    assert {plan["plan_id"], *(one["plan_id"] for one in reviews)} == {
        "0012/2016-07-26"
    }


def test_a_conference_may_stand_beside_the_referral(folder: Path) -> None:
    """DateOfInitialCPC of the CINdetails table is a conference too."""
    text = TABLES["CINdetails"].replace(",,,,0", ",,,2016-07-26,0")
    write(folder, text, "CINdetails.csv")
    made = reading(folder, "CINdetails")
    assert facts(made, "initial_conference") == facts(
        reading(folder, "Section47"), "initial_conference"
    )


@pytest.mark.parametrize("name", TABLES)
def test_a_header_alone_is_an_empty_table(folder: Path, name: str) -> None:
    """Header-only file: the columns were received, and there are no rows."""
    write(folder, TABLES[name].split("\n")[0] + "\n", f"{name}.csv")
    made = reading(folder, name)
    assert (made.rows_received, made.rows_accepted) == (0, 0)
    assert made.tables


def test_without_the_header_the_folder_is_the_source_and_it_is_said(
    tmp_path: Path,
) -> None:
    """No Header table: nothing of council or date is guessed."""
    path = write(tmp_path, TABLES["Section47"], "Section47.csv")
    made = read(path, told(path, "north"))
    assert (made.source, made.extract_date) == ("north", None)
    assert [p.code for p in made.problems] == ["no_reference_date", "no_lea"]


def test_the_header_is_known_by_what_it_holds(folder: Path) -> None:
    """A header table by another name, beside a header of another return."""
    (folder / "Header.csv").rename(folder / "kopf_2017.CSV")
    write(folder, "CHILD,SEX,DOB,ETHNIC\n", "header.csv")
    assert reading(folder, "Reviews").source == "council:909"


def test_what_the_header_lacks_is_said_once(folder: Path) -> None:
    """A Header table without its date: said with it, and not with every other table."""
    write(folder, TABLES["Header"].replace("2017-03-31", ""), "Header.csv")
    assert [p.code for p in reading(folder, "Header").problems] == ["no_reference_date"]
    assert reading(folder, "Reviews").problems == ()


def test_another_return_is_not_this_one(tmp_path: Path) -> None:
    """SSDA903 and person tables are other importers'."""
    for header in ("CHILD,DOB,MISSING,MIS_START,MIS_END", "person_id,forename,surname"):
        assert IMPORTER.recognise(sample(write(tmp_path, header + "\n", "a.csv"))) == 0
