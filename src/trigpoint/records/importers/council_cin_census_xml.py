"""The children in need census as XML, every schema year from 2017 to 2026.

Source of the layout: the Department for Education's schemas. Elements that no schema
defines are kept and reported, and never stop a file.
"""

from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from trigpoint.records.council_codes import FIRST_YEAR
from trigpoint.records.gathering import Gathered, StagedAll, stage_all
from trigpoint.records.importer import Context, Importer, Sample
from trigpoint.records.record import Problem, Reading
from trigpoint.records.return_header import ReturnHeader, from_element
from trigpoint.records.xml_stream import (
    children,
    flat,
    line_of,
    local,
    open_xml,
    text,
)
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
    "child_record": (*dict.fromkeys(CHILD.values()), "disabilities"),
    "referral": ("child_id", "referral_id", *REFERRAL.values()),
    "assessment": ("child_id", "referral_id", *ASSESSMENT.values(), "factors"),
    "section_47": ("child_id", "referral_id", *SECTION_47.values()),
    "initial_conference": ("child_id", "referral_id", "conference_date"),
    "protection_plan": ("child_id", "plan_id", *PLAN.values()),
    "plan_review": ("child_id", "plan_id", "review_date"),
    "child_in_need_plan": ("child_id", "referral_id", *CIN_PLAN.values()),
}
#: Facts beside a row, and blocks of no schema: kept, and no rows of the file.
_UNCOUNTED = frozenset({"initial_conference", "kept"})
_KNOWN_INSIDE = {
    "Child": {"ChildIdentifiers", "ChildCharacteristics", "CINdetails"},
    "ChildIdentifiers": set(CHILD),
    "ChildCharacteristics": {*CHILD, "Disabilities", "Disability"},
    "CINdetails": {
        "Assessments", "Section47", "CINPlanDates", "ChildProtectionPlans",
        "DateOfInitialCPC",
    },
    "Assessments": {"FactorsIdentifiedAtAssessment", "AssessmentFactors"},
    "Section47": {"DateOfInitialCPC"},
    "CINPlanDates": set(),
    "ChildProtectionPlans": {"Reviews", "CPPreviewDate"},
}  # fmt: skip

Row = dict[str, str]


@dataclass(slots=True)
class _Unknown:
    """An element that no schema year has: where first, and how often."""

    line: int
    count: int = 0


@dataclass(slots=True)
class _Census:
    """One census as it is walked: its rows, their count, and what nobody knows."""

    gathered: Gathered = field(default_factory=lambda: Gathered(columns=COLUMNS))
    received: int = 0
    unknown: dict[str, _Unknown] = field(default_factory=dict)
    stray: list[tuple[int, str]] = field(default_factory=list)

    def row(self, subject: str, element: etree._Element, row: Row) -> None:
        """A repeating element that carries its own facts: one row of the file."""
        self.received += 1
        self.gathered.add(subject, line_of(element), row)

    def fill(self, element: etree._Element, names: dict[str, str], row: Row) -> None:
        """Fill a row from an element's own texts; the first that says something counts."""
        inside = _KNOWN_INSIDE[local(element.tag)]
        self._between(element, element.text)
        for child in element:
            name = local(child.tag)
            self._between(child, child.tail)
            if name in names:
                row[names[name]] = row.get(names[name]) or text(child)
            elif name and name not in inside:
                self.nobody_knows(child, row)

    def _between(self, element: etree._Element, words: str | None) -> None:
        if words and words.strip():
            self.stray.append((line_of(element), words.strip()))

    def nobody_knows(self, element: etree._Element, row: Row) -> None:
        """Keep a text beside its row, and a block as a row of its own."""
        name = local(element.tag)
        found = self.unknown.setdefault(name, _Unknown(line_of(element)))
        found.count += 1
        if any(local(below.tag) for below in element):
            kept = {f"extra.{path}": value for path, value in flat(element).items()}
            kept |= {"list": name, "child_id": row.get("child_id", "")}
            self.gathered.add("kept", line_of(element), kept)
        elif said := text(element):
            before = row.get(f"extra.{name}")
            row[f"extra.{name}"] = f"{before};{said}" if before else said

    def child(self, element: etree._Element) -> None:
        """A Child with all that is in it."""
        parts = children(element)
        row: Row = {}
        for block in ("ChildIdentifiers", "ChildCharacteristics"):
            for part in parts.get(block, []):
                self.fill(part, CHILD, row)
        disabilities = element.iterfind("{*}ChildCharacteristics//{*}Disability")
        row["disabilities"] = _joined(disabilities)
        self.fill(element, {}, row)
        self.row("child_record", element, row)
        child_id = row.get("child_id", "")
        referrals: dict[str, int] = {}
        plans: dict[str, int] = {}
        for details in parts.get("CINdetails", []):
            self.referral(child_id, details, referrals, plans)

    def referral(
        self,
        child_id: str,
        details: etree._Element,
        referrals: dict[str, int],
        plans: dict[str, int],
    ) -> None:
        """A CINdetails: the referral, and what followed from it."""
        parts = children(details)
        row = {"child_id": child_id}
        self.fill(details, REFERRAL, row)
        day = f"{child_id}/{row.get('referral_date', '')}"
        row["referral_id"] = numbered(day, referrals)
        self.row("referral", details, row)
        ids = {"child_id": child_id, "referral_id": row["referral_id"]}
        for part in parts.get("Assessments", []):
            factors = _joined(part.iterfind(".//{*}AssessmentFactors"))
            self.simple("assessment", part, ASSESSMENT, {**ids, "factors": factors})
        for part in parts.get("Section47", []):
            self.simple("section_47", part, SECTION_47, dict(ids))
        for part in parts.get("CINPlanDates", []):
            self.simple("child_in_need_plan", part, CIN_PLAN, dict(ids))
        self.conferences(ids, details)
        for part in parts.get("ChildProtectionPlans", []):
            self.plan(child_id, part, plans)

    def simple(
        self, subject: str, element: etree._Element, names: dict[str, str], row: Row
    ) -> None:
        """A repeating element that holds no other."""
        self.fill(element, names, row)
        self.row(subject, element, row)

    def conferences(self, ids: Row, details: etree._Element) -> None:
        """DateOfInitialCPC stands beside the referral or beside an enquiry: once a date."""
        seen: set[str] = set()
        levels = ("{*}DateOfInitialCPC", "{*}Section47/{*}DateOfInitialCPC")
        for date in [found for path in levels for found in details.iterfind(path)]:
            if text(date) and text(date) not in seen:
                seen.add(text(date))
                row = {**ids, "conference_date": text(date)}
                self.gathered.add("initial_conference", line_of(date), row)

    def plan(
        self, child_id: str, element: etree._Element, plans: dict[str, int]
    ) -> None:
        """A protection plan and its reviews."""
        row = {"child_id": child_id}
        self.fill(element, PLAN, row)
        row["plan_id"] = numbered(f"{child_id}/{row.get('begun', '')}", plans)
        self.row("protection_plan", element, row)
        for review in element.iterfind(".//{*}CPPreviewDate"):
            ids = {"child_id": child_id, "plan_id": row["plan_id"]}
            self.row("plan_review", review, {**ids, "review_date": text(review)})


def _joined(elements: object) -> str:
    return ";".join(text(item) for item in elements)  # type: ignore[attr-defined]


def numbered(name: str, seen: dict[str, int]) -> str:
    """The name itself, and for a second of that name on the same child `name#2`."""
    seen[name] = seen.get(name, 0) + 1
    return name if seen[name] == 1 else f"{name}#{seen[name]}"


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
    document = open_xml(path)
    census, header = _Census(), ReturnHeader()
    for element in document.elements("Header", "Child", inside=("Message", "Children")):
        name = local(element.tag)
        if name == "Header":
            header = from_element(element)
        elif name == "Child":
            census.child(element)
        else:
            census.nobody_knows(element, {})
    source = header.source(context.default_source)
    staged = stage_all(
        census.gathered,
        context=context,
        source=source,
        reference=header.reaches,
        uncounted=_UNCOUNTED,
    )
    return Reading(
        format="CIN census XML",
        agency=Agency.LA,
        source=source,
        rows_received=census.received,
        rows_accepted=staged.accepted,
        duplicates=staged.duplicates,
        tables=staged.tables,
        problems=(
            *document.problems,
            *header.problems(),
            *_unknown_problems(census),
            *later_codes(staged, header.schema_year),
            *staged.problems,
        ),
        rejections=tuple(staged.rejections),
        extract_date=header.reaches,
        beside=_UNCOUNTED,
        extra=tuple(census.unknown),
    )


def _unknown_problems(census: _Census) -> list[Problem]:
    said = [
        Problem(
            row=found.line,
            column=name,
            code="unknown_element",
            message=f"<{name}> is in no schema year; kept ({found.count} times).",
        )
        for name, found in census.unknown.items()
    ]
    if census.stray:
        line, words = census.stray[0]
        many = len(census.stray)
        message = f"Text stands between tags, where none belongs ({many} times)."
        said.append(
            Problem(row=line, code="stray_text", message=message, value=words[:200])
        )
    return said


_CODED = (
    ("assessment", "factors", "assessment_factors"),
    ("referral", "referral_source", "referral_source"),
    ("referral", "closure_reason", "closure_reason"),
)


def later_codes(staged: StagedAll, year: int | None) -> list[Problem]:
    """Codes that came in a later schema year than the return's own; each once."""
    said = []
    for subject, column, codes in _CODED if year is not None else ():
        table = staged.tables.get(subject)
        if table is None or column not in table.column_names:
            continue
        cells = table[column].unique().to_pylist()
        used = {code for cell in cells for code in (cell or "").split(";")}
        for code in sorted(used & set(FIRST_YEAR[codes])):
            first = FIRST_YEAR[codes][code]
            if year is not None and year < first:
                message = f"{code} came in {first}, and the return is of {year}; kept."
                said.append(
                    Problem(
                        column=column, code="later_code", message=message, value=code
                    )
                )
    return said


IMPORTER = Importer(
    name="council_cin_census_xml",
    title="the children in need census (XML)",
    agency=Agency.LA,
    recognise=recognise,
    read=read,
    formats=("xml",),
)
