"""When a duty falls due, as SQL: look-ups in tables that Python built, and additions.

No month, working day or clock change is worked out here. `deadlines` holds, for each
limit and each UTC day, the due instant of triggers from `begins` up to `ends`;
`openings` holds when each service is open (`Opening` in timekeeping/calendar.py).
"""

from collections.abc import Callable
from dataclasses import replace

from trigpoint.judgements.deadline import CALENDAR_GAP
from trigpoint.judgements.sql.candidates import pairs
from trigpoint.judgements.sql.codes import KIND_NUMBERS, Codes, text
from trigpoint.standards.language import (
    Act,
    AtEvent,
    AtOnce,
    ByFact,
    ByKind,
    Elapsed,
    Limit,
    ServiceHours,
    Simple,
)

Step = tuple[str, str]
_DAY = "CAST(86400000000 AS DOUBLE)"


class Limits:
    """The simple limits of a plan, numbered; those that need a table are kept apart."""

    def __init__(self) -> None:
        """No limit yet."""
        self.numbers: dict[Simple, int] = {}

    def number(self, limit: Simple) -> int:
        """The limit's number in the tables."""
        return self.numbers.setdefault(limit, len(self.numbers))

    def by_day(self) -> dict[Simple, int]:
        """Limits that depend on the trigger's London date alone."""
        return {
            limit: number
            for limit, number in self.numbers.items()
            if not isinstance(limit, Elapsed | AtOnce | ServiceHours)
        }

    def services(self) -> dict[ServiceHours, int]:
        """Limits that count a service's open hours."""
        return {
            limit: number
            for limit, number in self.numbers.items()
            if isinstance(limit, ServiceHours)
        }


def steps(
    limit: Limit,
    codes: Codes,
    limits: Limits,
    *,
    echoes_of: Callable[[Act], str | None],
) -> list[Step]:
    """The steps from `occasions` to `own`: with due_earliest, due_latest and gap."""
    if isinstance(limit, AtEvent):
        return _at_event(limit, codes, echoes_of(limit.act))
    chosen, simple, gap = _chosen(limit, codes, limits)
    columns, joins = _looked_up(simple, limits)
    calendar = codes.number(CALENDAR_GAP)
    return [
        ("limited", f"SELECT o.*, {chosen} AS limit_no FROM occasions o"),
        ("due", f"SELECT o.*, {columns} FROM limited o {joins}"),
        (
            "own",
            f"""SELECT o.*, CASE WHEN o.trigger_gap > 0 THEN o.trigger_gap
            WHEN o.limit_no IS NULL THEN {gap}
            WHEN o.due_earliest IS NULL OR o.due_latest IS NULL THEN {calendar}
            ELSE 0 END AS gap_all FROM due o""",
        ),
    ]


def columns(limit: Limit) -> set[str]:
    """What a trigger must carry for its due time to be found."""
    if isinstance(limit, ByFact):
        return {limit.fact}
    return {"kind"} if isinstance(limit, ByKind) else set()


def _chosen(
    limit: Limit, codes: Codes, limits: Limits
) -> tuple[str, list[Simple], int]:
    """The number of the limit that applies, the simple ones there are, and the gap."""
    assert not isinstance(limit, AtEvent)
    if isinstance(limit, ByKind):
        whens = " ".join(
            f"WHEN o.kind = {KIND_NUMBERS[kind]} THEN {limits.number(one)}"
            for kind, one in limit.limits
        )
        return f"CASE {whens} END", [one for _, one in limit.limits], 0
    if isinstance(limit, ByFact):
        column = f"o.{limit.fact}"
        whens = f"WHEN NULLIF(NULLIF({column}, ''), 'UNKNOWN') IS NULL THEN NULL "
        whens += " ".join(
            f"WHEN {column} = {text(value)} THEN {limits.number(one)}"
            for value, one in limit.limits
        )
        simple = [one for _, one in limit.limits]
        if limit.otherwise is not None:
            whens += f" ELSE {limits.number(limit.otherwise)}"
            simple.append(limit.otherwise)
        return f"CASE {whens} END", simple, codes.number(f"limit:{limit.fact}")
    return str(limits.number(limit)), [limit], 0


def _looked_up(simple: list[Simple], limits: Limits) -> tuple[str, str]:
    """The two ends of the due span, and the tables they are read from."""
    ends, joins = [], ""
    by_day = [limit for limit in simple if limit in limits.by_day()]
    services = [limit for limit in simple if isinstance(limit, ServiceHours)]
    for end in ("earliest", "latest"):
        if by_day:
            joins += _by_day(end)
        if services:
            joins += _by_service(end, services, limits)
        ends.append(f"{_due(end, simple, limits)} AS due_{end}")
    return ", ".join(ends), joins


def _by_day(end: str) -> str:
    at, table = f"o.{end}", f"d_{end}"
    day = f"CAST(FLOOR(CAST({at} AS DOUBLE) / {_DAY}) AS INTEGER)"
    return f""" LEFT JOIN deadlines {table} ON {table}.limit_no = o.limit_no
        AND {table}.utc_day = {day}
        AND {at} >= {table}.begins AND {at} < {table}.ends"""


def _by_service(end: str, services: list[ServiceHours], limits: Limits) -> str:
    """The opening in which the clock starts, then the one in which the hours are up."""
    at, first, last = f"o.{end}", f"s_{end}", f"e_{end}"
    needed = " ".join(
        f"WHEN {limits.number(limit)} THEN {limit.microseconds}" for limit in services
    )
    target = (
        f"{first}.before + GREATEST({at}, {first}.opens) - {first}.opens "
        f"+ CASE o.limit_no {needed} END"
    )
    return f""" LEFT JOIN openings {first} ON {first}.limit_no = o.limit_no
        AND {at} >= {first}.since AND {at} < {first}.closes
        LEFT JOIN openings {last} ON {last}.limit_no = o.limit_no
        AND {last}.before < {target}
        AND {target} <= {last}.before + {last}.closes - {last}.opens"""


def _due(end: str, simple: list[Simple], limits: Limits) -> str:
    whens = []
    for limit in dict.fromkeys(simple):
        number = limits.number(limit)
        if isinstance(limit, Elapsed):
            found = f"o.{end} + {limit.microseconds}"
        elif isinstance(limit, AtOnce):
            found = f"o.{end}"
        elif isinstance(limit, ServiceHours):
            started = f"GREATEST(o.{end}, s_{end}.opens) - s_{end}.opens"
            found = (
                f"e_{end}.opens + s_{end}.before + {started} + {limit.microseconds} "
                f"- e_{end}.before"
            )
        else:
            found = f"d_{end}.due"
        whens.append(f"WHEN {number} THEN {found}")
    if not whens:
        return "CAST(NULL AS BIGINT)"
    return f"CASE o.limit_no {' '.join(whens)} END"


def _at_event(limit: AtEvent, codes: Codes, echoes: str | None) -> list[Step]:
    act = replace(limit.act, on_record_by_due=False)
    found = pairs(act, codes, position=0, echoes=echoes, table="occasions")
    gap = codes.number(f"due:{act.kinds[0]}")
    return [
        (
            "due_event",
            f"""SELECT t_seq, MIN(ends) AS ends FROM ({found})
            WHERE doubt = 0 AND in_order GROUP BY t_seq""",
        ),
        (
            "due",
            """SELECT o.*, e.earliest AS due_earliest, e.latest AS due_latest
            FROM occasions o LEFT JOIN due_event d ON d.t_seq = o.seq
            LEFT JOIN known e ON e.ends = d.ends""",
        ),
        (
            "own",
            f"""SELECT o.*, CASE WHEN o.trigger_gap > 0 THEN o.trigger_gap
            WHEN o.due_earliest IS NULL THEN {gap} ELSE 0 END AS gap_all FROM due o""",
        ),
    ]
