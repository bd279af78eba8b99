"""A run held against the truth of an invented force: what was right, and what was not.

Reads the truth's files and nothing of the program that invented them. What could be known
from the files is kept apart from what truly happened: a duty done and never written down
cannot be told by anybody.
"""

import csv
import json
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from trigpoint.publication import score_page
from trigpoint.records.record import Refusal
from trigpoint.services import score_change
from trigpoint.services.run_folder import load_run
from trigpoint.timekeeping import london

Rows = list[dict[str, str]]
#: Duties that the council's files show carry no number of their own.
_BY_DAY = {"assessment-45-working-days", "icpc-15-working-days"}
_NOT_JUDGED = "not judged"


@dataclass(frozen=True, slots=True, kw_only=True)
class Truth:
    """The truth's files as rows, and its manifest."""

    duty: Rows
    person: Rows
    pairs: Rows
    chronology: Rows
    exploited: frozenset[str]
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
        exploited=frozenset(row["person"] for row in rows["cse"]),
        manifest=manifest,
    )


def _rows(path: Path) -> Rows:
    with path.open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def score_run(*, run: Path, truth: Path, out: Path | None = None) -> dict[str, Any]:
    """The scores (the shape stands in the product's contract); with `out`, the page too."""
    if out is not None and out.exists() and any(out.iterdir()):
        msg = f"{out} is not empty: give a new folder, so that nothing is lost."
        raise Refusal(msg)
    held, known = load_truth(truth), load_run(run)
    if not known.invented:
        msg = f"{run} is no run over an invented force: there is no truth to hold it against."
        raise Refusal(msg)
    children = known.children.to_pylist()
    whose = _whose(held, children)
    found = {
        "invented": True,
        "regime": held.manifest["regime"],
        "seed": held.manifest["seed"],
        "duties": _duties(held, run, whose),
        "links": _links(held, children),
        "chronology": _chronology(held, run, whose),
        "change": score_change.change(known, held.manifest["regime"]),
    }
    if out is not None:
        score_page.write(found, out)
    return found


def _whose(held: Truth, children: list[dict[str, Any]]) -> dict[str, set[str]]:
    """True person -> the children that the run made of their records."""
    by_record: dict[str, str] = {}
    for row in children:
        agency = row["source"].split(":")[0]
        by_record[f"{agency}:{row['source_id']}"] = row["child"]
    whose: dict[str, set[str]] = {}
    for row in held.person:
        ids = _records(row)
        whose[row["person"]] = {by_record[one] for one in ids if one in by_record}
    return whose


def _records(row: dict[str, str]) -> list[str]:
    named = (
        ("police", row["police_id"]),
        ("police", row["police_second_id"]),
        ("council", row["council_id"]),
    )
    return [f"{agency}:{number}" for agency, number in named if number]


# --- duties ---------------------------------------------------------------------


def _duties(held: Truth, run: Path, whose: dict[str, set[str]]) -> dict[str, Any]:
    judged = _judged(run)
    confusion: Counter[tuple[str, str]] = Counter()
    truly: Counter[tuple[str, str]] = Counter()
    by_slug: dict[str, Counter[str]] = defaultdict(Counter)
    wrong: list[dict[str, str]] = []
    for row in held.duty:
        outcome = _outcome(row, whose, judged)
        truly["met" if row["met"] == "true" else "not met", outcome] += 1
        if row["knowable"] != "true":
            by_slug[row["duty"]]["not knowable"] += 1
            continue
        confusion[row["expected"], outcome] += 1
        right = row["expected"] == outcome
        by_slug[row["duty"]]["right" if right else "wrong"] += 1
        if not right:
            wrong.append({**row, "judged": outcome})
    knowable = sum(confusion.values())
    right = sum(n for (one, other), n in confusion.items() if one == other)
    swaps = confusion["met", "missed"] + confusion["missed", "met"]
    return {
        "knowable": knowable,
        "right": right / knowable if knowable else None,
        "met_missed_swaps": swaps,
        "not_knowable": len(held.duty) - knowable,
        "confusion": _table(confusion),
        "truth": _table(truly),
        "by_standard": {slug: dict(found) for slug, found in sorted(by_slug.items())},
        "wrong": wrong[:200],
    }


def _judged(run: Path) -> dict[tuple[str, str, str], str]:
    """(standard, reference or due day, child) -> outcome."""
    named = _names(run)
    table = pq.read_table(
        run / "judgements.parquet",
        columns=["standard", "occasion", "child", "due_at", "outcome"],
    )
    found: dict[tuple[str, str, str], str] = {}
    for row in table.to_pylist():
        slug = row["standard"]
        if slug in _BY_DAY:
            due = row["due_at"]
            day = london.local_date(london.instant(due)).isoformat() if due else ""
            names = {day}
        else:
            names = named.get(row["occasion"], set())
        for name in names:
            found[slug, name, row["child"]] = row["outcome"]
    return found


def _names(run: Path) -> dict[str, set[str]]:
    """What each event can be called: its number; or that and when it was, or when alone."""
    log = pq.read_table(
        run / "log.parquet", columns=["event", "reference", "about", "earliest"]
    )
    found: dict[str, set[str]] = {}
    for row in log.to_pylist():
        at = london.moment(row["earliest"]).strftime("%Y-%m-%dT%H:%M")
        numbers = {row["reference"] or "", row["about"] or ""}
        timed = {f"{number}@{at}" for number in (*numbers, "")}
        found[row["event"]] = {row["reference"] or "", *timed}
    return found


def _outcome(
    row: dict[str, str],
    whose: dict[str, set[str]],
    judged: dict[tuple[str, str, str], str],
) -> str:
    name = row["due"][:10] if row["duty"] in _BY_DAY else row["reference"]
    found = {
        judged[row["duty"], name, child]
        for child in whose.get(row["person"], ())
        if (row["duty"], name, child) in judged
    }
    return min(found) if found else _NOT_JUDGED


def _table(counted: Counter[tuple[str, str]]) -> list[dict[str, Any]]:
    return [
        {"expected": one, "judged": other, "duties": number}
        for (one, other), number in sorted(counted.items())
    ]


# --- links ----------------------------------------------------------------------


def _links(held: Truth, children: list[dict[str, Any]]) -> dict[str, Any]:
    child_of = {
        f"{row['source'].split(':')[0]}:{row['source_id']}": row["child"]
        for row in children
    }
    person_of = {one: row["person"] for row in held.person for one in _records(row)}
    every = _pairs(child_of, person_of)
    exploited = _pairs(
        child_of, {one: who for one, who in person_of.items() if who in held.exploited}
    )
    false = Counter(
        row["kind"]
        for row in held.pairs
        if row["same"] == "false"
        and row["one"] in child_of
        and child_of.get(row["one"]) == child_of.get(row["other"])
    )
    return {
        **every,
        "exploited": exploited,
        "false_links_twins_siblings": sum(false.values()),
        "false_links_by_kind": dict(false),
    }


def _pairs(child_of: dict[str, str], person_of: dict[str, str]) -> dict[str, Any]:
    """Precision, recall and F1 over pairs of records of known persons."""
    seen = {one: who for one, who in person_of.items() if one in child_of}
    said: Counter[str] = Counter(child_of[one] for one in seen)
    true: Counter[str] = Counter(seen.values())
    both: Counter[tuple[str, str]] = Counter(
        (child_of[one], who) for one, who in seen.items()
    )
    linked, real, right = (
        sum(n * (n - 1) // 2 for n in counted.values())
        for counted in (said, true, both)
    )
    precision = right / linked if linked else None
    recall = right / real if real else None
    f1 = 2 * right / (linked + real) if linked + real else None
    return {
        "pairs_linked": linked, "pairs_true": real, "pairs_right": right,
        "precision": precision, "recall": recall, "f1": f1,
    }  # fmt: skip


# --- chronology -----------------------------------------------------------------


def _chronology(held: Truth, run: Path, whose: dict[str, set[str]]) -> dict[str, Any]:
    """Of what truly happened, and of what an agency wrote, how much is in the chronology."""
    log = pq.read_table(
        run / "log.parquet",
        columns=["child", "kind", "earliest", "latest", "reference"],
    )
    by_number = set()
    by_day = set()
    for row in log.to_pylist():
        by_number.add((row["child"], row["kind"], row["reference"]))
        day = london.local_date(row["earliest"]).isoformat()
        by_day.add((row["child"], row["kind"], day))
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for row in held.chronology:
        children = whose.get(row["person"], set())
        there = any(
            (child, row["kind"], row["reference"]) in by_number
            if row["reference"]
            else (child, row["kind"], row["happened"][:10]) in by_day
            for child in children
        )
        found[row["recorded_by"]]["found" if there else "not found"] += 1
    written = sum(sum(n.values()) for by, n in found.items() if by != "nobody")
    kept = sum(n["found"] for by, n in found.items() if by != "nobody")
    whole = sum(sum(n.values()) for n in found.values())
    return {
        "events": whole,
        "written_by_an_agency": written,
        "of_written_in_chronology": kept / written if written else None,
        "of_all_in_chronology": kept / whole if whole else None,
        "by_recorder": {by: dict(n) for by, n in sorted(found.items())},
    }
