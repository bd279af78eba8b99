"""The children in need census as XML, every schema year from 2017 to 2026.

Source of the layout: the Department for Education's schemas. Elements that no schema
defines are kept and reported, and never stop a file.
"""

from pathlib import Path

import pyarrow as pa
from lxml import etree

from trigpoint.records.dates import read_dates
from trigpoint.records.gathering import Gathered, stage_all
from trigpoint.records.importers.importer import Context, Importer, Sample
from trigpoint.records.record import Problem, Reading
from trigpoint.records.upn import upn_problems
from trigpoint.records.xml_stream import children, elements, flat, text
from trigpoint.vocabulary.agencies import Agency

#: Element -> staged column, for each repeating element that carries its own facts.
CHILD = {
    "LAchildID": "child_id",
    "UPN": "upn",
    "FormerUPN": "former_upn",
    "UPNunknown": "upn_unknown",
    "PersonBirthDate": "birth_date",
    "ExpectedPersonBirthDate": "expected_birth_date",
    "PersonDeathDate": "death_date",
    "GenderCurrent": "sex",
    "Sex": "sex",
    "Ethnicity": "ethnicity",
}
REFERRAL = {
    "CINreferralDate": "referral_date",
    "ReferralSource": "referral_source",
    "ReferralNFA": "nfa",
    "PrimaryNeedCode": "primary_need",
    "CINclosureDate": "closure_date",
    "ReasonForClosure": "closure_reason",
}
ASSESSMENT = {
    "AssessmentActualStartDate": "start_date",
    "AssessmentInternalReviewDate": "internal_review_date",
    "AssessmentAuthorisationDate": "authorised_date",
}
SECTION_47 = {
    "S47ActualStartDate": "start_date",
    "InitialCPCtarget": "conference_target",
    "ICPCnotRequired": "conference_not_required",
}
PLAN = {
    "CPPstartDate": "begun",
    "CPPendDate": "ended",
    "InitialCategoryOfAbuse": "initial_category",
    "LatestCategoryOfAbuse": "latest_category",
    "NumberOfPreviousCPP": "previous_plans",
}
CIN_PLAN = {"CINPlanStartDate": "begun", "CINPlanEndDate": "ended"}

COLUMNS = {
    "child_record": ("child_id", *dict.fromkeys(CHILD.values()), "disabilities"),
    "referral": ("child_id", "referral_id", *REFERRAL.values()),
    "assessment": ("child_id", "referral_id", *ASSESSMENT.values(), "factors"),
    "section_47": ("child_id", "referral_id", *SECTION_47.values()),
    "initial_conference": ("child_id", "referral_id", "conference_date"),
    "protection_plan": ("child_id", "plan_id", *PLAN.values()),
    "plan_review": ("child_id", "plan_id", "review_date"),
    "child_in_need_plan": ("child_id", "referral_id", *CIN_PLAN.values()),
}
_CONTAINERS = {
    "ChildIdentifiers", "ChildCharacteristics", "CINdetails", "Assessments", "Section47",
    "CINPlanDates", "ChildProtectionPlans", "Reviews", "FactorsIdentifiedAtAssessment",
    "Disabilities", "Disability", "AssessmentFactors", "CPPreviewDate", "DateOfInitialCPC",
}  # fmt: skip


class _Census:
    """One census as it is walked: its rows, its count, and the elements nobody knows."""

    def __init__(self) -> None:
        self.gathered = Gathered(columns=COLUMNS)
        self.received = 0
        self.unknown: dict[str, int] = {}

    def row(self, subject: str, element: etree._Element, row: dict[str, str]) -> None:
        """A repeating element that carries its own facts: one row of the file."""
        self.received += 1
        self.gathered.add(subject, element.sourceline or 0, row)

    def known(
        self, element: etree._Element, names: dict[str, str], row: dict[str, str]
    ) -> None:
        """Fill a row from an element's own texts; keep, and count, what nobody knows."""
        for child in element:
            name = child.tag.rsplit("}", 1)[-1] if isinstance(child.tag, str) else ""
            if name in names:
                row[names[name]] = row.get(names[name]) or text(child)
            elif name and name not in _CONTAINERS:
                self.unknown[name] = self.unknown.get(name, 0) + 1
                for path, value in flat(child).items():
                    row[f"extra.{path}"] = value

    def child(self, element: etree._Element) -> None:
        """A Child with all that is in it."""
        parts = children(element)
        row: dict[str, str] = {}
        for block in ("ChildIdentifiers", "ChildCharacteristics"):
            for part in parts.get(block, []):
                self.known(part, CHILD, row)
                found = part.iterfind(".//{*}Disability")
                row["disabilities"] = ";".join(text(item) for item in found)
        loose = {k: v for k, v in parts.items() if k not in _CONTAINERS}
        for name, blocks in loose.items():
            self.unknown[name] = self.unknown.get(name, 0) + len(blocks)
            for block in blocks:
                row |= {f"extra.{path}": value for path, value in flat(block).items()}
        self.row("child_record", element, row)
        for details in parts.get("CINdetails", []):
            self.referral(row.get("child_id", ""), details)

    def referral(self, child_id: str, details: etree._Element) -> None:
        """A CINdetails: the referral, and what followed from it."""
        parts = children(details)
        row = {"child_id": child_id}
        self.known(details, REFERRAL, row)
        referral_id = f"{child_id}/{row.get('referral_date', '')}"
        row["referral_id"] = referral_id
        self.row("referral", details, row)
        ids = {"child_id": child_id, "referral_id": referral_id}
        dates: list[etree._Element] = list(parts.get("DateOfInitialCPC", []))
        for part in parts.get("Assessments", []):
            found = part.iterfind(".//{*}AssessmentFactors")
            factors = ";".join(text(item) for item in found)
            self.simple("assessment", part, ASSESSMENT, {**ids, "factors": factors})
        for part in parts.get("Section47", []):
            self.simple("section_47", part, SECTION_47, dict(ids))
            dates += children(part).get("DateOfInitialCPC", [])
        for part in parts.get("CINPlanDates", []):
            self.simple("child_in_need_plan", part, CIN_PLAN, dict(ids))
        for part in parts.get("ChildProtectionPlans", []):
            self.plan(child_id, part)
        self.conferences(ids, dates)

    def simple(
        self,
        subject: str,
        element: etree._Element,
        names: dict[str, str],
        row: dict[str, str],
    ) -> None:
        """A repeating element without any below it."""
        self.known(element, names, row)
        self.row(subject, element, row)

    def conferences(self, ids: dict[str, str], dates: list[etree._Element]) -> None:
        """DateOfInitialCPC stands at either of two levels; each date once.

        It is a fact of its enclosing element, so it is not a row of the file.
        """
        seen: set[str] = set()
        for date in dates:
            if text(date) and text(date) not in seen:
                seen.add(text(date))
                row = {**ids, "conference_date": text(date)}
                self.gathered.add("initial_conference", date.sourceline or 0, row)

    def plan(self, child_id: str, element: etree._Element) -> None:
        """A protection plan and its reviews."""
        row = {"child_id": child_id}
        self.known(element, PLAN, row)
        row["plan_id"] = f"{child_id}/{row.get('begun', '')}"
        self.row("protection_plan", element, row)
        for review in element.iterfind(".//{*}CPPreviewDate"):
            ids = {"child_id": child_id, "plan_id": row["plan_id"]}
            self.row("plan_review", review, {**ids, "review_date": text(review)})


def recognise(sample: Sample) -> float:
    """Surely a census where the root is Message and CIN elements stand early."""
    if sample.kind != "xml" or sample.root != "Message":
        return 0.0
    words = set(sample.elements)
    if words & {"CINdetails", "LAchildID"}:
        return 1.0
    return 0.6 if "Children" in words and "CSWWWorker" not in words else 0.0


def read(path: Path, context: Context) -> Reading:
    """Read a census; a child is held in memory one at a time."""
    census = _Census()
    header: dict[str, str] = {}
    sources = 0
    for element in elements(path, "Header", "Child"):
        if element.tag.rsplit("}", 1)[-1] == "Header":
            header |= flat(element)
            sources += sum(1 for _ in element.iterfind(".//{*}LEA"))
        else:
            census.child(element)
    lea = header.get("LEA", "")
    source = f"council:{lea}" if lea else context.default_source or "council"
    staged = stage_all(census.gathered, context=context, source=source)
    counted = {
        name: t for name, t in staged.tables.items() if name != "initial_conference"
    }
    facts = _conference_losses(census, staged.tables)
    return Reading(
        format="CIN census XML",
        agency=Agency.LA,
        source=source,
        rows_received=census.received,
        rows_accepted=sum(len(table) for table in counted.values()),
        duplicates=staged.duplicates - facts,
        tables=staged.tables,
        problems=(
            *_header_problems(header, sources),
            *_unknown_problems(census.unknown),
            *upn_problems(staged.tables.get("child_record")),
            *staged.problems,
        ),
        rejections=tuple(staged.rejections),
        extract_date=_end_of(header.get("ReferenceDate", "")),
        extra=tuple(census.unknown),
    )


def _conference_losses(census: _Census, tables: dict[str, object]) -> int:
    """Conference facts that repeat: they are no rows, so they are no duplicates either."""
    given = len(census.gathered.rows.get("initial_conference", []))
    table = tables.get("initial_conference")
    return given - len(table) if table is not None else 0  # type: ignore[arg-type]


def _end_of(date: str) -> int | None:
    if not date:
        return None
    return read_dates(pa.array([date]), precision="date").latest[0].as_py()


def _header_problems(header: dict[str, str], sources: int) -> list[Problem]:
    """What the header contradicts itself about."""
    said = []
    year, reference = header.get("Year", ""), header.get("ReferenceDate", "")
    if year and reference and not reference.startswith(year):
        message = (
            f"Year is {year}, and ReferenceDate {reference}: the date was believed."
        )
        said.append(
            Problem(column="Year", code="year_differs", message=message, value=year)
        )
    if not reference:
        message = "ReferenceDate is missing: how far the census reaches is not known."
        said.append(
            Problem(column="ReferenceDate", code="no_reference_date", message=message)
        )
    if sources > 1:
        message = f"The header names {sources} sources: the first was taken."
        said.append(Problem(column="Source", code="two_sources", message=message))
    if not header.get("LEA"):
        message = "LEA is missing: the council's ids were taken as those of its folder."
        said.append(Problem(column="LEA", code="no_lea", message=message))
    return said


def _unknown_problems(unknown: dict[str, int]) -> list[Problem]:
    return [
        Problem(
            column=name,
            code="unknown_element",
            message=f"<{name}> is in no schema year; it was kept ({count} times).",
        )
        for name, count in unknown.items()
    ]


IMPORTER = Importer(
    name="council_cin_census_xml",
    title="the children in need census (XML)",
    agency=Agency.LA,
    recognise=recognise,
    read=read,
    formats=("xml",),
)
