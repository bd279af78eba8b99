"""Versions of one thing: what is the same happening, what corrects it, what withdraws.

Queries over `placed` (every derived row with its child). Within one source:

* the same thing with the same content is one event with several source rows;
* the same thing with other content is a correction: the later record time is newer,
  without one the file that reaches further; the older version is `replaced` then;
* a later row of the thing that no longer holds the time withdraws the event;
* where nothing says which is newer, both stand.
"""

from trigpoint.vocabulary.event_kinds import FACTS

FACT_LIST = ", ".join(f'"{fact}"' for fact in FACTS)

#: What a correction changes. Team and district only say where a row was entered.
_CONTENT = f"hash(earliest, latest, child_no, reference, about, actor, {FACT_LIST})"

_RECORDED = "greatest(coalesce(recorded_at, latest), earliest)"

#: What makes two events two, beside the child, the kind, the reference and the time.
_APART = "coalesce(flag, ''), coalesce(role, ''), " + (
    "CASE WHEN kind = 'MISSING_GRADED' THEN coalesce(risk, '') ELSE '' END"
)


def placed(happening: str) -> str:
    """The query of every happening with its child and the names of itself and its event.

    `happening`: a query of them. It stands in this one because as a view it would be
    planned once more, and nothing that assembly asks is as long.
    """
    return f"""
WITH happening AS ({happening})
SELECT h.*, n.child_no,
       hash(h.kind, h.source, h.thing, CASE WHEN h.by_child THEN n.child_no END) AS chain,
       -- As a number while it is compared; EVENT_NAME is how people see it.
       md5_number_upper(concat_ws('|', source, kind, holder, reference, earliest,
                                  latest, {_APART})) AS event
FROM happening h LEFT JOIN node n ON n.ns = h.ns AND n.id = h.holder
"""


#: 64 bits of the digest as 16 hex digits; numbers and names sort alike.
EVENT_NAME = "'E' || format('{:016x}', event)"

REPEATED = "SELECT chain FROM placed GROUP BY chain HAVING count(*) > 1"

_CARRIED = (
    "event", "kind", "agency", "source", "actor", "team", "district", "reference",
    "about", "child_no", "earliest", "latest",
)  # fmt: skip

#: Things with one row: nothing to compare.
SINGLE = f"""
SELECT {", ".join(_CARRIED)}, {FACT_LIST}, chain, {_RECORDED} AS recorded,
       CAST(NULL AS BIGINT) AS replaced, source_file, source_sheet,
       CAST(source_row AS VARCHAR) AS source_row
FROM placed ANTI JOIN repeated USING (chain)
WHERE earliest IS NOT NULL AND child_no IS NOT NULL
"""

#: Places in the order in which a person would look them up.
_PLACES = "source_file, source_sheet, source_row"
_FILES = "list_distinct(list(source_file))"


def _listed(column: str) -> str:
    return f"array_to_string(list(CAST({column} AS VARCHAR) ORDER BY {_PLACES}), ';')"


#: The rows behind one event: several rows of one file, or several files.
_SOURCE = f"""
CASE WHEN count(DISTINCT source_file) = 1 THEN min(source_file)
     ELSE {_listed("source_file")} END AS source_file,
CASE WHEN count(DISTINCT source_sheet) = 1 THEN min(source_sheet)
     ELSE {_listed("source_sheet")} END AS source_sheet,
{_listed("source_row")} AS source_row
"""

#: Things with several rows. `age`: which rows are newer than which; `run`: rows of
#: one content that follow one another.
VERSIONED = f"""
WITH aged AS (
    SELECT p.*, f.reach AS file_reach,
           coalesce(recorded_at, CASE WHEN earliest IS NULL THEN f.reach END) AS noted,
           {_CONTENT} AS content,
           -- What a later file of the same name says otherwise is newer; of what stands
           -- beside it, the later row.
           dense_rank() OVER (PARTITION BY chain ORDER BY coalesce(stamp, f.reach),
               f.reach, NOT f.earlier, CASE WHEN f.earlier THEN source_row END) AS age
    FROM placed p SEMI JOIN repeated USING (chain)
    LEFT JOIN file_reach f USING (source_file)
),
turned AS (
    SELECT *, content IS DISTINCT FROM lag(content) OVER w AS turn
    FROM aged WINDOW w AS (PARTITION BY chain ORDER BY age, content, {_PLACES})
),
run AS (
    SELECT *, sum(CAST(turn AS INT)) OVER (PARTITION BY chain
        ORDER BY age, content, {_PLACES} ROWS UNBOUNDED PRECEDING) AS run
    FROM turned
),
version AS (
    SELECT chain, min(event) AS event, kind, agency, source, child_no, earliest, latest,
           reference, about, actor, {FACT_LIST}, min(team) AS team,
           max(district) AS district,
           min(greatest(coalesce(noted, latest), coalesce(earliest, noted))) AS recorded,
           max(age) AS age, {_SOURCE}
    FROM run
    GROUP BY chain, run, kind, agency, source, child_no, earliest, latest, reference,
             about, actor, {FACT_LIST}
),
dated AS (
    SELECT *, min(recorded) OVER (PARTITION BY chain ORDER BY age
        RANGE BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS replaced
    FROM version
)
SELECT {", ".join(_CARRIED)}, {FACT_LIST}, chain, recorded, replaced, source_file,
       source_sheet, source_row
FROM dated WHERE earliest IS NOT NULL AND child_no IS NOT NULL
"""

#: Different things that are one happening all the same: the first grade of an
#: episode stands both in its own row and among the grades. Only where no fact
#: contradicts another.
_AGREE = " AND ".join(f'count(DISTINCT "{fact}") <= 1' for fact in FACTS)
ALIKE = "SELECT event FROM derived GROUP BY event HAVING min(chain) <> max(chain)"
ALIKE_VERSION = "SELECT * FROM derived SEMI JOIN alike USING (event)"
TWICE = f"""
SELECT event, count(DISTINCT actor) FILTER (actor <> '') <= 1
       AND count(replaced) = 0 AND {_AGREE} AS agree
FROM alike_version GROUP BY event
"""

_MERGED_FACTS = ", ".join(f'max("{fact}") AS "{fact}"' for fact in FACTS)
_CONTENT_TEXT = ", ".join(f"coalesce(\"{fact}\", '-')" for fact in FACTS)

MERGED = f"""
SELECT d.event, kind, agency, source, max(actor) AS actor, max(team) AS team,
       max(district) AS district, reference, max(about) AS about, child_no, earliest,
       latest, {_MERGED_FACTS}, min(chain) AS chain, min(recorded) AS recorded,
       CAST(NULL AS BIGINT) AS replaced, {_SOURCE}
FROM alike_version d JOIN twice t ON t.event = d.event AND t.agree
GROUP BY d.event, kind, agency, source, reference, child_no, earliest, latest
"""

#: Two things that only look alike: their own contents tell their events apart.
RENAMED = f"""
SELECT * REPLACE (md5_number_upper(concat_ws('|', d.event, actor, about,
                                              {_CONTENT_TEXT})) AS event)
FROM alike_version d SEMI JOIN (FROM twice WHERE NOT agree) t ON t.event = d.event
"""

ALONE = "SELECT * FROM derived ANTI JOIN twice USING (event)"
