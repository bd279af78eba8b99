"""Looked-after children (SSDA903) as XML: root EXPSSDA903, one CHILD each.

Source of the tags: the Department for Education's SSDA903 return; PL here is PLACE in
the CSV tables.
"""

from pathlib import Path

from lxml import etree

from trigpoint.records.gathering import Gathered, stage_all
from trigpoint.records.importers.council_ssda903_csv import EPISODE, HEADER, MISSING
from trigpoint.records.importers.importer import Context, Importer, Sample
from trigpoint.records.record import Reading
from trigpoint.records.xml_stream import children, elements, flat, text
from trigpoint.vocabulary.agencies import Agency

_EPISODE = {**{k: v for k, v in EPISODE.items() if k != "CHILD"}, "PL": "placement"}
_HEADER = {**{k: v for k, v in HEADER.items() if k != "CHILD"}, "CHILDID": "child_id"}
_MISSING = {k: v for k, v in MISSING.items() if k not in ("CHILD", "DOB")}
_BLOCKS = {"AREVIEW": "reviews", "PERMANENCE": "previous permanence", "OC2": "oc2"}
COLUMNS = {
    "child_record": tuple(_HEADER.values()),
    "care_episode": ("child_id", *dict.fromkeys(_EPISODE.values())),
    "care_missing": ("child_id", "birth_date", *_MISSING.values()),
}


def recognise(sample: Sample) -> float:
    """Surely the return where the root says so."""
    return 1.0 if sample.kind == "xml" and sample.root.upper() == "EXPSSDA903" else 0.0


def read(path: Path, context: Context) -> Reading:
    """Read the return, one child at a time."""
    gathered = Gathered(columns=COLUMNS)
    received = sum(_child(gathered, element) for element in elements(path, "CHILD"))
    source = context.default_source or "council"
    staged = stage_all(gathered, context=context, source=source)
    return Reading(
        format="SSDA903 XML",
        agency=Agency.LA,
        source=source,
        rows_received=received,
        rows_accepted=sum(len(table) for table in staged.tables.values()),
        duplicates=staged.duplicates,
        tables=staged.tables,
        problems=tuple(staged.problems),
        rejections=tuple(staged.rejections),
    )


def _child(gathered: Gathered, element: etree._Element) -> int:
    """Gather one child's rows; returns how many elements carried facts."""
    parts = children(element)
    header = parts.get("HEADER", [element])[0]
    row = _row(header, _HEADER)
    child_id = row.get("child_id", "")
    gathered.add("child_record", header.sourceline or 0, row)
    count = 1
    for name, block in _BLOCKS.items():
        for part in children(header).get(name, []):
            kept = {f"extra.{path}": value for path, value in flat(part).items()}
            kept |= {"list": block, "child_id": child_id}
            gathered.add("kept", part.sourceline or 0, kept)
            count += 1
    for part in children(header).get("AMISSING", []):
        ids = {"child_id": child_id, "birth_date": row.get("birth_date", "")}
        gathered.add(
            "care_missing", part.sourceline or 0, {**ids, **_row(part, _MISSING)}
        )
        count += 1
    for part in parts.get("EPISODE", []):
        care = {"child_id": child_id, **_row(part, _EPISODE)}
        gathered.add("care_episode", part.sourceline or 0, care)
        count += 1
    return count


def _row(element: etree._Element, names: dict[str, str]) -> dict[str, str]:
    """An element's own texts: the known ones by column, the others kept as extra."""
    row: dict[str, str] = {}
    for name, found in children(element).items():
        if name in names:
            row[names[name]] = text(found[0])
        elif not len(found[0]) and text(found[0]):
            row[f"extra.{name}"] = text(found[0])
    return row


IMPORTER = Importer(
    name="council_ssda903_xml",
    title="looked-after children, SSDA903 (XML)",
    agency=Agency.LA,
    recognise=recognise,
    read=read,
    formats=("xml",),
)
