"""Random logs of invented children, made to hold what is awkward.

Ties, day-precision and odd spans, late and missing record times, corrections and
withdrawals, several sources, facts null, empty and UNKNOWN, adults; around leap
days, nights on which the clocks change, bank holidays and the calendar's two ends.
"""

from datetime import UTC, datetime

import pyarrow as pa

from tests.support.random_standards import (
    FACTS,
    KINDS,
    LIST_FACT,
    RANKS,
    SKILLS,
    WORDS,
    Dice,
)
from trigpoint.chronology.coverage import Coverage
from trigpoint.chronology.event import LOG_SCHEMA
from trigpoint.timekeeping.london import (
    DAY,
    HOUR,
    MINUTE,
    day_end,
    day_start,
    local_date,
)
from trigpoint.vocabulary.event_kinds import FACTS as ALL_FACTS


def _instant(*parts: int) -> int:
    return int(datetime(*parts, tzinfo=UTC).timestamp()) * 1_000_000


#: Moments that are awkward to count time from.
MOMENTS = (
    _instant(2024, 2, 29, 12),
    _instant(2025, 3, 30, 0, 30),
    _instant(2025, 10, 26, 0, 30),
    _instant(2025, 12, 24, 17),
    _instant(2022, 6, 1, 23, 30),
    _instant(2023, 1, 31, 8),
    _instant(2026, 4, 2, 15, 59),
    _instant(2028, 12, 27, 9),
    _instant(2012, 1, 2, 9),
    _instant(1969, 12, 31, 22),
)
OFFSETS = (
    0, 0, 0, 1, -1, 30 * MINUTE, HOUR, 2 * HOUR, -HOUR, 8 * HOUR, DAY, -DAY, 2 * DAY,
    3 * DAY, 5 * DAY, -4 * DAY, 7 * DAY, 31 * DAY, -40 * DAY, 95 * DAY,
)  # fmt: skip
SOURCES = (
    ("police:a", "POLICE"),
    ("police:a", "POLICE"),
    ("police:a", "POLICE"),
    ("police:b", "POLICE"),
    ("council:1", "LA"),
    ("health:z", "HEALTH"),
    ("shared:x", "POLICE"),
    ("shared:x", "LA"),
)
TEXTS = (None, "", "UNKNOWN", " a ", "Regular", *WORDS * 4)
LISTS = (
    None,
    "",
    "UNKNOWN",
    ";",
    ";A;",
    ";A;B;",
    ";UNKNOWN;",
    ";A;UNKNOWN;",
    ";B;C;",
    ";A;",
    ";A;B;C;",
)
SKILL_LISTS = (None, "", ";", ";PIP2;", ";PIP2;SCAIDP;", ";UNKNOWN;", *SKILLS[:1])


def log(dice: Dice, *, children: int, near: int) -> pa.Table:
    """A log of so many children, about the moment `near`, in `LOG_SCHEMA`."""
    rows = []
    for number in range(children):
        sources = dice.some(SOURCES, 1, 3)
        for place in range(dice.one((1, 2, 4, 6, 8, 12))):
            event = _event(dice, f"C{number:04d}", place, near, sources)
            rows += _versions(dice, event, near)
    rows.sort(key=lambda row: (row["child"], row["earliest"], row["event"]))
    numbers = {child: n for n, child in enumerate(sorted({r["child"] for r in rows}))}
    for seq, row in enumerate(rows):
        row["seq"], row["child_no"] = seq, numbers[row["child"]]
    return pa.Table.from_pylist(rows, LOG_SCHEMA)


def coverage(dice: Dice, near: int) -> Coverage:
    """Sources that reach far, not far enough, or were not received."""
    reach = {
        kind: near + dice.one((2000 * DAY, 2000 * DAY, 2000 * DAY, 4 * DAY))
        for kind in KINDS
        if not dice.chance(0.1)
    }
    return Coverage(reach=reach, columns={})


def _event(dice: Dice, child: str, place: int, near: int, sources) -> dict:
    earliest, latest = _span(dice, near)
    source, agency = dice.one(sources)
    recorded = dice.one((earliest, latest, latest + HOUR, latest + 3 * DAY))
    row = dict.fromkeys(LOG_SCHEMA.names, "") | {
        "child": child,
        # Ids in no order of time, so that ties are broken by them.
        "event": f"{child}-{dice.one(range(10))}{place:02d}",
        "kind": dice.one(KINDS).value,
        "earliest": earliest,
        "latest": latest,
        "recorded": recorded,
        "replaced": None,
        "source": source,
        "agency": agency,
        "actor": dice.one(("", "ANN", "BEN", "BEN")),
        "actor_rank": dice.one((None, "", "UNKNOWN", *RANKS)),
        "actor_skills": dice.one(SKILL_LISTS),
        "reference": dice.one(("", "R1", "R1", "R2")),
        "about": dice.one(("", "R1", "R2")),
        "adult": dice.chance(0.08),
    }
    return row | _facts(dice)


def _facts(dice: Dice) -> dict:
    facts: dict = dict.fromkeys(ALL_FACTS)
    facts |= {fact: dice.one(TEXTS) for fact in FACTS}
    facts[LIST_FACT] = dice.one(LISTS)
    return facts


def _span(dice: Dice, near: int) -> tuple[int, int]:
    at = near + dice.one(OFFSETS)
    form = dice.one(("exact",) * 5 + ("day",) * 3 + ("odd",))
    if form == "exact":
        return at, at
    if form == "day":
        day = local_date(at)
        return day_start(day), day_end(day)
    return at, at + dice.one((1, HOUR, 3 * DAY))


def _versions(dice: Dice, row: dict, near: int) -> list[dict]:
    """The event, and at times its correction or withdrawal."""
    if not dice.chance(0.15):
        return [row]
    replaced = row["recorded"] + dice.one((1, HOUR, 2 * DAY))
    first = row | {"replaced": replaced}
    if dice.chance(0.3):
        return [first]
    earliest, latest = _span(dice, near)
    second = row | _facts(dice)
    second |= {"earliest": earliest, "latest": latest, "recorded": replaced}
    return [first, second]
