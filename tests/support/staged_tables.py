"""Small staged tables written as on paper: a row is a dict, a time is text.

`staged(missing=[{"misper_id": "MP1", "reported_at": "2016-08-19 23:10"}])` makes what
the importers make. All of it is invented.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

import pyarrow as pa

from trigpoint.chronology.assembly import Assembled, assemble
from trigpoint.records.subjects import SUBJECTS
from trigpoint.timekeeping.london import day_end, day_start, local_instant
from trigpoint.vocabulary.agencies import Agency

Row = Mapping[str, object]


def when(text: str) -> int:
    """The instant of `2016-08-19 23:10`, London time; of a date, its start."""
    if len(text) == 10:
        return day_start(date.fromisoformat(text))
    return local_instant(datetime.fromisoformat(text))  # noqa: DTZ001 - zoned inside


def until(text: str) -> int:
    """The last instant that the text may mean."""
    return day_end(date.fromisoformat(text)) if len(text) == 10 else when(text)


def staged(**subjects: Sequence[Row]) -> dict[str, pa.Table]:
    """Staged tables by subject; rows are numbered from 2, as below a header."""
    return {name: _table(name, rows) for name, rows in subjects.items()}


def _table(name: str, rows: Sequence[Row]) -> pa.Table:
    subject = SUBJECTS[name]
    written = {key for row in rows for key in row}
    source = "police" if subject.agency is Agency.POLICE else "council"
    columns: dict[str, pa.Array] = {}
    for column in subject.columns:
        if column.name not in written:
            continue
        cells = [row.get(column.name) for row in rows]
        if column.kind in ("date", "datetime"):
            columns[column.name] = _instants(cells, when)
            columns[f"{column.name}__latest"] = _instants(cells, until)
        else:
            columns[column.name] = pa.array(cells, pa.string())
    return pa.table(
        {
            **columns,
            "source": [str(row.get("source", source)) for row in rows],
            "source_file": [str(row.get("source_file", "1")) for row in rows],
            "source_sheet": [str(row.get("source_sheet", "")) for row in rows],
            "source_row": pa.array(
                [row.get("source_row", i + 2) for i, row in enumerate(rows)], pa.int64()
            ),
            "recorded_at": _instants([row.get("recorded_at") for row in rows], when),
            "recorded_by": [str(row.get("recorded_by", "")) for row in rows],
            "district": [str(row.get("district", "")) for row in rows],
        }
    )


def _instants(cells: Sequence[object], read) -> pa.Array:  # noqa: ANN001
    return pa.array([read(str(cell)) if cell else None for cell in cells], pa.int64())


#: A girl of the invented force: born in 2003, a child in every test.
TAM = {"nominal_id": "N1", "dob": "2003-05-14", "valid_from": "2016-02-01 09:12"}


def put_together(
    *, reach: Mapping[str, int] | None = None, **subjects: Sequence[Row]
) -> Assembled:
    """What the assembly makes of these rows; sources reach to the end of 2017."""
    end = until("2017-12-31")
    return assemble(
        tables=staged(**subjects), reach=reach or {"police": end, "council": end}
    )


def of_kind(assembled: Assembled, kind: str) -> list[dict[str, object]]:
    """The events of one kind, in the log's order, with what they hold (no nulls)."""
    return [
        {name: value for name, value in row.items() if value is not None}
        for row in assembled.log.to_pylist()
        if row["kind"] == kind
    ]


def one(assembled: Assembled, kind: str) -> dict[str, object]:
    """The only event of that kind."""
    (event,) = of_kind(assembled, kind)
    return event
