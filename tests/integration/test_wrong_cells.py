"""Promise 14, cell by cell: every column of every file of the police profile, wrong in each way.

What is said of each kind of cell is settled by hand here; which columns there are is the
profile's own table. Whole files, and what becomes of them on the site: test_wrong_files.py.
"""

from pathlib import Path

import pytest

from tests.support.promises import promise
from trigpoint.records.importer import Context
from trigpoint.records.importers.police_profile import read
from trigpoint.records.mapping import POLICE
from trigpoint.records.police_codes import POLICE_CODES
from trigpoint.records.subjects import Column

#: What a careful sender writes into a cell of each kind.
RIGHT = {
    "id": "X1", "text": "x", "date": "2016-03-01", "datetime": "2016-03-01T10:00",
    "bool": "true", "int": "3", "decimal": "1.5",
}  # fmt: skip
#: What a careless one does, and the code by which it is told.
WRONG = {
    "date": {"2016-02-30": "unreadable_date", "soon": "unreadable_date",
             "1816-03-01": "impossible_date"},
    "datetime": {"2016-02-30T10:00": "unreadable_date", "soon": "unreadable_date",
                 "2016-03-01T27:00": "unreadable_date",
                 "1816-03-01T10:00": "impossible_date"},
    "bool": {"perhaps": "unknown_code"},
    "code": {"PURPLE": "unknown_code"},
    "list": {"PURPLE": "unknown_code"},
    "int": {"many": "unreadable_number"},
    "decimal": {"many": "unreadable_number"},
}  # fmt: skip
#: Also known by more than one column, but a first version needs no time of its own; and
#: other names are whatever people write.
FREE = {("nominal", "valid_from", ""), ("nominal", "aliases", "PURPLE")}


def right(column: Column) -> str:
    """A cell that is as it should be."""
    return RIGHT.get(column.kind) or next(iter(POLICE_CODES.get(column.codes, ("X",))))


def faults(subject: str) -> list[tuple[Column, str, str]]:
    """(column, what is written, the code) for all that can be wrong in one file."""
    found = []
    for column in POLICE[subject].columns:
        if column.key:
            found.append((column, "", "key_missing"))
        found += [(column, *one) for one in WRONG.get(column.kind, {}).items()]
    return [one for one in found if (subject, one[0].name, one[1]) not in FREE]


@pytest.mark.parametrize("subject", sorted(POLICE))
def test_every_cell_that_is_wrong_is_told_by_its_column_and_code(
    subject: str, tmp_path: Path
) -> None:
    """One row for each fault and one without any; nothing is lost and nothing else is said."""
    columns = POLICE[subject].columns
    known = faults(subject)
    rows = [
        {column.name: right(column) for column in columns}
        for _ in range(len(known) + 1)
    ]
    for row, (column, written, _) in zip(rows[1:], known, strict=True):
        row[column.name] = written
    lines = [",".join([*row.values(), "2016-06-01T10:00"]) for row in rows]
    path = tmp_path / "sent.csv"
    head = ",".join([*rows[0], "recorded_at"])
    path.write_text("\n".join((head, *lines)) + "\n", encoding="utf-8")
    done = read(path, Context(file="sent.csv", default_source="police"))
    told = {
        (one.row, one.column): one.code
        for one in (*done.problems, *done.rejections) if one.row is not None
    }  # fmt: skip
    # A row that is known by nothing waits; its line counts from the header, which is 1.
    assert told == {
        (number + 3, column.name): code
        for number, (column, _, code) in enumerate(known)
    }
    aside = sum(code == "key_missing" for _, _, code in known)
    assert (done.rows_received, len(done.rejections)) == (len(rows), aside)
    assert done.rows_accepted + done.duplicates == len(rows) - aside
    promise(14, f"{subject}.csv: {len(known)} wrong cells, {len(known)} right codes")
