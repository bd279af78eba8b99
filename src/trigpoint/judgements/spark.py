"""The second runner: the same compiled queries, answered by Spark instead of DuckDB.

For who has a cluster and keeps its tables there; on one computer DuckDB is faster by far.
Spark is not among the requirements of an ordinary installation: `requirements/spark.txt`.
This is the only file that knows PySpark.
"""

import re

import pyarrow as pa
from pyspark.sql import SparkSession

from trigpoint.judgements.calendar_tables import deadline_table, opening_table
from trigpoint.judgements.plan import Plan, Query
from trigpoint.timekeeping.calendar import Calendar

#: Events judged at one time: more than DuckDB's, since each query costs Spark a plan.
PART_SIZE = 5_000_000


class SparkRunner:
    """Answers a plan's queries in one Spark session, which its caller made and ends."""

    part_size = PART_SIZE

    def __init__(self, session: SparkSession) -> None:
        """Judge in this session."""
        self._session = session

    def __call__(
        self, known: pa.Table, plan: Plan, calendar: Calendar
    ) -> list[pa.Table]:
        """What Spark answers to each query of the plan."""
        given = {
            "known": known,
            "deadlines": deadline_table(plan.limits, known, calendar),
            "openings": opening_table(plan.limits, calendar),
        }
        for name, table in given.items():
            frame = self._session.createDataFrame(_plain(table))
            frame.localCheckpoint().createOrReplaceTempView(name)
        return [self._answer(query) for query in plan.queries]

    def _answer(self, query: Query) -> pa.Table:
        """One query, step by step: Spark would work out a named step at each use of it.

        A step that is used again is cut off from those before it, or the plan that
        Spark keeps would double with each.
        """
        *named, (_, last) = query.steps
        for place, (name, sql) in enumerate(named):
            frame = self._session.sql(sql)
            later = " ".join(text for _, text in query.steps[place + 1 :])
            if len(re.findall(rf"\b{name}\b", later)) > 1:
                frame = frame.localCheckpoint(eager=False)
            frame.createOrReplaceTempView(name)
        return self._session.sql(last).toArrow()


def _plain(table: pa.Table) -> pa.Table:
    """The table with its texts written out: Spark knows no numbered texts."""
    columns = [
        column.cast(pa.string()) if pa.types.is_dictionary(column.type) else column
        for column in table.columns
    ]
    return pa.table(dict(zip(table.column_names, columns, strict=True)))
