"""The council's social work workforce census: one XML file for each 30 September."""

from collections import Counter
from datetime import date
from pathlib import Path

from trigpoint.synthetic import wall
from trigpoint.synthetic.council_register import header
from trigpoint.synthetic.county import County
from trigpoint.synthetic.staff import SocialWorker
from trigpoint.timekeeping import london


def write(county: County, folder: Path) -> list[str]:
    """Write the census of each 30 September in the period; gives the file names."""
    names = []
    first = london.from_day_number(county.lives.start).year
    for year in range(first, london.from_day_number(county.lives.end).year + 1):
        day = london.day_number(date(year, 9, 30))
        if county.lives.start <= day < county.lives.end:
            names.append(f"workforce_{year}.xml")
            lines = _census(county, year, day)
            (folder / names[-1]).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return names


def _census(county: County, year: int, day: int) -> list[str]:
    cases = Counter(
        county.staff.worker(one.child, day).number
        for one in county.lives.referrals
        if one.day <= day and (one.closed is None or one.closed > day)
    )
    lines = ['<?xml version="1.0" encoding="utf-8"?>']
    lines += ["<!-- invented: Fellshire County Council does not exist -->"]
    lines += ["<Message>", *header("CSWW", year, day, day + 30)]
    lines += ["<LALevelVacancies><NumberOfVacancies>2.00</NumberOfVacancies>"]
    lines += ["<NoAgencyFTE>1.00</NoAgencyFTE><NoAgencyHeadcount>1</NoAgencyHeadcount>"]
    lines += ["</LALevelVacancies>"]
    for one in county.staff.workers:
        if one.begins <= day:
            lines += _worker(one, cases[one.number], day)
    return [*lines, "</Message>"]


def _worker(one: SocialWorker, cases: int, day: int) -> list[str]:
    left = one.ends is not None and one.ends <= day
    lines = ["<CSWWWorker>", f"<AgencyWorker>{int(one.agency)}</AgencyWorker>"]
    lines += [f"<SWENo>{one.number}</SWENo>", f"<FTE>{0 if left else one.fte}</FTE>"]
    lines += [f"<PersonBirthDate>{wall.iso_day(one.born)}</PersonBirthDate>"]
    lines += ["<QualInst>Invented University</QualInst>"]
    lines += [f"<OrgRole>{one.role}</OrgRole>"]
    lines += [f"<RoleStartDate>{wall.iso_day(one.begins)}</RoleStartDate>"]
    if left and one.ends is not None:
        lines += [f"<RoleEndDate>{wall.iso_day(one.ends)}</RoleEndDate>"]
    else:
        lines += [f"<FTE30>{one.fte}</FTE30>", f"<Cases30>{cases}</Cases30>"]
    return [*lines, "</CSWWWorker>"]
