"""The sector's error rules on a children in need census, written from their wording.

Rules of the 2022 to 2025 collections (Department for Education), those on elements that the
invented council writes. Each gives the children it asks about. Nothing of the program is used.
"""

import csv
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

from lxml import etree

Element = etree._Element
Rule = Callable[[Element, date], bool]
_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
_SOURCES = {"1A", "1B", "1C", "1D", "2A", "2B", "3A", "3B", "3C", "3D", "3E", "3F", "4",
            "5A", "5B", "5C", "5D", "6", "7", "8", "9", "10"}  # fmt: skip
_REASONS = {f"RC{n}" for n in range(1, 10)}
_ABUSE = {"NEG", "PHY", "SAB", "EMO", "MUL"}
_ACTIVITY = (
    "AssessmentActualStartDate", "AssessmentAuthorisationDate", "S47ActualStartDate",
    "DateOfInitialCPC", "CPPstartDate", "CPPendDate",
)  # fmt: skip
_DISABILITIES = {"NONE", "MOB", "HAND", "PC", "INC", "COMM", "LD", "HEAR", "VIS", "BEH", "CON",
                 "AUT", "DDA"}  # fmt: skip
#: Numbers of English councils lie in these ranges (register of the department); the exact
#: list is longer than what is tested here.
_COUNCILS = {str(n) for n in (*range(201, 214), *range(301, 395), *range(420, 421),
             *range(800, 942))}  # fmt: skip
_NEEDS = {f"N{n}" for n in range(10)}


def day(element: Element, name: str) -> date | None:
    text = element.findtext(name)
    return date.fromisoformat(text) if text else None


def year_start(end: date) -> date:
    return date(end.year - (end.month < 4), 4, 1)


def _details(child: Element) -> list[Element]:
    return list(child.iter("CINdetails"))


def _upn(child: Element) -> str:
    return child.findtext("ChildIdentifiers/UPN") or ""


def _letter(upn: str) -> str:
    return _LETTERS[sum(int(upn[i - 1]) * i for i in range(2, 14)) % 23]


def _before(child: Element, path: str, name: str, than: str) -> bool:
    """Something dated before its referral."""
    for one in _details(child):
        limit = day(one, than)
        for part in one.iter(path):
            found = day(part, name)
            if found and limit and found < limit:
                return True
    return False


def _spans(
    child: Element, path: str, begins: str, ends: str
) -> list[tuple[date, date]]:
    found = []
    for part in child.iter(path):
        start = day(part, begins)
        if start:
            found.append((start, day(part, ends) or date.max))
    return sorted(found)


def _overlap(spans: list[tuple[date, date]]) -> bool:
    return any(
        later[0] < earlier[1] for earlier, later in zip(spans, spans[1:], strict=False)
    )


def _activity(details: Element) -> Iterator[date]:
    for name in _ACTIVITY:
        for one in details.iter(name):
            yield date.fromisoformat(one.text or "")


def _after_closing(child: Element, _: date) -> bool:
    return any(
        closed is not None and any(at > closed for at in _activity(one))
        for one in _details(child)
        for closed in [day(one, "CINclosureDate")]
    )


def _outside(child: Element, end: date, name: str) -> bool:
    first = year_start(end)
    return any(
        not first <= date.fromisoformat(one.text or "") <= end
        for one in child.iter(name)
    )


def _missing_code(child: Element, path: str, name: str, known: set[str]) -> bool:
    return any(one.findtext(name) not in known for one in child.iter(path))


def _nfa(details: Element) -> bool:
    return details.findtext("ReferralNFA") in ("1", "true")


def _open_too_long(child: Element, end: date, path: str, start: str, done: str) -> bool:
    """Not completed, and not begun within the census year."""
    return any(
        part.find(done) is None
        and (day(part, start) or end) < year_start(end)
        and part.findtext("ICPCnotRequired") not in ("1", "true")
        for part in child.iter(path)
    )


def _reference_date(child: Element, end: date) -> bool:
    """The census ends with its year, on 31 March."""
    year = child.getroottree().findtext(".//Year")
    return (end.month, end.day, str(end.year)) != (3, 31, year)


def _plans_begun(details: Element, end: date) -> list[date]:
    """When the plans of this census year began."""
    days = [day(one, "CPPstartDate") for one in details.iter("ChildProtectionPlans")]
    return [one for one in days if one and year_start(end) <= one <= end]


def _latest(child: Element) -> date:
    return max(day(one, "CINreferralDate") or date.min for one in _details(child))


def _disabilities(child: Element) -> list[str]:
    return [one.text or "" for one in child.iter("Disability")]


def _enquiries(child: Element) -> list[tuple[date, date]]:
    """Each enquiry until its conference; one that needs none is over at once."""
    found = []
    for one in child.iter("Section47"):
        start = day(one, "S47ActualStartDate") or date.min
        needless = one.findtext("ICPCnotRequired") in ("1", "true")
        held = day(one, "DateOfInitialCPC") or date.max
        found.append((start, start if needless else held))
    return sorted(found)


RULES: dict[str, Rule] = {
    "1103": lambda c, _: _before(c, "Assessments", "AssessmentActualStartDate", "CINreferralDate"),
    "1104": lambda c, _: _before(c, "Section47", "DateOfInitialCPC", "CINreferralDate"),
    "1105": lambda c, _: _before(c, "ChildProtectionPlans", "CPPstartDate", "CINreferralDate"),
    "1510": lambda c, _: bool(_upn(c)) and _upn(c)[0] != _letter(_upn(c)),
    "1540": lambda c, _: bool(_upn(c)) and not _upn(c)[4:12].isdigit(),
    "1570": lambda c, _: len(c.findtext("ChildIdentifiers/LAchildID") or "") > 20,
    "1580": lambda c, _: not (c.findtext("ChildIdentifiers/LAchildID") or "").isalnum(),
    "2889": lambda c, _: _before(c, "Section47", "S47ActualStartDate", "CINreferralDate"),
    "2990": lambda c, _: any(
        one.findtext("ReasonForClosure") in ("RC8", "RC9")
        and (one.find("Section47") is not None or one.find("ChildProtectionPlans") is not None)
        for one in _details(c)
    ),
    "4220": lambda c, _: len(c.findtext("ChildCharacteristics/Ethnicity") or "") != 4,
    "8520": lambda c, end: (day(c, "ChildIdentifiers/PersonBirthDate") or end) > end,
    "8565": _after_closing,
    "8568": lambda c, _: _missing_code(c, "CINdetails", "ReferralNFA", {"0", "1"}),
    "8590": lambda c, _: not _details(c),
    "8600": lambda c, end: any(
        (day(one, "CINreferralDate") or date.max) > end for one in _details(c)
    ),
    "8606": lambda c, end: any(
        (day(one, "CINreferralDate") or end)
        < (day(c, "ChildIdentifiers/PersonBirthDate") or end) - timedelta(weeks=40)
        for one in _details(c)
    ),
    "8608": lambda c, _: any(
        (day(one, "AssessmentAuthorisationDate") or date.max)
        < (day(one, "AssessmentActualStartDate") or date.min)
        for one in c.iter("Assessments")
    ),
    "8610": lambda c, _: any(
        not _nfa(one) and not one.findtext("PrimaryNeedCode") for one in _details(c)
    ),
    "8614": lambda c, _: any(
        one.find("AssessmentAuthorisationDate") is None
        and one.find(".//AssessmentFactors") is not None
        for one in c.iter("Assessments")
    ),
    "8615": lambda c, _: any(
        (day(one, "DateOfInitialCPC") or date.max) < (day(one, "S47ActualStartDate") or date.max)
        for one in c.iter("Section47")
    ),
    "8620": lambda c, end: _outside(c, end, "CINclosureDate"),
    "8630": lambda c, _: any(
        (day(one, "CINclosureDate") or date.max) < (day(one, "CINreferralDate") or date.min)
        for one in _details(c)
    ),
    "8640": lambda c, _: any(
        one.findtext("ReasonForClosure") not in (None, *_REASONS) for one in _details(c)
    ),
    "8650": lambda c, _: any(
        one.findtext("PrimaryNeedCode") not in (None, *_NEEDS) for one in _details(c)
    ),
    "8696": lambda c, end: _outside(c, end, "AssessmentAuthorisationDate"),
    "8715": lambda c, end: _outside(c, end, "DateOfInitialCPC"),
    "8736": lambda c, end: _open_too_long(
        c, end, "Assessments", "AssessmentActualStartDate", "AssessmentAuthorisationDate"
    ),
    "8740": lambda c, end: _open_too_long(
        c, end, "Section47", "S47ActualStartDate", "DateOfInitialCPC"
    ),
    "8805": lambda c, _: any(
        one.find("CINclosureDate") is not None and one.find("ReasonForClosure") is None
        for one in _details(c)
    ),
    "8810": lambda c, _: any(
        one.find("ReasonForClosure") is not None and one.find("CINclosureDate") is None
        for one in _details(c)
    ),
    "8815": lambda c, _: sum(
        one.find("CINclosureDate") is None and not _nfa(one) for one in _details(c)
    ) > 1,
    "8820": lambda c, _: _overlap(_spans(c, "CINdetails", "CINreferralDate", "CINclosureDate")),
    "8831": lambda c, _: any(
        _nfa(one) and next(_activity(one), None) is not None for one in _details(c)
    ),
    "8839": lambda c, _: any(
        sum(
            part.find("DateOfInitialCPC") is None
            and part.findtext("ICPCnotRequired") not in ("1", "true")
            for part in one.iter("Section47")
        ) > 1
        for one in _details(c)
    ),
    "8840": lambda c, _: any(
        day(one, "CPPstartDate") == day(one, "CPPendDate") for one in c.iter("ChildProtectionPlans")
    ),
    "8841": lambda c, _: any(
        date.fromisoformat(review.text or "") <= (day(one, "CPPstartDate") or date.min)
        for one in c.iter("ChildProtectionPlans")
        for review in one.iter("CPPreviewDate")
    ),
    "8866": lambda c, _: _missing_code(c, "CINdetails", "ReferralSource", _SOURCES),
    "8867": lambda c, _: any(
        one.find("CINclosureDate") is not None and part.find("AssessmentAuthorisationDate") is None
        for one in _details(c)
        for part in one.iter("Assessments")
    ),
    "8868": lambda c, _: any(
        one.find("CINclosureDate") is not None
        and part.find("DateOfInitialCPC") is None
        and part.findtext("ICPCnotRequired") not in ("1", "true")
        for one in _details(c)
        for part in one.iter("Section47")
    ),
    "8869": lambda c, _: any(
        {"21"} < {f.text for f in one.iter("AssessmentFactors")} for one in c.iter("Assessments")
    ),
    "8875": lambda c, _: any(
        date.fromisoformat(one.text or "").weekday() > 4 for one in c.iter("DateOfInitialCPC")
    ),
    "8896": lambda c, _: any(
        sum(
            part.find("AssessmentAuthorisationDate") is None
            for part in one.iter("Assessments")
        ) > 1
        for one in _details(c)
    ),
    "8898": lambda c, _: any(
        max(Counter(f.text for f in one.iter("AssessmentFactors")).values(), default=0) > 1
        for one in c.iter("Assessments")
    ),
    "8905": lambda c, _: _missing_code(c, "ChildProtectionPlans", "InitialCategoryOfAbuse", _ABUSE),
    "8910": lambda c, _: _missing_code(c, "ChildProtectionPlans", "LatestCategoryOfAbuse", _ABUSE),
    "8925": lambda c, _: any(
        (day(one, "CPPendDate") or date.max) < (day(one, "CPPstartDate") or date.min)
        for one in c.iter("ChildProtectionPlans")
    ),
    "8930": lambda c, end: _outside(c, end, "CPPendDate"),
    "8935": lambda c, _: sum(
        one.find("CPPendDate") is None for one in c.iter("ChildProtectionPlans")
    ) > 1,
    "100": _reference_date,
    "1530": lambda c, _: bool(_upn(c)) and _upn(c)[1:4] not in _COUNCILS,
    "1550": lambda c, _: bool(_upn(c)) and _upn(c)[12] not in "0123456789" + _LETTERS,
    "2883": lambda c, end: any(
        len(_plans_begun(one, end)) > len(list(one.iter("DateOfInitialCPC")))
        for one in _details(c)
    ),
    "2884": lambda c, _: any(
        one.find("DateOfInitialCPC") is not None
        and one.find("Section47/DateOfInitialCPC") is not None
        for one in _details(c)
    ),
    "2885": lambda c, end: any(
        begun not in {date.fromisoformat(held.text or "") for held in one.iter("DateOfInitialCPC")}
        for one in _details(c)
        for begun in _plans_begun(one, end)
    ),
    # Until 2023 the element was GenderCurrent, with these codes.
    "4180": lambda c, _: (
        c.findtext("ChildIdentifiers/Sex") or c.findtext("ChildIdentifiers/GenderCurrent")
    ) not in {"M", "F", "U", "0", "1", "2", "9"},
    "8500": lambda c, _: not c.findtext("ChildIdentifiers/LAchildID"),
    "8540": lambda c, _: not set(_disabilities(c)) <= _DISABILITIES or (
        not _disabilities(c) and not all(_nfa(one) for one in _details(c))
    ),
    "8720": lambda c, end: any(
        not one.findtext("CPPstartDate") or (day(one, "CPPstartDate") or end) > end
        for one in c.iter("ChildProtectionPlans")
    ),
    "8730": lambda c, _: any(
        not one.findtext("NumberOfPreviousCPP") for one in c.iter("ChildProtectionPlans")
    ),
    "8772": lambda c, _: c.findtext("ChildIdentifiers/UPNunknown") == "UN7"
    and not all(_nfa(one) for one in _details(c)),
    "8790": lambda c, _: "NONE" in _disabilities(c) and len(set(_disabilities(c))) > 1,
    "8794": lambda c, _: len(set(_disabilities(c))) < len(_disabilities(c)),
    "8816": lambda c, _: any(
        one.find("CINclosureDate") is None
        and not _nfa(one)
        and (day(one, "CINreferralDate") or date.max) < _latest(c)
        for one in _details(c)
    ),
    "8832": lambda c, _: any(
        _nfa(one) and one.find("ChildProtectionPlans") is not None for one in _details(c)
    ),
    "8890": lambda c, _: _overlap(_enquiries(c)),
    "8940": lambda c, _: _overlap(_spans(c, "ChildProtectionPlans", "CPPstartDate", "CPPendDate")),
}  # fmt: skip


def from_tables(folder: Path) -> Element:
    """A census kept as CSV tables, as the XML that would be built of it."""
    read = {
        path.stem: list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))
        for path in folder.glob("*.csv")
    }
    root = etree.Element("Message")
    _add(root, "Header", read["Header"][0])
    made: dict[str, Element] = {}
    for row in read["ChildIdentifiers"]:
        child = made[row["LAchildID"]] = etree.SubElement(root, "Child")
        _add(child, "ChildIdentifiers", row)
    for name, within in (
        ("ChildCharacteristics", "LAchildID"), ("Disabilities", "LAchildID"),
        ("CINdetails", "LAchildID"), ("Assessments", "CINdetailsID"),
        ("Section47", "CINdetailsID"), ("ChildProtectionPlans", "CINdetailsID"),
        ("Reviews", "CPPID"),
    ):  # fmt: skip
        for row in read[name]:
            element = _add(made[row[within]], name, row)
            own = {"CINdetails": "CINdetailsID", "ChildProtectionPlans": "CPPID"}.get(
                name
            )
            if own:
                made[row[own]] = element
    return root


def _add(parent: Element, name: str, row: dict[str, str]) -> Element:
    element = etree.SubElement(parent, name)
    for column, value in row.items():
        several = value.split(",") if column == "AssessmentFactors" else [value]
        for one in several if value and column not in ("CINdetailsID", "CPPID") else ():
            etree.SubElement(element, column).text = one
    return element


def asked_about(path: Path) -> dict[str, list[str]]:
    """Rule -> the children of the census that it asks about; and rules over all children."""
    root = from_tables(path) if path.is_dir() else etree.parse(path).getroot()
    end = date.fromisoformat(root.findtext(".//ReferenceDate"))
    found: dict[str, list[str]] = {}
    numbers, upns = Counter(), Counter()
    for child in root.iter("Child"):
        number = child.findtext("ChildIdentifiers/LAchildID") or ""
        numbers[number] += 1
        upns[_upn(child)] += bool(_upn(child))
        for name, rule in RULES.items():
            if rule(child, end):
                found.setdefault(name, []).append(number)
    for name, counted in (("8510", numbers), ("1520", upns)):
        if twice := [one for one, times in counted.items() if times > 1]:
            found[name] = twice
    return found
