"""Files that are wrong in one way each, as careless senders send them; all invented."""

import io
import zipfile
from pathlib import Path

from openpyxl import Workbook

from tests.support.small_force import INTERVIEWS, MISSING, NOMINAL

_MISSING_HEAD = MISSING.splitlines()[0]
_NOMINAL_HEAD = NOMINAL.splitlines()[0]


def _missing(**changed: str) -> str:
    """One row of missing.csv, with cells put in the place of the right ones."""
    cells = dict(
        zip(_MISSING_HEAD.split(","), MISSING.splitlines()[1].split(","), strict=True)
    )
    cells |= {"misper_id": "F1", "nominal_id": "F1", **changed}
    return f"{_MISSING_HEAD}\n{','.join(cells.values())}\n"


def _nominal(*rows: str) -> str:
    return "\n".join((_NOMINAL_HEAD, *rows)) + "\n"


def _zip(**files: bytes) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return kept.getvalue()


_NONE = "is none that Trigpoint knows"
_ALIKE = "which is not an extract of a child's record"
_NEITHER = "It is neither CSV, XML nor an .xlsx workbook"
#: What each refusal says, read and settled by hand.
SAID = {
    "an empty file": "The file is empty: ask the agency to send it again",
    "only spaces": "The file is empty: ask the agency to send it again",
    "a header of something else": f"Its header (colour, price ...) {_NONE}",
    "a list of councils": f"It looks like a list of councils, {_ALIKE}",
    "an open crime file": f"an open crime file of data.police.uk, {_ALIKE}",
    "a school census": f"It looks like a school census file, {_ALIKE}",
    "a list of homes": f"It looks like a list of placement providers, {_ALIKE}",
    "a record-linkage test set": f"It looks like a record-linkage test set, {_ALIKE}",
    "columns swapped away": f"Its header (offered_at, accepted, done_at, by_whom ...) {_NONE}",
    "no header": f"Its header (M1, 2016-03-02T12:00, true, 2016-03-04T12:00 ...) {_NONE}",
    "a page of the web": f"Its XML root <html> {_NONE}",
    "a picture": _NEITHER,
    "NUL bytes": _NEITHER,
    "XML of another root": f"Its XML root <Away> {_NONE}",
    "XML that ends early": f"Its XML root <Message> {_NONE}",
    "XML with entities": f"Its XML root <Message> {_NONE}",
    "XML that reads a file": f"Its XML root <Message> {_NONE}",
    "no XML at all": f"Its header (Dear colleague, please find attached. ...) {_NONE}",
    "a workbook of something else": "None of its sheets has headers that Trigpoint knows",
    "a workbook that is none": f"Its header (just text ...) {_NONE}",
    "an archive of files": _NEITHER,
    "a workbook cut short": "The workbook is damaged (File is not a zip file)",
}

#: The column that each row set aside lacks.
LACKS = {
    "an episode without its number": "misper_id",
    "an episode with a blank number": "misper_id",
    "a person without a number": "nominal_id",
    "an interview without its episode": "misper_id",
}

#: Of each cell that is marked: the code, the column, and the kind of event that its value
#: would have made or dated ("": none).
EXPECTED = {
    "a date before 1900": ("impossible_date", "reported_at", "MISSING_REPORTED"),
    "a thirtieth of February": ("unreadable_date", "reported_at", "MISSING_REPORTED"),
    "a month that is none": ("unreadable_date", "reported_at", "MISSING_REPORTED"),
    "an hour that is none": ("unreadable_date", "reported_at", "MISSING_REPORTED"),
    "a word for a date": ("unreadable_date", "reported_at", "MISSING_REPORTED"),
    "found before reported": ("impossible_date", "found_at", "MISSING_RETURNED"),
    "columns swapped": ("unreadable_date", "reported_at", "MISSING_REPORTED"),
    "a risk that is none": ("unknown_code", "risk", ""),
    "a birth date before 1900": ("impossible_date", "dob", ""),
    "a sex that is none": ("unknown_code", "sex", ""),
    "a row with more cells than headers": ("ragged_row", "", ""),
    "a row with fewer": ("ragged_row", "", ""),
}


def _workbook() -> bytes:
    book = Workbook()
    book.active.append(["colour", "price"])
    book.active.append(["red", 3])
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


#: Of a file that is refused whole.
REFUSED: dict[str, tuple[str, str | bytes]] = {
    "an empty file": ("csv", ""),
    "only spaces": ("csv", "   \n  \n"),
    "a header of something else": ("csv", "colour,price\nred,3\n"),
    "a list of councils": (
        "csv", "local-authority-code,official-name,nice-name\nE1,Away,away\n"),
    "an open crime file": ("csv", "Crime ID,Falls within,Month\nx,Away Police,2016-01\n"),
    "a school census": ("csv", "UPN,UniqueLearnerNumber,LeavingDate\nx,y,2016-01-01\n"),
    "a list of homes": ("csv", "URN,Provider name\n1,Away\n"),
    "a record-linkage test set": (
        "csv", "rec_id,given_name,soc_sec_id\nrec-1,Ann,1\n"),
    "columns swapped away": ("csv", "\n".join(
        line.partition(",")[2] for line in INTERVIEWS.splitlines()) + "\n"),
    "no header": ("csv", "M1,2016-03-02T12:00,true,2016-03-04T12:00,LA,2016-06-30T10:00\n"),
    "a page of the web": ("csv", "<!doctype html><html><body>Sign in</body></html>\n"),
    "a picture": ("csv", b"\x89PNG\r\n\x1a\n" + bytes(range(256))),
    "NUL bytes": ("csv", b"misper_id,reported_at\x00\nM1,2016\x00\n"),
    "XML of another root": ("xml", "<?xml version='1.0'?><Away><x>1</x></Away>"),
    "XML that ends early": ("xml", "<?xml version='1.0'?><Message><Header>"),
    "XML with entities": (
        "xml", "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]><Message>&b;</Message>"),
    "XML that reads a file": (
        "xml", "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>"
        "<Message>&b;</Message>"),
    "no XML at all": ("xml", "Dear colleague, please find attached."),
    "a workbook of something else": ("xlsx", _workbook()),
    "a workbook that is none": ("xlsx", "just text"),
    "an archive of files": ("xlsx", _zip(**{"nominal.csv": NOMINAL.encode()})),
    "a workbook cut short": ("xlsx", _workbook()[:900]),
}  # fmt: skip

#: Of a file whose one row waits for a person, or is repeated.
ASIDE: dict[str, tuple[str, str]] = {
    "an episode without its number": ("csv", _missing(misper_id="")),
    "an episode with a blank number": ("csv", _missing(misper_id="   ")),
    "a person without a number": ("csv", _nominal(",Ann,Away,2003-05-14,F,W1,,")),
    "an interview without its episode": (
        "csv", INTERVIEWS.replace("M1,", ",", 1)),
}  # fmt: skip

#: Of a cell that is left out of every reckoning, its row being kept.
MARKED: dict[str, tuple[str, str]] = {
    "a date before 1900": ("csv", _missing(reported_at="1816-03-01T20:00")),
    "a thirtieth of February": ("csv", _missing(reported_at="2016-02-30T20:00")),
    "a month that is none": ("csv", _missing(reported_at="2016-13-01T20:00")),
    "an hour that is none": ("csv", _missing(reported_at="2016-03-01T27:00")),
    "a word for a date": ("csv", _missing(reported_at="yesterday")),
    "found before reported": ("csv", _missing(found_at="2016-02-01T06:00")),
    "columns swapped": ("csv", _missing(reported_at="MEDIUM", risk="2016-03-01T20:00")),
    "a risk that is none": ("csv", _missing(risk="PURPLE")),
    "a birth date before 1900": ("csv", _nominal(
        "F2,Ann,Away,1803-05-14,F,W1,2016-01-04T09:00,2016-01-04T09:00")),
    "a sex that is none": ("csv", _nominal(
        "F3,Ann,Away,2003-05-14,Q,W1,2016-01-04T09:00,2016-01-04T09:00")),
    "a row with more cells than headers": ("csv", _missing().rstrip() + ",more,cells\n"),
    "a row with fewer": ("csv", f"{_MISSING_HEAD}\nF9,F9,2016-03-01T20:00\n"),
}  # fmt: skip


def write(folder: Path, faults: dict[str, tuple[str, str | bytes]]) -> dict[str, str]:
    """Each file by a name of its own; which name is which fault."""
    names = {}
    for number, (fault, (ending, content)) in enumerate(faults.items()):
        name = f"wrong_{number:02}.{ending}"
        data = content if isinstance(content, bytes) else content.encode()
        # Two empty files are the same file: each fault is told apart by where it lies.
        goal = folder / f"f{number:02}" / name
        goal.parent.mkdir(parents=True)
        goal.write_bytes(data)
        names[fault] = goal.relative_to(folder).as_posix()
    return names
