"""A page for each child: what happened, what was due, and why each duty came out so.

These pages hold children's records. They are written only when asked for, into a
folder of their own, and each says what it is.
"""

import json
from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa

from trigpoint.publication import page
from trigpoint.publication.case_why import why_rows
from trigpoint.publication.material import RunMaterial
from trigpoint.publication.parts import Report
from trigpoint.publication.wording import (
    OUTCOMES,
    agency,
    day,
    link_words,
    margin,
    minute,
    short_day,
)
from trigpoint.records.police_codes import code_words
from trigpoint.standards.language import Holds
from trigpoint.timekeeping import london
from trigpoint.vocabulary.event_kinds import EventKind

Row = dict[str, Any]
#: What `detail` holds besides facts, told elsewhere on the page.
_NOT_FACTS = ("source", "sheet", "reference", "about")
_OPEN_DAY = 24 * 3600


def write_cases(report: Report, material: RunMaterial, out: Path) -> int:
    """Write one page for each child with a chronology or a judgement; how many."""
    out.mkdir(parents=True, exist_ok=True)
    template = page.environment().get_template("case.html")
    titles = {one.slug: one for one in material.standards}
    conflicts: dict[str, list[Row]] = {}
    for row in material.conflicts:
        conflicts.setdefault(str(row["child"]), []).append(dict(row))
    events, judged = _Sliced(material.chronology), _Sliced(material.judgements)
    people = _Sliced(material.children)
    log = None if material.log is None else _Sliced(material.log)
    # Only a child about whom something is on record has a page to fill.
    children = sorted({*events.children, *judged.children})
    for child in children:
        known = {row["event"]: row for row in events.of(child)}
        why = {} if log is None else why_rows(material, log.of(child))
        text = template.render(
            report=report,
            child=child,
            people=people.of(child),
            conflicts=conflicts.get(child, []),
            days=list(_days(known)),
            strip=_strip(known),
            duties=[
                _duty(row, known, titles)
                | {
                    "why": why.get(
                        (row["standard"], row["version"], row["occasion"]), []
                    )
                }
                for row in _newest(judged.of(child))
            ],
        )
        (out / f"{child}.html").write_text(text, encoding="utf-8")
    return len(children)


class _Sliced:
    """A table's rows by child, without reading the whole of it at once."""

    def __init__(self, table: pa.Table) -> None:
        """Order the rows by child, keeping the table's own order within each."""
        coded = table["child"].combine_chunks().dictionary_encode()
        indices = coded.indices.to_numpy(zero_copy_only=False)
        self.children: list[str] = coded.dictionary.to_pylist()
        self._order = np.argsort(indices, kind="stable")
        ends = np.searchsorted(indices[self._order], np.arange(len(self.children) + 1))
        self._ends = dict(
            zip(self.children, zip(ends, ends[1:], strict=False), strict=True)
        )
        self._table = table.take(pa.array(self._order)).combine_chunks()

    def of(self, child: str) -> list[Row]:
        """The child's rows."""
        if child not in self._ends:
            return []
        first, last = self._ends[child]
        return self._table.slice(first, last - first).to_pylist()


def _newest(rows: list[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: row["triggered_at"], reverse=True)


def _days(
    known: Mapping[str, Row],
) -> Iterator[tuple[str, list[tuple[str, list[Row]]]]]:
    """The chronology by day, and within a day what happened at one time together."""
    ordered = sorted(
        known.values(), key=lambda row: (row["happened_from"], row["event"])
    )
    for date, of_day in groupby(ordered, key=lambda row: day(row["happened_from"])):
        times = groupby(list(of_day), key=_when)
        yield date, [(when, [_told(row) for row in rows]) for when, rows in times]


def _when(row: Row) -> str:
    first, last = row["happened_from"], row["happened_to"]
    if first == last:
        return f"{first.astimezone(london.LONDON):%H:%M}"
    if (last - first).total_seconds() <= _OPEN_DAY:
        return "some time that day"
    return f"some time up to {short_day(last)}"


def _told(row: Row) -> Row:
    """One event as a reader meets it."""
    facts = json.loads(row["detail"] or "{}")
    return {
        "event": row["event"],
        "kind": kind_words(row["kind"]),
        "agency": agency(row["agency"]),
        "actor": ", ".join(part for part in (row["actor"], row["team"]) if part),
        "recorded": minute(row["recorded"]) if row["recorded"] else "not known",
        "place": place(row),
        "facts": [
            (name.replace("_", " "), fact_words(value))
            for name, value in facts.items()
            if name not in _NOT_FACTS and value not in (None, "")
        ],
    }


def place(row: Row) -> str:
    """Where the event stands in what was handed over: file, sheet and row."""
    sheet = json.loads(row["detail"] or "{}").get("sheet", "")
    middle = f", sheet {sheet}" if sheet else ""
    return f"{row['source_file']}{middle}, row {row['source_row']}"


def kind_words(code: str) -> str:
    """The kind in words; one that nobody knows stays as it is."""
    return EventKind(code).label if code in set(EventKind) else code


def fact_words(value: object) -> str:
    """A fact, its codes in words; a list as its parts."""
    text = str(value)
    if text.startswith(";") and text.endswith(";"):
        parts = text.strip(";").split(";")
        return ", ".join(code_words(part) for part in parts) or "none"
    return code_words(text)


def _strip(known: Mapping[str, Row]) -> list[Row]:
    """The drawn line of time: a lane for each agency, a mark for each event."""
    if not known:
        return []
    times = {name: row["happened_from"].timestamp() for name, row in known.items()}
    first, last = min(times.values()), max(times.values())
    wide = max(last - first, 1.0)
    lanes = sorted({row["agency"] for row in known.values()})
    return [
        {
            "name": agency(code),
            "marks": [
                {
                    "at": 1 + 98 * (times[name] - first) / wide,
                    "event": name,
                    "said": f"{kind_words(row['kind'])}, {short_day(row['happened_from'])}",
                }
                for name, row in known.items()
                if row["agency"] == code
            ],
        }
        for code in lanes
    ]


def _duty(row: Row, known: Mapping[str, Row], standards: Mapping[str, Any]) -> Row:
    """One judgement with its why, clause by clause."""
    standard = standards.get(row["standard"])
    why = json.loads(row["why"])
    itself = standard is not None and isinstance(standard.expects, Holds)
    return {
        "title": standard.title if standard else row["standard"],
        "slug": row["standard"],
        "outcome": OUTCOMES[row["outcome"]],
        "code": row["outcome"],
        "fault": row["fault"],
        "margin": margin(row["margin_hours"]),
        "holder": agency(row["duty_holder"]),
        "version": row["version"],
        "clauses": list(_clauses(row, why, known, itself)),
    }


def _clauses(
    row: Row, why: Row, known: Mapping[str, Row], itself: bool
) -> Iterator[tuple[str, str, str, str]]:
    """Each clause: its name, what it says, the event relied on, and that event's place."""
    trigger = why.get("trigger") or {}
    told = kind_words(str(trigger.get("kind", "")))
    yield _clause("Called for by", f"{told}, {minute(row['triggered_at'])}",
                  str(trigger.get("event", "")), known)  # fmt: skip
    yield "Due", _due(row, why), "", ""
    if why.get("exclusion") or why.get("exception"):
        yield _clause("Excused", why.get("exception") or "by this event",
                      str(why.get("exclusion", "")), known)  # fmt: skip
    yield from _act(row, why, known, itself)
    if why.get("link") is not None:
        yield "Whose records", link_words(why["link"]), "", ""
    if row["missing"]:
        yield "What is missing", row["missing"], "", ""
    if row["fault"]:
        words = {"risk": "risk not seen or not acted on", "procedural": "procedural"}
        yield "The failure is", words[row["fault"]], "", ""


def _act(
    row: Row, why: Row, known: Mapping[str, Row], itself: bool
) -> Iterator[tuple[str, str, str, str]]:
    """What was done; `itself`: the record that called for it shows it, or does not."""
    act = str(why.get("act", ""))
    if row["fulfilled_at"] and itself:
        yield "Done", "The record itself shows it.", "", ""
    elif row["fulfilled_at"]:
        kind = kind_words(known[act]["kind"]) if act in known else "On record"
        told = f"{kind}, {minute(row['fulfilled_at'])}: {margin(row['margin_hours'])}"
        yield _clause("Done", told, act, known)
    elif row["outcome"] == "missed" and itself:
        yield "Done", "The record itself shows that it was not.", "", ""
    elif row["outcome"] == "missed" and act:
        yield _clause("Done", "What should not have happened did", act, known)
    elif row["outcome"] in ("missed", "not_yet_due"):
        yield "Done", "Nothing on record.", "", ""


def _clause(
    name: str, told: str, event: str, known: Mapping[str, Row]
) -> tuple[str, str, str, str]:
    return name, told, event, place(known[event]) if event in known else ""


def _due(row: Row, why: Row) -> str:
    due = why.get("due") or [None, None]
    if due[0] is None or due[1] is None:
        return "The time it fell due is not known."
    if due[0] == due[1]:
        return minute(row["due_at"])
    return f"between {minute(due[0])} and {minute(due[1])}"
