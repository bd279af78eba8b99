"""Where sources contradict one another: both kept, listed side by side."""

import pyarrow as pa

from trigpoint.chronology.readable import (
    CODES,
    ETHNICITY_ALIKE,
    ETHNICITY_BEFORE,
)
from trigpoint.chronology.workbench import Workbench

#: Who says what, and where it stands.
SCHEMA = pa.schema(
    [
        (name, pa.string())
        for name in (
            "child", "what", "source_a", "value_a", "source_b", "value_b",
            "file_a", "row_a", "file_b", "row_b",
        )
    ]
)  # fmt: skip


def find(bench: Workbench) -> pa.Table:
    """Every contradiction about a child that has a chronology, in `SCHEMA`."""
    bench.make("statement", _STATEMENT)
    union = " UNION ALL ".join(
        f"({query})" for query in (_DIFFERENT_SAID, _DIFFERENT_TIMES, _NEAR_MISSES)
    )
    return bench.rows(f"SELECT DISTINCT * FROM ({union}) ORDER BY ALL").cast(SCHEMA)


#: One value of one fact about a person in one source, at its first place. Of
#: several versions in a source the newest speaks.
_NEWEST = "(coalesce(version, -1), coalesce(recorded_at, -1), source_row)"


def _statement(what: str, value: str, where: str) -> str:
    return (
        f"SELECT c.child, '{what}' AS what, s.agency, s.source, "
        f"arg_max({value}, {_NEWEST}) AS value, "
        f"arg_max(source_file, {_NEWEST}) AS file, "
        f"CAST(arg_max(source_row, {_NEWEST}) AS VARCHAR) AS line "
        "FROM said s JOIN node n ON n.ns = s.ns AND n.id = s.id "
        "JOIN child c ON c.child_no = n.child_no "
        f"WHERE {where} GROUP BY c.child, s.agency, s.source, s.id"
    )


_DAY = "strftime(make_timestamp(birth + 43200000000), '%Y-%m-%d')"

#: Both agencies' codes in the police's terms; what nobody stated is left out.
_ALIKE = ETHNICITY_ALIKE | ETHNICITY_BEFORE
_STATED = [c for c in CODES["ethnicity_16p1"] if c != "NS" and c not in _ALIKE]
_ETHNICITY = (
    "CASE s.ethnicity "
    + " ".join(f"WHEN '{code}' THEN '{same}'" for code, same in _ALIKE.items())
    + " ".join(f" WHEN '{code}' THEN '{code}'" for code in _STATED)
    + " END"
)

_STATEMENT = " UNION ALL ".join(
    (
        _statement(
            "birth date", _DAY, "birth IS NOT NULL AND NOT coalesce(estimated, FALSE)"
        ),
        _statement("sex", "s.sex", "s.sex IN ('M', 'F')"),
        _statement("ethnicity", _ETHNICITY, f"({_ETHNICITY}) IS NOT NULL"),
    )
)

_DIFFERENT_SAID = """
SELECT a.child, a.what, a.source AS source_a, a.value AS value_a, b.source AS source_b,
       b.value AS value_b, a.file AS file_a, a.line AS row_a, b.file AS file_b,
       b.line AS row_b
FROM statement a JOIN statement b ON b.child = a.child AND b.what = a.what
WHERE a.value <> b.value AND (a.source, a.value, a.file, a.line)
      < (b.source, b.value, b.file, b.line)
"""

#: The same numbered thing, dated differently by two sources.
_TOLD = "strftime(make_timestamp(({0}.earliest + {0}.latest) // 2), '%Y-%m-%d %H:%M')"
_DIFFERENT_TIMES = f"""
SELECT a.child, lower(replace(a.kind, '_', ' ')) AS what, a.source AS source_a,
       {_TOLD.format("a")} AS value_a, b.source AS source_b,
       {_TOLD.format("b")} AS value_b, a.source_file AS file_a, a.source_row AS row_a,
       b.source_file AS file_b, b.source_row AS row_b
FROM event a JOIN event b ON b.child_no = a.child_no AND b.kind = a.kind
     AND b.reference = a.reference AND b.source > a.source
WHERE a.reference <> '' AND a.replaced IS NULL AND b.replaced IS NULL
      AND (a.latest < b.earliest OR b.latest < a.earliest)
      AND a.kind NOT IN ('MISSING_GRADED', 'SUPERVISOR_REVIEW', 'REVIEW_CONFERENCE',
                         'ASSESSMENT_BEGUN', 'ASSESSMENT_AUTHORISED',
                         'SECTION_47_ENQUIRY')
"""

#: Two systems of one agency date one thing a little differently, under numbers of
#: their own: neither has the other's date, and the two are less than a month apart.
_MONTH = 31 * 86_400_000_000
_NEAR_KINDS = (
    "'PROTECTION_PLAN_BEGUN', 'PROTECTION_PLAN_ENDED', 'INITIAL_CONFERENCE', "
    "'SECTION_47_ENQUIRY', 'REFERRAL_RECEIVED', 'CARE_BEGUN', 'CARE_ENDED'"
)
_NEAR_MISSES = f"""
WITH lone AS (
    SELECT e.* FROM (
        SELECT child_no, kind, agency FROM event WHERE kind IN ({_NEAR_KINDS})
        GROUP BY ALL HAVING min(source) <> max(source)
    ) JOIN event e USING (child_no, kind, agency)
    WHERE e.replaced IS NULL AND NOT EXISTS (
        SELECT 1 FROM event o WHERE o.child_no = e.child_no AND o.kind = e.kind
        AND o.agency = e.agency AND o.source <> e.source AND o.replaced IS NULL
        AND o.earliest <= e.latest AND e.earliest <= o.latest)
)
SELECT a.child, lower(replace(a.kind, '_', ' ')) AS what, a.source AS source_a,
       {_TOLD.format("a")} AS value_a, b.source AS source_b,
       {_TOLD.format("b")} AS value_b, a.source_file AS file_a, a.source_row AS row_a,
       b.source_file AS file_b, b.source_row AS row_b
FROM lone a JOIN lone b ON b.child_no = a.child_no AND b.kind = a.kind
     AND b.agency = a.agency AND b.source > a.source
WHERE abs(a.earliest - b.earliest) <= {_MONTH}
      AND (a.reference = '' OR a.reference <> b.reference)
"""
