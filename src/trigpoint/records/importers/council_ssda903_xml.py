"""Looked-after children (SSDA903) as XML: root EXPSSDA903, one CHILD each.

Source of the tags: the Department for Education's SSDA903 return; PL here is PLACE in
the CSV tables. A row is a CHILD, an EPISODE, or a repeating block of the HEADER.
"""

from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from trigpoint.records.gathering import Gathered, stage_all
from trigpoint.records.importer import Context, Importer, Sample
from trigpoint.records.importers.council_ssda903_csv import EPISODE, HEADER, MISSING
from trigpoint.records.record import Problem, Reading
from trigpoint.records.xml_stream import (
    children,
    flat,
    line_of,
    local,
    open_xml,
    text,
)
from trigpoint.vocabulary.agencies import Agency

_EPISODE = {**{k: v for k, v in EPISODE.items() if k != "CHILD"}, "PL": "placement"}
_HEADER = {
    **{k: v for k, v in HEADER.items() if k != "CHILD"},
    "CHILDID": "child_id",
    "UASC": "extra.UASC",
    "DUC": "extra.DUC",
}
_MISSING = {k: v for k, v in MISSING.items() if k not in ("CHILD", "DOB")}
#: Blocks of the header that bear on no event yet, and the CSV table each one equals.
_BLOCKS = {"AREVIEW": "reviews", "PERMANENCE": "previous permanence", "OC2": "oc2"}


def _staged(names: dict[str, str]) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(name for name in names.values() if not name.startswith("extra."))
    )


COLUMNS = {
    "child_record": _staged(_HEADER),
    "care_episode": ("child_id", *_staged(_EPISODE)),
    "care_missing": ("child_id", "birth_date", *_staged(_MISSING)),
}

Row = dict[str, str]


@dataclass(slots=True)
class _Return:
    """One return as it is walked: its rows, their count, and what nobody knows."""

    gathered: Gathered = field(default_factory=lambda: Gathered(columns=COLUMNS))
    received: int = 0
    unknown: dict[str, int] = field(default_factory=dict)

    def row(self, subject: str, element: etree._Element, row: Row) -> None:
        """A repeating element that carries its own facts: one row of the file."""
        self.received += 1
        self.gathered.add(subject, line_of(element), row)

    def fill(
        self, element: etree._Element, names: dict[str, str], blocks: set[str], row: Row
    ) -> Row:
        """Fill a row from an element's own texts; keep, and count, what nobody knows."""
        for child in element:
            name = local(child.tag)
            if name in names:
                row[names[name]] = row.get(names[name]) or text(child)
            elif name and name not in blocks:
                self.nobody_knows(child, row)
        return row

    def nobody_knows(self, element: etree._Element, row: Row) -> None:
        """Keep a text beside its row, and a block as a row of its own."""
        name = local(element.tag)
        self.unknown[name] = self.unknown.get(name, 0) + 1
        if any(local(below.tag) for below in element):
            self.row("kept", element, _whole(element, name, row))
        else:
            row[f"extra.{name}"] = text(element)

    def child(self, element: etree._Element) -> None:
        """A CHILD: its header with the blocks in it, and its episodes."""
        parts = children(element)
        header = parts.get("HEADER", [element])[0]
        inside = {*_BLOCKS, "AMISSING", "HEADER", "EPISODE"}
        row = self.fill(header, _HEADER, inside, {})
        if header is not element:
            self.fill(element, {}, inside, row)
        self.row("child_record", element, row)
        ids = {name: row.get(name, "") for name in ("child_id", "birth_date")}
        for part in header:
            name = local(part.tag)
            if name in _BLOCKS:
                self.row("kept", part, _whole(part, _BLOCKS[name], row))
            elif name == "AMISSING":
                self.row(
                    "care_missing", part, self.fill(part, _MISSING, set(), {**ids})
                )
        for part in parts.get("EPISODE", []):
            care = {"child_id": ids["child_id"]}
            self.row("care_episode", part, self.fill(part, _EPISODE, set(), care))


def _whole(element: etree._Element, name: str, row: Row) -> Row:
    kept = {f"extra.{path}": value for path, value in flat(element).items()}
    return kept | {"list": name, "child_id": row.get("child_id", "")}


def recognise(sample: Sample) -> float:
    """Surely the return where the root says so."""
    return 1.0 if sample.kind == "xml" and sample.root.upper() == "EXPSSDA903" else 0.0


def read(path: Path, context: Context) -> Reading:
    """Read the return, one child at a time."""
    document = open_xml(path)
    seen = _Return()
    for element in document.elements("CHILD", inside=("EXPSSDA903",)):
        if local(element.tag) == "CHILD":
            seen.child(element)
        else:
            seen.nobody_knows(element, {})
    source = context.default_source or "council"
    staged = stage_all(seen.gathered, context=context, source=source, day_first=True)
    return Reading(
        format="SSDA903 XML",
        agency=Agency.LA,
        source=source,
        rows_received=seen.received,
        rows_accepted=staged.accepted,
        duplicates=staged.duplicates,
        tables=staged.tables,
        problems=(*document.problems, *_unknown(seen.unknown), *staged.problems),
        rejections=tuple(staged.rejections),
        extra=tuple(seen.unknown),
    )


def _unknown(unknown: dict[str, int]) -> list[Problem]:
    return [
        Problem(
            column=name,
            code="unknown_element",
            message=f"<{name}> is none of the return's; kept ({count} times).",
        )
        for name, count in unknown.items()
    ]


IMPORTER = Importer(
    name="council_ssda903_xml",
    title="looked-after children, SSDA903 (XML)",
    agency=Agency.LA,
    recognise=recognise,
    read=read,
    formats=("xml",),
)
