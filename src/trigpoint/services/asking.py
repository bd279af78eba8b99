"""Asking the database what it is asked on every page, with a plan that it keeps."""

from collections.abc import Sequence
from typing import Any, LiteralString, cast

import psycopg


def ask(
    connection: psycopg.Connection, query: str, values: Sequence[object]
) -> psycopg.Cursor[Any]:
    """The answer, by a plan made once for this connection whatever the values are.

    Behind the walls such a query takes longer to plan than to answer. For queries only that
    find their few rows by an index, whoever asks: a plan for all values must serve them.
    """
    # The framework's own cursors put values into the text, and so keep no plan.
    cursor = psycopg.Cursor(connection)
    before = connection.prepare_threshold
    connection.prepare_threshold = 0
    connection.execute("SET LOCAL plan_cache_mode = force_generic_plan")
    try:
        return cursor.execute(cast(LiteralString, query), values, prepare=True)
    finally:
        connection.prepare_threshold = before
        if (
            not connection.broken
            and connection.info.transaction_status.name != "INERROR"
        ):
            connection.execute("SET LOCAL plan_cache_mode = auto")
