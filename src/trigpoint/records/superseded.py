"""What a file said that a later one of its name says no more: it stays, beside it.

An extract comes again under its name, as of another day. The rows that the new file does not
hold are kept in a file beside it (`missing (earlier).csv`), and are read with it, as older than
whatever says otherwise. What changed corrects what was there. What is gone was taken back only
where the new file is otherwise whole over the time in which it was written down: a part, an
older extract or one of the last year alone takes nothing back (docs/decisions/0007).
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from trigpoint.records.subjects import SUBJECTS, Subject

#: How a file beside another is called, as a regular expression over its name.
EARLIER = r" \(earlier( [0-9]+)?\)(\.[^./]+)$"
_EARLIER = re.compile(EARLIER)
_TEXT = (".csv", ".tsv", ".txt")

#: Subjects whose rows are no events: they say who or what is what. Of them the newest
#: row of a key counts alone; the key is without these columns.
_APART = {"occ_person": {"role"}}
_WHO = """nominal occ_person staff skill child_record contact early_help child_in_need
    child_in_need_plan care_social_worker looked_after person person_address
    linked_identifier worker kept"""
IDENTITIES = frozenset(_WHO.split())
#: Of the rows of its time, how many a new file may lack and is still the whole of it.
LACKS = 0.1
#: Rows of files, by their number there.
Rows = dict[str, set[int]]


def is_earlier(name: str) -> bool:
    """Whether a file of this name stands beside another."""
    return bool(_EARLIER.search(name))


def beside(path: Path) -> Iterator[Path]:
    """The names of the files beside a file, the oldest rows first."""
    yield path.with_name(f"{path.stem} (earlier){path.suffix}")
    number = 2
    while True:
        yield path.with_name(f"{path.stem} (earlier {number}){path.suffix}")
        number += 1


def there(path: Path) -> list[Path]:
    """The files that stand beside a file."""
    found = []
    for one in beside(path):
        if not one.exists():
            return found
        found.append(one)
    return found


def left_over(new: bytes, old: Iterable[bytes], *, suffix: str) -> list[bytes]:
    """What files to keep beside a new one: of each header, the rows that it does not hold.

    `old`: what was beside the file before, and the file, the oldest first. A text that is
    no plain table of lines is kept whole. A workbook or XML is a return: the one that is
    sent again takes the place of the one before, and nothing is kept beside it.
    """
    if suffix.lower() not in _TEXT:
        return []
    held = _lines(new)
    whole: list[bytes] = []
    rows: dict[bytes, dict[bytes, None]] = {}
    for one in old:
        lines = _lines(one)
        if held is None or lines is None:
            if one != new and one not in whole:
                whole.append(one)
            continue
        header, cells = lines
        kept = rows.setdefault(header, {})
        for line in cells:
            # Said again it is newer than what was said between.
            kept.pop(line, None)
            if header != held[0] or line not in held[1]:
                kept[line] = None
    return whole + [
        b"\n".join([header, *kept]) + b"\n" for header, kept in rows.items() if kept
    ]


def _lines(content: bytes) -> tuple[bytes, dict[bytes, None]] | None:
    """The header and the rows of a table of one line a row; None: it is no such file."""
    if b"\0" in content:
        return None
    header, *lines = (line.rstrip(b"\r") for line in content.split(b"\n"))
    if any(line.count(b'"') % 2 for line in (header, *lines)):
        return None
    return header.removeprefix(b"\xef\xbb\xbf"), dict.fromkeys(filter(None, lines))


def settled(tables: Mapping[str, pa.Table]) -> tuple[dict[str, pa.Table], Rows]:
    """The tables without earlier rows that count no more, and those that were taken back.

    Of who is what the newest row counts alone; of what happened each is a version.
    """
    kept: dict[str, pa.Table] = {}
    back: Rows = {}
    for name, table in tables.items():
        earlier = pc.match_substring_regex(table["source_file"], EARLIER)
        keys = [k for k in SUBJECTS[name].keys if k not in _APART.get(name, ())]
        if not pc.any(earlier).as_py() or not set(keys) <= set(table.column_names):
            kept[name] = table
            continue
        again, gone = _parted(table, SUBJECTS[name], earlier.to_pylist(), keys)
        for place in gone:
            file, row = table["source_file"][place], table["source_row"][place]
            back.setdefault(file.as_py(), set()).add(int(row.as_py()))
        out = gone | (again if name in IDENTITIES else set())
        kept[name] = table.take([i for i in range(len(table)) if i not in out])
    return kept, back


def _parted(
    table: pa.Table, subject: Subject, earlier: list[bool], keys: list[str]
) -> tuple[set[int], set[int]]:
    """Places of the earlier rows that are said again, and of those that were taken back."""
    whose = pc.replace_substring_regex(table["source_file"], EARLIER, r"\2").to_pylist()
    known = list(
        zip(whose, *(table[k].to_pylist() for k in ("source", *keys)), strict=True)
    )
    newest = {key for key, old in zip(known, earlier, strict=True) if not old}
    again = {at for at, old in enumerate(earlier) if old and known[at] in newest}
    held = Counter(file for file, old in zip(whose, earlier, strict=True) if not old)
    inside = _inside(table, subject, whose, earlier)
    gone: dict[str, set[int]] = {}
    for at in inside - again:
        gone.setdefault(whose[at], set()).add(at)
    back = {
        at
        for file, places in gone.items()
        if len(places) <= LACKS * (len(places) + held[file])
        for at in places
    }
    return again, back


def _inside(
    table: pa.Table, subject: Subject, whose: list[str], earlier: list[bool]
) -> set[int]:
    """Places of the earlier rows of a time that the new file of the name reaches over.

    By when they were written down and by their own first date: one that is known must be
    within, and none without.
    """
    dated = (one.name for one in subject.columns if one.kind in ("date", "datetime"))
    first = next((name for name in dated if name in table.column_names), "")
    within: set[int] = set()
    beyond: set[int] = set()
    for name in {"recorded_at", first} & set(table.column_names):
        times = table[name].cast(pa.int64()).to_pylist()
        written: dict[str, list[int]] = {}
        for file, old, time in zip(whose, earlier, times, strict=True):
            if not old and time is not None:
                written.setdefault(file, []).append(time)
        spans = {file: (min(some), max(some)) for file, some in written.items()}
        for at, (file, old, time) in enumerate(zip(whose, earlier, times, strict=True)):
            if old and time is not None:
                begin, end = spans.get(file, (1, 0))
                (within if begin <= time <= end else beyond).add(at)
    return within - beyond


def without(content: bytes, rows: set[int]) -> bytes:
    """A file beside another without some rows; b"" where none is left.

    One that is kept whole stays whole.
    """
    if _lines(content) is None:
        return content
    lines = content.split(b"\n")
    left = [line for number, line in enumerate(lines, 1) if number not in rows]
    return b"\n".join(left) if any(left[1:]) else b""
