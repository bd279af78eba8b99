"""The children's social work workforce census as XML: council social workers.

Source of the layout: the Department for Education's schema of 2022.
"""

from pathlib import Path

from trigpoint.records.gathering import Gathered, stage_all
from trigpoint.records.importers.importer import Context, Importer, Sample
from trigpoint.records.record import Reading
from trigpoint.records.xml_stream import children, elements, flat, local, text
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


def recognise(sample: Sample) -> float:
    """Surely the census where workers stand below the root."""
    words = set(sample.elements)
    return 1.0 if sample.kind == "xml" and "CSWWWorker" in words else 0.0


def read(path: Path, context: Context) -> Reading:
    """Read the census, one worker at a time."""
    gathered = Gathered(columns={"worker": tuple(WORKER.values())})
    header: dict[str, str] = {}
    received = 0
    for element in elements(path, "Header", "CSWWWorker"):
        if local(element.tag) == "Header":
            header |= flat(element)
            continue
        row: dict[str, str] = {}
        for name, found in children(element).items():
            row[WORKER.get(name, f"extra.{name}")] = ";".join(
                text(each) for each in found
            )
        gathered.add("worker", element.sourceline or 0, row)
        received += 1
    lea = header.get("LEA", "")
    source = f"council:{lea}" if lea else context.default_source or "council"
    staged = stage_all(gathered, context=context, source=source)
    return Reading(
        format="social work workforce XML",
        agency=Agency.LA,
        source=source,
        rows_received=received,
        rows_accepted=sum(len(table) for table in staged.tables.values()),
        duplicates=staged.duplicates,
        tables=staged.tables,
        problems=tuple(staged.problems),
        rejections=tuple(staged.rejections),
    )


IMPORTER = Importer(
    name="council_workforce_xml",
    title="the social work workforce census (XML)",
    agency=Agency.LA,
    recognise=recognise,
    read=read,
    formats=("xml",),
)
