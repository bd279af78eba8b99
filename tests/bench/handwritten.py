"""The same twelve shapes as DuckDB queries written by hand, to be measured against.

Written as one would who knows these twelve duties and this log, and nothing else: the
equi-join on child with an inequality and minima, spans and `cannot_tell` included.
It shares nothing with the engine but the meaning; its rows must be the engine's rows.
"""

from pathlib import Path

import duckdb
import numpy as np
import pyarrow as pa

from tests.bench.twelve_shapes import AS_AT, COVERAGE, START
from trigpoint.timekeeping.bank_holidays import BANK_HOLIDAYS, ENGLAND_AND_WALES
from trigpoint.timekeeping.london import day_end, local_days
from trigpoint.vocabulary.event_kinds import EventKind

HOUR = 3_600_000_000
DAY = 24 * HOUR

_LOAD = """
CREATE TEMP TABLE log AS
SELECT child_no, child, seq, event, kind, earliest, latest, adult, actor, actor_skills,
       nullif(risk, '') AS risk, nullif(decision, 'UNKNOWN') AS decision, offence,
       nullif(agencies, '') AS agencies
FROM '{path}' WHERE recorded <= {as_at} AND (replaced IS NULL OR replaced > {as_at})
"""

#: number: trigger kind, trigger truth, more of the trigger, act kind, act truth, what
#: keeps the act unknown, time condition, limit, exception kind.
_SHAPES = (
    ("MISSING_RETURNED", None, None, "RETURN_INTERVIEW_HELD", None, None, "", 72, None),
    ("REFERRAL_MADE", "risk = 'HIGH'", "fact:risk", "STRATEGY_DISCUSSION",
     "contains(agencies, ';POLICE;')", "fact:agencies", "", "wd1", None),
    ("STRATEGY_DISCUSSION", "decision = 'S47'", "fact:decision", "INITIAL_CONFERENCE",
     None, None, "", "wd15", None),
    ("MISSING_REPORTED", 3, None, "STRATEGY_DISCUSSION", None, None, "", "wd5", None),
    ("OCCURRENCE_REPORTED", "offence IN ('19C', '17A')", "fact:offence",
     "INVESTIGATION_ALLOCATED", "contains(actor_skills, ';PIP2;')", "fact:actor_skills",
     "", 24, None),
    ("PROTECTION_PLAN_BEGUN", None, None, "REVIEW_CONFERENCE", None, None, "", "m3",
     "PROTECTION_PLAN_ENDED"),
    ("REVIEW_CONFERENCE", "plan", None, "REVIEW_CONFERENCE", None, None, "after", "m6",
     "PROTECTION_PLAN_ENDED"),
    ("MISSING_REPORTED", 2, None, "EXPLOITATION_SCREENED", None, None, "180", "wd10",
     None),
    ("CARE_BEGUN", None, None, "CARE_ENDED", None, None, "", 72, None),
    ("MISSING_REPORTED", None, None, "MISSING_GRADED", None, None, "", 1,
     "MISSING_RETURNED"),
    ("OCCURRENCE_REPORTED", None, None, "SUPERVISOR_REVIEW", None, None, "other", "wd5",
     None),
    ("STRATEGY_DISCUSSION", None, None, "SECTION_47_ENQUIRY", None, None, "", "wd5",
     None),
)  # fmt: skip


def run(path: Path) -> pa.Table:
    """The rows of all twelve, in no order."""
    with duckdb.connect() as connection:
        connection.execute("SET preserve_insertion_order = false")
        calendar = _calendar()
        connection.register("calendar_arrow", calendar)
        connection.execute("CREATE TEMP TABLE cal AS SELECT * FROM calendar_arrow")
        connection.execute(_LOAD.format(path=path, as_at=AS_AT))
        queries = [_query(number, *shape) for number, shape in enumerate(_SHAPES)]
        return pa.concat_tables(connection.sql(q).to_arrow_table() for q in queries)


def _calendar() -> pa.Table:
    """UTC hour to the end of the London day so many working days, or months, on."""
    first = START // HOUR - 48
    hours = np.arange(first, first + 2000 * 24)
    numbers, hour_of = np.unique(local_days(hours * HOUR), return_inverse=True)
    days = numbers.astype("datetime64[D]")
    holidays = [np.datetime64(day) for day in BANK_HOLIDAYS[ENGLAND_AND_WALES]]
    columns: dict[str, object] = {"hour": hours}
    for n in (1, 5, 10, 15):
        ends = np.busday_offset(days, n, roll="backward", holidays=holidays)
        columns[f"wd{n}"] = _ends(ends)[hour_of]
    for n in (3, 6):
        months = days.astype("datetime64[M]") + n
        last = (months + 1).astype("datetime64[D]") - 1
        same = months.astype("datetime64[D]") + (days - days.astype("datetime64[M]"))
        columns[f"m{n}"] = _ends(np.minimum(same, last))[hour_of]
    return pa.table(columns)


def _ends(days: np.ndarray) -> np.ndarray:
    return np.array([day_end(day) for day in days.astype(object)])


def _triggers(kind: str, met: object, missing: str | None) -> str:
    """The triggers of one shape, with the gap of those in doubt."""
    base = f"FROM log t WHERE t.kind = '{kind}' AND NOT t.adult"
    columns = "t.child_no, t.child, t.seq, t.event, t.earliest, t.latest, t.actor"
    if met is None:
        return f"SELECT {columns}, '' AS gap {base}"
    if met == "plan":
        return f"""SELECT {columns}, '' AS gap FROM log t JOIN log p
            ON p.child_no = t.child_no AND p.earliest <= t.earliest
            AND p.kind IN ('PROTECTION_PLAN_BEGUN', 'PROTECTION_PLAN_ENDED')
            WHERE t.kind = '{kind}' AND NOT t.adult GROUP BY ALL
            HAVING max(p.earliest) FILTER (p.kind = 'PROTECTION_PLAN_BEGUN') >= coalesce(
                max(p.earliest) FILTER (p.kind = 'PROTECTION_PLAN_ENDED'), -1)"""
    if isinstance(met, int):
        within = 90 * DAY if met == 3 else 2**52
        return f"""SELECT * EXCLUDE (nth) FROM (SELECT {columns}, '' AS gap, t.adult,
            lag(t.earliest, {met - 1}) OVER (PARTITION BY t.child_no ORDER BY t.seq)
            AS nth FROM log t WHERE t.kind = '{kind}')
            WHERE NOT adult AND nth > earliest - {within}"""
    return f"""SELECT {columns}, CASE WHEN {met} THEN '' ELSE '{missing}' END AS gap
        {base} AND coalesce({met}, true)"""


def _query(
    number: int,
    kind: str,
    met: object,
    missing: str | None,
    act: str,
    act_met: str | None,
    act_missing: str | None,
    order: str,
    limit: object,
    exception: str | None,
) -> str:
    if isinstance(limit, int):
        due = f"t.earliest + {limit * HOUR} AS due1, t.latest + {limit * HOUR} AS due2"
        join = ""
    else:
        due = f"c1.{limit} AS due1, c2.{limit} AS due2"
        join = f""" JOIN cal c1 ON c1.hour = t.earliest // {HOUR}
            JOIN cal c2 ON c2.hour = t.latest // {HOUR}"""
    sure = "a.sure" if act_met or order == "after" else "true"
    time = "a.latest >= t.earliest"
    if order == "after":
        time = "a.latest > t.earliest AND a.seq <> t.seq"
        sure = "a.earliest > t.latest"
    elif order == "180":
        time = f"a.latest >= t.earliest - {180 * DAY}"
    elif order == "other":
        time += " AND (a.actor <> t.actor OR a.actor = '' OR t.actor = '')"
        sure = "a.actor <> '' AND t.actor <> ''"
    told = f"coalesce({act_met}, false)" if act_met else "true"
    doubt = f"'{act_missing}'" if act_missing else "'fact:actor'"
    if order == "after":
        doubt = "''"
    where = f" AND coalesce({act_met}, true)" if act_met else ""
    reach = COVERAGE.reach[EventKind(act)]
    key = "a.latest::HUGEINT * 10000000000 + a.seq"
    excuse = excused = ""
    if exception:
        excuse = f""", x AS (SELECT t.seq, min(e.latest) AS xsure,
            min(e.earliest) AS xpossible,
            min(e.latest::HUGEINT * 10000000000 + e.seq) AS xkey
            FROM t JOIN log e ON e.child_no = t.child_no AND e.kind = '{exception}'
            AND e.latest >= t.earliest WHERE t.gap = '' GROUP BY t.seq)"""
        excused = " LEFT JOIN x USING (seq)"
    none = "NULL::BIGINT AS {}"
    xs = ", ".join(
        name if exception else none.format(name)
        for name in ("xsure", "xpossible", "xkey")
    )
    return f"""
    WITH t0 AS ({_triggers(kind, met, missing)}),
    t AS (SELECT t.*, {due} FROM t0 t{join}),
    a AS (SELECT t.seq, min({key}) FILTER ({sure}) AS akey,
          min(a.latest) FILTER ({sure}) AS asure, min(a.seq) AS pseq,
          min(a.earliest) AS apossible,
          arg_min(CASE WHEN {sure} THEN '' ELSE {doubt} END, a.seq) AS adoubt
          FROM t JOIN (SELECT *, {told} AS sure FROM log
                       WHERE kind = '{act}'{where}) a
          ON a.child_no = t.child_no AND {time} WHERE t.gap = '' GROUP BY t.seq){excuse},
    r AS (SELECT t.*, asure, apossible, adoubt, akey, pseq, {xs}
          FROM t LEFT JOIN a USING (seq){excused}),
    o AS (SELECT *, CASE WHEN gap <> '' THEN 'cannot_tell'
        WHEN xsure <= due1 AND (apossible IS NULL OR xsure < apossible) THEN 'excepted'
        WHEN xpossible <= due2 AND (asure IS NULL OR xpossible <= asure)
            THEN 'cannot_tell:order'
        WHEN asure <= due1 THEN 'met'
        WHEN apossible <= due2
            THEN 'cannot_tell:' || if(adoubt = '', 'time', adoubt)
        WHEN asure IS NOT NULL
            THEN if(due2 > {reach}, 'cannot_tell:reach:{act}', 'late')
        WHEN apossible IS NOT NULL
            THEN 'cannot_tell:' || if(adoubt = '', 'act', adoubt)
        WHEN {AS_AT} <= due1 THEN 'not_yet_due'
        WHEN due2 > {reach} THEN 'cannot_tell:reach:{act}'
        WHEN {AS_AT} <= due2 THEN 'cannot_tell:time' ELSE 'missed' END AS found FROM r),
    n AS (SELECT *, if(akey IS NULL, pseq, akey - asure::HUGEINT * 10000000000)::BIGINT
          AS act_seq, if(found = 'excepted', xkey - xsure::HUGEINT * 10000000000,
          NULL)::BIGINT AS ex_seq FROM o)
    SELECT n.child, 'shape-{number:02d}' AS standard, n.event AS occasion,
        n.earliest AS triggered_earliest, n.latest AS triggered_latest,
        CASE WHEN gap = '' THEN due1 END AS due_earliest,
        CASE WHEN gap = '' THEN due2 END AS due_latest,
        split_part(found, ':', 1) AS outcome, coalesce(b.event, '') AS act,
        b.earliest AS act_earliest, b.latest AS act_latest,
        coalesce(e.event, '') AS exclusion,
        if(gap <> '', gap, array_to_string(split(found, ':')[2:], ':')) AS missing
    FROM n LEFT JOIN log b ON b.seq = n.act_seq LEFT JOIN log e ON e.seq = n.ex_seq"""
