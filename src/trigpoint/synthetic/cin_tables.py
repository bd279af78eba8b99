"""A children in need census as CSV tables, one for each module: as some councils keep it."""

import csv
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

_IDS = ("LAchildID", "CINdetailsID", "CPPID")
#: Table -> its columns after the ids it needs, and how many of the ids those are.
_TABLES: dict[str, tuple[int, tuple[str, ...]]] = {
    "ChildIdentifiers": (1, ("UPN", "UPNunknown", "PersonBirthDate", "GenderCurrent")),
    "ChildCharacteristics": (1, ("Ethnicity",)),
    "Disabilities": (1, ("Disability",)),
    "CINdetails": (2, ("CINreferralDate", "ReferralSource", "PrimaryNeedCode",
                       "CINclosureDate", "ReasonForClosure", "ReferralNFA")),
    "Assessments": (2, ("AssessmentActualStartDate", "AssessmentAuthorisationDate",
                        "AssessmentFactors")),
    "Section47": (2, ("S47ActualStartDate", "InitialCPCtarget", "DateOfInitialCPC",
                      "ICPCnotRequired")),
    "ChildProtectionPlans": (3, ("CPPstartDate", "CPPendDate", "InitialCategoryOfAbuse",
                                 "LatestCategoryOfAbuse", "NumberOfPreviousCPP")),
    "Reviews": (3, ("CPPreviewDate",)),
}  # fmt: skip
_HEADER = ("Collection", "Year", "ReferenceDate", "SourceLevel", "LEA", "SoftwareCode",
           "Release", "SerialNo", "DateTime")  # fmt: skip
Row = dict[str, str]


def write(lines: list[str], folder: Path) -> None:
    """Write a census, given as the lines of its XML, as tables into a new folder."""
    folder.mkdir()
    root = etree.fromstring("\n".join(lines).encode())
    found: dict[str, list[Row]] = {name: [] for name in _TABLES}
    for child in root.iter("Child"):
        for table, row in _rows(child):
            found[table].append(row)
    header = {name: root.findtext(f".//{name}") or "" for name in _HEADER}
    _table(folder / "Header.csv", _HEADER, [header])
    for name, (ids, columns) in _TABLES.items():
        _table(folder / f"{name}.csv", (*_IDS[:ids], *columns), found[name])


def _rows(child: etree._Element) -> Iterator[tuple[str, Row]]:
    """Each row of a child, with the table that it belongs to."""
    number = child.findtext("ChildIdentifiers/LAchildID") or ""
    ids = {"LAchildID": number}
    yield "ChildIdentifiers", _leaves(child.find("ChildIdentifiers"))
    for block in child.iter("ChildCharacteristics"):
        yield "ChildCharacteristics", ids | _leaves(block)
    for disability in child.iter("Disability"):
        yield "Disabilities", ids | {"Disability": disability.text or ""}
    for place, details in enumerate(child.iter("CINdetails"), start=1):
        ids = ids | {"CINdetailsID": f"{number}-{place}"}
        yield "CINdetails", ids | _leaves(details)
        for one in details.iter("Assessments"):
            factors = ",".join(f.text or "" for f in one.iter("AssessmentFactors"))
            yield "Assessments", ids | _leaves(one) | {"AssessmentFactors": factors}
        for one in details.iter("Section47"):
            yield "Section47", ids | _leaves(one)
        yield from _plans(details, ids)


def _plans(details: etree._Element, ids: Row) -> Iterator[tuple[str, Row]]:
    for place, plan in enumerate(details.iter("ChildProtectionPlans"), start=1):
        known = ids | {"CPPID": f"{ids['CINdetailsID']}-{place}"}
        yield "ChildProtectionPlans", known | _leaves(plan)
        for review in plan.iter("CPPreviewDate"):
            yield "Reviews", known | {"CPPreviewDate": review.text or ""}


def _leaves(block: etree._Element | None) -> Row:
    if block is None:
        return {}
    return {str(one.tag): one.text or "" for one in block if len(one) == 0}


def _table(path: Path, columns: tuple[str, ...], rows: list[Row]) -> None:
    with path.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, columns, restval="", extrasaction="ignore")
        writer.writeheader()
        writer.writerows(rows)
