"""The truth of an invented force as its files hold it, and whose records are whose.

Reads the truth's files and nothing of the program that invented them.
"""

import csv
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from trigpoint.records.record import Refusal

Rows = list[dict[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Truth:
    """The truth's files as rows, and its manifest."""

    duty: Rows
    person: Rows
    pairs: Rows
    chronology: Rows
    exploited: frozenset[str]
    lists: Rows
    manifest: dict[str, Any]


def load_truth(folder: Path) -> Truth:
    """Read the truth; refuses a folder that holds none."""
    try:
        manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
        rows = {
            name: _rows(folder / f"{name}.csv")
            for name in ("duty", "person", "link_pairs", "chronology", "cse")
        }
    except (OSError, ValueError) as error:
        msg = (
            f"{folder} is no truth: give the `truth` folder that `trigpoint synth` wrote. "
            f"({error})"
        )
        raise Refusal(msg) from None
    return Truth(
        duty=rows["duty"],
        person=rows["person"],
        pairs=rows["link_pairs"],
        chronology=rows["chronology"],
        exploited=frozenset(
            row["person"] for row in rows["cse"] if row["role"] != "suspect"
        ),
        lists=rows["cse"],
        manifest=manifest,
    )


def _rows(path: Path) -> Rows:
    with path.open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def whose_children(held: Truth, children: list[dict[str, Any]]) -> dict[str, set[str]]:
    """True person -> the children that the run made of their records."""
    by_record: dict[str, str] = {}
    for row in children:
        agency = row["source"].split(":")[0]
        by_record[f"{agency}:{row['source_id']}"] = row["child"]
    whose: dict[str, set[str]] = {}
    for row in held.person:
        ids = records(row)
        whose[row["person"]] = {by_record[one] for one in ids if one in by_record}
    return whose


def records(row: dict[str, str]) -> list[str]:
    """The records of a person, as agency:number."""
    named = (
        ("police", row["police_id"]),
        ("police", row["police_second_id"]),
        ("council", row["council_id"]),
    )
    return [f"{agency}:{number}" for agency, number in named if number]
