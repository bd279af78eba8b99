"""The children in need census as CSV tables, one file for each module of the return.

The council and the date come from the Header table of the same folder. The tables'
own ids of referrals and plans mean something within one return only; a thing is called by its
child and its day, as in the XML, so that the same referral in next year's is the same.
"""

import csv
from pathlib import Path

from trigpoint.records.dates import read_dates
from trigpoint.records.delimited import read_delimited
from trigpoint.records.importer import Context, Importer, Sample
from trigpoint.records.importers.council_cin_census_xml import (
    ASSESSMENT,
    CHILD,
    CIN_PLAN,
    PLAN,
    REFERRAL,
    SECTION_47,
    numbered,
)
from trigpoint.records.record import Reading, Refusal
from trigpoint.records.return_header import ReturnHeader
from trigpoint.records.tabular import Layout, key, layout_of, read_tabular
from trigpoint.timekeeping import london
from trigpoint.vocabulary.agencies import Agency

_HEADER = (
    "Collection", "Year", "ReferenceDate", "SourceLevel", "LEA", "SoftwareCode",
    "Release", "SerialNo", "DateTime",
)  # fmt: skip
_ID = {"LAchildID": "child_id"}
_REFERRAL = {**_ID, "CINdetailsID": "extra.CINdetailsID"}
_CPC = {"DateOfInitialCPC": "extra.DateOfInitialCPC"}
_PLAN_IDS = {**_REFERRAL, "CPPID": "extra.CPPID"}
_CONFERENCE = (
    "initial_conference",
    {
        "child_id": "child_id",
        "referral_id": "referral_id",
        "conference_date": "extra.DateOfInitialCPC",
    },
)


def _of_child(name: str, columns: dict[str, str], needed: str) -> Layout:
    return Layout(
        name=name,
        subject="child_record",
        columns={**_ID, **columns},
        needed=("LAchildID", needed),
    )


def _of_referral(
    name: str, subject: str, columns: dict[str, str], needed: str
) -> Layout:
    """A table whose rows are known by child and CINdetailsID."""
    return Layout(
        name=name,
        subject=subject,
        columns={**_REFERRAL, **columns},
        needed=("LAchildID", needed),
        joined={"referral_id": ("child_id", "extra.CINdetailsID")},
        facts=_CONFERENCE if "DateOfInitialCPC" in columns else None,
    )


def _of_plan(name: str, subject: str, columns: dict[str, str], needed: str) -> Layout:
    """A table whose rows are known by child, CINdetailsID and CPPID."""
    return Layout(
        name=name,
        subject=subject,
        columns={**_PLAN_IDS, **columns},
        needed=("LAchildID", needed),
        joined={"plan_id": ("child_id", "extra.CINdetailsID", "extra.CPPID")},
    )


_FACTORS = {"AssessmentFactors": "factors"}
LAYOUTS = (
    _of_child("ChildIdentifiers", CHILD, "PersonBirthDate"),
    _of_child("ChildCharacteristics", {"Ethnicity": "ethnicity"}, "Ethnicity"),
    _of_child("Disabilities", {"Disability": "disabilities"}, "Disability"),
    _of_referral("CINdetails", "referral", {**REFERRAL, **_CPC}, "CINreferralDate"),
    _of_referral("Assessments", "assessment", {**ASSESSMENT, **_FACTORS},
                 "AssessmentActualStartDate"),
    _of_referral("Section47", "section_47", {**SECTION_47, **_CPC},
                 "S47ActualStartDate"),
    _of_referral("CINplanDates", "child_in_need_plan", CIN_PLAN, "CINPlanStartDate"),
    _of_plan("ChildProtectionPlans", "protection_plan", PLAN, "CPPstartDate"),
    _of_plan("Reviews", "plan_review", {"CPPreviewDate": "review_date"},
             "CPPreviewDate"),
    Layout(
        name="Header",
        subject="kept",
        columns={name: f"extra.{name}" for name in _HEADER},
        needed=("Collection", "ReferenceDate", "LEA"),
        fixed={"list": "CIN census header"},
    ),
)  # fmt: skip


def recognise(sample: Sample) -> float:
    """How surely a file is one of the return's tables."""
    return layout_of(sample.header, LAYOUTS)[0] if sample.kind == "csv" else 0.0


def read(path: Path, context: Context) -> Reading:
    """Read one table; conferences that stand beside an enquiry become a table too."""
    header, own = _header_beside(path)
    given = read_delimited(path)
    return read_tabular(
        given,
        context,
        layouts=LAYOUTS,
        form="CIN census CSV",
        source=header.source(context.default_source),
        extract_date=header.reaches,
        # Said once, with the Header's own table, and where there is none.
        header_problems=tuple(header.problems()) if own else (),
        names=_names_beside(path),
    )


#: Table -> its id columns, the column of its day, and the staged id that these make.
_DATED = {
    "CINdetails": (("LAchildID", "CINdetailsID"), "CINreferralDate", "referral_id"),
    "ChildProtectionPlans": (
        ("LAchildID", "CINdetailsID", "CPPID"), "CPPstartDate", "plan_id",
    ),
}  # fmt: skip


def _names_beside(path: Path) -> dict[str, dict[str, str]]:
    """Staged id column -> ids of this return -> `child/day`, from the tables beside."""
    names: dict[str, dict[str, str]] = {}
    for beside in sorted(path.parent.glob("*.[cC][sS][vV]")):
        header = _first_line(beside)
        sure, layout = layout_of(tuple(header), LAYOUTS)
        if sure and layout.name in _DATED:
            ids, day, column = _DATED[layout.name]
            names[column] = _names(beside, ids, day)
    return names


def _names(path: Path, ids: tuple[str, ...], day: str) -> dict[str, str]:
    try:
        given = read_delimited(path)
    except Refusal:
        return {}
    columns = {key(name): values for name, values in given.columns.items()}
    if not {key(name) for name in (*ids, day)} <= set(columns):
        return {}
    days = read_dates(columns[key(day)]).earliest.to_pylist()
    seen: dict[str, int] = {}
    names: dict[str, str] = {}
    parts = zip(*(columns[key(name)].to_pylist() for name in ids), strict=True)
    for known, instant in zip(parts, days, strict=True):
        if instant is not None:
            called = f"{known[0]}/{london.local_date(instant).isoformat()}"
            names["/".join(known)] = numbered(called, seen)
    return names


def _header_beside(path: Path) -> tuple[ReturnHeader, bool]:
    """The header of the folder that the table lies in, and whether to speak of it here."""
    for beside in sorted(path.parent.glob("*.[cC][sS][vV]")):
        if _is_header(beside):
            return _header(beside), beside == path
    return ReturnHeader(), True


def _is_header(path: Path) -> bool:
    """Known by its first line, whatever the file is called."""
    words = {key(cell) for cell in _first_line(path)}
    return {"collection", "referencedate", "lea"} <= words


def _first_line(path: Path) -> list[str]:
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as handle:
        return next(csv.reader([handle.readline(65_536)]), [])


def _header(path: Path) -> ReturnHeader:
    try:
        given = read_delimited(path)
    except Refusal:
        return ReturnHeader()
    cells = {
        key(name): [cell.strip() for cell in values.to_pylist()]
        for name, values in given.columns.items()
    }
    first = {name: (column or [""])[0] for name, column in cells.items()}
    return ReturnHeader(
        year=first.get("year", ""),
        reference_date=first.get("referencedate", ""),
        authorities=tuple(cells.get("lea", ())),
    )


IMPORTER = Importer(
    name="council_cin_census_csv",
    title="the children in need census (CSV tables)",
    agency=Agency.LA,
    recognise=recognise,
    read=read,
    formats=("csv",),
)
