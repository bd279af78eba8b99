"""Links held against the truth: pairs of records, and what exploited children's lists hold."""

from collections import Counter
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from trigpoint.findings import exploitation
from trigpoint.services.score_truth import Truth, records


def links(held: Truth, children: list[dict[str, Any]]) -> dict[str, Any]:
    """Precision, recall and F1, overall and exploited; false links of twins, siblings.

    Those that police themselves had merged are counted apart: they are not the linkage's.
    """
    child_of = {
        f"{row['source'].split(':')[0]}:{row['source_id']}": row["child"]
        for row in children
    }
    person_of = {one: row["person"] for row in held.person for one in records(row)}
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
        "false_links_twins_siblings": false["twin"] + false["sibling"],
        "false_links_merged_by_police": false["merged by police"],
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


def lists(held: Truth, run: Path, whose: dict[str, set[str]]) -> dict[str, Any]:
    """Of the children truly exploited: on whose lists they are, and what the run saw."""
    ways = exploitation.seen(pq.read_table(run / "chronology.parquet")).ways
    exploited = [row for row in held.lists if row["role"].startswith("child")]
    found: Counter[str] = Counter()
    for row in exploited:
        on_list = "true" in (row["police_list"], row["council_list"])
        seen = any(child in ways for child in whose.get(row["person"], ()))
        found["on a list"] += on_list
        found["on a list and seen"] += on_list and seen
        found["on no list, seen by screening"] += seen and not on_list
        found["unseen"] += not seen
    of = len(exploited)
    return {
        "exploited_children": of,
        "on_a_list": found["on a list"],
        "on_a_list_and_seen": found["on a list and seen"],
        "on_no_list_and_seen": found["on no list, seen by screening"],
        "unseen": found["unseen"],
        "share_on_a_list": found["on a list"] / of if of else None,
    }
