"""Duties held against the truth: what was right, what was wrong, and for want of what.

What could be known from the files is kept apart from what truly happened: a duty done and
never written down cannot be told by anybody. Where the truth says that "cannot tell" is the
answer to expect, any other is wrong.
"""

from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from trigpoint.services.score_truth import Truth
from trigpoint.timekeeping import london

#: Duties that the council's files show carry no number of their own.
_BY_DAY = {"assessment-45-working-days", "icpc-15-working-days"}
_NOT_JUDGED = "not judged"
_CANNOT_TELL = "cannot_tell"
#: A child with another's records, and one whose own are not all joined.
_MERGED, _SPLIT = "merged", "split"
#: Of a child whose records were not joined the least kind answer counts.
_LEAST_KIND_FIRST = ("missed", "late", _CANNOT_TELL, "not_yet_due", "excepted", "met")


def duties(held: Truth, run: Path, whose: dict[str, set[str]]) -> dict[str, Any]:
    """The confusion of duties, all that were wrong, and what false and missed links did to them."""
    judged = _judged(run)
    confusion: Counter[tuple[str, str]] = Counter()
    truly: Counter[tuple[str, str]] = Counter()
    by_slug: dict[str, Counter[str]] = defaultdict(Counter)
    wrong: list[dict[str, str]] = []
    several = _taken_for_one(whose)
    for row in held.duty:
        outcome = _outcome(row, whose, judged)
        truly["met" if row["met"] == "true" else "not met", outcome] += 1
        if not _expects(row):
            by_slug[row["duty"]]["not knowable"] += 1
            continue
        confusion[row["expected"], outcome] += 1
        right = row["expected"] == outcome
        by_slug[row["duty"]]["right" if right else "wrong"] += 1
        if not right:
            wrong.append(
                {**row, "judged": outcome, "links": _links(row, whose, several)}
            )
    expected = sum(confusion.values())
    right = sum(n for (one, other), n in confusion.items() if one == other)
    untold = Counter(
        other for one, other in confusion.elements() if one == _CANNOT_TELL
    )
    return {
        "knowable": expected,
        "right": right / expected if expected else None,
        "met_missed_swaps": confusion["met", "missed"] + confusion["missed", "met"],
        "not_knowable": len(held.duty) - expected,
        "cannot_tell_expected": sum(untold.values()),
        "cannot_tell_right": untold[_CANNOT_TELL],
        "wrong_of_split_children": sum(row["links"] == _SPLIT for row in wrong),
        "wrong_of_merged_children": sum(row["links"] == _MERGED for row in wrong),
        "confusion": _table(confusion),
        "truth": _table(truly),
        "by_standard": {slug: dict(found) for slug, found in sorted(by_slug.items())},
        "wrong": wrong,
    }


def _taken_for_one(whose: dict[str, set[str]]) -> set[str]:
    """Children of the run that hold records of more than one person."""
    held = Counter(child for children in whose.values() for child in children)
    return {child for child, people in held.items() if people > 1}


def _links(row: dict[str, str], whose: dict[str, set[str]], several: set[str]) -> str:
    """What is wrong with the links of a duty's child; a false one counts before a missed one."""
    children = whose.get(row["person"], set())
    if children & several:
        return _MERGED
    return _SPLIT if len(children) > 1 else ""


def _expects(row: dict[str, str]) -> bool:
    """Whether the truth says what to answer: the outcome, or that it cannot be told."""
    return row["knowable"] == "true" or row["expected"] == _CANNOT_TELL


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
    return next((one for one in _LEAST_KIND_FIRST if one in found), _NOT_JUDGED)


def _table(counted: Counter[tuple[str, str]]) -> list[dict[str, Any]]:
    return [
        {"expected": one, "judged": other, "duties": number}
        for (one, other), number in sorted(counted.items())
    ]
