"""The children in need census as CSV tables, one file for each module of the return.

The council and the date come from the Header table of the same folder.
"""

from pathlib import Path

import pyarrow as pa

from trigpoint.records.dates import read_dates
from trigpoint.records.delimited import read_delimited
from trigpoint.records.importers.council_cin_census_xml import (
    ASSESSMENT,
    CHILD,
    CIN_PLAN,
    PLAN,
    REFERRAL,
    SECTION_47,
)
from trigpoint.records.importers.importer import Context, Importer, Sample
from trigpoint.records.record import Reading, Refusal
from trigpoint.records.tabular import Layout, key, layout_of, read_tabular
from trigpoint.vocabulary.agencies import Agency

_ID = {"LAchildID": "child_id"}
_REFERRAL_ID = {**_ID, "CINdetailsID": "extra.CINdetailsID"}
_OF_REFERRAL = {"referral_id": ("child_id", "extra.CINdetailsID")}
_OF_PLAN = {"plan_id": ("child_id", "extra.CPPID")}


def _table(
    name: str,
    subject: str,
    columns: dict[str, str],
    needed: str,
    joined: dict[str, tuple[str, ...]] | None = None,
) -> Layout:
    return Layout(
        name=name,
        subject=subject,
        columns=columns,
        needed=("LAchildID", needed),
        joined=joined or {},
    )


_PLAN_IDS = {**_REFERRAL_ID, "CPPID": "extra.CPPID"}
LAYOUTS = (
    _table("ChildIdentifiers", "child_record", CHILD, "PersonBirthDate"),
    _table("ChildCharacteristics", "child_record", {**_ID, "Ethnicity": "ethnicity"},
           "Ethnicity"),
    _table("Disabilities", "child_record", {**_ID, "Disability": "disabilities"},
           "Disability"),
    _table("CINdetails", "referral", {**_REFERRAL_ID, **REFERRAL}, "CINreferralDate",
           _OF_REFERRAL),
    _table("Assessments", "assessment",
           {**_REFERRAL_ID, **ASSESSMENT, "AssessmentFactors": "factors"},
           "AssessmentActualStartDate", _OF_REFERRAL),
    _table("Section47", "section_47",
           {**_REFERRAL_ID, **SECTION_47, "DateOfInitialCPC": "extra.DateOfInitialCPC"},
           "S47ActualStartDate", _OF_REFERRAL),
    _table("CINplanDates", "child_in_need_plan", {**_REFERRAL_ID, **CIN_PLAN},
           "CINPlanStartDate", _OF_REFERRAL),
    _table("ChildProtectionPlans", "protection_plan", {**_PLAN_IDS, **PLAN},
           "CPPstartDate", _OF_PLAN),
    _table("Reviews", "plan_review", {**_PLAN_IDS, "CPPreviewDate": "review_date"},
           "CPPreviewDate", _OF_PLAN),
    Layout(
        name="Header",
        subject="kept",
        columns={},
        needed=("Collection", "ReferenceDate", "LEA"),
        fixed={"list": "Header"},
    ),
)  # fmt: skip


def recognise(sample: Sample) -> float:
    """How surely a file is one of the return's tables."""
    return layout_of(sample.header, LAYOUTS)[0] if sample.kind == "csv" else 0.0


def read(path: Path, context: Context) -> Reading:
    """Read one table; conferences that stand beside an enquiry become a table too."""
    header = _header(path)
    lea = header.get("lea", "")
    reading = read_tabular(
        path,
        context,
        layouts=LAYOUTS,
        form="CIN census CSV",
        source=f"council:{lea}" if lea else context.default_source or "council",
        extract_date=_end_of(header.get("referencedate", "")),
    )
    for subject in ("section_47", "referral"):
        if subject in reading.tables:
            _add_conferences(reading, reading.tables[subject])
    return reading


def _header(path: Path) -> dict[str, str]:
    """The facts of the Header table that lies in the same folder, by normalised name."""
    for beside in sorted(path.parent.glob("*.csv")):
        if beside.stem.lower() != "header":
            continue
        try:
            given = read_delimited(beside)
        except Refusal:
            continue
        words = {key(name): values for name, values in given.columns.items()}
        if "lea" in words and "referencedate" in words and len(given.rows):
            return {name: values[0].as_py().strip() for name, values in words.items()}
    return {}


def _end_of(date: str) -> int | None:
    return (
        read_dates(pa.array([date]), precision="date").latest[0].as_py()
        if date
        else None
    )


def _add_conferences(reading: Reading, table: pa.Table) -> None:
    """The date of the conference is a fact beside the enquiry, or beside the referral."""
    name = "extra.DateOfInitialCPC"
    if name not in table.column_names:
        return
    dates = read_dates(table[name].combine_chunks(), precision="date")
    rest = [column for column in table.column_names if not column.startswith("extra.")]
    keep = [c for c in rest if c in ("child_id", "referral_id") or c in _BOOKS]
    made = table.select(keep)
    made = made.append_column("conference_date", dates.earliest)
    made = made.append_column("conference_date__latest", dates.latest)
    reading.tables["initial_conference"] = made.filter(dates.earliest.is_valid())


_BOOKS = {
    "source", "source_file", "source_sheet", "source_row", "recorded_at", "recorded_by",
    "district",
}  # fmt: skip

IMPORTER = Importer(
    name="council_cin_census_csv",
    title="the children in need census (CSV tables)",
    agency=Agency.LA,
    recognise=recognise,
    read=read,
    formats=("csv",),
)
