"""Asking the database what it is asked on every page, with a plan that it keeps."""

from collections.abc import Sequence
from typing import Any, LiteralString, cast

import psycopg

#: Set where a transaction begins: one plan serves whatever values are asked with.
KEEP_PLANS = "SELECT set_config('plan_cache_mode', 'force_generic_plan', true)"


def ask(
    connection: psycopg.Connection, query: str, values: Sequence[object]
) -> psycopg.Cursor[Any]:
    """The answer, by a plan that this connection keeps once it has been made.

    Behind the walls such a query takes longer to plan than to answer. For queries only that
    find their few rows by an index, whoever asks: a plan for all values must serve them
    where the transaction began with `KEEP_PLANS`.
    """
    # The framework's own cursors put values into the text, and so keep no plan.
    cursor = psycopg.Cursor(connection)
    before = connection.prepare_threshold
    connection.prepare_threshold = 0
    try:
        return cursor.execute(cast(LiteralString, query), values, prepare=True)
    finally:
        connection.prepare_threshold = before
