"""The children in need census, one a year, and a part year at the end.

The first is kept as CSV tables, as councils do before the return is built; the others
are XML.
"""

from collections import defaultdict
from datetime import date
from pathlib import Path

from trigpoint.synthetic import cin_tables, wall
from trigpoint.synthetic.council_register import CouncilChild, header
from trigpoint.synthetic.county import County
from trigpoint.synthetic.lives import (
    Assessment,
    Conference,
    Enquiry,
    Lives,
    Plan,
    Referral,
)
from trigpoint.timekeeping import london


def write(county: County, children: dict[int, CouncilChild], folder: Path) -> list[str]:
    """Write each census that the period touches; gives the names of files and folders."""
    files = _Files(county.lives)
    names = []
    for year, first, reference in years(county.lives):
        whole = wall.iso_day(reference)[5:] == "03-31"
        name = f"cin_census_{year}.xml" if whole else f"cin_census_{year}_part_year.xml"
        lines = files.census(children, year, first, reference)
        if not names:
            names.append(f"cin_census_{year}_tables")
            cin_tables.write(lines, folder / names[0])
            continue
        (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
        names.append(name)
    return names


def years(lives: Lives) -> list[tuple[int, int, int]]:
    """(year, first day, reference day) of each collection year, the last cut short."""
    found, last = [], lives.council_end - 1
    year = london.from_day_number(lives.start).year
    while True:
        first = london.day_number(date(year - 1, 4, 1))
        reference = london.day_number(date(year, 3, 31))
        if first > last:
            return found
        if reference >= lives.start:
            cut = min(reference, last)
            found.append((london.from_day_number(cut).year, first, cut))
        year += 1


class _Files:
    """Everything the council knows, by child and referral."""

    def __init__(self, lives: Lives) -> None:
        self.referrals: dict[int, list[Referral]] = defaultdict(list)
        self.assessments: dict[int, list[Assessment]] = defaultdict(list)
        self.enquiries: dict[int, list[Enquiry]] = defaultdict(list)
        self.plans: dict[int, list[Plan]] = defaultdict(list)
        self.conferences: dict[tuple[int, int], Conference] = {}
        for referral in lives.referrals:
            self.referrals[referral.child].append(referral)
        for assessment in lives.assessments:
            self.assessments[assessment.referral].append(assessment)
        for enquiry in lives.enquiries:
            self.enquiries[enquiry.referral].append(enquiry)
        for plan in lives.plans:
            self.plans[plan.referral].append(plan)
        for one in lives.conferences:
            if one.kind == "ICPC" and one.referral is not None and not one.cancelled:
                self.conferences[one.referral, one.enquiry_day or 0] = one

    def census(
        self, children: dict[int, CouncilChild], year: int, first: int, reference: int
    ) -> list[str]:
        """The lines of one census."""
        lines = ['<?xml version="1.0" encoding="utf-8"?>']
        lines += ["<!-- invented: Fellshire County Council does not exist -->"]
        lines += ["<Message>", *header("CIN", year, reference, reference + 40)]
        lines.append("<Children>")
        # In the order of the council's own numbers, which say nothing of the child.
        for child in sorted(self.referrals, key=lambda one: children[one].number):
            open_then = [
                one
                for one in self.referrals[child]
                if one.day <= reference and (one.closed is None or one.closed >= first)
            ]
            if open_then:
                lines += ["<Child>", *_identifiers(children[child])]
                for referral in open_then:
                    lines += self._details(referral, first, reference)
                lines.append("</Child>")
        return [*lines, "</Children>", "</Message>"]

    def _details(self, one: Referral, first: int, reference: int) -> list[str]:
        """A referral with what of it belongs to this year: begun, or done, within it."""
        closed = (
            one.closed if one.closed is not None and one.closed <= reference else None
        )
        lines = ["<CINdetails>", _day("CINreferralDate", one.day)]
        lines.append(f"<ReferralSource>{one.source}</ReferralSource>")
        lines.append(f"<PrimaryNeedCode>{one.need}</PrimaryNeedCode>")
        if closed is not None:
            lines.append(_day("CINclosureDate", closed))
            lines.append(f"<ReasonForClosure>{one.reason}</ReasonForClosure>")
        for assessment in self.assessments[one.number]:
            lines += _assessment(assessment, first, reference)
        for enquiry in self.enquiries[one.number]:
            held = self.conferences.get((one.number, enquiry.day))
            lines += _enquiry(enquiry, held, first, reference)
        lines.append(f"<ReferralNFA>{int(one.no_further_action)}</ReferralNFA>")
        for plan in self.plans[one.number]:
            lines += _plan(plan, first, reference)
        return [*lines, "</CINdetails>"]


def _day(name: str, day: int) -> str:
    return f"<{name}>{wall.iso_day(day)}</{name}>"


def _identifiers(one: CouncilChild) -> list[str]:
    lines = ["<ChildIdentifiers>", f"<LAchildID>{one.number}</LAchildID>"]
    if one.upn:
        lines.append(f"<UPN>{one.upn}</UPN>")
    else:
        lines.append(f"<UPNunknown>{one.upn_unknown}</UPNunknown>")
    lines.append(_day("PersonBirthDate", one.born))
    lines.append(f"<GenderCurrent>{1 if one.boy else 2}</GenderCurrent>")
    lines.append("</ChildIdentifiers><ChildCharacteristics>")
    lines.append(f"<Ethnicity>{one.ethnicity}</Ethnicity>")
    disability = "LD" if one.disabled else "NONE"
    lines.append(f"<Disabilities><Disability>{disability}</Disability></Disabilities>")
    return [*lines, "</ChildCharacteristics>"]


def _assessment(one: Assessment, first: int, reference: int) -> list[str]:
    done = one.authorised is not None and one.authorised <= reference
    before = one.authorised if done else one.begun
    if one.begun > reference or (before is not None and before < first):
        return []
    lines = ["<Assessments>", _day("AssessmentActualStartDate", one.begun)]
    if one.authorised is not None and one.authorised <= reference:
        lines.append(_day("AssessmentAuthorisationDate", one.authorised))
    if one.factors and one.authorised is not None and one.authorised <= reference:
        lines.append("<FactorsIdentifiedAtAssessment>")
        lines += [
            f"<AssessmentFactors>{name}</AssessmentFactors>" for name in one.factors
        ]
        lines.append("</FactorsIdentifiedAtAssessment>")
    return [*lines, "</Assessments>"]


def _enquiry(
    one: Enquiry, held: Conference | None, first: int, reference: int
) -> list[str]:
    done = held is not None and held.day <= reference
    before = held.day if held is not None and done else one.day
    if one.day > reference or before < first:
        return []
    target = wall.working_day_after(one.day, 15)
    lines = ["<Section47>", _day("S47ActualStartDate", one.day)]
    lines.append(_day("InitialCPCtarget", target))
    if held is not None and held.day <= reference:
        lines.append(_day("DateOfInitialCPC", held.day))
    needless = "false" if one.conference_needed else "true"
    return [*lines, f"<ICPCnotRequired>{needless}</ICPCnotRequired>", "</Section47>"]


def _plan(one: Plan, first: int, reference: int) -> list[str]:
    if one.begun > reference or (one.ended is not None and one.ended < first):
        return []
    lines = ["<ChildProtectionPlans>", _day("CPPstartDate", one.begun)]
    if one.ended is not None and one.ended <= reference:
        lines.append(_day("CPPendDate", one.ended))
    lines.append(f"<InitialCategoryOfAbuse>{one.category}</InitialCategoryOfAbuse>")
    lines.append(f"<LatestCategoryOfAbuse>{one.latest}</LatestCategoryOfAbuse>")
    lines.append(f"<NumberOfPreviousCPP>{one.previous}</NumberOfPreviousCPP>")
    reviews = [day for day in one.reviews if day <= reference]
    if reviews:
        found = "".join(_day("CPPreviewDate", day) for day in reviews)
        lines.append(f"<Reviews>{found}</Reviews>")
    return [*lines, "</ChildProtectionPlans>"]
