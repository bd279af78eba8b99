"""The chronology held against the truth: how much of it is there, and in the true order."""

from collections import Counter, defaultdict
from datetime import datetime
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from trigpoint.services.score_truth import Truth
from trigpoint.timekeeping import london

#: (true time, earliest, latest in the chronology) of an event that was found.
Timed = tuple[datetime, int, int]
Key = tuple[str, str, str]


def chronology(held: Truth, run: Path, whose: dict[str, set[str]]) -> dict[str, Any]:
    """Of what truly happened, and of what an agency wrote, how much is there, and in order."""
    by_number, by_day = _logged(run)
    found: dict[str, Counter[str]] = defaultdict(Counter)
    placed: dict[str, list[Timed]] = defaultdict(list)
    for row in held.chronology:
        children = whose.get(row["person"], set())
        span = next(
            (
                by_number[key] if row["reference"] else by_day[key]
                for child in children
                if (key := _key(child, row))
                in (by_number if row["reference"] else by_day)
            ),
            None,
        )
        found[row["recorded_by"]]["found" if span else "not found"] += 1
        if span and len(row["happened"]) > len("2017-01-01"):
            placed[row["person"]].append(
                (datetime.fromisoformat(row["happened"]), *span)
            )
    written = sum(sum(n.values()) for by, n in found.items() if by != "nobody")
    kept = sum(n["found"] for by, n in found.items() if by != "nobody")
    whole = sum(sum(n.values()) for n in found.values())
    return {
        "events": whole,
        "written_by_an_agency": written,
        "of_written_in_chronology": kept / written if written else None,
        "of_all_in_chronology": kept / whole if whole else None,
        "by_recorder": {by: dict(n) for by, n in sorted(found.items())},
        **_order(placed),
    }


def _key(child: str, row: dict[str, str]) -> Key:
    return child, row["kind"], row["reference"] or row["happened"][:10]


def _logged(
    run: Path,
) -> tuple[dict[Key, tuple[int, int]], dict[Key, tuple[int, int]]]:
    """When each event was, in its newest version: by its number, and by its day."""
    log = pq.read_table(
        run / "log.parquet",
        columns=["child", "kind", "earliest", "latest", "reference", "recorded"],
    ).sort_by("recorded")
    by_number: dict[Key, tuple[int, int]] = {}
    by_day: dict[Key, tuple[int, int]] = {}
    for row in log.to_pylist():
        span = row["earliest"], row["latest"]
        by_number[row["child"], row["kind"], row["reference"]] = span
        day = london.local_date(row["earliest"]).isoformat()
        by_day[row["child"], row["kind"], day] = span
    return by_number, by_day


def _order(placed: dict[str, list[Timed]]) -> dict[str, Any]:
    """Pairs of one child's events: in the true order, the other way, or not to be told."""
    pairs: Counter[str] = Counter()
    for events in placed.values():
        events.sort()
        for place, (true, _, latest) in enumerate(events):
            for later, earliest, end in events[place + 1 :]:
                if later == true:
                    continue
                if latest < earliest:
                    pairs["right"] += 1
                elif events[place][1] > end:
                    pairs["wrong"] += 1
                else:
                    pairs["open"] += 1
    told = pairs["right"] + pairs["wrong"]
    return {
        "pairs_in_true_order": pairs["right"],
        "pairs_in_wrong_order": pairs["wrong"],
        "pairs_not_told_apart": pairs["open"],
        "of_pairs_in_true_order": pairs["right"] / told if told else None,
    }
