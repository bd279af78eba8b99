"""The inspection workbook (Annex A) as it stood on the last day of the period.

Written the same byte for byte each time: a workbook carries the moment it was saved,
so that is set to the last day.
"""

import re
import zipfile
from datetime import datetime
from pathlib import Path

from openpyxl import Workbook

from trigpoint.synthetic import places
from trigpoint.synthetic.annex_a_lists import Snapshot
from trigpoint.synthetic.council_register import CouncilChild
from trigpoint.synthetic.county import County
from trigpoint.timekeeping import london

_SAVED = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)")
_TITLES = {
    "List 1": "contacts", "List 2": "early help", "List 3": "referrals",
    "List 4": "assessments", "List 5": "section 47 enquiries and initial conferences",
    "List 6": "children in need", "List 7": "child protection plans",
    "List 8": "looked-after children", "List 9": "care leavers", "List 10": "adoption",
    "List 11": "adopters",
}  # fmt: skip


def write(county: County, children: dict[int, CouncilChild], path: Path) -> None:
    """Write the eleven lists; those this county has nobody for hold a header only."""
    snapshot = Snapshot(county, children)
    book = Workbook(write_only=True)
    book.properties.creator = "Fellshire County Council (invented)"
    book.properties.title = "Annex A, invented"
    for name, (columns, rows) in snapshot.lists().items():
        sheet = book.create_sheet(name)
        sheet.append([f"{places.COUNCIL}: {_TITLES[name]}"])
        sheet.append(columns)
        for row in rows:
            sheet.append(row)
    draft = path.with_suffix(".part")
    book.save(draft)
    saved = london.from_day_number(county.lives.council_end - 1)
    _set_time(draft, path, datetime(saved.year, saved.month, saved.day, 9))  # noqa: DTZ001 - a zip entry has no zone
    draft.unlink()


def _set_time(draft: Path, path: Path, saved: datetime) -> None:
    """Copy the workbook with one time on every part of it."""
    stamp = f"{saved:%Y-%m-%dT%H:%M:%SZ}".encode()
    with zipfile.ZipFile(draft) as old, zipfile.ZipFile(path, "w") as fresh:
        for name in sorted(old.namelist(), key=lambda one: (one[0] != "[", one)):
            part = zipfile.ZipInfo(name, date_time=saved.timetuple()[:6])
            part.compress_type = zipfile.ZIP_DEFLATED
            part.external_attr = 0o600 << 16
            fresh.writestr(
                part, _SAVED.sub(rb"\g<1>" + stamp + rb"\g<2>", old.read(name))
            )
