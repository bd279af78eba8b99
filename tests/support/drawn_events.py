"""A chronology drawn line by line: child, day, kind, and the facts it carries."""

import json
from datetime import date, timedelta

import pyarrow as pa

from trigpoint.chronology.exporting import CHRONOLOGY_SCHEMA
from trigpoint.timekeeping.london import day_start, moment


def drawn(
    *lines: tuple[str, int, str, dict[str, str]], agency: str = "POLICE"
) -> pa.Table:
    """Events of these children on these days of 2016, in this order."""
    rows = []
    for number, (child, day, kind, detail) in enumerate(lines):
        when = moment(day_start(date(2016, 1, 1) + timedelta(days=day)))
        rows.append(
            {
                "child": child,
                "event": f"E{number}",
                "kind": kind,
                "happened_from": when,
                "happened_to": when,
                "recorded": when,
                "agency": agency,
                "actor": "",
                "team": "",
                "district": "",
                "source_file": "drawn.csv",
                "source_row": str(number + 2),
                "detail": json.dumps(detail, separators=(",", ":")),
            }
        )
    return pa.Table.from_pylist(rows, CHRONOLOGY_SCHEMA)
