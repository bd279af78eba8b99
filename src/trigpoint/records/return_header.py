"""The header of a council's return: whose it is, and how far it reaches."""

from dataclasses import dataclass

import pyarrow as pa
from lxml import etree

from trigpoint.records.dates import read_dates
from trigpoint.records.record import Problem
from trigpoint.records.xml_stream import children, flat, text


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnHeader:
    """What a header says, as written. `authorities`: the LEA of each Source, in order."""

    year: str = ""
    reference_date: str = ""
    authorities: tuple[str, ...] = ()

    def source(self, fallback: str) -> str:
        """`council:<LEA>`; where no LEA is given the fallback, else `council`."""
        named = [authority for authority in self.authorities if authority]
        return f"council:{named[0].lower()}" if named else fallback or "council"

    @property
    def reaches(self) -> int | None:
        """The last instant of the reference date; None where there is none to read."""
        if not self.reference_date:
            return None
        read = read_dates(pa.array([self.reference_date]))
        return read.latest[0].as_py()

    @property
    def schema_year(self) -> int | None:
        """The year whose schema the return follows: of its reference date, else stated."""
        for written in (self.reference_date[:4], self.year):
            if len(written) == 4 and written.isdigit():
                return int(written)
        return None

    def problems(self) -> list[Problem]:
        """What the header lacks, and what it contradicts itself about."""
        said = []
        if self.reaches is None:
            message = "ReferenceDate is missing: how far the return reaches is unknown."
            said.append(_about("ReferenceDate", "no_reference_date", message))
        elif self.year and self.year not in self.reference_date:
            message = (
                f"Year is {self.year} and ReferenceDate {self.reference_date}: "
                "the date was believed."
            )
            said.append(_about("Year", "year_differs", message, self.year))
        if not any(self.authorities):
            message = "LEA is missing: the ids were taken as those of the folder."
            said.append(_about("LEA", "no_lea", message))
        if len(self.authorities) > 1:
            named = ", ".join(name or "none" for name in self.authorities)
            message = (
                f"The header names {len(self.authorities)} sources ({named}): "
                "the first was taken."
            )
            said.append(_about("Source", "two_sources", message, named))
        return said


def _about(column: str, code: str, message: str, value: str = "") -> Problem:
    return Problem(column=column, code=code, message=message, value=value)


def from_element(element: etree._Element) -> ReturnHeader:
    """The header of an XML return, whatever else stands in it."""
    about = flat(element)
    sources = children(element).get("Source", [])
    return ReturnHeader(
        year=about.get("Year", "").split(";")[0],
        reference_date=about.get("ReferenceDate", "").split(";")[0],
        authorities=tuple(
            text(children(source).get("LEA", [None])[0]) for source in sources
        ),
    )
