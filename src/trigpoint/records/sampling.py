"""What a file looks like from its first bytes, without reading it."""

import csv
import io
import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree

from trigpoint.records.importer import Sample
from trigpoint.records.record import Refusal

HEAD = 65_536
#: A workbook may not unpack to more than this; a bomb of 1 MB unpacks to 200.
MOST_UNPACKED = 600_000_000
_TAG = re.compile(rb"<(?:[A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)[\s/>]")


def sample(path: Path) -> Sample:
    """Look at the beginning of a file; refuses what could not be read safely."""
    with path.open("rb") as handle:
        head = handle.read(HEAD)
    if not head.strip():
        msg = "The file is empty: ask the agency to send it again."
        raise Refusal(msg)
    if head.startswith(b"PK\x03\x04"):
        return _workbook(path)
    text = head.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if text.startswith(b"<") or b"<\x00" in head[:8]:
        return _xml(path, head)
    if b"\x00" in head:
        return Sample(path=path, kind="other")
    return _csv(path, head)


def _csv(path: Path, head: bytes) -> Sample:
    try:
        text = head.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = head.decode("cp1252", errors="ignore")
    header = next(csv.reader(io.StringIO(text, newline="")), [])
    return Sample(path=path, kind="csv", header=tuple(cell.strip() for cell in header))


def _xml(path: Path, head: bytes) -> Sample:
    """The names of the first elements, read as text: nothing is parsed or resolved."""
    if b"<\x00" in head[:8] or head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        head = head.decode("utf-16", errors="ignore").encode()
    names = [name.decode("ascii", errors="ignore") for name in _TAG.findall(head)]
    root = names[0] if names else ""
    unique = tuple(dict.fromkeys(names))
    return Sample(path=path, kind="xml", root=root, elements=unique)


def _workbook(path: Path) -> Sample:
    """Sheet titles and the shared texts' beginning, from the parts of the zip."""
    try:
        with zipfile.ZipFile(path) as archive:
            unpacked = sum(part.file_size for part in archive.infolist())
            if unpacked > MOST_UNPACKED:
                msg = (
                    f"The workbook would unpack to {unpacked / 1e6:,.0f} MB: it was not "
                    "opened. Ask the agency for it as CSV files."
                )
                raise Refusal(msg)
            names = set(archive.namelist())
            if "xl/workbook.xml" not in names:
                return Sample(path=path, kind="other")
            sheets = _titles(archive.read("xl/workbook.xml"))
            texts = _texts(archive, names)
    except (zipfile.BadZipFile, OSError, ElementTree.ParseError) as error:
        msg = f"The workbook is damaged ({error}): ask the agency to send it again."
        raise Refusal(msg) from None
    return Sample(path=path, kind="xlsx", sheets=sheets, sheet_headers=(texts,))


def _titles(part: bytes) -> tuple[str, ...]:
    found = re.findall(rb"<(?:\w+:)?sheet\b[^>]*?\bname=\"([^\"]*)\"", part)
    return tuple(name.decode("utf-8", errors="ignore") for name in found)


def _texts(archive: zipfile.ZipFile, names: set[str]) -> tuple[str, ...]:
    """The first texts of the workbook: headers stand among them."""
    parts = [
        "xl/sharedStrings.xml",
        *sorted(n for n in names if "worksheets/sheet" in n),
    ]
    found: list[str] = []
    for part in parts:
        if part in names:
            with archive.open(part) as handle:
                head = handle.read(HEAD)
            found += [
                text.decode("utf-8", errors="ignore").strip()
                for text in re.findall(rb"<(?:\w+:)?t(?: [^>]*)?>([^<]+)<", head)
            ]
    return tuple(dict.fromkeys(found))
