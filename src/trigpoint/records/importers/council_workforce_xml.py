"""The children's social work workforce census as XML: council social workers.

Source of the layout: the Department for Education's schema of 2022. Its reference date
(30 September) says nothing of how far the council's records of children reach, so the
reading states none.
"""

from pathlib import Path

from lxml import etree

from trigpoint.records.gathering import Gathered, stage_all
from trigpoint.records.importer import Context, Importer, Sample
from trigpoint.records.record import Problem, Reading
from trigpoint.records.return_header import ReturnHeader, from_element
from trigpoint.records.xml_stream import children, flat, line_of, local, open_xml, text
from trigpoint.vocabulary.agencies import Agency

WORKER = {
    "SWENo": "worker_id",
    "OrgRole": "role",
    "RoleStartDate": "role_start",
    "RoleEndDate": "role_end",
    "FTE": "fte",
    "Cases30": "cases",
    "AgencyWorker": "agency_worker",
    "Absat30Sept": "absent",
}
#: Elements of the schema that bear on no event yet.
_KEPT = {
    "PersonBirthDate", "GenderCurrent", "Ethnicity", "QualInst", "QualLevel",
    "StepUpGrad", "StartOrigin", "LeaverDestination", "ReasonLeave", "FTE30",
    "WorkingDaysLost", "ContractWeeks", "FrontlineGrad", "ReasonAbsence", "CFKSSstatus",
    "Sex",
}  # fmt: skip
_VACANCIES = "LALevelVacancies"


def recognise(sample: Sample) -> float:
    """Surely the census where workers stand below the root."""
    words = set(sample.elements)
    return 1.0 if sample.kind == "xml" and "CSWWWorker" in words else 0.0


def read(path: Path, context: Context) -> Reading:
    """Read the census, one worker at a time."""
    document = open_xml(path)
    gathered = Gathered(columns={"worker": tuple(WORKER.values())})
    header = ReturnHeader()
    unknown: dict[str, int] = {}
    for element in document.elements("Header", "CSWWWorker", inside=("Message",)):
        name = local(element.tag)
        if name == "Header":
            header = from_element(element)
        elif name == "CSWWWorker":
            gathered.add("worker", line_of(element), _worker(element, unknown))
        else:
            if name != _VACANCIES:
                unknown[name] = unknown.get(name, 0) + 1
            kept = {f"extra.{path}": value for path, value in flat(element).items()}
            gathered.add("kept", line_of(element), {**kept, "list": name})
    source = header.source(context.default_source)
    staged = stage_all(
        gathered, context=context, source=source, uncounted=frozenset({"kept"})
    )
    return Reading(
        format="social work workforce XML",
        agency=Agency.LA,
        source=source,
        rows_received=len(gathered.rows.get("worker", [])),
        rows_accepted=staged.accepted,
        duplicates=staged.duplicates,
        tables=staged.tables,
        problems=(
            *document.problems,
            *header.problems(),
            *_unknown(unknown),
            *staged.problems,
        ),
        rejections=tuple(staged.rejections),
        extra=tuple(unknown),
        beside=frozenset({"kept"}),
    )


def _worker(element: etree._Element, unknown: dict[str, int]) -> dict[str, str]:
    """One worker; of an element that repeats, the staged one is the last absence or post."""
    row: dict[str, str] = {}
    for name, found in children(element).items():
        if name in WORKER:
            row[WORKER[name]] = text(found[-1])
        if name not in WORKER or len(found) > 1:
            row[f"extra.{name}"] = ";".join(text(each) for each in found)
        if name not in WORKER and name not in _KEPT:
            unknown[name] = unknown.get(name, 0) + 1
    return row


def _unknown(unknown: dict[str, int]) -> list[Problem]:
    return [
        Problem(
            column=name,
            code="unknown_element",
            message=f"<{name}> is none of the census's; kept ({count} times).",
        )
        for name, count in unknown.items()
    ]


IMPORTER = Importer(
    name="council_workforce_xml",
    title="the social work workforce census (XML)",
    agency=Agency.LA,
    recognise=recognise,
    read=read,
    formats=("xml",),
)
